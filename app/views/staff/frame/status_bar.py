"""The status line at the window's lower edge."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.viewmodels.staff.commands import ATTENTION
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr
from app.views.theme.fonts import grown
from app.views.theme.tokens import STATUS_HEIGHT
from app.views.widgets.labels import plain_label, plain_tip


class StatusBar(QWidget):
    """Mode, freshness, rate limit and waiting changes at the left; what needs attention at the right.

    The row has a fixed size, the line's own: a text that changes lays out the row, not the whole window.
    """

    def __init__(self, desk: DeskViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        viewmodel = self._viewmodel = desk.status
        self.setObjectName("statusBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(grown(STATUS_HEIGHT, self.font()))
        self._row = QWidget(self)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(16)
        self._parts = [plain_label(kind="second") for _ in range(6)]
        self._parts.append(plain_label(kind="stale"))
        self._parts[-1].setToolTip(tr("Front Desk shows the office's time"))
        for label in self._parts:
            row.addWidget(label)
        row.addStretch(1)
        self._problems = QToolButton()
        self._problems.clicked.connect(lambda: self._run(self._viewmodel.line.problems_command))
        row.addWidget(self._problems)
        self._attention = QToolButton()
        self._attention.setToolTip(tr("Changes that are not sent yet, are being checked, or were refused"))
        self._attention.clicked.connect(lambda: self._run(ATTENTION.id))
        row.addWidget(self._attention)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)
        self._tick()
        viewmodel.changed.connect(self._show)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The row fills the line."""
        super().resizeEvent(event)
        self._row.setFixedSize(self.size())

    def _tick(self) -> None:
        self._viewmodel.tick()
        self._timer.start(round(self._viewmodel.rest * 1000))

    def _show(self) -> None:
        line = self._viewmodel.line
        texts = (line.mode, line.freshness, line.pace, line.waiting, line.coming, line.note, line.clock)
        for label, text in zip(self._parts, texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        self._parts[1].setToolTip(plain_tip(line.advice))
        role = "stale" if line.stale else "second"
        if self._parts[1].property("kind") != role:
            self._parts[1].setProperty("kind", role)
            self._parts[1].style().polish(self._parts[1])
        self._attention.setText(f"{line.attention} ▸")
        self._attention.setVisible(bool(line.attention))
        self._problems.setText(f"{line.problems} ▸")
        self._problems.setVisible(bool(line.problems))

    def _run(self, command_id: str) -> None:
        self._desk.screens.run(self._desk.commands[command_id])
