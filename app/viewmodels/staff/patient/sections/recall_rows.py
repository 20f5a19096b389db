"""The lines of the Recalls section."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from app.core.text import Text, join, many
from app.domain.people.recall_interval import interval_parts
from app.services.patients.parts.recalls import PatientRecalls, is_disabled, is_overdue
from app.viewmodels.tables.column import date_text
from app.viewmodels.translation import tr
from app.wire.resources.recalls import Recall, RecallPriority

SOON = timedelta(days=30)
"""How long before its date a recall counts as due."""


class RecallRow(Struct, frozen=True):
    """One recall, ready to be shown. `tone` is that of `due`: "alert", "money", "good" or "second"."""

    recall_num: int
    kind: str
    due: str
    """When it is due, booked, or that it is off."""
    tone: str
    details: str
    """Interval, last visit, status."""
    note: str
    can_book: bool

    @property
    def spoken(self) -> str:
        """The line for a screen reader."""
        return ", ".join(part for part in (self.kind, self.due, self.details, self.note) if part)


class RecallChoice(Struct, frozen=True):
    """A type that the patient has no recall of."""

    type_num: int
    text: str


def choices_of(recalls: PatientRecalls) -> tuple[RecallChoice, ...]:
    """The types that the patient has no recall of."""
    held = {row.RecallTypeNum for row in recalls.rows}
    free = (each for number, each in recalls.types.items() if number not in held)
    return tuple(RecallChoice(each.RecallTypeNum, each.Description.strip()) for each in free)


def recall_rows(recalls: PatientRecalls, today: date) -> tuple[RecallRow, ...]:
    """Due ones first, by date; then those that are booked, then those that are off."""
    rows = sorted(recalls.rows, key=lambda row: (is_disabled(row, today), is_booked(row, today)))
    return tuple(_row(row, recalls, today) for row in rows)


def kind_of(row: Recall, recalls: PatientRecalls) -> str:
    """The name of a recall's type."""
    known = recalls.types.get(row.RecallTypeNum)
    return known.Description.strip() if known is not None and known.Description.strip() else tr("Recall")


def is_booked(row: Recall, today: date) -> bool:
    """Whether an appointment for it is on the schedule."""
    return row.DateScheduled is not None and row.DateScheduled >= today


def interval_text(interval: str) -> str:
    """6m1d as "6 months 1 day"; what is no interval as it is, and nothing for none."""
    words = [_part(number, unit) for number, unit in interval_parts(interval)]
    return tr(join(words)) if words else interval.strip()


def _part(number: int, unit: str) -> Text:
    match unit:
        case "y":
            return many("{n} years", "{n} year", number)
        case "m":
            return many("{n} months", "{n} month", number)
        case "w":
            return many("{n} weeks", "{n} week", number)
        case _:
            return many("{n} days", "{n} day", number)


def _row(row: Recall, recalls: PatientRecalls, today: date) -> RecallRow:
    due, tone = _due(row, today)
    return RecallRow(
        row.RecallNum,
        kind_of(row, recalls),
        due,
        tone,
        " · ".join(_details(row)),
        row.Note.strip(),
        can_book=not is_booked(row, today) and not is_disabled(row, today),
    )


def _due(row: Recall, today: date) -> tuple[str, str]:
    if is_disabled(row, today):
        until = row.DisableUntilDate
        if not row.IsDisabled and until is not None:
            #: a recall that does not remind
            return tr("Off until {day}", day=date_text(until)), "second"
        return tr("Off", "a recall that does not remind"), "second"
    if is_booked(row, today) and row.DateScheduled is not None:
        return tr("Booked {day}", day=date_text(row.DateScheduled)), "good"
    if row.DateDue is None:
        return tr("No due date"), "second"
    day = date_text(row.DateDue)
    if is_overdue(row, today):
        return tr("Overdue since {day}", day=day), "alert"
    return tr("Due {day}", day=day), "money" if row.DateDue <= today + SOON else "second"


def _details(row: Recall) -> Iterable[str]:
    if every := interval_text(row.RecallInterval):
        yield tr("Every {interval}", interval=every)
    if row.DatePrevious is not None:
        yield tr("last {day}", day=date_text(row.DatePrevious))
    if row.Priority is RecallPriority.ASAP:
        yield tr("ASAP")
    if row.recallStatus.strip():
        yield row.recallStatus.strip()
