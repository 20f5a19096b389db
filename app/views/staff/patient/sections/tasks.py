"""The patient's open tasks, one below the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.viewmodels.staff.patient.sections.tasks import PatientTaskRow, TasksSection
from app.viewmodels.translation import tr
from app.views.staff.patient.sections.section import SectionBody
from app.views.theme.theme import Theme
from app.views.theme.tokens import tokens_of
from app.views.widgets.elided import ElidedLabel
from app.views.widgets.labels import plain_label, plain_tip

BAR = 4
"""Width of the priority's bar."""
INDENT = 5
"""Where a title's text begins in its button."""


class TasksBody(SectionBody):
    """A task's title, its priority and where it belongs; a click opens it on the tasks' screen."""

    def __init__(self, section: TasksSection, _theme: Theme) -> None:
        super().__init__()
        self._section = section
        self._shown: object = None
        self._lines: list[TaskLine] = []
        self._empty = plain_label(
            tr("No open tasks. “Add task” above writes one for this patient."), kind="second", wrap=True
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._empty)

    def fill(self) -> None:
        """Show them; the same rows stay as they are, and the focus stays on its task."""
        rows = self._section.rows
        if rows == self._shown:
            return
        self._shown = rows
        held = next((line.row.task_num for line in self._lines if line.button.hasFocus()), 0)
        for old in self._lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [TaskLine(row) for row in rows]
        for line in self._lines:
            self._column.addWidget(line)
            line.button.clicked.connect(lambda _=False, row=line.row: self._section.open(row))
            if line.row.task_num == held:
                line.button.setFocus()
        self._empty.setVisible(not rows)


class TaskLine(QWidget):
    """One of them. Its title is the button."""

    def __init__(self, row: PatientTaskRow) -> None:
        super().__init__()
        self.row = row
        self.button = TitleButton(row)
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(self.button, 1)
        across.addWidget(plain_label(row.age, kind="second"))
        below = QHBoxLayout()
        below.setContentsMargins(INDENT, 0, 0, 0)
        below.setSpacing(8)
        if row.priority:
            below.addWidget(plain_label(row.priority, kind="alert" if row.tone == "alert" else "second"))
        about = ElidedLabel(row.about)
        about.setProperty("kind", "second")
        about.setToolTip(plain_tip(row.about))
        below.addWidget(about, 1)
        if row.overdue:
            below.addWidget(plain_label(row.overdue, kind="money"))
        column = QVBoxLayout(self)
        column.setContentsMargins(BAR, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(across)
        column.addLayout(below)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the priority's bar at the left edge."""
        if self.row.tone:
            painter = QPainter(self)
            color = QColor(getattr(tokens_of(self.palette()), self.row.tone))
            painter.fillRect(0, 2, BAR, self.height() - 4, color)
            painter.end()


class TitleButton(QPushButton):
    """As wide as its area, with as much of the title as fits."""

    def __init__(self, row: PatientTaskRow) -> None:
        super().__init__()
        self._title = row.title
        self.setProperty("kind", "cell")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(plain_tip(tr("Open this task: {title}", title=row.title)))
        self.setAccessibleName(row.spoken)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide the title anew."""
        super().resizeEvent(event)
        room = max(event.size().width() - 2 * INDENT, 0)
        words = self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        self.setText(words.replace("&", "&&"))
