"""How to reach the patient: every field is edited where it is shown."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import Signal

from app.core.text import msg
from app.journal.entries import Wire
from app.services.patients.page import ContactReader
from app.viewmodels.inline.edit import InlineEditViewModel, Phase, Save, SaveResult
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.saving import Saving
from app.viewmodels.staff.patient.sections.contact_fields import ContactField, contact_fields
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
        self._drafts: dict[tuple[int, str], str] = {}
        """What was typed and could not be saved, by patient and field."""
        self._filled: int | None = None
        self.shows_all = False
        super().__init__(desk)
        self.fields = contact_fields(desk.parts)
        self.edits = {field.spec.id: self._edit(field) for field in self.fields}

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
            self._leave()
        super().show(pat_num)

    def _edit(self, field: ContactField) -> InlineEditViewModel:
        parts = self.desk.parts
        return InlineEditViewModel(
            field.spec, field.usual, lambda: self._begin(field.spec.id), parts.scope, parts.clock, self
        )

    def _begin(self, name: str) -> Save:
        """What saves a field, with the row as it is seen now."""
        row, desk = self.value, self.desk
        if row is None:
            raise LookupError("no patient is shown")
        saving = Saving(desk, lambda wire: _value(wire, name), lambda: self.pat_num == row.PatNum)

        async def save(value: Any) -> SaveResult:
            return await saving.save(desk.parts.patient_writes().edit(row, {name: value}), value)

        return save

    def _fill(self, value: Patient) -> None:
        client, same = self.desk.parts.client, self._filled == value.PatNum
        self._filled = value.PatNum
        verdict = client.can(client.patients.update)
        why_not = tr(DELETED) if value.PatStatus is PatientStatus.DELETED else typed(verdict.reason)
        for name, edit in self.edits.items():
            edit.why_not = why_not
            if same:
                edit.show_value(getattr(value, name))
            else:
                edit.start_over(getattr(value, name))
                self._restore(value.PatNum, name, edit)

    def _restore(self, pat_num: int, name: str, edit: InlineEditViewModel) -> None:
        if (draft := self._drafts.pop((pat_num, name), None)) is not None:
            edit.edit()
            edit.type_text(draft)

    def _leave(self) -> None:
        for name, edit in self.edits.items() if self._filled is not None else ():
            if self._filled is not None and edit.state.phase is Phase.EDITING and not edit.commit():
                self._drafts[self._filled, name] = edit.state.draft
        self._filled = None


def _value(wire: Wire, name: str) -> Any:
    """A field of a patient's row in wire form."""
    return getattr(decode_one(msgspec.json.encode(wire), Patient), name)
