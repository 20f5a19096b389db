"""The office's ready-made notes, and the types of a commlog."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Iterable
from typing import TypeVar

from msgspec import Struct

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.api.need import Need
from app.wire.resources.definitions import Definition, DefinitionCategory
from app.wire.resources.quick_paste_cats import QuickPasteCat
from app.wire.resources.quick_paste_notes import QuickPasteNote

T = TypeVar("T")
FOR_COMMLOGS = "CommLog"
"""In a category's `DefaultForTypes`: its notes are offered first for a commlog."""
FOR_TASKS = "Task"
MISC = "MISC"
"""The `ItemValue` of the type that the office gives to a commlog without one."""


class ReadyNote(Struct, frozen=True):
    """A ready-made note. Typing a question mark and its abbreviation puts it in."""

    abbreviation: str
    text: str
    first: bool
    """Whether it is offered without being asked for."""


class CommlogChoices(Struct, frozen=True):
    """The choices of one office; a list that can't be read is empty."""

    types: tuple[tuple[int, str], ...] = ()
    """By DefNum, in the office's order."""
    usual_type: int = 0
    """The type that is set first; 0: the office's own default."""
    notes: tuple[ReadyNote, ...] = ()
    """Those for commlogs first."""


async def read_commlog_choices(client: OpenDental, need: Need) -> CommlogChoices:
    """Read them in three requests at once. What the office refuses, or is too old for, is left out."""
    at = client.at(need)
    types, notes = await asyncio.gather(
        _or_none(at.definitions.list(Category=DefinitionCategory.COMM_LOG_TYPES.number)),
        read_ready_notes(client, need, FOR_COMMLOGS),
    )
    shown = [row for row in types if not row.isHidden]
    usual = next((row.DefNum for row in shown if row.ItemValue.strip().upper() == MISC), 0)
    return CommlogChoices(_named(shown), usual, notes)


async def read_ready_notes(client: OpenDental, need: Need, kind: str) -> tuple[ReadyNote, ...]:
    """Read the notes in two requests at once, those for a kind of text first. Empty if the office refuses them."""
    at = client.at(need)
    categories, notes = await asyncio.gather(
        _or_none(at.quick_paste_cats.list()), _or_none(at.quick_paste_notes.list())
    )
    return _in_order(categories, notes, kind)


def _named(types: Iterable[Definition]) -> tuple[tuple[int, str], ...]:
    return tuple((row.DefNum, row.ItemName) for row in types)


def _in_order(
    categories: Iterable[QuickPasteCat], notes: Iterable[QuickPasteNote], kind: str
) -> tuple[ReadyNote, ...]:
    known = {row.QuickPasteCatNum: row for row in categories}
    firsts = {
        number for number, row in known.items() if kind in row.DefaultForTypes.replace(" ", "").split(",")
    }

    def place(row: QuickPasteNote) -> tuple[bool, int, int]:
        category = known.get(row.QuickPasteCatNum)
        return row.QuickPasteCatNum not in firsts, category.ItemOrder if category else 0, row.ItemOrder

    return tuple(
        ReadyNote(row.Abbreviation.strip(), row.Note.strip(), row.QuickPasteCatNum in firsts)
        for row in sorted(notes, key=place)
        if row.Note.strip()
    )


async def _or_none(reading: Awaitable[Iterable[T]]) -> list[T]:
    try:
        return list(await reading)
    except ApiError:
        return []
