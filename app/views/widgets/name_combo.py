"""A combo box for names of any length."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from app.views.widgets.combo import CalmCombo
from app.views.widgets.labels import plain_tip

ELIDE = Qt.TextElideMode.ElideRight
ICON_GAP = 4
"""Pixels between an entry's icon and its text."""


class NameCombo(CalmCombo):
    """For names of any length: elided where Qt would cut a letter, with the whole text in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_texts(self, texts: Sequence[str], at: int) -> None:
        """Show these entries, with one of them chosen."""
        with QSignalBlocker(self):
            if [self.itemText(row) for row in range(self.count())] != list(texts):
                self.clear()
                self.addItems(list(texts))
            self.setCurrentIndex(at)
        self.setToolTip(plain_tip(self.currentText()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        icon = 0 if self.itemIcon(self.currentIndex()).isNull() else self.iconSize().width() + ICON_GAP
        room = _text_room(self, option) - icon
        _draw(self, option, self.fontMetrics().elidedText(self.currentText(), ELIDE, room))


def _text_room(combo: QComboBox, option: QStyleOptionComboBox) -> int:
    """The width in pixels for its text."""
    part = QStyle.SubControl.SC_ComboBoxEditField
    return combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, combo).width()


def _draw(combo: QComboBox, option: QStyleOptionComboBox, text: str) -> None:
    painter = QStylePainter(combo)
    cast(Any, option).currentText = text  # 6.9's stubs lack the options' fields
    painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
    painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
    painter.end()
