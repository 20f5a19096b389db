"""Scroll areas and lists as high as their contents, to avoid nested scrolling."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QListWidget, QScrollArea, QSizePolicy, QWidget

from app.core.present import present

LEAST = 72
"""The usual minimum height in pixels: a few lines."""


class FittingScroll(QScrollArea):
    """What is below it follows the contents, and is never pushed out by them. `least`: its minimum height in pixels."""

    def __init__(self, contents: QWidget, parent: QWidget | None = None, *, least: int = LEAST) -> None:
        super().__init__(parent)
        self._least = least
        self._follows = False
        contents.setObjectName("scrollBody")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(contents)

    def sizeHint(self) -> QSize:
        """The contents' height at this width."""
        contents = present(self.widget())
        hint = contents.sizeHint()
        if contents.hasHeightForWidth():
            # PySide doesn't know the viewport created by Qt and would load all widget classes to find its type.
            hint.setHeight(contents.heightForWidth(self.maximumViewportSize().width()))
        return hint

    def minimumSizeHint(self) -> QSize:
        """A few lines."""
        return QSize(0, min(self._least, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        if not self._follows:
            self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the contents: with their new height at once, or a scroll bar would cut them for a moment."""
        resized = watched is self.widget() and event.type() is QEvent.Type.LayoutRequest
        if resized:
            self.updateGeometry()
            if (parent := self.parentWidget()) is not None and (layout := parent.layout()) is not None:
                self._follows = True
                layout.activate()
                self._follows = False
        handled = super().eventFilter(watched, event)
        if resized:
            self._settle()
        return handled

    def _settle(self) -> None:
        """No scroll bar where the contents fit: one that is there narrows them, and may itself be why they don't."""
        fits = self.sizeHint().height() <= self.maximumViewportSize().height()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if policy is not self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)


def bring(widget: QWidget, box: QRect) -> None:
    """Scroll the area around a widget, if there is one, until a part of it is visible."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        contents = present(area.widget())
        for corner in (box.bottomLeft(), box.topLeft()):
            at = widget.mapTo(contents, corner)
            area.ensureVisible(at.x(), at.y(), 0, 0)


class FittingList(QListWidget):
    """A list of wrapping text that shows all of its rows at any width; it never scrolls by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, texts: Iterable[str]) -> None:
        """Show these rows, replacing the previous ones."""
        self.clear()
        self.addItems(list(texts))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps the text differently."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure again what was filled in while it was hidden."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        for _ in range(2):  # a list that was hidden measures its first rows as one line each
            self.doItemsLayout()
            self.setFixedHeight(max(self.contentsSize().height(), 0) + 2 * self.frameWidth())
