"""What was found wrong with the audit log, until it is dismissed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.services.audit.state import Alert
from app.viewmodels.staff.audit.screen import AuditScreenViewModel
from app.viewmodels.translation import tr
from app.views.widgets.labels import breakable, plain_label


class AlertList(QWidget):
    """One line for each finding."""

    def __init__(self, model: AuditScreenViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._shown: tuple[Alert, ...] = ()
        self._lines: list[QFrame] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        model.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        alerts = self._model.alerts
        self.setVisible(bool(alerts))
        if self._shown == tuple(alert for alert, _ in alerts):
            return
        self._shown = tuple(alert for alert, _ in alerts)
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [self._line(alert, words) for alert, words in alerts]
        for line in self._lines:
            self._column.addWidget(line)

    def _line(self, alert: Alert, words: str) -> QFrame:
        line = QFrame()
        line.setObjectName("banner")
        row = QHBoxLayout(line)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(plain_label(breakable(words), wrap=True), 1)
        button = QPushButton(tr("Dismiss"))
        button.setAccessibleName(f"{button.text()}: {words}")
        button.clicked.connect(lambda: self._model.dismiss(alert))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return line
