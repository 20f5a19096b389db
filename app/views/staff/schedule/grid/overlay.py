"""Paints what is above the tiles and changes without them: selection and focus rings, dragged ghost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.domain.schedule.layout import day_of
from app.viewmodels.clock_face import clock
from app.viewmodels.staff.schedule.previewed_opening import PreviewedOpening
from app.views.staff.schedule.grid.cursor import TimeSpot, box_of, is_on_grid, moment_of
from app.views.staff.schedule.grid.geometry import Box
from app.views.staff.schedule.grid.paint_theme import PaintTheme
from app.views.staff.schedule.grid.scene import Scene
from app.views.staff.schedule.grid.tile import Tile
from app.views.theme.icons import Icon, draw_icon
from app.views.theme.tokens import RADIUS_TILE

if TYPE_CHECKING:  # loads with the first pin
    from app.viewmodels.staff.schedule.pinboard.model import FormerPlace

GHOST_SHARE = 46
"""Opacity of the accent on the background of a ghost and of a selected time, of 255."""
OTHER_SHARE = 20
"""The same for an opening that isn't chosen."""
PINNED_WASH = 120
"""The same over an appointment on the pinboard."""
WASH = 150
"""Opacity of the grid's color over the tile that is being moved, of 255."""


class Ghost(NamedTuple):
    """A dragged appointment: its target position, its name, and the effect as text."""

    apt_num: int
    box: Box
    name: str
    words: str
    clash: bool


class Overlay:
    """Its state, and how it is painted."""

    def __init__(self) -> None:
        self.selected: int | None = None
        self.focused: int | None = None
        self.cursor: TimeSpot | None = None
        """The selected free time; if set, no appointment has the focus."""
        self.focus_shown = False
        self.ghost: Ghost | None = None
        self.pinned: frozenset[int] = frozenset()
        """The appointments on the pinboard: they are shown as ghosts where they still are."""
        self.former_places: Sequence[FormerPlace] = ()
        """Where pinned appointments were that are no longer there."""
        self.opening: PreviewedOpening | None = None
        """The chosen opening of a booking or move."""
        self.others: tuple[PreviewedOpening, ...] = ()
        """The openings that are offered besides."""

    def place(self, scene: Scene) -> Tile | TimeSpot | None:
        """Where the keyboard focus is."""
        return self.cursor or scene.tiles.get(self.focused or 0)

    def opening_box(self, scene: Scene) -> Box | None:
        """The position of the chosen opening; None without one, or if the grid doesn't show it."""
        return _box_of(scene, self.opening) if self.opening is not None else None

    def draw(self, painter: QPainter, scene: Scene, visible: Box) -> None:
        """Paint it over the visible part of the grid, in the grid's device pixels."""
        self._draw_pins(painter, scene)
        if self.ghost is not None:
            _draw_box(painter, scene, self.ghost)
            _draw_label(painter, scene.theme, self.ghost, visible)
            return
        for each in self.others:
            if (box := _box_of(scene, each)) is not None:
                _draw_other(painter, scene, each, box)
        if self.opening is not None:
            if (box := self.opening_box(scene)) is not None:
                _draw_opening(painter, scene, self.opening, box)
        elif self.cursor is not None:
            self._draw_cursor(painter, scene, self.cursor)
        if self.selected is not None:
            self._draw_ring(painter, scene, self.selected, dashed=False)
        if self.focus_shown and self.focused is not None:
            self._draw_ring(painter, scene, self.focused, dashed=True)

    def _draw_pins(self, painter: QPainter, scene: Scene) -> None:
        for apt_num in self.pinned:
            _draw_pinned(painter, scene, apt_num)
        for place in self.former_places:
            _draw_former(painter, scene, place)

    def _draw_cursor(self, painter: QPainter, scene: Scene, spot: TimeSpot) -> None:
        """Paint the selected free time: its box, with the time inside if it is high enough, else beside it."""
        if not is_on_grid(scene, spot):
            return
        theme, box = scene.theme, box_of(scene, spot)
        wash = QColor(theme.accent)
        wash.setAlpha(GHOST_SHARE)
        painter.fillRect(*box, theme.grid)
        painter.fillRect(*box, wash)
        pen = QPen(theme.accent, theme.u(2))
        if self.focus_shown:
            pen.setDashPattern([3, 3])
        _outline(painter, theme, box, pen)
        cache = theme.small_strong
        top = box.top + (box.height - cache.height) // 2
        at = moment_of(scene, spot)
        words = clock(at.hour * 60 + at.minute)
        cache.draw(painter, box.left + theme.u(8), top, words, box.width, QColor(theme.tokens.accent_text))

    def _draw_ring(self, painter: QPainter, scene: Scene, apt_num: int, *, dashed: bool) -> None:
        theme = scene.theme
        pen = QPen(theme.ink if dashed else theme.accent, theme.u(2))
        if dashed:
            pen.setDashPattern([3, 3])
        inset = theme.u(3) if dashed and apt_num == self.selected else 0
        for tile in scene.parts(apt_num):
            _outline(painter, theme, tile.box.grown(-inset), pen)


def _draw_pinned(painter: QPainter, scene: Scene, apt_num: int) -> None:
    """Fade a pinned appointment, with a dashed outline and a pin in its corner."""
    theme = scene.theme
    wash = QColor(theme.grid)
    wash.setAlpha(PINNED_WASH)
    pen = QPen(QColor(theme.tokens.ink_2), theme.u(1))
    pen.setDashPattern([4, 3])
    color = QColor(theme.tokens.accent_text).name()
    for tile in scene.parts(apt_num):
        box, size = tile.box, theme.mark
        painter.fillRect(*box, wash)
        _outline(painter, theme, box, pen)
        if box.height >= 2 * size:
            corner = box.right - size - theme.u(3), box.bottom - size - theme.u(3)
            painter.drawImage(*corner, draw_icon(Icon.PIN, color, size))


def _box_of(scene: Scene, opening: PreviewedOpening) -> Box | None:
    """The position of an opening; None if the grid doesn't show it."""
    if opening.column not in [span.key for span in scene.geometry.spans]:
        return None
    return scene.geometry.ghost(opening.column, opening.minute, opening.minute + opening.minutes)


def _draw_other(painter: QPainter, scene: Scene, opening: PreviewedOpening, box: Box) -> None:
    """Paint an opening that isn't chosen: a dashed box with its time. What is below stays readable."""
    theme = scene.theme
    pen = QPen(QColor(theme.tokens.alert if opening.clash else theme.tokens.accent), theme.u(1))
    pen.setDashPattern([4, 3])
    background = QColor(pen.color())
    background.setAlpha(OTHER_SHARE)
    painter.fillRect(*box, background)
    _outline(painter, theme, box, pen)
    cache, room = theme.small_strong, box.width - theme.u(12)
    time = next((each for each in opening.times if cache.width(each) <= room), "")
    top = box.top + min(theme.u(4), (box.height - cache.height) // 2)
    cache.draw(painter, box.left + theme.u(8), top, time, room, QColor(theme.tokens.accent_text))


def _draw_former(painter: QPainter, scene: Scene, place: FormerPlace) -> None:
    """Paint a dashed box with the name where a pinned appointment was, if its operatory has a column on that day."""
    theme, grid, day = scene.theme, scene.grid, place.start.date()
    found = (each.key for each in grid.columns if each.op_num == place.op_num and day_of(grid, each) == day)
    if (column := next(found, None)) is None:
        return
    minute = place.start.hour * 60 + place.start.minute
    box = scene.geometry.ghost(column, max(minute, grid.opens), minute + place.minutes)
    pen = QPen(QColor(theme.tokens.ink_2), theme.u(1))
    pen.setDashPattern([4, 3])
    _outline(painter, theme, box, pen)
    if scene.hides_names:
        return
    top, room = box.top + theme.u(3), box.width - theme.u(16)
    theme.small.draw(painter, box.left + theme.u(8), top, place.name, room, theme.ink_2)


def _draw_box(painter: QPainter, scene: Scene, ghost: Ghost) -> None:
    """Paint where an appointment would be: a box with its name, and a faded picture of its current place."""
    theme = scene.theme
    color = QColor(theme.tokens.alert if ghost.clash else theme.tokens.accent)
    wash, background = QColor(theme.grid), QColor(color)
    wash.setAlpha(WASH)
    background.setAlpha(GHOST_SHARE)
    for source in scene.parts(ghost.apt_num):
        painter.fillRect(*source.box, wash)
    painter.fillRect(*ghost.box, theme.grid)
    painter.fillRect(*ghost.box, background)
    _outline(painter, theme, ghost.box, QPen(color, theme.u(2)))
    name, left = theme.name, ghost.box.left + theme.u(8)
    top = ghost.box.top + min(theme.u(3), (ghost.box.height - name.height) // 2)
    words = "" if scene.hides_names else ghost.name
    name.draw(painter, left, top, words, ghost.box.width - theme.u(16), theme.ink)


def _draw_opening(painter: QPainter, scene: Scene, opening: PreviewedOpening, box: Box) -> None:
    """Paint the chosen opening like a dragged appointment, with as much of its time below the name as fits."""
    theme = scene.theme
    _draw_box(painter, scene, Ghost(opening.moving, box, opening.name, "", opening.clash))
    top = box.top + theme.u(3) + theme.name.height
    room = box.width - theme.u(16)
    time = next((each for each in opening.times if theme.small.width(each) <= room), "")
    if top + theme.small.height <= box.bottom:
        theme.small.draw(painter, box.left + theme.u(8), top, time, room, theme.ink_2)


def _outline(painter: QPainter, theme: PaintTheme, box: Box, pen: QPen) -> None:
    half, radius = pen.widthF() / 2, theme.u(RADIUS_TILE)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    area = QRectF(box.left + half, box.top + half, box.width - 2 * half, box.height - 2 * half)
    painter.drawRoundedRect(area, radius, radius)
    painter.restore()


def _draw_label(painter: QPainter, theme: PaintTheme, ghost: Ghost, visible: Box) -> None:
    """Paint the ghost's text beside it: first the target, then the clashes."""
    lines = [line for line in ghost.words.split("\n") if line]
    if not lines:
        return
    strong, small, pad = theme.small_strong, theme.small, theme.u(8)
    width = round(max(strong.width(lines[0]), *(small.width(line) for line in lines))) + 2 * pad
    height = strong.height + (len(lines) - 1) * small.height + pad
    left = ghost.box.right + theme.u(4)
    if left + width > visible.right:
        left = ghost.box.left - theme.u(4) - width
    left = min(max(left, visible.left), max(visible.right - width, visible.left))
    top = min(max(ghost.box.top, visible.top), visible.bottom - height)
    box = Box(left, top, width, height)
    color = theme.tokens.alert if ghost.clash else theme.tokens.accent
    painter.fillRect(*box, QColor(theme.tokens.raised))
    _outline(painter, theme, box, QPen(QColor(color), theme.u(1)))
    for index, line in enumerate(lines):
        cache = small if index else strong
        ink = QColor(theme.tokens.alert) if index and ghost.clash else theme.ink
        y = top + pad // 2 + (strong.height + (index - 1) * small.height if index else 0)
        cache.draw(painter, left + pad, y, line, width, ink)
