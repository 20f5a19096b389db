"""What the office has set up for its appointments: read once by methods, where the key has no queries."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar, cast

from app.api.client import OpenDental
from app.api.errors import ApiError, BadRequest, NotFound
from app.services.visits.facts import Listed, QuickAdd, RecallRules
from app.services.visits.facts_query import QUICK_ADD, RECALL_PREFERENCES
from app.wire.resources.appt_field_defs import ApptFieldDef
from app.wire.resources.laboratories import Laboratory
from app.wire.resources.recall_types import RecallType

T = TypeVar("T")


class OfficeRules:
    """Each list is read when it is first needed, and kept. A failure is not remembered: it is read again."""

    def __init__(self) -> None:
        self._known: dict[str, Any] = {}
        self._one_reads = asyncio.Lock()

    async def fields(self, client: OpenDental) -> tuple[ApptFieldDef, ...]:
        """The definitions of appointment fields. Raises the client's ApiErrors."""

        async def read() -> tuple[ApptFieldDef, ...]:
            return tuple(await client.appt_field_defs.list())

        return await self._once("fields", read)

    async def labs(self, client: OpenDental) -> tuple[Laboratory, ...]:
        """The laboratories; none if they can't be read: a case is shown without their names."""

        async def read() -> tuple[Laboratory, ...]:
            return tuple(await client.laboratories.list())

        try:
            return await self._once("labs", read)
        except ApiError:
            return ()

    async def quick(self, client: OpenDental) -> tuple[QuickAdd, ...]:
        """The office's own sets of procedures. Raises the client's ApiErrors."""

        async def read() -> tuple[QuickAdd, ...]:
            rows = await client.definitions.list(Category=QUICK_ADD)
            return tuple(
                QuickAdd(row.ItemName.strip(), listed)
                for row in rows
                if not row.isHidden and (listed := listed_in(row.ItemValue))
            )

        return await self._once("quick", read)

    async def recalls(self, client: OpenDental) -> RecallRules:
        """The recall types; none in an office that has none to read (before 24.1.44). Raises other ApiErrors."""

        async def read() -> RecallRules:
            types: list[RecallType] = []
            try:
                types = list(await client.recall_types.list())
            except (NotFound, BadRequest):
                return RecallRules()
            named = await asyncio.gather(
                *(client.preferences.list(PrefName=name) for name in RECALL_PREFERENCES)
            )
            preferences = {row.PrefName: row.ValueString for rows in named for row in rows}
            return RecallRules({row.RecallTypeNum: row for row in types}, preferences)

        return await self._once("recalls", read)

    async def _once(self, name: str, read: Callable[[], Awaitable[T]]) -> T:
        async with self._one_reads:
            if name not in self._known:
                self._known[name] = await read()
            return cast("T", self._known[name])


def listed_in(text: str) -> tuple[Listed, ...]:
    """Procedure codes separated by commas, as often as they are there; a tooth may follow after a #."""
    parts = (each.partition("#") for each in text.split(","))
    return tuple(Listed(code.strip(), tooth.strip()) for code, _, tooth in parts if code.strip())


def codes_in(text: str) -> tuple[str, ...]:
    """The codes alone, each once."""
    return tuple(dict.fromkeys(each.code for each in listed_in(text)))


def items_in(pick_list: str) -> tuple[str, ...]:
    """The items of a pick list, a line each."""
    return tuple(item.strip() for item in pick_list.splitlines() if item.strip())
