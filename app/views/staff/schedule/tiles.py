"""Painting one appointment's tile: strips, time, name, stage, marks, procedures and note, as width and height allow.

This runs some hundred times while one waits for a day, so places are plain numbers and what is shared is drawn once.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QPainter, QPixmap

from app.domain.schedule.pattern import PROVIDER
from app.domain.schedule.tile import LATE_LETTER, TileText
from app.domain.schedule.visit import Mark, Stage, Visit
from app.views.staff.schedule.geometry import Box
from app.views.staff.schedule.look import Look
from app.views.staff.schedule.shapes import Shapes, Strip
from app.views.staff.schedule.texts import ELLIPSIS
from app.views.staff.schedule.tile import HUES, MARKS, Tile
from app.views.theme.icons import Icon

USUAL_NAME = "Pacheco, Fiona"
"""A tile that has room for such a name shows the time before it; a narrower one shows the time below."""
SCARCE = 68
"""Below this width a tile shows its name, cut without an ellipsis, one small dot and one sign; no procedures."""
SMALL_DOT = 12
MANY = 9
KEPT_EDGES = 400
NAME_SHARE = 0.62
"""What marks leave to the name at least."""


class TilePainter:
    """Paints tiles in one look, with the providers' colours by their numbers."""

    def __init__(self, look: Look, colors: Mapping[int, str]) -> None:
        self.shapes = Shapes(look)
        self._look = look
        self._colors = colors
        self._pad = look.u(3)
        self._gap = look.u(4)
        self._head = look.name.height
        self._row = look.small.height
        self._two = self._head + self._row
        self._scarce = look.text_u(SCARCE)
        self._small_dot = look.text_u(SMALL_DOT)
        self._time_width = round(look.time.width("10:00")) + look.u(5)
        fixed = look.edge + look.dot + 3 * self._gap + self._time_width
        self._roomy = fixed + round(look.name.width(USUAL_NAME))
        self._span_width = round(look.time.width("10:00 – 10:00"))
        self._edges: dict[tuple[int, int, str, str, int, int, int], QPixmap] = {}
        self._marks = {
            mark: self.shapes.mark(icon, getattr(look.tokens, color), look.mark)
            for mark, (icon, color) in MARKS.items()
        }
        self._names = dict.fromkeys(HUES, (look.name, look.ink))
        self._names[Stage.DISMISSED.value] = (look.plain, look.ink_2)
        self._names[Stage.BROKEN.value] = (look.struck, look.ink_3)

    def draw(self, painter: QPainter, tile: Tile, hour: int) -> None:
        """Paint a tile at its place; `hour` is an hour's height."""
        slot, (left, top, width, height), text, skipped = tile
        hue = "late" if text.late else HUES[text.letter]
        self.shapes.draw_ground(painter, hue, tile.box)
        edge = self._edge(slot.visit, height, skipped, hour)
        painter.drawPixmap(left, top, edge)
        inner, right = left + edge.width() + self._gap, left + width - self._gap
        free = self._draw_dots(painter, tile, hue)
        pad = self._pad_of(height)
        first, bottom = top + pad, top + height - max(pad, 0)
        if height < self._two:
            self._draw_low(painter, tile, inner, free, first)
        elif width >= self._roomy:
            free = self._draw_wide(painter, tile, inner, free, first, right)
            self._draw_words(painter, text, inner, right, first + self._head, bottom, free)
        else:
            line = self._draw_narrow(painter, tile, inner, free, first, right, bottom)
            if width >= self._scarce:
                self._draw_words(painter, text, inner, right, line, bottom, right)
        if slot.starts_before or slot.ends_after:
            self._draw_arrows(painter, tile)

    def dot_box(self, box: Box) -> Box:
        """Where a tile's stage dot stands: the place to click for the next stage."""
        return Box(*self._dot_place(box))

    def _dot_place(self, box: Box) -> tuple[int, int, int, int]:
        left, top, width, height = box
        size = min(self._look.dot if width >= self._scarce else self._small_dot, height - 2)
        down = self._pad_of(height) + (self._head - size) // 2
        return left + width - self._pad - size, top + max(down, 1), size, size

    def _pad_of(self, height: int) -> int:
        """The margin above a tile's first line: less where lines are tight, negative where one is cut."""
        lines = self._two if height >= self._two else self._head
        return min(self._pad, (height - lines) // 2)

    def _edge(self, visit: Visit, height: int, skipped: int, hour: int) -> QPixmap:
        first, second = visit.prov_num, visit.prov_hyg
        if visit.is_hygiene and second:
            first, second = second, first
        key = (first, second, visit.pattern, visit.pattern_secondary, height, skipped, hour)
        found = self._edges.get(key)
        if found is None:
            if len(self._edges) >= KEPT_EDGES:
                self._edges.clear()
            strips = [Strip(self._colors.get(first, ""), visit.pattern)]
            if PROVIDER in visit.pattern_secondary:
                strips.append(Strip(self._colors.get(second, ""), visit.pattern_secondary))
            found = self._edges[key] = self.shapes.edge(tuple(strips), height, skipped, hour)
        return found

    def _draw_dots(self, painter: QPainter, tile: Tile, hue: str) -> int:
        """Paint the stage's dot and, before it, the late one; answer where the line's free part ends."""
        text, shapes = tile.text, self.shapes
        left, top, size, _ = self._dot_place(tile.box)
        if not text.letter:
            painter.drawPixmap(left, top, shapes.mark(Icon.NOTE, self._look.hue("note").text, size))
            return left - self._gap
        if tile.box.width < self._scarce:
            painter.drawPixmap(left, top, shapes.dot(hue, LATE_LETTER if text.late else text.letter, size))
            return left - 1
        painter.drawPixmap(left, top, shapes.dot(HUES[text.letter], text.letter, size))
        if text.late and tile.box.width >= self._roomy:
            left -= size + self._look.u(2)
            painter.drawPixmap(left, top, shapes.dot(hue, LATE_LETTER, size))
        return left - self._gap

    def _draw_low(self, painter: QPainter, tile: Tile, left: int, right: int, top: int) -> None:
        """Paint a tile that has room for one line."""
        width = tile.box.width
        if width >= self._roomy:
            left = self._draw_time(painter, tile.text.time, left, top)
        if width >= self._scarce:
            right = self._draw_marks(painter, tile, left, right, top, MANY if width >= self._roomy else 1)
            right = self._draw_waiting(painter, tile.text, left, right, top + self._look.name.ascent)
        self._draw_name(painter, tile, left, right, top, tile.text.name)

    def _draw_wide(self, painter: QPainter, tile: Tile, left: int, free: int, top: int, right: int) -> int:
        """Paint time, name and marks in one line; answer where the free part of the line below it ends."""
        look, text = self._look, tile.text
        start = self._draw_time(painter, text.time, left, top)
        below = top + self._head
        signs = len(text.marks) + bool(text.pending) + tile.slot.doubled
        beside = look.name.width(text.name) + signs * (look.mark + self._gap) <= free - start
        if beside and signs:
            free = self._draw_marks(painter, tile, start, free, top, MANY)
        self._draw_name(painter, tile, start, free, top, text.name)
        rest = self._draw_waiting(painter, text, left, right, below + look.small.ascent)
        if not beside:
            rest = self._draw_marks(painter, tile, left, rest, below, MANY, named=0)
        return rest

    def _draw_narrow(
        self, painter: QPainter, tile: Tile, left: int, free: int, top: int, right: int, bottom: int
    ) -> int:
        """Paint the name above the time, on two lines where it must and can; answer where the words begin."""
        look, text = self._look, tile.text
        scarce = tile.box.width < self._scarce
        if scarce:
            if self._time_width <= free - left:
                self._draw_time(painter, text.time, left, top)
            else:
                self._draw_marks(painter, tile, left, free, top, 1, named=0)
            free, top = right, top + self._head
        name = text.name
        if (
            top + 2 * self._head + self._row <= bottom
            and look.name.width(name) > free - left
            and ", " in name
        ):
            last, _, name = name.partition(", ")
            self._draw_name(painter, tile, left, free, top, f"{last},")
            free, top = right, top + self._head
        self._draw_name(painter, tile, left, free, top, name)
        top += self._head
        if scarce or top + self._row > bottom:
            return top
        self._draw_under_name(painter, tile, left, right, top)
        return top + self._row

    def _draw_time(self, painter: QPainter, time: str, left: int, top: int) -> int:
        """Paint when it starts; answer where the name begins."""
        look = self._look
        painter.drawPixmap(left, top + look.name.ascent - look.time.ascent, look.time.stamp(time, look.ink_2))
        return left + self._time_width

    def _draw_name(self, painter: QPainter, tile: Tile, left: int, right: int, top: int, name: str) -> None:
        cache, pen = self._names[tile.text.letter]
        scarce = tile.box.width < self._scarce
        if cache is self._look.name and (scarce or tile.box.height < self._head):
            cache = self._look.low_name
        cache.draw(painter, left, top, name, right - left, pen, "" if scarce else ELLIPSIS)

    def _draw_marks(
        self,
        painter: QPainter,
        tile: Tile,
        left: int,
        right: int,
        top: int,
        most: int,
        named: float | None = None,
    ) -> int:
        """Paint what fits at a line's right end, the most urgent kept; answer where the rest of the line ends."""
        text, size = tile.text, self._look.mark
        if not (text.marks or text.late or text.pending or tile.slot.doubled):
            return right
        signs = self._signs(tile)
        if named is None:
            named = min(self._look.name.width(tile.text.name), (right - left) * NAME_SHARE)
        fitting = min(int(right - left - named) // (size + self._gap), most)
        down = (self._head - size) // 2
        for sign in reversed(signs[: max(fitting, 0)]):
            right -= size
            painter.drawPixmap(right, top + down, sign)
            right -= self._look.u(2)
        return right

    def _signs(self, tile: Tile) -> list[QPixmap]:
        """A tile's signs, the most urgent first. A narrow tile has its late letter among them."""
        text, tokens, size, mark = tile.text, self._look.tokens, self._look.mark, self.shapes.mark
        marks = self._marks
        signs: list[QPixmap] = []
        if text.late and self._scarce <= tile.box.width < self._roomy:
            signs.append(self.shapes.dot("late", LATE_LETTER, size))
        if text.pending:
            signs.append(mark(Icon.PENDING, tokens.accent_text, size))
        signs.extend([marks[each] for each in text.marks])
        if tile.slot.doubled:
            after_alerts = len(signs) - len(text.marks) + (Mark.ALERT in text.marks)
            signs.insert(after_alerts, mark(Icon.OVERLAP, tokens.ink_2, size))
        return signs

    def _draw_waiting(self, painter: QPainter, text: TileText, left: int, right: int, base: int) -> int:
        """Paint the waiting minutes at a line's right end; answer where the rest of the line ends."""
        if not text.waiting:
            return right
        cache = self._look.small_strong
        stamp = cache.stamp(text.waiting, self._look.waiting)
        if right - left < stamp.width() + self._time_width:
            return right
        right -= stamp.width()
        painter.drawPixmap(right, base - cache.ascent, stamp)
        return right - self._gap

    def _draw_under_name(self, painter: QPainter, tile: Tile, left: int, right: int, top: int) -> None:
        """Paint the line of time, waiting minutes and marks."""
        look, text = self._look, tile.text
        right = self._draw_waiting(painter, text, left, right, top + look.small.ascent)
        right = self._draw_marks(painter, tile, left, right, top, MANY, named=self._time_width)
        words = text.span if self._span_width <= right - left else text.time
        painter.drawPixmap(
            left, top + look.small.ascent - look.time.ascent, look.time.stamp(words, look.ink_2)
        )

    def _draw_words(
        self,
        painter: QPainter,
        text: TileText,
        left: int,
        right: int,
        top: int,
        bottom: int,
        first_right: int,
    ) -> None:
        """Paint procedures in ink and the note in secondary ink, broken over the rows there are."""
        cache, height = self._look.small, self._row
        rows = (bottom - top) // height
        if rows <= 0:
            return
        if text.procedures:
            width = first_right - left
            for row in cache.wrap(text.procedures, width, max(1, rows - 1 if text.note else rows)):
                cache.draw(painter, left, top, row, width, self._look.ink)
                top += height
                rows -= 1
        if text.note and rows > 0:
            for row in cache.wrap(text.note, right - left, rows):
                cache.draw(painter, left, top, row, right - left, self._look.ink_2)
                top += height

    def _draw_arrows(self, painter: QPainter, tile: Tile) -> None:
        """Paint the arrows of an appointment that begins before the grid or goes on beyond it."""
        slot, box, color, size = tile.slot, tile.box, self._look.tokens.ink_2, self._look.mark
        middle = box.left + (box.width - size) // 2
        if slot.starts_before:
            painter.drawPixmap(middle, box.top, self.shapes.mark(Icon.UP, color, size))
        if slot.ends_after:
            painter.drawPixmap(middle, box.bottom - size, self.shapes.mark(Icon.DOWN, color, size))
