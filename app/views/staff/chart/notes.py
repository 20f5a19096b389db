"""The chart's progress notes with their filters, and the tooth that they are limited to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from app.viewmodels.staff.chart.chart import ChartModel
from app.viewmodels.translation import tr
from app.views.staff.frame.parts.note import PartNote, age_label
from app.views.theme.fonts import grown
from app.views.theme.icons import Icon, make_icon
from app.views.widgets.labels import plain_label
from app.views.widgets.timeline.pane import TimelinePane

LEAST = 124
"""Pixels for the filters and a few notes, for text of 13 px."""


class NotesPane(QWidget):
    """Enter or a double click shows all of a note, and folds it again."""

    def __init__(self, model: ChartModel) -> None:
        super().__init__()
        self._model = model
        notes = model.notes
        self.pane = TimelinePane(notes.timeline)
        self.pane.filter_field.setPlaceholderText(tr("Search progress notes"))
        self.chip = QToolButton()
        self.chip.setObjectName("chip")
        self.chip.setIcon(make_icon(Icon.CLOSE, 16))
        self.chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.chip.clicked.connect(model.clear_tooth)
        self._coming = plain_label(kind="faint")
        self.pane.head.insertWidget(0, self.chip)
        self.pane.head.addWidget(age_label(notes))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(PartNote(notes), 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._coming)
        column.addWidget(self.pane, 1)
        self.pane.setMinimumHeight(grown(LEAST, self.font()))
        notes.timeline.opened.connect(lambda _: self._unfold())
        notes.tooth_changed.connect(self._show)
        notes.changed.connect(self._show)
        self._show()

    def _unfold(self) -> None:
        timeline = self.pane.timeline
        timeline.unfold(timeline.currentIndex().row())

    def _show(self) -> None:
        notes = self._model.notes
        self.chip.setText(notes.tooth_words)
        self.chip.setToolTip(tr("Show the notes of all teeth"))
        self.chip.setAccessibleName(tr("{tooth}: show the notes of all teeth", tooth=notes.tooth_words))
        self.chip.setVisible(bool(notes.tooth_words))
        self.pane.arrange()
        self._coming.setText(notes.coming)
        self._coming.setVisible(bool(notes.coming))
        self.pane.setVisible(notes.value is not None)
