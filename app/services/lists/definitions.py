"""The office's own lists that the lists of patients need: unscheduled and recall statuses, and types of commlogs."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from msgspec import Struct

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.api.need import Need
from app.wire.resources.definitions import Definition, DefinitionCategory

STATUSES = DefinitionCategory.RECALL_UNSCHED_STATUS.number
COMM_TYPES = DefinitionCategory.COMM_LOG_TYPES.number
ABOUT_APPOINTMENT, ABOUT_RECALL = "APPT", "RECALL"
"""The `ItemValue` of the types of commlogs about them, by which the office counts reminders."""


class ListDefinitions(Struct, frozen=True):
    """A list that can't be read is empty."""

    statuses: Mapping[int, str] = {}
    """Unscheduled and recall statuses by DefNum, in the office's order."""
    comm_types: Mapping[str, int] = {}
    """DefNums by their use, such as "APPT"."""


async def read_definitions(client: OpenDental, need: Need) -> ListDefinitions:
    """Read them in two requests at once."""
    statuses, types = await asyncio.gather(
        _or_none(client, STATUSES, need), _or_none(client, COMM_TYPES, need)
    )
    return ListDefinitions(
        {row.DefNum: row.ItemName for row in statuses},
        {row.ItemValue.strip().upper(): row.DefNum for row in reversed(types) if not row.isHidden},
    )


async def _or_none(client: OpenDental, category: int, need: Need) -> list[Definition]:
    try:
        return list(await client.at(need).definitions.list(Category=category))
    except ApiError:
        return []
