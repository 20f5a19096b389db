"""Edits one row of a list at a time: opened by the user, closed by itself once it is saved or left."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.journal.entries import Entry
from app.viewmodels.inline.edit import FieldSpec, InlineEditViewModel, Phase
from app.viewmodels.inline.results import NotYet, Save, Saved, SaveResult, Withdrawn
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.saving import Saving, unsettled
from app.viewmodels.translation import typed
from app.viewmodels.verdict import Verdict

R = TypeVar("R", bound=Struct)


class OpenedEdit(QObject, Generic[R]):
    """`changed`: it was opened, closed, or its editor changed. The outcome of a save is also a notice."""

    changed = Signal()

    def __init__(
        self,
        desk: DeskViewModel,
        spec: FieldSpec,
        write: Callable[[R, Any], Awaitable[Entry]],
        may: Callable[[], Verdict],
        key: str,
        parent: QObject | None = None,
    ) -> None:
        """`spec.id` is the row's field, `key` its number.

        `write` saves a new value over the row as it was when it was opened.
        """
        super().__init__(parent)
        self._desk = desk
        self._write = write
        self._may = may
        self._key = key
        self.row: R | None = None
        """The row that is edited; None: none."""
        self.edit = InlineEditViewModel(spec, "", self._begin, desk.parts.scope, desk.parts.clock, self)
        self.edit.changed.connect(self._follow)

    def open(self, row: R) -> None:
        """Edit a row, with the value that an unsettled change will leave. Another one that is being edited is saved."""
        self.close()
        self.edit.why_not = typed(self._may().reason)
        name, waiting = self.edit.spec.id, self._waiting(row)
        if waiting is None:
            self._start(row)
            return
        left = replace(row, **{name: waiting.intent.after[name]})
        result = self._saving(left).waiting(waiting, getattr(left, name))
        self._start(left, typed(result.words))
        self._desk.parts.scope.start(self._follow_waiting(row, left, result), "follow a change")

    def close(self) -> None:
        """Close it. What was typed is saved; what can't be is thrown away."""
        if self.row is None:
            return
        if self.edit.state.phase is Phase.EDITING and not self.edit.commit():
            self.edit.cancel()
        self.row = None
        self.edit.start_over("")
        self.changed.emit()

    def _follow(self) -> None:
        state = self.edit.state
        if self.row is not None and state.phase is Phase.SHOWN and state.tone != "alert":
            self.close()
        else:
            self.changed.emit()

    def _begin(self) -> Save:
        row = self.row
        if row is None:
            raise LookupError("no row is edited")
        saving = self._saving(row)

        async def save(value: Any) -> SaveResult:
            return await saving.save(self._write(row, value), value)

        return save

    def _start(self, row: R, hint: str = "") -> None:
        self.row = None  # nothing is edited until the editor is
        self.edit.start_over(getattr(row, self.edit.spec.id))
        self.row = row
        self.edit.edit(hint)
        self.changed.emit()

    def _saving(self, row: R) -> Saving:
        name = self.edit.spec.id
        return Saving(self._desk, lambda wire: wire.get(name, ""), lambda: self.row is row)

    def _waiting(self, row: R) -> Entry | None:
        """The last unsettled change of the row's field."""
        name, number = self.edit.spec.id, getattr(row, self._key)
        return unsettled(
            self._desk, lambda intent: intent.arguments.get(self._key) == number and name in intent.after
        )

    async def _follow_waiting(self, before: R, row: R, result: NotYet) -> None:
        """Once it is settled, show what it left, unless something was typed since."""
        settled = await result.later() if result.later is not None else result
        is_typed = self.edit.state.draft != self.edit.spec.kind.text(self.edit.state.value)
        if self.row is not row or self.edit.state.phase is not Phase.EDITING or is_typed:
            return
        name = self.edit.spec.id
        self._start(
            replace(before, **{name: settled.value}) if isinstance(settled, Saved | Withdrawn) else before
        )
