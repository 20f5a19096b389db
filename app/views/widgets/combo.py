"""Combo boxes: filling them, and one that stays readable when narrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from app.views.widgets.labels import plain_tip

ELIDE = Qt.TextElideMode.ElideRight
ICON_GAP = 4
"""Pixels between an entry's icon and its text."""


class CalmCombo(QComboBox):
    """Ignores the mouse wheel, so that scrolling the panel doesn't change its choice."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the scroll area."""
        event.ignore()


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


class ElidedCombo(QComboBox):
    """Elides its text where Qt would cut a letter; the tooltip has the full text and its name.

    `short` is used in place of the first entry (all) when there is little space.
    """

    def __init__(self, name: str, short: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._short = short
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))

    def name_choice(self) -> None:
        """Update the tooltip."""
        self.setToolTip(plain_tip(f"{self._name}: {self.currentText()}"))

    @property
    def short_width(self) -> int:
        """The minimum width that fits the short text."""
        measure = self.fontMetrics().horizontalAdvance
        longest = max((measure(self.itemText(row)) for row in range(self.count())), default=0)
        return self.sizeHint().width() - max(longest - measure(self._short), 0)

    @property
    def shown_text(self) -> str:
        """As much of the text as fits."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = _text_room(self, option)
        text, metrics = self.currentText(), self.fontMetrics()
        if self.currentIndex() == 0 and metrics.horizontalAdvance(text) > room:
            text = self._short
        return metrics.elidedText(text, ELIDE, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        _draw(self, option, self.shown_text)


def mark_wrong(combo: QComboBox, *, wrong: bool) -> None:
    """Highlight a choice that still has to be made, or stop highlighting it."""
    if bool(combo.property("wrong")) != wrong:
        combo.setProperty("wrong", wrong)
        combo.style().unpolish(combo)
        combo.style().polish(combo)


def fill(combo: QComboBox, options: Sequence[tuple[int | None, str]], chosen: int | None) -> None:
    """Show these options and the selected one without emitting a change; the placeholder for None."""
    with QSignalBlocker(combo):
        if [combo.itemData(row) for row in range(combo.count())] != [key for key, _ in options]:
            combo.clear()
            for key, title in options:
                combo.addItem(title, key)
        none = -1 if chosen is None else 0
        combo.setCurrentIndex(next((row for row, (key, _) in enumerate(options) if key == chosen), none))


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
