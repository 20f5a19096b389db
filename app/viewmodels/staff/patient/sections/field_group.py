"""Fields of one or several rows that are edited in place together: a plan's, a recall's."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject

from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent, Wire
from app.viewmodels.inline.edit import FieldSpec, InlineEditViewModel
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.edit_group import EditGroup
from app.wire.codec import decode_one
from app.wire.record import Record

Rows = Mapping[type[Record], Record]
"""The rows as they are seen now, by their kind."""


class RowField(Struct, frozen=True):
    """A field of a row of `record`, named by its spec.

    `key` is the record's own number. `write` gets the patient, the row as it was seen, and the changed field.
    """

    spec: FieldSpec
    record: type[Record]
    key: str
    write: Callable[[Person, Any, dict[str, Any]], Awaitable[Entry]]


class FieldGroup(QObject):
    """The editors of one subject at a time, known by a number. A field whose row was not read is not shown."""

    def __init__(self, desk: DeskViewModel, fields: tuple[RowField, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._fields = {field.spec.id: field for field in fields}
        self._seen: dict[int, tuple[Person, Rows]] = {}
        """By subject: a save may begin after another one is shown."""
        self._group = EditGroup(desk, self._prepare, self._read, self._leaves, self)
        for field in fields:
            self._group.add(field.spec, None)

    @property
    def edits(self) -> dict[str, InlineEditViewModel]:
        """The editors by the fields' ids."""
        return self._group.edits

    def fill(self, number: int, person: Person, rows: Rows, why_not: Mapping[str, str]) -> None:
        """Show a subject's rows, on a patient's page. `why_not`: why a field can't be edited, by its id."""
        shown = {name: field.record for name, field in self._fields.items() if field.record in rows}
        values = {name: getattr(rows[record], name) for name, record in shown.items()}
        self._seen[number] = person, rows
        self._group.fill(number, values, lambda name: why_not.get(name, ""))

    def leave(self) -> None:
        """Show no subject: what is being typed is saved, or kept if it is no valid value."""
        self._group.leave()

    def has(self, name: str) -> bool:
        """Whether the row of a field was read."""
        number = self._group.pat_num
        return number is not None and self._fields[name].record in self._seen[number][1]

    def _prepare(self, number: int, name: str, seen: Any) -> Callable[[Any], Awaitable[Entry]]:
        field, (person, rows) = self._fields[name], self._seen[number]
        row = replace(rows[field.record], **{name: seen})
        return lambda value: field.write(person, row, {name: value})

    def _leaves(self, intent: Intent, number: int, name: str) -> Wire | None:
        """What an edit of the field's row leaves, seen from any subject that has this row."""
        field, (_, rows) = self._fields[name], self._seen[number]
        ours = intent.arguments.get(field.key) == getattr(rows[field.record], field.key)
        return intent.after if ours and name in intent.after else None

    def _read(self, name: str, wire: Wire) -> Any:
        return getattr(decode_one(msgspec.json.encode(wire), self._fields[name].record), name)
