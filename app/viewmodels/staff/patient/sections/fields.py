"""The office's own patient fields: text, pick list, date, check box, currency."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

import msgspec
from PySide6.QtCore import Signal

from app.core.text import msg
from app.journal.entries import Entry, Intent, Wire, WriteState
from app.services.patients.parts.filed import FieldDef, Filed
from app.services.writes.patients.pat_field import field_subject
from app.store.patients.parts import Ready, Refused
from app.viewmodels.inline.edit import FieldSpec, InlineEditViewModel
from app.viewmodels.inline.kinds import Choice, ChoiceKind, DateKind, FieldKind, TextKind
from app.viewmodels.inline.stored_kinds import StoredAmountKind, StoredDateKind
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.edit_group import EditGroup
from app.viewmodels.staff.patient.people import may, person_of
from app.viewmodels.staff.patient.sections.filed import FiledSection
from app.viewmodels.translation import tr, typed
from app.wire.codec import decode_one
from app.wire.resources.pat_field_defs import PatFieldType
from app.wire.resources.pat_fields import PatField, PatFields

FEW = 8
"""Up to so many fields are all shown; of more, the empty ones on request."""
YEARS_AHEAD = 30
EDITABLE = frozenset(
    {
        PatFieldType.TEXT,
        PatFieldType.PICK_LIST,
        PatFieldType.DATE,
        PatFieldType.CHECKBOX,
        PatFieldType.CURRENCY,
    }
)


class FieldsSection(FiledSection[tuple[PatField, ...]]):
    """One line for each field of the office. `fields_changed`: the office has other fields."""

    group = "fields"

    fields_changed = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._definitions: tuple[FieldDef, ...] = ()
        self._rows: dict[str, PatField] = {}
        self.shows_all = False
        self.definitions_note = ""
        """Why the fields without a value are missing; empty: they aren't."""
        self.editors = EditGroup(desk, self._prepare, lambda _, wire: _value(wire), _leaves, self)
        self._may = may(desk, PatFields.update)

    @property
    def edits(self) -> dict[str, InlineEditViewModel]:
        """The editors by the fields' names, in the office's order."""
        return self.editors.edits

    @property
    def shown_fields(self) -> tuple[str, ...]:
        """The names of the fields to show."""
        everything = self.shows_all or len(self.edits) <= FEW
        return tuple(name for name in self.edits if everything or name in self._rows)

    def show(self, pat_num: int | None) -> None:
        """Show this patient's. What is being typed for the one before is saved."""
        if pat_num != self.pat_num:
            self.editors.leave()
        super().show(pat_num)

    def show_all(self, *, shown: bool) -> None:
        """Show the empty fields too, or only the filled ones."""
        self.shows_all = shown
        self.changed.emit()

    def _fill(self, value: tuple[PatField, ...]) -> None:
        if self.pat_num is None:
            return
        self._rows = {row.FieldName: row for row in value}
        self._define(value)
        values = {name: self._rows[name].FieldValue if name in self._rows else "" for name in self.edits}
        self.editors.fill(self.pat_num, values, self._why_not)

    def _define(self, rows: tuple[PatField, ...]) -> None:
        """Make the editors. A value of a field without a known definition is shown as text."""
        state = self._part.state(self.pat_num or 0)
        whole = state.value if isinstance(state, Ready) and isinstance(state.value, Filed) else Filed()
        known = whole.definitions
        self.definitions_note = explain(known.why).sentence if isinstance(known, Refused) else ""
        definitions = known if isinstance(known, tuple) else ()
        named = {each.name for each in definitions}
        others = [FieldDef(row.FieldName, PatFieldType.TEXT) for row in rows if row.FieldName not in named]
        if isinstance(known, Refused) or not named:
            definitions = (*definitions, *others)
        if definitions != self._definitions:
            self._definitions = definitions
            self.editors.leave()
            self.editors.edits.clear()
            for each in definitions:
                self.editors.add(FieldSpec(each.name, each.name, kind_of(each, self.desk.now().date())))
            self.fields_changed.emit()

    def _why_not(self, name: str) -> str:
        kind = next(each.kind for each in self._definitions if each.name == name)
        if kind not in EDITABLE:
            return tr("Open Dental fills in this field.")
        return typed(self._may().reason)

    def _prepare(self, pat_num: int, name: str, _seen: str) -> Callable[[Any], Awaitable[Entry]]:
        person, row = person_of(self.desk, pat_num), self._rows.get(name)

        async def write(value: str) -> Entry:
            entry = await self.desk.parts.patient_writes().set_field(person, name, row, value)
            if entry.state is WriteState.DONE and pat_num == self.pat_num:
                self._learn(name, entry.answer if value else None)
            return entry

        return write

    def _learn(self, name: str, row: Wire | None) -> None:
        """A value was saved: the next one may be typed before it is read again."""
        if row is None:
            self._rows.pop(name, None)
        else:
            self._rows[name] = decode_one(msgspec.json.encode(row), PatField)


def _leaves(intent: Intent, pat_num: int, name: str) -> Wire | None:
    """What a write of a patient's field leaves; of one that removes the value, none."""
    if intent.subject != field_subject(pat_num, name):
        return None
    return intent.after or {"FieldValue": ""}


def kind_of(definition: FieldDef, today: date) -> FieldKind:
    """How a field's values are shown and typed."""
    none = Choice("", msg("None", "value of a field"))
    match definition.kind:
        case PatFieldType.PICK_LIST if definition.items:
            return ChoiceKind((none, *(Choice(item, item) for item in definition.items)))
        case PatFieldType.CHECKBOX:
            return ChoiceKind((Choice("1", msg("Yes")), Choice("", msg("No"))))
        case PatFieldType.DATE:
            return StoredDateKind(DateKind(latest=date(today.year + YEARS_AHEAD, 12, 31)))
        case PatFieldType.CURRENCY:
            return StoredAmountKind()
        case _:
            return TextKind()


def _value(wire: Wire) -> str:
    return str(wire.get("FieldValue", ""))
