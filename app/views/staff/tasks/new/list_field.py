"""A field that finds a task list by typing, with the lists that match below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from app.viewmodels.staff.tasks.new.list_pick import TaskListPick
from app.viewmodels.translation import tr
from app.views.widgets.suggest import SuggestField

REASON = Qt.FocusReason
LEAVING = (REASON.MouseFocusReason, REASON.TabFocusReason, REASON.BacktabFocusReason)
"""Not a popup or another window."""


class TaskListField(SuggestField):
    """`settled`: a list was chosen, or the one that was stays. With the focus, typing replaces the name."""

    settled = Signal()

    def __init__(self, model: TaskListPick, parent: QWidget | None = None) -> None:
        super().__init__(tr("List"), parent)
        self._model = model
        self.line.setPlaceholderText(tr("List: type a part of its name"))
        self.typed.connect(model.type_text)
        self.chosen.connect(self._choose)
        self.confirmed.connect(self._confirm)
        model.changed.connect(self._show)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Select the name when it gets the focus, and settle for a list when it is left for something else."""
        handled = super().eventFilter(watched, event)
        if watched is self.line and event.type() is QEvent.Type.FocusIn:
            self.line.selectAll()
        elif event.type() is QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self._left(event.reason())
        return handled

    def _left(self, reason: Qt.FocusReason) -> None:
        if reason in LEAVING and not self.offers.hasFocus():
            self._model.settle()

    def _choose(self, place: int) -> None:
        self._model.choose(place)
        self.settled.emit()

    def _confirm(self) -> None:
        if self._model.confirm():
            self.settled.emit()

    def _show(self) -> None:
        state = self._model.state
        chosen = state.chosen.shown if state.chosen is not None else ""
        self.show_text(chosen if state.typed is None else state.typed)
        self.offer([each.shown for each in state.offers])
