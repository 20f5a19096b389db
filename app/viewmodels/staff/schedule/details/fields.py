"""The office's own fields of the appointment shown, edited where they are shown."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.core.text import msg
from app.domain.schedule.visit import Visit
from app.journal.entries import Entry, Intent, Wire
from app.services.visits.facts import ApptFieldValue
from app.services.writes.details.detail_writes import DetailWrites
from app.services.writes.details.fields import appt_field_subject
from app.viewmodels.inline.edit import FieldSpec, InlineEditViewModel
from app.viewmodels.inline.kinds import Choice, ChoiceKind, FieldKind, TextKind
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.edit_group import EditGroup
from app.wire.resources.appt_field_defs import ApptFieldType


class AppointmentFields(QObject):
    """One editor for each field. `fields_changed`: the office has other fields."""

    fields_changed = Signal()

    def __init__(self, desk: DeskViewModel, writes: DetailWrites, parent: QObject) -> None:
        super().__init__(parent)
        self._writes = writes
        self._visit: Visit | None = None
        self._defined: tuple[tuple[str, FieldKind], ...] = ()
        self._editors = EditGroup(desk, self._prepare, lambda _, wire: wire["FieldValue"], _leaves, self)

    @property
    def edits(self) -> dict[str, InlineEditViewModel]:
        """The editors by the fields' names, in the office's order."""
        return self._editors.edits

    def show(self, visit: Visit, fields: tuple[ApptFieldValue, ...], why_not: str) -> None:
        """Show an appointment's values. What is being typed for another one is saved, or kept if it is invalid."""
        if self._visit is None or visit.apt_num != self._visit.apt_num:
            self._editors.leave()
        self._visit = visit
        defined = tuple((each.name, _kind_of(each)) for each in fields)
        if defined != self._defined:
            self._defined = defined
            self._editors.leave()
            self._editors.edits.clear()
            for name, kind in defined:
                self._editors.add(FieldSpec(name, name, kind))
            self.fields_changed.emit()
        values = {each.name: each.value for each in fields}
        self._editors.fill(visit.apt_num, values, lambda _: why_not)

    def leave(self) -> None:
        """No appointment is shown."""
        self._editors.leave()
        self._visit = None

    def _prepare(self, apt_num: int, name: str, seen: str) -> Callable[[Any], Awaitable[Entry]]:
        visit = self._visit
        if visit is None or visit.apt_num != apt_num:
            raise LookupError("the appointment is not shown")

        async def write(value: str) -> Entry:
            return await self._writes.set_field(visit, name, seen, value)

        return write


def _leaves(intent: Intent, apt_num: int, name: str) -> Wire | None:
    """What a write of an appointment's field leaves."""
    return dict(intent.after) if intent.subject == appt_field_subject(apt_num, name) else None


def _kind_of(field: ApptFieldValue) -> FieldKind:
    if field.kind is ApptFieldType.PICK_LIST and field.items:
        none = Choice("", msg("None", "value of a field"))
        listed = [*field.items, *([field.value] if field.value and field.value not in field.items else [])]
        return ChoiceKind((none, *(Choice(item, item) for item in listed)))
    return TextKind()
