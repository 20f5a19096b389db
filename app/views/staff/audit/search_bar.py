"""What the audit log is searched for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.viewmodels.staff.audit.filters import GROUPS, Typed
from app.viewmodels.staff.audit.rows import AuditRows
from app.viewmodels.translation import tr
from app.views.theme.fonts import grown
from app.views.widgets.combo import CalmCombo
from app.views.widgets.labels import plain_label

INTO_ROWS = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
DATE_WIDTH, NUMBER_WIDTH = 130, 110


class SearchBar(QWidget):
    """Searches with each keystroke. `left` : Down or Enter goes to the records; Esc clears a field."""

    left = Signal()

    def __init__(self, model: AuditRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.who = self._field(tr("Person or workstation"), model.typed.who)
        self.group = CalmCombo()
        self.group.setAccessibleName(tr("Actions"))
        self.group.addItems([tr(title) for title, _ in GROUPS])
        self.group.setCurrentIndex(model.typed.group)
        self.group.currentIndexChanged.connect(lambda _: self._search())
        self.patient = self._field(tr("Patient no."), model.typed.patient, NUMBER_WIDTH)
        self.first = self._field(tr("From date"), model.typed.first, DATE_WIDTH)
        self.last = self._field(tr("To date"), model.typed.last, DATE_WIDTH)
        self._problem = plain_label(kind="alert")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.who, 1)
        for field in (self.group, self.patient, self.first, self.last):
            row.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._problem)
        model.changed.connect(self._show)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of a field."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in INTO_ROWS:
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and isinstance(watched, QLineEdit) and watched.text():
                watched.clear()
                return True
        return super().eventFilter(watched, event)

    def _field(self, name: str, text: str, width: int = 0) -> QLineEdit:
        field = QLineEdit(text)
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        field.setClearButtonEnabled(True)
        if width:
            field.setFixedWidth(grown(width, self.font()))
        field.textChanged.connect(lambda _: self._search())
        field.installEventFilter(self)
        return field

    def _search(self) -> None:
        self._model.search(
            Typed(
                self.who.text(),
                self.group.currentIndex(),
                self.patient.text(),
                self.first.text(),
                self.last.text(),
            )
        )

    def _show(self) -> None:
        self._problem.setText(self._model.problem)
        self._problem.setVisible(bool(self._model.problem))
