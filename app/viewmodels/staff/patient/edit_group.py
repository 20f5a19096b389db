"""Values of one patient at a time that are edited in place: notes, the office's own fields."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject

from app.journal.entries import Entry, Intent, Wire
from app.viewmodels.inline.edit import FieldSpec, InlineEditViewModel, Phase
from app.viewmodels.inline.results import Save, SaveResult
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.saving import Saving, unsettled


class EditGroup(QObject):
    """What is typed when another patient is shown is saved; if it is no valid value, it is kept for its patient."""

    def __init__(
        self,
        desk: DeskViewModel,
        prepare: Callable[[int, str, Any], Callable[[Any], Awaitable[Entry]]],
        read: Callable[[str, Wire], Any],
        leaves: Callable[[Intent, int, str], Wire | None],
        parent: QObject,
    ) -> None:
        """`prepare` gets the PatNum, the field and the value seen when the editing starts.

        What it returns writes a value: another patient may be shown by then. `read` gets a field from a row. `leaves`
        gets the row's fields that a write leaves, if it changes this field of this patient; else None.
        """
        super().__init__(parent)
        self._desk = desk
        self._prepare = prepare
        self._read = read
        self._leaves = leaves
        self._drafts: dict[tuple[int, str], str] = {}
        self._visits = 0
        """Counts who was shown: an editor doesn't show the end of a save from an earlier visit."""
        self._filled: set[str] = set()
        """The fields whose values of the shown patient are known."""
        self.pat_num: int | None = None
        """Whose values are shown; in a FieldGroup, of which row."""
        self.edits: dict[str, InlineEditViewModel] = {}

    def add(self, spec: FieldSpec, empty: Any = "") -> InlineEditViewModel:
        """Another field; `empty` is its value until one is shown."""
        parts, name = self._desk.parts, spec.id
        edit = InlineEditViewModel(spec, empty, lambda: self._begin(name), parts.scope, parts.clock, self)
        self.edits[name] = edit
        return edit

    def fill(self, pat_num: int, values: Mapping[str, Any], why_not: Callable[[str], str]) -> None:
        """Show a patient's values; what is being typed stays. `why_not` tells why a field can't be edited.

        Where a change of a field isn't settled, the value that it will leave is shown, and that it waits.
        """
        if pat_num != self.pat_num:
            self.leave()
        self.pat_num = pat_num
        for name, value in values.items():
            edit = self.edits[name]
            edit.why_not = why_not(name)
            if name not in self._filled:
                edit.start_over(value)
            elif self._waiting(name) is None:
                edit.show_value(value)
            self._follow(name)
            if name in self._filled:
                continue
            self._filled.add(name)
            if (draft := self._drafts.pop((pat_num, name), None)) is not None:
                edit.edit()
                edit.type_text(draft)

    def leave(self) -> None:
        """Nobody's values are shown any more."""
        pat_num, self.pat_num = self.pat_num, None
        self._visits += pat_num is not None
        self._filled.clear()
        for name, edit in self.edits.items() if pat_num is not None else ():
            if pat_num is not None and edit.state.phase is Phase.EDITING and not edit.commit():
                self._drafts[pat_num, name] = edit.state.draft

    def _begin(self, name: str) -> Save:
        pat_num, seen, visit = self.pat_num, self.edits[name].state.value, self._visits
        if pat_num is None:
            raise LookupError("no patient is shown")
        write, saving = self._prepare(pat_num, name, seen), self._saving(name, visit)

        async def save(value: Any) -> SaveResult:
            return await saving.save(write(value), value)

        return save

    def _saving(self, name: str, visit: int) -> Saving:
        return Saving(self._desk, lambda wire: self._read(name, wire), lambda: self._visits == visit)

    def _waiting(self, name: str) -> tuple[Entry, Wire] | None:
        """The last unsettled change of a field of the shown patient, and the row's fields that it will leave."""
        pat_num = self.pat_num or 0
        entry = unsettled(self._desk, lambda intent: self._leaves(intent, pat_num, name) is not None)
        left = self._leaves(entry.intent, pat_num, name) if entry is not None else None
        return None if entry is None or left is None else (entry, left)

    def _follow(self, name: str) -> None:
        """Show what waits for the server, if something does, until it is settled."""
        if (found := self._waiting(name)) is not None:
            entry, left = found
            value = self._read(name, left)
            self.edits[name].wait_for(entry.id, value, self._saving(name, self._visits).waiting(entry, value))
