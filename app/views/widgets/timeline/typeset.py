"""Measures and draws one entry of a timeline. Text is plain: `<b>` and `&amp;` are shown as they were typed."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

from app.viewmodels.timeline import TimelineEntry
from app.viewmodels.translation import tr, typed
from app.views.theme.fonts import Fonts, make_fonts
from app.views.theme.icons import Icon, make_icon
from app.views.theme.tokens import Tokens

MARGIN = 8
ICON = 16
GAP = 8
WIDE = 480
"""From this width on, date and author are at the right of the title; else below it."""
FEW_LINES = 3
LINE_LETTERS = 400
"""More letters than fit into a line; of a folded note the rest is not measured."""
KEPT = 100
"""Entries: some screenfuls."""
TAB_LETTERS = 4
_LINE_BREAK = "\u2028"
_ELIDE = Qt.TextElideMode.ElideRight


class SetEntry:
    """An entry's text in lines of a width. `has_more`: the note is longer than the few lines of a folded entry."""

    def __init__(
        self, entry: TimelineEntry, width: int, fonts: Fonts, *, unfolded: bool, few: int = FEW_LINES
    ) -> None:
        """`few` is the number of lines of a folded entry."""
        self._few = few
        self.entry = entry
        self.width = width
        self.fonts = fonts
        self.unfolded = unfolded
        self.has_more = False
        self.line = QFontMetrics(fonts.body).lineSpacing()
        self._indent = MARGIN + ICON + GAP
        self._room = max(width - self._indent - MARGIN, 40)
        self._text: QTextLayout | None = None
        self._elided = ""
        text = entry.text.strip("\r\n")
        if text:
            self._set(text if unfolded else text[: few * LINE_LETTERS])
        self.height = self._below + self._lines * self.line + MARGIN

    @property
    def more_place(self) -> QRect:
        """Where the link is that unfolds or folds the note, from the entry's corner; empty: there is none."""
        if not self.has_more:
            return QRect()
        width = QFontMetrics(self.fonts.body).horizontalAdvance(self._more) + GAP
        top = self._below + (self._lines - 1) * self.line
        return QRect(self.width - MARGIN - width, top, width, self.line)

    def draw(self, painter: QPainter, corner: QPoint, tokens: Tokens) -> None:
        """Draw it with its corner at a point."""
        painter.save()
        painter.translate(corner)
        self._draw_head(painter, tokens)
        if self._text is not None:
            painter.setPen(QColor(tokens.ink))
            whole = self._text.lineCount() - bool(self._elided)
            for number in range(whole):
                self._text.lineAt(number).draw(painter, QPointF(self._indent, self._below))
            if self._elided:
                painter.setFont(self.fonts.body)
                self._put(painter, self._below + whole * self.line, self._elided, self._indent, self._room)
        if self.has_more:
            painter.setPen(QColor(tokens.accent_text))
            painter.setFont(self.fonts.body)
            painter.drawText(self.more_place, Qt.AlignmentFlag.AlignRight, self._more)
        painter.restore()

    @property
    def _wide(self) -> bool:
        return self.width >= WIDE

    @property
    def _more(self) -> str:
        return tr("Show less") if self.unfolded else tr("Show more")

    @property
    def _below(self) -> int:
        """Where the note begins."""
        about = 0 if self._wide or not self.entry.about else self.line
        return MARGIN + self.line + about

    @property
    def _lines(self) -> int:
        """The note's lines, and one for the link below an unfolded note."""
        if self._text is None:
            return 0
        return self._text.lineCount() + (self.unfolded and self.has_more)

    def _set(self, text: str) -> None:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTabStopDistance(QFontMetrics(self.fonts.body).horizontalAdvance(" ") * TAB_LETTERS)
        lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", _LINE_BREAK)
        layout = self._text = QTextLayout(lines, self.fonts.body)
        layout.setTextOption(option)
        layout.beginLayout()
        count = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._room)
            line.setPosition(QPointF(0, count * self.line))
            count += 1
            if not self.unfolded and count == self._few:
                break
        layout.endLayout()
        end = line.textStart() + line.textLength() if line.isValid() else len(lines)
        self.has_more = end < len(lines) or count > self._few
        if self.has_more and not self.unfolded:
            room = self._room - QFontMetrics(self.fonts.body).horizontalAdvance(self._more) - 2 * GAP
            last = lines[line.textStart() :].partition(_LINE_BREAK)[0]
            metrics = QFontMetrics(self.fonts.body)
            self._elided = metrics.elidedText(last.replace("\t", "  "), _ELIDE, room) or "…"

    def _draw_head(self, painter: QPainter, tokens: Tokens) -> None:
        entry, line = self.entry, self.line
        icon = QRect(MARGIN, MARGIN + (line - ICON) // 2, ICON, ICON)
        make_icon(Icon[entry.icon], ICON, entry.tone or "ink_2").paint(painter, icon)
        room = self._room
        about, small = entry.about, QFontMetrics(self.fonts.small_figures)
        painter.setFont(self.fonts.small_figures)
        painter.setPen(QColor(tokens.ink_2))
        if self._wide:
            needed = small.horizontalAdvance(about)
            width = min(needed, room // 2)
            self._put(
                painter, MARGIN, about, self._indent + room - width, width, small if needed > width else None
            )
            room -= width + GAP
        elif about:
            self._put(painter, MARGIN + line, about, self._indent, room, small)
        painter.setFont(self.fonts.strong)
        painter.setPen(QColor(getattr(tokens, entry.tone) if entry.tone else tokens.ink))
        self._put(painter, MARGIN, typed(entry.title), self._indent, room, QFontMetrics(self.fonts.strong))

    def _put(
        self,
        painter: QPainter,
        top: int,
        text: str,
        left: int,
        width: int,
        metrics: QFontMetrics | None = None,
    ) -> None:
        """One line of text, elided."""
        place = QRect(left, top, width, self.line)
        shown = metrics.elidedText(text.replace("\n", " "), _ELIDE, width) if metrics else text
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)


class Typesetter:
    """Keeps the entries that were set last."""

    def __init__(self, font: QFont, few: int = FEW_LINES) -> None:
        self._few = few
        self.fonts = make_fonts(font)
        self.estimate = 2 * MARGIN + 3 * QFontMetrics(self.fonts.body).lineSpacing()
        """The height of a usual entry."""
        self._set: OrderedDict[tuple[int, int, bool], SetEntry] = OrderedDict()

    def lay_out(self, entry: TimelineEntry, width: int, *, unfolded: bool) -> SetEntry:
        """The entry in lines of a width."""
        found = self._set.get((id(entry), width, unfolded))
        if found is None:
            found = SetEntry(entry, width, self.fonts, unfolded=unfolded, few=self._few)
            self._set[id(entry), width, unfolded] = found
            if len(self._set) > KEPT:
                self._set.popitem(last=False)
        return found
