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
WHOLE = 16_777_215
"""Qt's largest width: none."""
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
        self._abreast = 0
        """How many columns are side by side."""
        self._arrange(3)
        self.setWidget(host)
        model.section_added.connect(self._add)
        model.acted.connect(self._bring)
        model.another_shown.connect(lambda: self.verticalScrollBar().setValue(0))
        for section_id in model.sections:
            self._add(section_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns side by side, the wide ones or all of them one below the other."""
        super().resizeEvent(event)
        left, room = (grown(width, self.font()) for width in (LEFT_WIDTH, ROOM))
        self._arrange(3 if self.width() >= left + 2 * room else 2 if self.width() >= left + room else 1)

    def _arrange(self, abreast: int) -> None:
        if abreast == self._abreast:
            return
        self._abreast = abreast
        left, middle, right = self._columns
        width = grown(LEFT_WIDTH, self.font())
        left.setMinimumWidth(width)
        left.setMaximumWidth(WHOLE if abreast == 1 else width)
        places = {3: ((0, 0), (0, 1), (0, 2)), 2: ((0, 0), (0, 1), (1, 1)), 1: ((0, 0), (1, 0), (2, 0))}[
            abreast
        ]
        for column, (row, place) in zip((left, middle, right), places, strict=True):
            rows = 3 if abreast == 2 and column is left else 1
            self._grid.addWidget(column, row, place, rows, 1, Qt.AlignmentFlag.AlignTop)
        for place in range(3):
            self._grid.setColumnStretch(place, int(abreast == 1 if place == 0 else place < abreast))
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
