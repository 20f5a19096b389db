"""Edits one row of a list at a time: opened by the user, closed by itself once it is saved or left."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from app.journal.entries import Entry
from app.viewmodels.inline.edit import FieldSpec, InlineEditViewModel, Phase, Save, SaveResult
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.saving import Saving
from app.viewmodels.translation import typed
from app.viewmodels.verdict import Verdict

R = TypeVar("R")


class OpenedEdit(QObject, Generic[R]):
    """`changed`: it was opened, closed, or its editor changed. The outcome of a save is also a notice."""

    changed = Signal()

    def __init__(
        self,
        desk: DeskViewModel,
        spec: FieldSpec,
        write: Callable[[R, Any], Awaitable[Entry]],
        may: Callable[[], Verdict],
        parent: QObject | None = None,
    ) -> None:
        """`spec.id` is the row's field; `write` saves a new value over the row as it was when it was opened."""
        super().__init__(parent)
        self._desk = desk
        self._write = write
        self._may = may
        self.row: R | None = None
        """The row that is edited; None: none."""
        self.edit = InlineEditViewModel(spec, "", self._begin, desk.parts.scope, desk.parts.clock, self)
        self.edit.changed.connect(self._follow)

    def open(self, row: R) -> None:
        """Edit a row. Another one that is being edited is saved."""
        self.close()
        self.edit.why_not = typed(self._may().reason)
        self.edit.start_over(getattr(row, self.edit.spec.id))
        self.row = row
        self.edit.edit()
        self.changed.emit()

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
        row, name = self.row, self.edit.spec.id
        if row is None:
            raise LookupError("no row is edited")
        saving = Saving(self._desk, lambda wire: wire.get(name, ""), lambda: self.row is row)

        async def save(value: Any) -> SaveResult:
            return await saving.save(self._write(row, value), value)

        return save
