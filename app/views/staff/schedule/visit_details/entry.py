"""The field that adds a procedure to the appointment, with the codes that fit what is typed below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.viewmodels.staff.schedule.details.entry import ProcedureEntry
from app.viewmodels.translation import tr
from app.views.widgets.labels import plain_label, plain_tip
from app.views.widgets.suggest import SuggestField


class EntryField(QWidget):
    """Enter adds; with several codes it goes to their list, and Enter there takes the first one."""

    def __init__(self, entry: ProcedureEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self.field = SuggestField(tr("Add a procedure"))
        self.field.line.setPlaceholderText(tr("Add: crown 14, 2392 3 MO"))
        self.field.offers.setWordWrap(False)
        self.field.offers.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._hint, self._problem = plain_label(kind="second", wrap=True), plain_label(kind="late", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.field, self._problem, self._hint):
            column.addWidget(widget)
        self.setFocusProxy(self.field)
        self.field.typed.connect(entry.type_text)
        self.field.confirmed.connect(entry.confirm)
        self.field.chosen.connect(entry.pick)
        entry.changed.connect(self._show)
        entry.choose.connect(self._choose)
        entry.wanted.connect(self.take_focus)
        self._show()

    def take_focus(self) -> None:
        """Go on typing."""
        self.field.line.setFocus()
        self.field.line.end(False)  # Qt takes it by place

    def begin(self, text: str) -> None:
        """A key was typed elsewhere on the page."""
        self.take_focus()
        self.field.line.insert(text)
        self._entry.type_text(self.field.line.text())

    def set_why_not(self, why_not: str) -> None:
        """Why nothing can be added; empty if it can."""
        self.field.line.setEnabled(not why_not)
        self.field.line.setToolTip(plain_tip(why_not))

    def _show(self) -> None:
        state = self._entry.state
        self.field.show_text(state.text)
        self.field.offer(state.offers)
        for at, line in enumerate(state.offers):
            self.field.offers.item(at).setToolTip(plain_tip(line))
        for label, words in ((self._hint, state.hint), (self._problem, state.problem)):
            label.setText(words)
            label.setVisible(bool(words))

    def _choose(self) -> None:
        self.field.offers.setCurrentRow(0)
        self.field.offers.setFocus()
