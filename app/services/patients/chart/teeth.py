"""The patient's teeth: procedures, the state of the tooth chart, and the codes that say what is drawn."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.api.need import Need
from app.domain.chart.procedures import not_deleted
from app.services.patients.chart.branches import TEETH
from app.services.patients.parts.filed import LOADING, Group
from app.services.patients.parts.union import UnionRows, union_query
from app.store.office import Office
from app.store.patients.parts import Refused
from app.store.patients.readers import PartReader
from app.store.queries import Questions
from app.store.topics import Part
from app.wire.resources.procedure_codes import ProcedureCode
from app.wire.resources.procedure_logs import ProcedureLog
from app.wire.resources.tooth_initials import ToothInitial


class ChartTeeth(Struct, frozen=True):
    """What the odontogram is drawn from."""

    procedures: tuple[ProcedureLog, ...]
    """Of every status but deleted, in the order of their numbers."""
    initials: Group[tuple[ToothInitial, ...]] = LOADING
    codes: Group[tuple[ProcedureCode, ...]] = LOADING
    """The codes of these procedures."""


class TeethReader(PartReader[ChartTeeth]):
    """One query; without Queries two requests, and once the office's list of procedure codes."""

    part: ClassVar[Part] = Part.CHART
    also: ClassVar[frozenset[Part]] = frozenset({Part.SCHEDULE})

    def __init__(self, client: OpenDental, office: Office) -> None:
        super().__init__(client, office)
        self._questions = Questions(client)

    async def read(self, pat_num: int, need: Need) -> ChartTeeth:
        """Read it. Raises the client's ApiErrors; by methods, only if the procedures are refused."""
        command = union_query(TEETH, {"pat_num": int(pat_num)})
        rows = await self._questions.ask("teeth", command, need)
        if rows is not None:
            found = UnionRows(TEETH, rows)
            procedures = sorted(found.of("procedure", ProcedureLog), key=lambda row: row.ProcNum)
            return ChartTeeth(
                tuple(procedures), found.of("initial", ToothInitial), found.of("code", ProcedureCode)
            )
        return await self._by_methods(need, pat_num)

    async def _by_methods(self, need: Need, pat_num: int) -> ChartTeeth:
        """All at once, so that a slow key reads them before what is less urgent; each is shown as it comes."""
        client = self.client.at(need)
        teeth: ChartTeeth | None = None
        initials: Group[tuple[ToothInitial, ...]] = LOADING

        async def read_procedures() -> None:
            nonlocal teeth
            rows = not_deleted(await client.procedure_logs.list(PatNum=pat_num))
            teeth = ChartTeeth(tuple(sorted(rows, key=lambda row: row.ProcNum)), initials)
            self.publish(pat_num, teeth)

        async def read_initials() -> None:
            nonlocal teeth, initials
            initials = await self._initials(client, pat_num)
            if teeth is not None:
                teeth = replace(teeth, initials=initials)
                self.publish(pat_num, teeth)

        await asyncio.gather(read_procedures(), read_initials(), self._begin_codes(need))
        found = ChartTeeth(()) if teeth is None else teeth
        return replace(found, codes=await self._codes_of(need, found.procedures))

    async def _initials(self, client: OpenDental, pat_num: int) -> Group[tuple[ToothInitial, ...]]:
        try:
            return tuple(await client.tooth_initials.list(PatNum=pat_num))
        except ApiError as error:
            return Refused(error)

    async def _codes_of(
        self, need: Need, procedures: tuple[ProcedureLog, ...]
    ) -> Group[tuple[ProcedureCode, ...]]:
        """The codes of these procedures."""
        wanted = frozenset(row.CodeNum for row in procedures)
        try:
            codes = await self.office.codes.read(need, wanted)
        except ApiError as error:
            return Refused(error)
        return tuple(codes[number] for number in sorted(wanted) if number in codes)

    async def _begin_codes(self, need: Need) -> None:
        """Read them at the same time as the rest; a refusal comes again when they are needed."""
        with suppress(ApiError):
            await self.office.codes.read(need)
