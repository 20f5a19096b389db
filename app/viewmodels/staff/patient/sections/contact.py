"""How to reach the patient: every field is edited where it is shown."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import Signal

from app.core.text import msg
from app.journal.entries import Entry, Intent, Wire
from app.services.patients.page import ContactReader
from app.services.writes.patients.edit import patient_subject
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.edit_group import EditGroup
from app.viewmodels.staff.patient.sections.contact_fields import contact_fields
from app.viewmodels.staff.patient.sections.section import Section
from app.viewmodels.translation import tr, typed
from app.wire.codec import decode_one
from app.wire.resources.patients import Patient, PatientStatus

DELETED = msg("This patient was deleted in Open Dental.")


class ContactSection(Section[Patient]):
    """Name, birthdate, phones, e-mail, address and the like. Only the changed field is sent.

    `fields_changed`: fields appeared or went, because they got a value, or all were asked for.
    """

    reader = ContactReader
    fields_changed = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        self.shows_all = False
        super().__init__(desk)
        self.fields = contact_fields(desk.parts)
        self._group = EditGroup(desk, self._prepare, _value, _leaves, self)
        self.edits = {field.spec.id: self._group.add(field.spec, field.usual) for field in self.fields}

    @property
    def shown_fields(self) -> tuple[str, ...]:
        """The ids of the fields to show: those with a value that are not rare, those that are always shown, or all."""
        row = self.value
        return tuple(
            field.spec.id
            for field in self.fields
            if self.shows_all
            or field.always
            or (row is not None and not field.rare and getattr(row, field.spec.id) != field.usual)
        )

    def show_all(self, *, shown: bool) -> None:
        """Show the empty fields too, or only the usual ones."""
        self.shows_all = shown
        self.fields_changed.emit()

    def show(self, pat_num: int | None) -> None:
        """Show this patient's. What is being typed for the one before is saved; if it can't be, it is kept."""
        if pat_num != self.pat_num:
            self._group.leave()
        super().show(pat_num)

    def _prepare(self, _pat_num: int, name: str, seen: Any) -> Callable[[Any], Awaitable[Entry]]:
        """What writes a field over the value seen."""
        shown, desk = self.value, self.desk
        if shown is None:
            raise LookupError("no patient is shown")
        row = replace(shown, **{name: seen})
        return lambda value: desk.parts.patient_writes().edit(row, {name: value})

    def _fill(self, value: Patient) -> None:
        client = self.desk.parts.client
        verdict = client.can(client.patients.update)
        why_not = tr(DELETED) if value.PatStatus is PatientStatus.DELETED else typed(verdict.reason)
        values = {name: getattr(value, name) for name in self.edits}
        self._group.fill(value.PatNum, values, lambda _: why_not)


def _leaves(intent: Intent, pat_num: int, name: str) -> Wire | None:
    """What an edit of this patient's row leaves of a field."""
    ours = intent.subject == patient_subject(pat_num) and name in intent.after
    return intent.after if ours else None


def _value(name: str, wire: Wire) -> Any:
    """A field of a patient's row in wire form."""
    return getattr(decode_one(msgspec.json.encode(wire), Patient), name)
