"""Saved views of the schedule: which columns, lines, zoom and start time it is shown with, and the key of each."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from itertools import count

from msgspec import Struct, field

from app.core.text import NO_TEXT, Text, join, msg
from app.domain.people.ages import age_on
from app.domain.schedule.columns import main_provider
from app.domain.schedule.tile import TileText
from app.domain.schedule.visit import Person, Visit

KEYS = (2, 3, 4, 5, 6, 7, 8, 9, 11, 12)
"""The F keys of views. F1 is help; F10 stays the menu, as in every Windows program."""
MOST_ID = (1 << 31) - 1
"""The largest number of a view."""


class CardLine(StrEnum):
    """What a tile can show below its name."""

    PROCEDURES = "procedures"
    NOTE = "note"
    PHONE = "phone"
    AGE = "age"
    PROVIDER = "provider"
    STATUS = "status"
    ALERT = "alert"
    BALANCE = "balance"


LINE_WORDS: Mapping[CardLine, Text] = {
    CardLine.PROCEDURES: msg("Procedures"),
    CardLine.NOTE: msg("Note"),
    CardLine.PHONE: msg("Phone"),
    CardLine.AGE: msg("Age"),
    CardLine.PROVIDER: msg("Provider"),
    CardLine.STATUS: msg("Status"),
    CardLine.ALERT: msg("Medical alert"),
    CardLine.BALANCE: msg("Family balance"),
}
USUAL_LINES = (CardLine.PROCEDURES, CardLine.NOTE)


class SavedView(Struct, frozen=True):
    """One view. Empty operatories or providers: all of them."""

    id: int
    name: str
    key: int = 0
    """The number of its F key; 0: none."""
    clinic_num: int = 0
    """The clinic to which it belongs; 0: all clinics."""
    by_provider: bool = False
    op_nums: tuple[int, ...] = ()
    prov_nums: tuple[int, ...] = ()
    lines: tuple[str, ...] = USUAL_LINES
    """Card lines, and those that only a newer version has."""
    zoom: int = 0
    """Pixels per hour; 0: the zoom stays."""
    starts: int | None = None
    """The first minute after midnight in sight; None: the scroll position stays."""
    hides_names: bool = False
    """For a screen that the public can see: times and colors only."""
    source: int = 0
    """The ApptViewNum in Open Dental from which it was imported; 0: made here."""

    @property
    def card_lines(self) -> tuple[CardLine, ...]:
        """The lines that this version can show."""
        return tuple(CardLine(each) for each in self.lines if each in LINE_WORDS)


class Look(Struct, frozen=True):
    """How tiles are worded, and what that needs."""

    lines: tuple[CardLine, ...] = USUAL_LINES
    hides_names: bool = False
    providers: Mapping[int, str] = field(default_factory=dict)
    """Abbreviations by ProvNum."""
    balances: Mapping[int, str] = field(default_factory=dict)
    """Family balances as text, by PatNum; one that isn't known is left out."""
    say: Callable[[Text], str] = str
    """Writes a text in the user's language."""

    @property
    def is_usual(self) -> bool:
        """Whether tiles are worded as without a view."""
        return self.lines == USUAL_LINES and not self.hides_names


def dressed(text: TileText, visit: Visit, look: Look) -> TileText:
    """A tile's texts in another look."""
    if look.hides_names:
        return text._replace(name=text.time, time="", span="", procedures="", note="", marks=())
    note = text.note if CardLine.NOTE in look.lines else ""
    found = [_line(each, text, visit, look) for each in look.lines if each is not CardLine.NOTE]
    return text._replace(procedures=" · ".join(filter(None, found)), note=note)


def views_of(views: Iterable[SavedView], clinic_num: int | None) -> list[SavedView]:
    """The views of a clinic and those of all clinics, by key; None: every view."""
    found = [each for each in views if clinic_num is None or each.clinic_num in (0, clinic_num)]
    return sorted(found, key=lambda each: (each.key or KEYS[-1] + 1, each.clinic_num == 0))


def view_on(views: Iterable[SavedView], key: int, clinic_num: int | None) -> SavedView | None:
    """The view of an F key: the clinic's own one before one of all clinics."""
    return next((each for each in views_of(views, clinic_num) if each.key == key), None)


def free_key(views: Iterable[SavedView], clinic_num: int) -> int:
    """The first key that no view of a clinic or of all clinics has; 0: all are taken."""
    every = list(views) if clinic_num == 0 else views_of(views, clinic_num)
    taken = {each.key for each in every}
    return next((key for key in KEYS if key not in taken), 0)


def new_id(views: Sequence[SavedView]) -> int:
    """The number of a new view: a random one, because two desks of an office may make one at the same time."""
    taken = {each.id for each in views}
    numbers = (1 + secrets.randbelow(MOST_ID) for _ in count())
    return next(each for each in numbers if each not in taken)


def _line(line: CardLine, text: TileText, visit: Visit, look: Look) -> str:
    if line is CardLine.PROCEDURES:
        return text.procedures
    if line is CardLine.PROVIDER:
        return look.providers.get(main_provider(visit), "")
    if line is CardLine.STATUS:
        return visit.status_name.strip()
    if line is CardLine.BALANCE:
        return look.balances.get(visit.pat_num, "")
    return look.say(_of_person(line, visit.person, visit.start.date())) if visit.person is not None else ""


def _of_person(line: CardLine, person: Person, day: date) -> Text:
    if line is CardLine.PHONE:
        return join([person.phone])
    if line is CardLine.ALERT:
        return join([person.alert])
    age = age_on(person.birthdate, day)
    return NO_TEXT if age is None else msg("{n} y", n=age)
