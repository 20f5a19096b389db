"""The list of patients who fit free time: a click or Enter books one."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.lists.candidate import CandidateKind
from app.viewmodels.staff.schedule.filling.calls import MESSAGE, NO_ANSWER
from app.viewmodels.staff.schedule.filling.model import ROW, FillListModel
from app.viewmodels.staff.schedule.filling.state import FillRow
from app.viewmodels.translation import tr
from app.views.theme.fonts import Fonts
from app.views.theme.theme import Theme
from app.views.theme.tokens import RADIUS_TILE, Tokens, tokens_of

PAD, GAP, LEAST = 8, 8, 160
WRAPS = int(Qt.TextFlag.TextWordWrap)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
CALLS = {Qt.Key.Key_N: NO_ANSWER, Qt.Key.Key_M: MESSAGE}
PASSED = (Qt.Key.Key_Escape, Qt.Key.Key_A)
"""Keys of the page around it."""
UNLIMITED = 10_000
NO_BREAK, JOINER = "\N{NO-BREAK SPACE}", "\N{WORD JOINER}"
Index = QModelIndex | QPersistentModelIndex


class FitList(QListView):
    """One tab stop; the arrow keys move, a click, Enter or Space chooses; N and M note a call.

    `chosen` is emitted with the row, `called` with the row and the text to note.
    """

    chosen = Signal(int)
    called = Signal(int, str)

    def __init__(self, model: FillListModel, theme: Theme) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(FitDelegate(theme.fonts, self))
        self.setProperty("kind", "lines")
        self.setAccessibleName(tr("Patients who fit"))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose; held down, once."""
        if event.key() in CHOOSING and self.currentIndex().isValid():
            if not event.isAutoRepeat():
                self.chosen.emit(self.currentIndex().row())
        elif event.key() in CALLS and not event.modifiers():
            if not event.isAutoRepeat():
                self.call(CALLS[Qt.Key(event.key())])
        elif event.key() in PASSED:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def call(self, text: str) -> None:
        """Note a call to the current patient, and go on to the next one."""
        row = self.currentIndex().row()
        if row >= 0:
            if row + 1 < self.model().rowCount():
                self.setCurrentIndex(self.model().index(row + 1, 0))
            self.called.emit(row, text)

    def viewportEvent(self, event: QEvent) -> bool:
        """Another width wraps the reasons differently."""
        if event.type() is QEvent.Type.Resize:
            self.scheduleDelayedItemsLayout()
        return super().viewportEvent(event)


class FitDelegate(QStyledItemDelegate):
    """Name and list, time and phone, and below them all reasons."""

    def __init__(self, fonts: Fonts, view: QListView) -> None:
        super().__init__(view)
        self._fonts = fonts
        self._view: QWidget = view.viewport()
        self._name = QFontMetrics(fonts.strong).height()
        self._line = QFontMetrics(fonts.body).height()
        self._small = QFontMetrics(fonts.small)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its reasons at this width."""
        width = self._view.width() - 2 * PAD
        reasons = self._small.boundingRect(0, 0, width, UNLIMITED, WRAPS, _why(index.data(ROW)))
        return QSize(0, self._name + self._line + reasons.height() + 2 * GAP + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one patient."""
        row: FillRow = index.data(ROW)
        given = cast(Any, option)  # 6.9's stubs lack the options' fields
        tokens = tokens_of(given.palette)
        painter.save()
        _ground(painter, given, tokens)
        box: QRect = given.rect.adjusted(PAD, GAP, -PAD, -GAP)
        self._head(painter, box, row, tokens)
        second = box.adjusted(0, self._name, 0, 0)
        self._text(painter, second, row.when, tokens.ink, self._fonts.figures)
        self._text(painter, second, row.phone, tokens.ink, self._fonts.figures, RIGHT)
        painter.setFont(self._fonts.small)
        painter.setPen(QColor(tokens.ink_2))
        painter.drawText(second.adjusted(0, self._line, 0, 0), LEFT | WRAPS, _why(row))
        painter.setPen(QColor(tokens.hairline))
        painter.drawLine(box.left(), given.rect.bottom(), box.right(), given.rect.bottom())
        painter.restore()

    def _head(self, painter: QPainter, box: QRect, row: FillRow, tokens: Tokens) -> None:
        font = self._fonts.small_strong
        color = tokens.money if row.fit.candidate.kind is CandidateKind.ASAP else tokens.ink_3
        self._text(painter, box, row.listed, color, font, RIGHT)
        room = box.width() - QFontMetrics(font).horizontalAdvance(row.listed) - PAD
        self._text(
            painter, QRect(box.left(), box.top(), room, self._name), row.name, tokens.ink, self._fonts.strong
        )

    def _text(
        self, painter: QPainter, box: QRect, text: str, color: str, font: QFont, place: int = LEFT
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(color))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, place, shown)


def _why(row: FillRow) -> str:
    """Procedures and reasons. A line ends at a space only: not in a provider's abbreviation, nor before a dot."""
    words = f"{NO_BREAK}· ".join(part for part in (row.procedures, *row.reasons) if part)
    return words.replace("-", f"{JOINER}-{JOINER}")


def _ground(painter: QPainter, option: Any, tokens: Tokens) -> None:
    state = option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent_soft if chosen else tokens.hover))
        painter.drawRoundedRect(option.rect.adjusted(0, 0, 0, -1), RADIUS_TILE, RADIUS_TILE)
