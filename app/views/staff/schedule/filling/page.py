"""The side panel's page of who fits free time."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.viewmodels.staff.schedule.filling.calls import MESSAGE, NO_ANSWER
from app.viewmodels.staff.schedule.filling.filling import FillViewModel
from app.viewmodels.staff.schedule.filling.model import ROW, FillListModel
from app.viewmodels.staff.schedule.filling.preview import previewed
from app.viewmodels.staff.schedule.previewed_opening import PreviewedOpening
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.translation import tr, typed
from app.views.staff.schedule.filling.fit_list import LEAST, FitList
from app.views.theme.theme import Theme
from app.views.widgets.entry_form import KeepsLetters
from app.views.widgets.labels import breakable, plain_label, plain_tip


class FillPage(KeepsLetters):
    """The free time, the list, and what is not in the list. Esc closes."""

    closed = Signal()

    def __init__(self, viewmodel: FillViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._rows = FillListModel(self)
        self._title = plain_label(kind="title", wrap=True)
        self._about, self._summary = plain_label(kind="second", wrap=True), plain_label(wrap=True)
        self._notes = plain_label(kind="second", wrap=True)
        self.list = FitList(self._rows, theme)
        self.list.chosen.connect(viewmodel.choose)
        self.list.called.connect(viewmodel.log)
        self._calls = QWidget()
        self.every = QCheckBox(tr("Patients of all clinics"))
        self.every.setToolTip(plain_tip("A"))
        self.every.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.every.toggled.connect(lambda on: viewmodel.ask_every_clinic(on=on))
        self.more = QPushButton(tr("Show more"))
        self.more.clicked.connect(lambda: viewmodel.show_more())
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lay_out()
        viewmodel.changed.connect(self._show)
        self._show()

    def take_focus(self) -> None:
        """Focus the list, at the patient chosen last; the page itself while the list is empty."""
        if not self._rows.rowCount():
            self.setFocus()
            return
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._rows.index(0))
        self.list.setFocus()

    def preview(self, schedule: ScheduleViewModel) -> PreviewedOpening | None:
        """Where the current patient would be on the schedule."""
        index = self.list.currentIndex()
        return previewed(schedule, index.data(ROW)) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; A asks for the patients of all clinics."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_A and not event.modifiers() and self.every.isVisible():
            self.every.toggle()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        close = QPushButton(tr("Close"))
        close.clicked.connect(lambda: self.closed.emit())
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        for label in (self._about, self._summary, self._notes):
            column.addWidget(label)
        column.addWidget(self.every)
        column.addWidget(self.list, 1)
        column.addWidget(self.more)
        column.addWidget(self._calls)
        column.addStretch()
        row = QHBoxLayout(self._calls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        verdict = self._viewmodel.calls.verdict()
        for title, key, text in ((tr("No answer"), "N", NO_ANSWER), (tr("Left message"), "M", MESSAGE)):
            button = QPushButton(title)
            button.setEnabled(verdict.ok)
            button.setToolTip(plain_tip(key if verdict.ok else typed(verdict.reason)))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, text=text: self._call(text))
            row.addWidget(button, 1)

    def _call(self, text: str) -> None:
        self.list.call(text)
        self.list.setFocus()

    def _show(self) -> None:
        state, index = self._viewmodel.state, self.list.currentIndex()
        current = index.data(ROW) if index.isValid() else None
        self._title.setText(breakable(state.title))
        for label, words in (
            (self._about, state.about),
            (self._summary, state.summary),
            (self._notes, "\n".join(state.notes)),
        ):
            label.setText(breakable(words))
            label.setVisible(bool(words))
        self.every.setVisible(state.has_clinics)
        self.every.setChecked(state.every_clinic)
        self._rows.show(state.rows)
        at = -1 if state.offered else max(self._rows.place_of(current), 0)
        if state.rows and self.list.currentIndex().row() != at:
            self.list.setCurrentIndex(self._rows.index(at) if at >= 0 else QModelIndex())
        self.list.setMinimumHeight(LEAST // 2 if state.offered else LEAST)
        goes = (
            self.hasFocus() if state.rows else self.isAncestorOf(QApplication.focusWidget() or self.window())
        )
        self.list.setVisible(bool(state.rows))
        self._calls.setVisible(bool(state.rows) and not state.offered)
        self.more.setVisible(state.count > len(state.rows) and not state.offered)
        if goes:  # to the list once it has somebody; to the page from what is hidden now
            self.take_focus()
