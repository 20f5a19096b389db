"""The status line at the window's lower edge."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.viewmodels.staff.status_line import StatusLineViewModel
from app.views.theme.fonts import grown
from app.views.theme.tokens import STATUS_HEIGHT
from app.views.widgets.labels import plain_label

TICK_MILLISECONDS = 1000


class StatusBar(QWidget):
    """Mode, freshness, pace and what is waiting at the left; what is to be settled at the right."""

    settle_asked = Signal()
    problems_asked = Signal()

    def __init__(self, viewmodel: StatusLineViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self.setObjectName("statusBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(grown(STATUS_HEIGHT, self.font()))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(16)
        self._parts = [plain_label(kind="second") for _ in range(6)]
        for label in self._parts:
            row.addWidget(label)
        row.addStretch(1)
        self._problems = QToolButton()
        self._problems.setToolTip("Appointments that have no right place on the schedule")
        self._problems.clicked.connect(lambda: self.problems_asked.emit())
        row.addWidget(self._problems)
        self._settle = QToolButton()
        self._settle.setToolTip("What waits, is being looked up, or was refused")
        self._settle.clicked.connect(lambda: self.settle_asked.emit())
        row.addWidget(self._settle)
        viewmodel.changed.connect(self._show)
        self._timer = QTimer(self)
        self._timer.timeout.connect(viewmodel.tick)
        self._timer.start(TICK_MILLISECONDS)
        self._show()

    def _show(self) -> None:
        line = self._viewmodel.line
        texts = (line.mode, line.freshness, line.pace, line.waiting, line.coming, line.note)
        for label, text in zip(self._parts, texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        role = "stale" if line.stale else "second"
        if self._parts[1].property("kind") != role:
            self._parts[1].setProperty("kind", role)
            self._parts[1].style().polish(self._parts[1])
        self._settle.setText(f"{line.to_settle} to settle ▸")
        self._settle.setVisible(line.to_settle > 0)
        self._problems.setText(f"{line.to_look_at} to look at ▸")
        self._problems.setVisible(line.to_look_at > 0)
