"""Text in one font, measured and rendered once: most of a day's texts recur on every repaint.

A cached text is a small picture; copying it costs a fifth of drawing its letters.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap, QTransform

KEPT = 1000
"""Cached measurements before the older half is dropped; a day of 200 visits has about 600 of one kind."""
KEPT_PIXELS = 800_000
"""Pixels of cached text in all fonts at 100 %, 3.2 MB: a day of two hundred appointments has 600,000."""
ELLIPSIS = "…"
FEW_LETTERS = 3
"""Fewer letters of a word than this don't tell it from others, so a line ends before it."""
HANGING = frozenset(",;.")
"""Characters that may hang slightly over the line rather than start the next one."""
_PLAIN_UP_TO = 0x24F
"""Widths of Latin letters simply add up; other scripts are measured as a whole."""


class TextRoom:
    """The pixels that the pictures of several fonts share: a day spends them on other fonts than a week."""

    def __init__(self, scale: float) -> None:
        """`scale`: how many times as high as usual the letters are, in device pixels."""
        self._scale = scale
        self._taken: dict[TextCache, int] = {}

    def take(self, cache: TextCache, picture: QPixmap) -> None:
        """Count a picture that a cache will keep; without room for it the largest cache drops its older half."""
        self._taken[cache] = self._taken.get(cache, 0) + _pixels(picture)
        if sum(self._taken.values()) > KEPT_PIXELS * self._scale**2:
            largest = max(self._taken, key=self._taken.__getitem__)
            self._taken[largest] -= largest.drop_older()


class TextCache:
    """Draws single lines in one font, elided to a width in device pixels."""

    def __init__(self, font: QFont, room: TextRoom) -> None:
        self.font = font
        self._room = room
        metrics = QFontMetricsF(font)
        self._metrics = metrics
        self.ascent = round(metrics.ascent())
        self.height = round(metrics.ascent()) + round(metrics.descent())
        self._advances: dict[str, float] = {}
        self._widths: dict[str, float] = {}
        self._cut: dict[tuple[str, int], str] = {}
        self._pressed: dict[tuple[str, int, int], QPixmap] = {}
        self._wrapped: dict[tuple[str, int, int, bool], list[str]] = {}
        self._downward: dict[tuple[str, int, int], QPixmap] = {}
        self._stamps: dict[tuple[str, int], QPixmap] = {}
        self._press_bed = QPixmap()

    def draw(
        self,
        painter: QPainter,
        x: int,
        top: int,
        text: str,
        width: int,
        color: QColor,
    ) -> None:
        """Draw a line at a top left corner. It may change the painter's font and pen."""
        key = (text, width, color.rgb())
        pressed = self._pressed.get(key)
        if pressed is not None:
            painter.drawPixmap(x, top, pressed)
            return
        cut = self._cut.get(key[:2])
        if cut is None:
            painter.setFont(self.font)
            painter.setPen(color)
            painter.drawText(x, top + self.ascent, self._remember(key[:2]))
        else:  # caching pays from the second time on
            stamp = self.stamp(cut, color)
            _make_room(self._pressed)
            self._pressed[key] = stamp
            painter.drawPixmap(x, top, stamp)

    def draw_downward(
        self, painter: QPainter, left: int, top: int, text: str, length: int, color: QColor
    ) -> None:
        """Draw a line that reads downward, elided to a length in device pixels."""
        key = (text, length, color.rgb())
        found = self._downward.get(key)
        if found is None:
            found = self.stamp(self.fit(text, length), color).transformed(QTransform().rotate(90))
            self._room.take(self, found)
            self._downward[key] = found
        painter.drawPixmap(left, top, found)

    def stamp(self, text: str, color: QColor) -> QPixmap:
        """A text as a picture on a transparent background, as wide as it is."""
        key = (text, color.rgb())
        found = self._stamps.get(key)
        if found is None:
            found = self._press(text, color)
            self._room.take(self, found)
            self._stamps[key] = found
        return found

    def drop_older(self) -> int:
        """Drop the older half of the pictures. Returns how many pixels they had."""
        dropped = _older_half(self._stamps) + _older_half(self._downward)
        self._pressed.clear()  # these are the same pictures under other keys
        return sum(map(_pixels, dropped))

    def width(self, text: str) -> float:
        """The width of a line in device pixels."""
        width = self._widths.get(text)
        if width is None:
            _make_room(self._widths)
            width = self._widths[text] = self._measure(text)
        return width

    def fit(self, text: str, width: int) -> str:
        """The line elided to a width, after a word if only a few letters of the next one fit.

        Where only a few letters fit before an ellipsis, as many as fit without it tell more.
        """
        if self.width(text) <= width:
            return text
        kept = self._letters_within(text, width - self._measure(ELLIPSIS))
        if kept < FEW_LETTERS:
            return self.cut(text, width)
        end = text.rfind(" ", 0, kept + 1)
        if end > 0 and kept - end - 1 < FEW_LETTERS:
            kept = end
        return text[:kept].rstrip(" ,;") + ELLIPSIS

    def cut(self, text: str, width: int) -> str:
        """As much of the line as fits a width, without dots."""
        return text if self.width(text) <= width else text[: self._letters_within(text, width)]

    def wrap(self, text: str, width: int, most: int, *, whole: bool = False) -> list[str]:
        """The text on at most this many lines, wrapped between words; the last line may still be too long.

        A word too long for a line continues on the next one; with `whole` it is elided.
        """
        key = (text, width, most, whole)
        lines = self._wrapped.get(key)
        if lines is None:
            _make_room(self._wrapped)
            lines = self._wrapped[key] = self._broken(text, width, most, whole=whole)
        return lines

    def _measure(self, text: str) -> float:
        advances = self._advances
        total = 0.0
        for char in text:
            advance = advances.get(char)
            if advance is None:
                if ord(char) > _PLAIN_UP_TO and char not in "…–×·":
                    return self._metrics.horizontalAdvance(text)
                advance = advances[char] = self._metrics.horizontalAdvance(char)
            total += advance
        return total

    def _broken(self, text: str, width: int, most: int, *, whole: bool) -> list[str]:
        lines: list[str] = []
        rest = text
        while rest and len(lines) < most - 1 and self._measure(rest) > width:
            letters = self._letters_within(rest, width)
            space = rest.rfind(" ", 0, letters + 1)
            hangs = rest[letters : letters + 1] in HANGING
            hyphen = 0 if hangs else rest.rfind("-", FEW_LETTERS, letters) + 1  # of a code: #12-MODB-C4
            inside = hyphen or max(letters + hangs, 1)
            head = rest[:space] if space > 0 else rest[:inside]
            if whole and space <= 0:
                head = rest.partition(" ")[0]
                lines.append(self.fit(head.rstrip(","), width))
            else:
                lines.append(head)
            rest = rest[len(head) :].lstrip()
        return [*lines, rest] if rest else lines

    def _letters_within(self, text: str, width: float) -> int:
        total = 0.0
        for index, char in enumerate(text):
            total += self._measure(char)
            if total > width:
                return index
        return len(text)

    def _remember(self, key: tuple[str, int]) -> str:
        _make_room(self._cut)
        cut = self._cut[key] = self.fit(*key)
        return cut

    def _press(self, text: str, color: QColor) -> QPixmap:
        """Draw a text once. A pixmap that was painted on keeps its paint engine, some kilobytes; a copy has none."""
        width = max(round(self.width(text)), 1) + 1
        if self._press_bed.width() < width:
            self._press_bed = QPixmap(width, self.height)
        self._press_bed.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._press_bed)
        painter.setFont(self.font)
        painter.setPen(color)
        painter.drawText(0, self.ascent, text)
        painter.end()
        return self._press_bed.copy(0, 0, width, self.height)


def _make_room(kept: dict[Any, Any]) -> None:
    if len(kept) >= KEPT:
        _older_half(kept)


def _pixels(picture: QPixmap) -> int:
    return picture.width() * picture.height()


def _older_half(kept: dict[Any, Any]) -> list[Any]:
    """Remove the oldest entries."""
    return [kept.pop(key) for key in list(kept)[: (len(kept) + 1) // 2]]
