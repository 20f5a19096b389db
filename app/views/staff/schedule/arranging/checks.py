"""A titled group of check boxes that stands for a set: all of them checked, or none, means everything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from app.views.widgets.labels import plain_label, plain_tip

COLUMNS = 2


class Checks(QWidget):
    """`changed` follows a click."""

    changed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(plain_label(title, kind="second"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        column.addLayout(self._grid)
        self._boxes: dict[object, QCheckBox] = {}

    def offer(self, options: Sequence[tuple[object, str]]) -> None:
        """Show these options, by key and text."""
        if [*self._boxes] == [key for key, _ in options]:
            return
        for box in self._boxes.values():
            box.deleteLater()
        self._boxes = {}
        for index, (key, text) in enumerate(options):
            box = self._boxes[key] = QCheckBox(text)
            box.setToolTip(plain_tip(text))
            box.clicked.connect(self.changed)
            self._grid.addWidget(box, index // COLUMNS, index % COLUMNS)

    def check(self, chosen: Iterable[object]) -> None:
        """Check those of a set, and no others; emits nothing."""
        wanted = set(chosen)
        for key, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(key in wanted)

    def checked(self) -> tuple[object, ...]:
        """The keys of the checked ones, in order."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    @property
    def boxes(self) -> list[QCheckBox]:
        """The check boxes, in order."""
        return list(self._boxes.values())
