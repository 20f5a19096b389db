"""The office's procedure codes: read once, by whoever needs them first."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.api.need import Need
from app.wire.resources.definitions import DefinitionCategory

if TYPE_CHECKING:  # nothing of it is needed for the first paint
    from app.wire.resources.procedure_codes import ProcedureCode

_CATEGORIES = DefinitionCategory.PROC_CODE_CATS.number


class CodeBook:
    """A failure is not remembered: the codes are read again when they are needed next."""

    def __init__(self, client: OpenDental) -> None:
        self._client = client
        self._codes: Mapping[int, ProcedureCode] = {}
        self._shown: frozenset[int] | None = None
        """Categories of codes."""
        self._one_reads = asyncio.Lock()

    async def read(self, need: Need, wanted: Collection[int] = ()) -> Mapping[int, ProcedureCode]:
        """All codes by CodeNum; read again if one that is wanted is missing. Raises the client's ApiErrors."""
        async with self._one_reads:
            if not self._codes or not set(wanted) <= self._codes.keys():
                rows = await self._client.at(need).procedure_codes.list()
                self._codes = {row.CodeNum: row for row in rows}
            return self._codes

    async def offered(self, need: Need) -> tuple[ProcedureCode, ...]:
        """The codes whose category isn't hidden, by name. Raises the client's ApiErrors."""
        codes = await self.read(need)
        if self._shown is None:
            try:
                rows = await self._client.at(need).definitions.list(Category=_CATEGORIES)
            except ApiError:
                return _sorted(codes.values())
            self._shown = frozenset(row.DefNum for row in rows if not row.isHidden)
        return _sorted(code for code in codes.values() if code.ProcCat in self._shown)


def _sorted(codes: Iterable[ProcedureCode]) -> tuple[ProcedureCode, ...]:
    return tuple(sorted(codes, key=lambda code: code.ProcCode))
