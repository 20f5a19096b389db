"""Reads a painted odontogram: which state and material each surface, crown and root has, from its pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QBrush, QColor, QImage, QPainterPath

from app.domain.chart.work import Status
from app.views.staff.chart.odontogram.inks import Inks
from app.views.staff.chart.odontogram.layout import Cell
from app.views.staff.chart.odontogram.shapes import Shape
from app.views.staff.chart.odontogram.tooth_painter import ToothPainter
from app.views.staff.chart.odontogram.works import level_of

RGB = tuple[float, ...]
Regions = dict[int, tuple[QPainterPath, list[tuple[int, int]]]]
"""Pixels by the path that they belong to, which is kept alive with them."""
MOST = 160
"""Pixels read of a region."""
EDGE = 1.6
"""Distance from a region's outline within which pixels aren't read."""


class Look(NamedTuple):
    """What can be seen of one tooth."""

    image: Pixels
    cell: Cell
    shape: Shape
    inks: Inks
    painter: ToothPainter
    regions: Regions

    # --- areas ---------------------------------------------------------------------------------------------

    def surface(self, letter: str) -> str:
        """The look of a surface from above, below the rim of an open crown."""
        path, rim = self.shape.faces[letter], self.shape.rim
        return self._named(path, lambda: path if letter == "V" else path.subtracted(rim), self.cell.crown)

    def crown(self) -> str:
        """The look of the crown from the side, where no surface is drawn."""
        return self._named(
            self.shape.crown,
            lambda: _without(self.shape.crown, self.shape.side_faces.values()),
            self.cell.neck,
        )

    def root(self) -> str:
        """The look of the root beside its canals: "root", "paper", or something drawn there."""
        shape = self.shape

        def area() -> QPainterPath:
            ends = sorted((shape.root_length * 0.45, shape.root_length))
            low = _box(-shape.across, ends[0], 2 * shape.across, ends[1] - ends[0])
            return _without(shape.root, (shape.canals, shape.post)).intersected(low)

        return self._named(shape.root, area, self.cell.neck)

    def facing(self) -> str:
        """The look of the facial side: a veneer."""
        shape = self.shape
        return self._named(shape.facing, lambda: shape.facing.intersected(shape.faces["B"]), self.cell.crown)

    def screw(self) -> str:
        """The look of the middle of an implant."""
        ends = sorted((self.shape.root_length * 0.2, self.shape.root_length * 0.7))
        half = round(min(self.shape.neck, self.shape.across * 0.3) * 0.4)
        return self._of_box(QRect(-half, round(ends[0]), 2 * half, round(ends[1] - ends[0])))

    def bar(self, *, right: bool) -> str:
        """The look of a bridge's bar at a side of the cell."""
        level = level_of(self.cell, self.painter.layout)
        x = (self.cell.width - 6 if right else 0) - self.cell.center
        high = round(level.bar * 0.6)
        return self._of_box(QRect(x, round(level.middle) - self.cell.neck - high // 2, 6, high))

    # --- lines and letters ---------------------------------------------------------------------------------

    def canals(self, status: Status) -> str:
        """Whether the canals are filled ("done"), outlined ("open"), or neither."""
        return self._inner(self.shape.canals, status)

    def post(self, status: Status) -> str:
        """The same of a post, in the root's part of it."""
        return self._inner(self.shape.post.subtracted(self.shape.crown), status)

    def cross(self, status: Status) -> float:
        """The share of an X in this state's color that is there."""
        dark = _rgb(QColor(self.inks.hue(status).dark))
        half, top, bottom = (
            self.shape.across * 0.5,
            self.shape.root_length * 0.82,
            self.shape.crown_height * 0.96,
        )
        hits = 0
        steps = 40
        for step in range(1, steps):
            share = step / steps
            x, y = -half + 2 * half * share, top + (bottom - top) * share
            hits += any(
                _near(self._pixel(self.cell.center + side * x + dx, self.cell.neck + y), dark, 60)
                for side in (-1, 1)
                for dx in (-1, 0, 1)
            )
        return hits / (steps - 1)

    def share(self, color: str, box: QRect) -> float:
        """The share of a color's pixels in a part of the cell; of a large part, every third one."""
        step = 3 if box.height() > 100 else 1
        wanted = _rgb(QColor(color))
        pixels = [
            self._pixel(x, y)
            for y in range(box.top(), box.bottom() + 1, step)
            for x in range(box.left(), box.right() + 1, step)
        ]
        return sum(_near(each, wanted, 12) for each in pixels) / len(pixels)

    # --- inside --------------------------------------------------------------------------------------------

    def _inner(self, path: QPainterPath, status: Status) -> str:
        dark, enamel = _rgb(QColor(self.inks.hue(status).dark)), _rgb(QColor(self.inks.chart.enamel))
        points = self._points(path, lambda: path, 0.4)
        colors = [self._pixel(self.cell.center + x, self.cell.neck + y) for x, y in points]
        filled = sum(_near(each, dark, 70) for each in colors) / len(colors)
        pale = sum(_near(each, enamel, 40) for each in colors) / len(colors)
        if filled > 0.6:
            return "done"
        return "open" if filled + pale > 0.6 and pale > 0.2 else "none"

    def _named(self, owner: QPainterPath, area: Callable[[], QPainterPath], y: int) -> str:
        """What fills an area; its pixels are kept under the path that owns it."""
        return self._nearest([(dx, y + dy) for dx, dy in self._points(owner, area, EDGE)])

    def _of_box(self, box: QRect) -> str:
        rows, columns = range(box.top(), box.bottom() + 1), range(box.left(), box.right() + 1)
        return self._nearest([(x, self.cell.neck + y) for y in rows for x in columns])

    def _points(
        self, owner: QPainterPath, area: Callable[[], QPainterPath], edge: float
    ) -> list[tuple[int, int]]:
        kept = self.regions.get(id(owner))
        if kept is None:
            path = area()
            points = list(_points(path, edge)) or list(_points(path, 0))
            kept = self.regions[id(owner)] = (owner, points[:: max(1, len(points) // MOST)])
        return kept[1]

    def _nearest(self, points: list[tuple[int, int]]) -> str:
        colors = [self._pixel(self.cell.center + x, y) for x, y in points]
        mean = tuple(sum(each[part] for each in colors) / len(colors) for part in range(3))
        palette = palette_of(self.inks)
        return min(palette, key=lambda name: _distance(palette[name], mean))

    def _pixel(self, x: float, y: float) -> RGB:
        return self.image.pixel(round(self.cell.left + x), round(self.cell.top + y))


class Pixels:
    """A picture's colors."""

    def __init__(self, image: QImage) -> None:
        whole = image.convertToFormat(QImage.Format.Format_RGB32)
        self._bytes = bytes(whole.constBits())
        self._line = whole.bytesPerLine()

    def pixel(self, x: int, y: int) -> RGB:
        """Red, green and blue of a pixel."""
        at = y * self._line + 4 * x
        return self._bytes[at + 2], self._bytes[at + 1], self._bytes[at]


def looker(image: QImage, painter: ToothPainter, inks: Inks, regions: Regions) -> Callable[[Cell], Look]:
    """Looks at the cells of a picture; `regions` are kept from one picture to the next."""
    pixels = Pixels(image)
    return lambda cell: Look(pixels, cell, painter.shapes.of(cell.tooth), inks, painter, regions)


_PALETTES: dict[int, Mapping[str, RGB]] = {}


def palette_of(inks: Inks) -> Mapping[str, RGB]:
    """The mean color of everything that can fill a region."""
    found = _PALETTES.get(id(inks))
    if found is None:
        named = {
            f"{status.value} {'light' if light else 'dark'}": _brush_mean(inks.of(status, light=light).brush)
            for status in Status
            for light in (False, True)
        }
        plain = {
            "enamel": inks.chart.enamel, "shade": inks.chart.enamel_shade, "root": inks.chart.root,
            "gum": inks.chart.gum, "paper": inks.tokens.surface,
        }  # fmt: skip
        found = _PALETTES[id(inks)] = {
            **named,
            **{name: _rgb(QColor(color)) for name, color in plain.items()},
        }
    return found


def _brush_mean(brush: QBrush) -> RGB:
    tile = brush.textureImage()
    if tile.isNull():
        return _rgb(brush.color())
    colors = [_rgb(tile.pixelColor(x, y)) for x in range(tile.width()) for y in range(tile.height())]
    return tuple(sum(each[part] for each in colors) / len(colors) for part in range(3))


def _points(path: QPainterPath, edge: float) -> Iterator[tuple[int, int]]:
    """The pixels inside a path, away from its outline."""
    box = path.boundingRect().toAlignedRect()
    around = [(edge, 0), (-edge, 0), (0, edge), (0, -edge)] if edge else [(0, 0)]
    for y in range(box.top(), box.bottom() + 1):
        for x in range(box.left(), box.right() + 1):
            if all(path.contains(QPointF(x + 0.5 + dx, y + 0.5 + dy)) for dx, dy in around):
                yield x, y


def _without(path: QPainterPath, others: Iterable[QPainterPath]) -> QPainterPath:
    for each in others:
        path = path.subtracted(each)
    return path


def _box(x: float, y: float, width: float, height: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(x, y, width, height)
    return path


def _rgb(color: QColor) -> RGB:
    return color.red(), color.green(), color.blue()


def _distance(one: RGB, other: RGB) -> float:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _near(one: RGB, other: RGB, most: float) -> bool:
    return _distance(one, other) <= most**2
