"""Combo boxes: filling them, and one that stays readable when narrow. Those and number fields for pages that scroll."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any, TypeVar, cast

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QStyleOptionComboBox, QWidget

from app.views.widgets.labels import plain_tip

E = TypeVar("E", bound=Enum)


class CalmCombo(QComboBox):
    """Ignores the mouse wheel, so that scrolling the panel doesn't change its choice."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the scroll area."""
        event.ignore()


class CalmSpin(QSpinBox):
    """Ignores the mouse wheel, as CalmCombo does."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the scroll area."""
        event.ignore()


class ElidedCombo(QComboBox):
    """Elides its text where Qt would cut a letter; the tooltip has the full text and its name.

    `short` is used in place of the first entry (all) when there is little space.
    """

    def __init__(self, name: str, short: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._short = short
        self._fitting: str | None = None
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))

    def name_choice(self) -> None:
        """Update the tooltip."""
        self.setToolTip(plain_tip(f"{self._name}: {self.currentText()}"))

    @property
    def short_width(self) -> int:
        """The minimum width that fits the short text."""
        short = self.fontMetrics().horizontalAdvance(self._short)
        return self.sizeHint().width() - max(self._longest - short, 0)

    @property
    def shown_text(self) -> str:
        """As much of the text as fits."""
        text, metrics = self.currentText(), self.fontMetrics()
        room = self.width() - self._around
        if self.currentIndex() == 0 and metrics.horizontalAdvance(text) > room:
            text = self._short
        if metrics.horizontalAdvance(text) <= room:  # eliding compares fractions of pixels
            return text
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        self._fitting = self.shown_text
        super().paintEvent(event)
        self._fitting = None

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """While it is painted: the text that fits."""
        super().initStyleOption(option)
        if self._fitting is not None:
            cast(Any, option).currentText = self._fitting  # 6.9's stubs lack the options' fields

    @property
    def _longest(self) -> int:
        measure = self.fontMetrics().horizontalAdvance
        return max((measure(self.itemText(row)) for row in range(self.count())), default=0)

    @property
    def _around(self) -> int:
        """Pixels beside the text. Asking the style would load all that Python can know of Qt's styles: 4 ms."""
        return self.sizeHint().width() - self._longest


def member(combo: QComboBox, kind: type[E], at: int) -> E:
    """The enum's member of an entry: Qt keeps a text of it only."""
    return kind(combo.itemData(at))


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
        for row, (_, title) in enumerate(options):
            combo.setItemText(row, title)
        none = -1 if chosen is None else 0
        combo.setCurrentIndex(next((row for row, (key, _) in enumerate(options) if key == chosen), none))
