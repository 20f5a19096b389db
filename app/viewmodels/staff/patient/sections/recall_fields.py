"""The fields of a recall that are edited in place."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.api.need import Need
from app.core.text import Text, msg
from app.domain.people.recall_interval import recall_interval
from app.domain.schedule.visit import Person
from app.journal.entries import Entry
from app.services.writes.patients.recall import NO_INTERVAL
from app.viewmodels.inline.edit import FieldSpec
from app.viewmodels.inline.kinds import Choice, ChoiceKind, DateKind, FieldKind, Parsed, TextKind
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.sections.field_group import RowField
from app.viewmodels.staff.patient.sections.recall_rows import interval_text
from app.wire.resources.definitions import DefinitionCategory
from app.wire.resources.recalls import Recall

YEARS_AHEAD = 20
"""How far a due date may be ahead."""
REMINDERS = (
    Choice(False, msg("On", "reminders of a recall")),
    Choice(True, msg("Off", "reminders of a recall")),
)
NO_STATUS = Choice(0, msg("None", "status of a recall"))


class IntervalKind:
    """An interval, typed as 6m1d or in words."""

    choices: tuple[Choice, ...] = ()
    is_long = False

    def shown(self, value: str) -> str:
        """6 months 1 day."""
        return interval_text(value)

    def masked(self, value: str) -> str:
        """Not hidden."""
        return ""

    def text(self, value: str) -> str:
        """As Open Dental writes it: 6m1d."""
        return value.strip()

    def parse(self, text: str) -> Parsed:
        """In Open Dental's form."""
        found = recall_interval(text)
        return Parsed(found) if found is not None else Parsed(problem=NO_INTERVAL)


class StatusKind:
    """One of the office's recall statuses, which are read when a recall is first edited."""

    is_long = False

    def __init__(self) -> None:
        self._kind = ChoiceKind((NO_STATUS,))
        self._is_whole = False

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be chosen now."""
        return self._kind.choices

    def know(self, number: int, name: str) -> None:
        """A recall has this status, before all of them have been read."""
        if number and not any(each.value == number for each in self.choices):
            self._kind = ChoiceKind((*self.choices, Choice(number, name)))

    async def read(self, client: OpenDental) -> None:
        """Read all of them, once. After a refusal those that are known can be chosen."""
        if self._is_whole:
            return
        category = DefinitionCategory.RECALL_UNSCHED_STATUS.number
        try:
            rows = await client.at(Need.CLICK).definitions.list(Category=category)
        except ApiError:
            return
        self._is_whole = True
        shown = [
            Choice(row.DefNum, row.ItemName) for row in rows if row.Category == category and not row.isHidden
        ]
        known = {each.value for each in shown}
        kept = [each for each in self.choices[1:] if each.value not in known]
        self._kind = ChoiceKind((NO_STATUS, *shown, *kept))

    def shown(self, value: Any) -> str:
        """Its name."""
        return self._kind.shown(value) if value else ""

    def masked(self, value: Any) -> str:
        """Not hidden."""
        return ""

    def text(self, value: Any) -> str:
        """Its place among the choices."""
        return self._kind.text(value)

    def parse(self, text: str) -> Parsed:
        """The choice at this place."""
        return self._kind.parse(text)


def recall_fields(desk: DeskViewModel, statuses: StatusKind) -> tuple[RowField, ...]:
    """All of them, in their order."""
    day = desk.now().date()
    dates = DateKind(latest=day.replace(year=day.year + YEARS_AHEAD, day=min(day.day, 28)))

    def write(person: Person, row: Recall, changes: dict[str, Any]) -> Awaitable[Entry]:
        return desk.parts.patient_writes().edit_recall(person, row, changes)

    return (
        _field("RecallInterval", msg("Interval"), IntervalKind(), write),
        _field("DateDue", msg("Due"), dates, write),
        _field("RecallStatus", msg("Status"), statuses, write),
        _field("Note", msg("Note"), TextKind(is_long=True), write),
        _field("IsDisabled", msg("Reminders"), ChoiceKind(REMINDERS), write),
    )


def _field(name: str, label: Text, kind: FieldKind, write: Any) -> RowField:
    return RowField(FieldSpec(name, label, kind), Recall, "RecallNum", write)
