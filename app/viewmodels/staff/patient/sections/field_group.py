"""Fields of one or several rows that are edited in place together: a plan's, a recall's."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable, Mapping
from typing import Any

import msgspec
from msgspec import Struct
from PySide6.QtCore import QObject

from app.journal.entries import Entry, Wire
from app.viewmodels.inline.edit import FieldSpec, InlineEditViewModel, Phase, Save, SaveResult
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.saving import Saving
from app.wire.codec import decode_one
from app.wire.record import Record

Rows = Mapping[type[Record], Record]
"""The rows as they are seen now, by their kind."""


class RowField(Struct, frozen=True):
    """A field of a row of `record`, named by its spec. `write` sends the row as it was seen with one changed field."""

    spec: FieldSpec
    record: type[Record]
    write: Callable[[Any, dict[str, Any]], Awaitable[Entry]]


class FieldGroup(QObject):
    """The editors of one subject at a time. What can't be saved when another one is shown is kept for its subject."""

    def __init__(self, desk: DeskViewModel, fields: tuple[RowField, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._fields = {field.spec.id: field for field in fields}
        self._rows: Rows = {}
        self._drafts: dict[tuple[Hashable, str], str] = {}
        self.key: Hashable | None = None
        """The subject that is shown; None: none."""
        parts = desk.parts
        self.edits = {
            name: InlineEditViewModel(field.spec, None, self._beginner(field), parts.scope, parts.clock, self)
            for name, field in self._fields.items()
        }

    def fill(self, key: Hashable, rows: Rows, why_not: Mapping[str, str]) -> None:
        """Show a subject's rows; a field whose row is missing is not shown. `why_not`: why one can't be edited."""
        same, self._rows = key == self.key, rows
        if not same:
            self.leave()
        self.key = key
        for name, edit in self.edits.items():
            row = rows.get(self._fields[name].record)
            value = getattr(row, name) if row is not None else None
            edit.why_not = why_not.get(name, "")
            if same:
                edit.show_value(value)
                continue
            edit.start_over(value)
            if (draft := self._drafts.pop((key, name), None)) is not None:
                edit.edit()
                edit.type_text(draft)

    def leave(self) -> None:
        """Show no subject: what is being typed is saved, or kept if it is no valid value."""
        key, self.key = self.key, None
        for name, edit in self.edits.items() if key is not None else ():
            if edit.state.phase is Phase.EDITING and not edit.commit():
                self._drafts[key, name] = edit.state.draft

    def has(self, name: str) -> bool:
        """Whether the row of a field was read."""
        return self._fields[name].record in self._rows

    def _beginner(self, field: RowField) -> Callable[[], Save]:
        return lambda: self._begin(field)

    def _begin(self, field: RowField) -> Save:
        row, key, name = self._rows[field.record], self.key, field.spec.id
        saving = Saving(self._desk, lambda wire: _value(wire, field), lambda: self.key == key)

        async def save(value: Any) -> SaveResult:
            return await saving.save(field.write(row, {name: value}), value)

        return save


def _value(wire: Wire, field: RowField) -> Any:
    return getattr(decode_one(msgspec.json.encode(wire), field.record), field.spec.id)
