"""The fields of one form: filled in where the API allows, read where it doesn't."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.core.text import At, Shape, msg
from app.services.writes.patients.sheet import FILLED
from app.services.writes.patients.words import FIELD_WORDS
from app.viewmodels.inline.edit import FieldSpec, InlineEditViewModel
from app.viewmodels.inline.kinds import Choice, ChoiceKind, FieldKind, TextKind
from app.viewmodels.inline.results import Save, SaveResult
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.papers.form_rows import FormRow
from app.viewmodels.staff.patient.saving import Saving
from app.viewmodels.translation import tr, typed
from app.wire.resources.sheet_fields import SheetField, SheetFieldType

MARK = "X"
"""What a checked box holds."""
CHECK = ChoiceKind((Choice(MARK, msg("Yes")), Choice("", msg("No"))))
SIGNED = frozenset({SheetFieldType.SIG_BOX, SheetFieldType.SIG_BOX_PRACTICE})
READ = frozenset({SheetFieldType.STATIC_TEXT, SheetFieldType.PARAMETER})
MEDICATION = "inputMed"  # words: how the API names the fields of medications


class Role(StrEnum):
    """How a field is shown."""

    EDIT = "edit"
    TEXT = "text"
    SIGNATURE = "signature"


class FormField(Struct, frozen=True):
    """One field, ready to be shown."""

    number: int
    role: Role
    label: str
    text: str
    """Of a field that is only read."""
    signed: bool = False


class FormFields(QObject):
    """`changed`: another form, or its fields were read."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reading = LatestTask(desk.parts.scope)
        self._rows: dict[int, SheetField] = {}
        self.row: FormRow | None = None
        """The selected form."""
        self.fields: tuple[FormField, ...] = ()
        self.edits: dict[int, InlineEditViewModel] = {}
        """By SheetFieldNum."""
        self.words = ""
        """What is shown in place of the fields: that they are loading, or why they can't be read."""

    @property
    def why_not(self) -> str:
        """Why the form can't be filled in here; empty: it can."""
        client = self._desk.parts.client
        return typed(client.can(client.sheet_fields.update).reason)

    def select(self, row: FormRow | None) -> None:
        """Show this form; None: none. What is being typed is saved."""
        if row == self.row:
            return
        same = row is not None and self.row is not None and row.sheet_num == self.row.sheet_num
        self.row = row
        if not same:
            for edit in self.edits.values():
                edit.commit()
            self._rows, self.fields, self.edits = {}, (), {}
            self.words = tr("Loading…") if row is not None else ""
        if row is None:
            self._reading.cancel()
        else:
            self._reading.start(self._read(row.sheet_num), "fields of a form")
        self.changed.emit()

    def read_again(self) -> None:
        """Read the fields again."""
        if self.row is not None:
            self._reading.start(self._read(self.row.sheet_num), "fields of a form")

    async def _read(self, sheet_num: int) -> None:
        try:
            rows = await self._desk.parts.client.at(Need.CLICK).sheet_fields.list(SheetNum=sheet_num)
        except ApiError as error:
            if not self.fields:
                self.words = explain(error).sentence
            self.changed.emit()
            return
        self._rows = {row.SheetFieldNum: row for row in rows}
        self.fields = tuple(field for row in rows if (field := _field(row)) is not None)
        self.words = "" if self.fields else tr("This form has no fields to show. Open it in Open Dental.")
        for field in self.fields:
            if field.role is Role.EDIT:
                self._fill(self._rows[field.number])
        self.changed.emit()

    def _fill(self, row: SheetField) -> None:
        edit = self.edits.get(row.SheetFieldNum)
        if edit is not None:
            edit.show_value(row.FieldValue)
            return
        kind: FieldKind = (
            CHECK if row.FieldType is SheetFieldType.CHECK_BOX else TextKind(required=row.IsRequired)
        )
        parts, number = self._desk.parts, row.SheetFieldNum
        edit = self.edits[number] = InlineEditViewModel(
            FieldSpec(str(number), label_of(row), kind), row.FieldValue, self._beginner(number),
            parts.scope, parts.clock, self,
        )  # fmt: skip
        edit.why_not = self.why_not

    def _beginner(self, number: int) -> Callable[[], Save]:
        return lambda: self._begin(number)

    def _begin(self, number: int) -> Save:
        """What saves a field, with the row as it is seen now."""
        desk, form, row = self._desk, self.row, self._rows[number]
        person = desk.chosen.person()
        if form is None or person is None or person.pat_num != form.row.PatNum:
            raise LookupError("the form's patient is not selected")
        papers = desk.parts.patient_writes().papers
        saving = Saving(
            desk,
            lambda wire: wire["FieldValue"],
            lambda: self.row is not None and self.row.sheet_num == form.sheet_num,
        )

        async def save(value: Any) -> SaveResult:
            return await saving.save(papers.fill_sheet(person, row, value), value)

        return save


def _field(row: SheetField) -> FormField | None:
    """A field as it is shown; None: lines, pictures and the like, which only the form itself shows."""
    if row.FieldType in FILLED:
        return FormField(row.SheetFieldNum, Role.EDIT, label_of(row), "")
    if row.FieldType in SIGNED:
        at = row.DateTimeSig
        signed = bool(row.FieldValue) or at is not None
        when = tr("Signed {time}", time=At(at, Shape.DATE)) if at is not None else tr("Signed")
        words = when if signed else tr("Not signed. It is signed in Open Dental.")
        return FormField(row.SheetFieldNum, Role.SIGNATURE, tr("Signature"), words, signed)
    if row.FieldType in READ and row.FieldValue.strip():
        return FormField(row.SheetFieldNum, Role.TEXT, "", row.FieldValue.strip())
    if row.FieldType is SheetFieldType.COMBO_BOX:
        return FormField(row.SheetFieldNum, Role.TEXT, label_of(row), row.FieldValue.partition(";")[0])
    return None


def label_of(row: SheetField) -> str:
    """The name of a field: its reporting name, else the API's name as words ("allergy:Penicillin")."""
    name = row.ReportableName.strip() or row.FieldName.strip()
    if name.startswith(MEDICATION):
        return tr("Medication {n}", n=name.removeprefix(MEDICATION))
    if name in FIELD_WORDS:
        words = tr(FIELD_WORDS[name])
        return words[:1].upper() + words[1:]
    if not name or name == "misc":  # words: the API's name of a field without one
        return tr("Text")
    if row.ReportableName.strip():
        return name
    group, _, item = name.rpartition(":")
    last = re.sub(r"(?<=[a-z])[FL]{1,2}$", "", item.rpartition(".")[2])  # words: nameFL is a name's order
    words = " ".join(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", last).split())
    return f"{group.capitalize()}: {words}" if group else words.capitalize()
