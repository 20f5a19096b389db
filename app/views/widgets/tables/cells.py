"""How a table's cells look: tabular figures, the color of a meaning, and a tooltip for text that doesn't fit."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from app.viewmodels.tables.model import TONE
from app.views.theme.fonts import TABULAR
from app.views.theme.tokens import tokens_of
from app.views.widgets.labels import plain_tip

PADDING = 8
"""Pixels at both sides of a cell, as in the stylesheet."""


class CellDelegate(QStyledItemDelegate):
    """Draws cells by the model's alignment and tone."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A single line, in tabular figures, in the color of its tone."""
        super().initStyleOption(option, index)
        wanted = cast(Any, option)  # 6.9's stubs lack the options' fields
        wanted.text = one_line(wanted.text)
        font = QFont(wanted.font)
        font.setFeature(TABULAR, 1)
        wanted.font = font
        if tone := index.data(TONE):
            color = QColor(getattr(tokens_of(wanted.palette), tone))
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                wanted.palette.setColor(role, color)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """The whole text, where the cell shows only a part of it."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        text = str(index.data() or "")
        room = view.visualRect(cast(QModelIndex, index)).width() - 2 * PADDING
        if "\n" in text or view.fontMetrics().horizontalAdvance(text) > room:
            QToolTip.showText(event.globalPos(), plain_tip(text), view)
        else:
            QToolTip.hideText()
        return True


def one_line(text: str) -> str:
    """A text with its line breaks shown as signs, because a cell is one line high."""
    return " ⏎ ".join(part.strip() for part in text.splitlines()) if "\n" in text else text


def title_of(model: QAbstractItemModel, column: int) -> str:
    """A column's title."""
    return str(model.headerData(column, Qt.Orientation.Horizontal) or "")
