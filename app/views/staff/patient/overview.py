"""The Overview tab: sections in columns, each column scrolled with the others."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.viewmodels.staff.patient.overview import SECTIONS, OverviewModel
from app.views.staff.patient.sections.section import SectionFrame
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme

LEFT_WIDTH = 320
COLUMNS = 3


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
        row = QHBoxLayout(host)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(12)
        self._columns: list[QVBoxLayout] = []
        for number in range(COLUMNS):
            column = QVBoxLayout()
            column.setSpacing(12)
            column.addStretch(1)
            self._columns.append(column)
            if number == 0:
                left = QWidget()
                left.setFixedWidth(grown(LEFT_WIDTH, self.font()))
                column.setContentsMargins(0, 0, 0, 0)
                left.setLayout(column)
                row.addWidget(left)
            else:
                row.addLayout(column, 1)
        self.setWidget(host)
        model.section_added.connect(self._add)
        for section_id in model.sections:
            self._add(section_id)

    def _add(self, section_id: str) -> None:
        spec = next(each for each in SECTIONS if each.id == section_id)
        section = self._model.sections[section_id]
        body = self._model.view_of(section_id)(section, self._theme)
        frame = self._frames[section_id] = SectionFrame(spec, section, body, self._theme)
        above = [each for each in SECTIONS if each.column == spec.column and each.id in self._frames]
        self._columns[spec.column].insertWidget(above.index(spec), frame)
