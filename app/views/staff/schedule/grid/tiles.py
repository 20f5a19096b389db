"""Paints one appointment's tile as planned: strips, time, name, stage, marks, procedures and note.

This runs some hundred times per day shown, so positions are plain numbers and shared shapes are drawn once.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QPainter, QPixmap

from app.domain.schedule.pattern import PROVIDER
from app.domain.schedule.tile import LATE_LETTER, TileText
from app.domain.schedule.visit import Mark, Stage, Visit
from app.viewmodels.translation import tr
from app.views.staff.schedule.grid.geometry import Box
from app.views.staff.schedule.grid.paint_theme import PaintTheme
from app.views.staff.schedule.grid.shapes import Shapes, Strip
from app.views.staff.schedule.grid.tile import MARKS, Tile
from app.views.staff.schedule.grid.tile_plan import Extra, Line, Sign, TilePlan, TilePlanner
from app.views.staff.schedule.lanes.sliver import edge_width, name_cache
from app.views.theme.icons import Icon
from app.views.theme.tokens import STAGE_HUES

KEPT_EDGES = 400
KEPT_PLANS = 800
"""Cached plans: the appointments of two or three days."""


class TilePainter:
    """Paints tiles in one theme, with the providers' colors by their numbers."""

    def __init__(self, theme: PaintTheme, colors: Mapping[int, str]) -> None:
        self.shapes = Shapes(theme)
        self._theme = theme
        self._colors = colors
        self._planner = TilePlanner(theme)
        self._edges: dict[tuple[int, int, str, str, int, int, int], QPixmap] = {}
        self._plans: dict[tuple[TileText, int, int, int, bool], TilePlan] = {}
        tokens = theme.tokens
        self._icons: dict[Sign, tuple[Icon, str]] = {
            Extra.PENDING: (Icon.PENDING, tokens.accent_text),
            Extra.OVERLAP: (Icon.OVERLAP, tokens.ink_2),
            **{mark: (icon, getattr(tokens, color)) for mark, (icon, color) in MARKS.items()},
        }
        self._names = dict.fromkeys(STAGE_HUES, (theme.name, theme.ink))
        self._names[Stage.DISMISSED.value] = (theme.plain, theme.ink_2)
        self._names[Stage.BROKEN.value] = (theme.struck, theme.ink_3)

    def draw(self, painter: QPainter, tile: Tile, hour: int) -> None:
        """Paint a tile at its place; `hour` is an hour's height."""
        slot, (left, top, width, height), text, skipped = tile
        hue = "late" if text.late else STAGE_HUES[text.letter]
        self.shapes.draw_background(painter, hue, tile.box)
        edge = self._edge(slot.visit, width, height, skipped, hour)
        sliver = width < self._planner.sliver
        if sliver:
            painter.drawPixmap(left, top, edge, 0, 0, edge_width(self._theme, width), height)
        else:
            painter.drawPixmap(left, top, edge)
        plan = self._plan(text, width, height, edge.width(), slot.doubled)
        scarce = width < self._planner.scarce
        self._draw_dots(painter, text, left, top, plan, hue, scarce=scarce)
        for sign, (x, y, size) in plan.signs:
            painter.drawPixmap(left + x, top + y, self._sign(sign, size))
        self._draw_texts(painter, text, left, top, plan, low=scarce or height < self._theme.name.height)
        if plan.words is not None:
            self._draw_words(painter, text, left, top, plan.words)
        if plan.turned is not None:
            self._draw_turned(painter, tile, plan.turned)
        if slot.starts_before or slot.ends_after:
            self._draw_arrows(painter, tile)
        if slot.visit.provisional:
            self.shapes.draw_dashes(painter, tile.box)

    def dot_box(self, tile: Tile) -> Box:
        """The position of a tile's stage dot: clicking it sets the next stage."""
        x, y, size = self._plan_of(tile).dot
        return Box(tile.box.left + x, tile.box.top + y, size, size)

    def task_box(self, tile: Tile) -> Box | None:
        """The position of a tile's mark for open tasks; None: it has none, or no room for it."""
        if Mark.TASK not in tile.text.marks:
            return None
        spots = [spot for sign, spot in self._plan_of(tile).signs if sign is Mark.TASK]
        return next((Box(tile.box.left + x, tile.box.top + y, size, size) for x, y, size in spots), None)

    def _plan_of(self, tile: Tile) -> TilePlan:
        _, _, width, height = tile.box
        edge = self._theme.edge + self._second_edge(tile.slot.visit, width)
        return self._plan(tile.text, width, height, edge, tile.slot.doubled)

    def _plan(self, text: TileText, width: int, height: int, edge: int, doubled: bool) -> TilePlan:
        key = (text, width, height, edge, doubled)
        found = self._plans.get(key)
        if found is None:
            if len(self._plans) >= KEPT_PLANS:
                self._plans.clear()
            found = self._plans[key] = self._planner.plan(text, width, height, edge, doubled=doubled)
        return found

    def _second_edge(self, visit: Visit, width: int) -> int:
        """The width of the second provider's strip; a narrow tile has space for only one."""
        both = PROVIDER in visit.pattern_secondary and width >= self._planner.scarce
        return self._theme.second_edge if both else 0

    def _edge(self, visit: Visit, width: int, height: int, skipped: int, hour: int) -> QPixmap:
        first, second = visit.prov_num, visit.prov_hyg
        if visit.is_hygiene and second:
            first, second = second, first
        both = self._second_edge(visit, width) > 0
        key = (first, second if both else -1, visit.pattern, visit.pattern_secondary, height, skipped, hour)
        found = self._edges.get(key)
        if found is None:
            if len(self._edges) >= KEPT_EDGES:
                self._edges.clear()
            strips = [Strip(self._colors.get(first, ""), visit.pattern)]
            if both:
                strips.append(Strip(self._colors.get(second, ""), visit.pattern_secondary))
            found = self._edges[key] = self.shapes.edge(tuple(strips), height, skipped, hour)
        return found

    def _draw_dots(
        self,
        painter: QPainter,
        text: TileText,
        left: int,
        top: int,
        plan: TilePlan,
        hue: str,
        *,
        scarce: bool,
    ) -> None:
        """Paint the stage's dot and, on a wide tile, the late dot before it; a narrow tile has one for both."""
        (x, y, size), shapes = plan.dot, self.shapes
        if not size:  # a sliver without room for it
            return
        if not text.letter:
            image = shapes.mark(Icon.NOTE, self._theme.hue("note").text, size)
        elif scarce and text.late:
            image = shapes.dot("late", LATE_LETTER, size)
        else:
            image = shapes.dot(STAGE_HUES[text.letter], text.letter, size)
        painter.drawPixmap(left + x, top + y, image)
        if plan.late_dot is not None:
            x, y, size = plan.late_dot
            painter.drawPixmap(left + x, top + y, shapes.dot(hue, LATE_LETTER, size))

    def _sign(self, sign: Sign, size: int) -> QPixmap:
        if sign is Extra.LATE:
            return self.shapes.dot("late", LATE_LETTER, size)
        icon, color = self._icons[sign]
        return self.shapes.mark(icon, color, size)

    def _draw_texts(
        self, painter: QPainter, text: TileText, left: int, top: int, plan: TilePlan, *, low: bool
    ) -> None:
        """Paint name, time and waiting time. A low or narrow tile has its name in small letters."""
        theme = self._theme
        cache, pen = self._names[text.letter]
        if low and cache is theme.name:
            cache = theme.low_name
        for words, x, y, width in plan.names:
            cache.draw(painter, left + x, top + y, words, width, pen)
        if plan.time is not None:
            words, x, y, _ = plan.time
            painter.drawPixmap(left + x, top + y, theme.time.stamp(words, theme.ink_2))
        if plan.waiting is not None:
            strong, (x, base, _) = theme.small_strong, plan.waiting
            stamp = strong.stamp(tr(text.waiting), theme.waiting)
            painter.drawPixmap(left + x, top + base - strong.ascent, stamp)

    def _draw_turned(self, painter: QPainter, tile: Tile, line: Line) -> None:
        """Paint the name of a sliver, from top to bottom."""
        usual, pen = self._names[tile.text.letter]
        cache = name_cache(self._theme, tile.box.width)
        if cache is self._theme.low_name and usual is not self._theme.name:
            cache = usual
        words, x, y, room = line
        cache.draw_downward(painter, tile.box.left + x, tile.box.top + y, words, room, pen)

    def _draw_words(
        self, painter: QPainter, text: TileText, x: int, y: int, area: tuple[int, int, int, int, int]
    ) -> None:
        """Paint procedures in ink and the note in secondary ink, wrapped over the available lines."""
        left, top, right, bottom, first_right = area
        cache, height = self._theme.small, self._theme.small.height
        rows = (bottom - top) // height
        if rows <= 0:
            return
        left, top, right, first_right = left + x, top + y, right + x, first_right + x
        if text.procedures:
            width = first_right - left
            for row in cache.wrap(text.procedures, width, max(1, rows - 1 if text.note else rows)):
                cache.draw(painter, left, top, row, width, self._theme.ink)
                top += height
                rows -= 1
        if text.note and rows > 0:
            for row in cache.wrap(text.note, right - left, rows):
                cache.draw(painter, left, top, row, right - left, self._theme.ink_2)
                top += height

    def _draw_arrows(self, painter: QPainter, tile: Tile) -> None:
        """Paint the arrows of an appointment that starts before the grid or continues after it."""
        slot, box, color, size = tile.slot, tile.box, self._theme.tokens.ink_2, self._theme.mark
        middle = box.left + (box.width - size) // 2
        if slot.starts_before:
            painter.drawPixmap(middle, box.top, self.shapes.mark(Icon.UP, color, size))
        if slot.ends_after:
            painter.drawPixmap(middle, box.bottom - size, self.shapes.mark(Icon.DOWN, color, size))
