"""Open Dental's appointment views as saved views: two queries, where the key has Queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from app.api.need import Need
from app.domain.schedule.saved_view import KEYS, USUAL_LINES, CardLine, SavedView, free_key, new_id
from app.store.queries import Questions
from app.wire.lenient import whole_or
from app.wire.query_rows import number

QUESTION = "appointment views"  # words: its name, so that it is not asked again after a refusal
VIEWS = (
    "SELECT ApptViewNum, Description, ItemOrder, RowsPerIncr, ClinicNum, ApptTimeScrollStart FROM apptview"
    " ORDER BY ClinicNum, ItemOrder"
)
ITEMS = (
    "SELECT ApptViewNum, OpNum, ProvNum, ElementDesc, ElementOrder FROM apptviewitem"
    " ORDER BY ApptViewNum, ElementOrder, ApptViewItemNum"
)
LINES: Mapping[str, CardLine] = {
    "Procs": CardLine.PROCEDURES,
    "ProcsColored": CardLine.PROCEDURES,
    "Note": CardLine.NOTE,
    "HmPhone": CardLine.PHONE,
    "WirelessPhone": CardLine.PHONE,
    "WkPhone": CardLine.PHONE,
    "Age": CardLine.AGE,
    "Provider": CardLine.PROVIDER,
    "ConfirmedColor": CardLine.STATUS,
    "MedUrgNote": CardLine.ALERT,
}
"""What a line is called in Open Dental. Its other elements have no place on a tile here, or always have one."""
NAMES = ("PatientName", "PatientNameF", "PatientNamePref", "PatNumAndName", "ChartNumAndName")
USUAL_ROWS, MOST_ROWS = 1, 3
ROW_HOUR = 108
"""Pixels per hour of one row per time increment."""


class Found(Struct, frozen=True):
    """What an import has found. `left_out` are names of elements that tiles don't show here."""

    views: tuple[SavedView, ...]
    left_out: tuple[str, ...] = ()


class _Items(Struct):
    op_nums: list[int] = field(default_factory=list)
    prov_nums: list[int] = field(default_factory=list)
    elements: list[str] = field(default_factory=list)


async def read_views(questions: Questions, need: Need) -> Found | None:
    """Open Dental's views; None without Queries. Raises the client's ApiErrors."""
    views: list[dict[str, Any]] = []
    items: list[dict[str, Any]] = []
    if not await questions.paged(QUESTION, VIEWS, need, lambda page, _: views.extend(page)):
        return None
    if not await questions.paged(QUESTION, ITEMS, need, lambda page, _: items.extend(page)):
        return None
    return views_from(views, items)


def views_from(views: Sequence[Mapping[str, Any]], items: Sequence[Mapping[str, Any]]) -> Found:
    """The views of two answers, each on the key that it has in Open Dental; that of F1 gets a free one."""
    of: dict[int, _Items] = {}
    for row in items:
        kept = of.setdefault(number(row, "ApptViewNum"), _Items())
        if op_num := number(row, "OpNum"):
            kept.op_nums.append(op_num)
        elif prov_num := number(row, "ProvNum"):
            kept.prov_nums.append(prov_num)
        elif element := str(row.get("ElementDesc") or "").strip():
            kept.elements.append(element)
    places: dict[int, int] = {}
    found: list[SavedView] = []
    for row in views:
        clinic_num = number(row, "ClinicNum")
        places[clinic_num] = place = places.get(clinic_num, 0) + 1
        found.append(_view(row, of.get(number(row, "ApptViewNum"), _Items()), place))
    for index, view in enumerate(found):
        if not view.key:
            found[index] = replace(view, key=free_key(found, view.clinic_num))
    known = {*LINES, *NAMES}
    left_out = [element for each in of.values() for element in each.elements if element not in known]
    return Found(tuple(found), tuple(dict.fromkeys(left_out)))


def added(views: Sequence[SavedView], imported: Sequence[SavedView]) -> tuple[SavedView, ...]:
    """The office's views with imported ones: those imported before are replaced, a taken key is not taken again."""
    sources = {view.source: view for view in views if view.source}
    every = [view for view in views if view.source not in {each.source for each in imported}]
    for view in imported:
        before = sources.get(view.source)
        taken = {each.key for each in every if 0 in (each.clinic_num, view.clinic_num) or _same(each, view)}
        key = before.key if before is not None else view.key
        key = key if key not in taken else free_key(every, view.clinic_num)
        number = before.id if before is not None else new_id([*every, *views])
        every.append(replace(view, id=number, key=key))
    return tuple(every)


def _same(one: SavedView, other: SavedView) -> bool:
    return one.clinic_num == other.clinic_num


def _view(row: Mapping[str, Any], items: _Items, place: int) -> SavedView:
    lines = tuple(dict.fromkeys(LINES[each] for each in items.elements if each in LINES))
    rows = min(number(row, "RowsPerIncr"), MOST_ROWS)
    named = not items.elements or any(each in NAMES for each in items.elements)
    return SavedView(
        id=0,
        name=str(row.get("Description") or "").strip() or f"View {place}",  # words: a stand-in for a name
        key=place if place in KEYS else 0,
        clinic_num=number(row, "ClinicNum"),
        op_nums=tuple(items.op_nums),
        prov_nums=tuple(items.prov_nums),
        lines=lines if items.elements else USUAL_LINES,
        zoom=rows * ROW_HOUR if rows > USUAL_ROWS else 0,
        starts=_minute(str(row.get("ApptTimeScrollStart") or "")),
        hides_names=not named,
        source=number(row, "ApptViewNum"),
    )


def _minute(text: str) -> int | None:
    """A time of day as MariaDB writes it, 07:00:00; None for midnight, which means none."""
    hours, _, rest = text.rpartition("T")[2].partition(":")
    minute = whole_or(hours, 0) * 60 + whole_or(rest[:2], 0)
    return minute if 0 < minute < 24 * 60 else None
