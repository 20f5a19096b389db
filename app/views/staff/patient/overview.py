"""The Overview tab: sections in three columns, or in two in a narrow window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.viewmodels.staff.patient.overview import SECTIONS, OverviewModel
from app.views.staff.patient.sections.section import SectionFrame
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme

LEFT_WIDTH, MARGIN = 320, 12
ROOM = 440
"""Pixels for each of the two wide columns; with less, they are one below the other."""


class OverviewView(QScrollArea):
    """Sections appear in their places as they are loaded."""

    def __init__(self, model: OverviewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._frames: dict[str, SectionFrame] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        host = QWidget()
        host.setObjectName("page")
        self._grid = QGridLayout(host)
        self._grid.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._grid.setSpacing(12)
        self._columns = [_Column() for _ in range(3)]
        self._columns[0].setFixedWidth(grown(LEFT_WIDTH, self.font()))
        self._narrow: bool | None = None
        self._arrange(narrow=False)
        self.setWidget(host)
        model.section_added.connect(self._add)
        model.acted.connect(self._bring)
        model.another_shown.connect(lambda: self.verticalScrollBar().setValue(0))
        for section_id in model.sections:
            self._add(section_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the wide columns side by side, or one below the other."""
        super().resizeEvent(event)
        font = self.font()
        self._arrange(narrow=self.width() < grown(LEFT_WIDTH, font) + 2 * grown(ROOM, font))

    def _arrange(self, *, narrow: bool) -> None:
        if narrow is self._narrow:
            return
        self._narrow = narrow
        left, middle, right = self._columns
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(left, 0, 0, 3, 1, top)
        self._grid.addWidget(middle, 0, 1, top)
        self._grid.addWidget(right, *((1, 1) if narrow else (0, 2)), top)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 0 if narrow else 1)
        self._grid.setRowStretch(2, 1)

    def _bring(self, section_id: str) -> None:
        """Scroll to a section's head, if it is out of sight or too low for what was opened below it."""
        bar, top = self.verticalScrollBar(), self._frames[section_id].mapTo(self.widget(), QPoint(0, 0)).y()
        if not bar.value() <= top <= bar.value() + self.viewport().height() // 2:
            bar.setValue(top - MARGIN)

    def _add(self, section_id: str) -> None:
        spec = next(each for each in SECTIONS if each.id == section_id)
        section = self._model.sections[section_id]
        body = self._model.view_of(section_id)(section, self._theme)
        frame = self._frames[section_id] = SectionFrame(spec, section, body, self._theme)
        above = [each for each in SECTIONS if each.column == spec.column and each.id in self._frames]
        self._columns[spec.column].insert(above.index(spec), frame)


class _Column(QWidget):
    """Sections one below the other; without any it takes no room."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)

    def insert(self, at: int, frame: SectionFrame) -> None:
        """Add a section at a position."""
        self._layout.insertWidget(at, frame)
