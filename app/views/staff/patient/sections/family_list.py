"""The list of family members: a click or Enter switches to one. It scrolls by itself when there are many."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from app.viewmodels.staff.patient.sections.family import FamilySection
from app.viewmodels.staff.patient.sections.family_rows import ROW, FamilyRow
from app.viewmodels.translation import tr
from app.views.theme.fonts import Fonts, grown
from app.views.theme.theme import Theme
from app.views.theme.tokens import RADIUS_TILE, Tokens, tokens_of
from app.views.widgets.labels import plain_tip

MOST_HEIGHT = 360
"""Pixels of the list; a larger family scrolls in it."""
PAD, GAP = 8, 4
GAP_TEXT, DOT = "  ", " · "
MIDDLE = Qt.AlignmentFlag.AlignVCenter
LEFT, RIGHT = int(Qt.AlignmentFlag.AlignLeft | MIDDLE), int(Qt.AlignmentFlag.AlignRight | MIDDLE)
SWITCHING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
Index = QModelIndex | QPersistentModelIndex


class FamilyList(QListView):
    """One tab stop; the arrow keys move, Enter and Space switch."""

    def __init__(self, section: FamilySection, theme: Theme) -> None:
        super().__init__()
        self._section = section
        self.setModel(section.model)
        self.setItemDelegate(MemberDelegate(theme.fonts, self))
        self.setProperty("kind", "lines")
        self.setAccessibleName(tr("Family members"))
        self.setUniformItemSizes(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.clicked.connect(self._switch)
        section.model.modelReset.connect(self.fit)

    def fit(self) -> None:
        """As high as its lines, up to a limit."""
        model, delegate = self._section.model, self.itemDelegate()
        option = QStyleOptionViewItem()
        height = sum(delegate.sizeHint(option, model.index(at)).height() for at in range(model.rowCount()))
        self.setFixedHeight(min(height, grown(MOST_HEIGHT, self.font())) + 2 * self.frameWidth())

    def show_current(self) -> None:
        """Scroll to the selected patient, from whom the arrow keys go on."""
        rows = self._section.model.rows
        at = next((at for at, row in enumerate(rows) if row.is_current), None)
        if at is not None:
            self.setCurrentIndex(self._section.model.index(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space switch."""
        if event.key() in SWITCHING and self.currentIndex().isValid():
            self._switch(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _switch(self, index: QModelIndex) -> None:
        self._section.switch(index.data(ROW).pat_num)


class MemberDelegate(QStyledItemDelegate):
    """Name, age and balance; below them what should be done, each in its color."""

    def __init__(self, fonts: Fonts, parent: QWidget) -> None:
        super().__init__(parent)
        self._fonts = fonts
        self._line = QFontMetrics(fonts.body).height()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines; one for a heading, or for a member about whom there is nothing to say."""
        row: FamilyRow = index.data(ROW)
        lines = 2 if row.remarks else 1
        return QSize(0, lines * self._line + 2 * GAP)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """The whole name and all remarks, where there is no room for them."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid() or index.data(ROW).is_heading:
            return False
        row: FamilyRow = index.data(ROW)
        words = "\n".join((row.name, *(each.text for each in row.remarks)))
        QToolTip.showText(event.globalPos(), plain_tip(words), view)
        return True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line of the list."""
        row: FamilyRow = index.data(ROW)
        given = cast(Any, option)  # 6.9's stubs lack the options' fields
        tokens = tokens_of(given.palette)
        painter.save()
        self._ground(painter, given, tokens, row)
        box = given.rect.adjusted(PAD, GAP, -PAD, -GAP)
        top = QRect(box.topLeft(), QSize(box.width(), self._line))
        if row.is_heading:
            self._text(painter, top, row.name, tokens.ink_3, self._fonts.small_strong)
        else:
            self._member(painter, top, row, tokens)
            self._remarks(painter, top.translated(0, self._line), row, tokens)
        painter.restore()

    def _ground(self, painter: QPainter, option: Any, tokens: Tokens, row: FamilyRow) -> None:
        """The selected patient's line is colored; the line with the keyboard's focus has a frame."""
        state = option.state
        if row.is_current or (state & QStyle.StateFlag.State_MouseOver and not row.is_heading):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_soft if row.is_current else tokens.hover))
            painter.drawRoundedRect(option.rect, RADIUS_TILE, RADIUS_TILE)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(option.rect.adjusted(0, 0, -1, -1), RADIUS_TILE, RADIUS_TILE)

    def _member(self, painter: QPainter, box: QRect, row: FamilyRow, tokens: Tokens) -> None:
        money = QFontMetrics(self._fonts.figures).horizontalAdvance(row.balance)
        age = f"{GAP_TEXT}{row.age}" if row.age else ""
        room = box.width() - money - 2 * PAD - QFontMetrics(self._fonts.body).horizontalAdvance(age)
        strong = self._fonts.strong if row.is_current else self._fonts.body
        metrics = QFontMetrics(strong)
        name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, room)
        used = self._text(painter, box, name, tokens.ink, strong)
        self._text(painter, box.adjusted(used, 0, 0, 0), age, tokens.ink_2, self._fonts.body)
        painter.setFont(self._fonts.figures)
        painter.setPen(QColor(tokens.money if row.owes else tokens.ink_2))
        painter.drawText(box, RIGHT, row.balance)

    def _remarks(self, painter: QPainter, box: QRect, row: FamilyRow, tokens: Tokens) -> None:
        for place, remark in enumerate(row.remarks):
            dot = DOT if place else ""
            color = {"second": tokens.ink_2}.get(remark.tone) or getattr(tokens, remark.tone)
            box = box.adjusted(self._text(painter, box, dot, tokens.ink_3, self._fonts.small), 0, 0, 0)
            box = box.adjusted(self._text(painter, box, remark.text, color, self._fonts.small), 0, 0, 0)

    def _text(self, painter: QPainter, box: QRect, text: str, color: str, font: QFont) -> int:
        """Draw what fits of a text, and return its width."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(box.width(), 0))
        painter.setFont(font)
        painter.setPen(QColor(color))
        painter.drawText(box, LEFT, shown)
        return metrics.horizontalAdvance(shown)
