"""Draws treatment and findings on a tooth, each in its own way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QTransform

from app.domain.chart.mouth import Presence, ToothState
from app.domain.chart.work import Kind, Work
from app.viewmodels.translation import tr
from app.views.staff.chart.odontogram.inks import Ink, Inks
from app.views.staff.chart.odontogram.layout import Cell, Layout
from app.views.staff.chart.odontogram.shapes import Shape
from app.views.staff.chart.odontogram.stamps import Fill, Line, Paths, Stamps


class Level(NamedTuple):
    """Heights that are the same all along an arch, in device pixels."""

    way: int
    """1 in the upper arch, where crowns point down; else -1."""
    middle: float
    """The middle of the crowns, from the cell's top."""
    bar: float
    """The height of a bridge's bar."""
    gum: float
    """The height of a denture's base."""
    plate: float
    """Its depth from above."""


class Site(NamedTuple):
    """Where work is drawn: a painter whose origin is the upper left corner of a tooth's cell."""

    painter: QPainter
    cell: Cell
    state: ToothState
    shape: Shape
    inks: Inks
    level: Level
    stamps: Stamps | None = None
    """Pictures of what is drawn often; None: draw the paths themselves, for paper and for turned teeth."""
    from_side: bool = True
    from_above: bool = True
    """Which of the two views is drawn: a moved tooth stands differently in each."""

    def ink(self, work: Work) -> Ink:
        """The ink of a work."""
        return self.inks.of(work.status, light=work.light)

    def beside(self, *paths: QPainterPath, brush: Fill, pen: Line, kept: bool = False) -> None:
        """Draw paths of the side view; kept ones are the shape's own, with the theme's own brush and pen."""
        if self.from_side and paths:
            self._draw(paths, brush, pen, self.cell.neck, kept=kept)

    def above(self, *paths: QPainterPath, brush: Fill, pen: Line, kept: bool = False) -> None:
        """Draw paths of the view from above."""
        if self.from_above and paths:
            self._draw(paths, brush, pen, self.cell.crown, kept=kept)

    def _draw(self, paths: Paths, brush: Fill, pen: Line, y: int, *, kept: bool) -> None:
        painter, x = self.painter, self.cell.center
        if kept and self.stamps is not None:
            self.stamps.draw(painter, paths, brush, pen, (x, y))
            return
        painter.translate(x, y)
        painter.setBrush(brush)
        painter.setPen(pen)
        for path in paths:
            painter.drawPath(path)
        painter.translate(-x, -y)


def draw_surfaces(site: Site, work: Work) -> None:
    """A filling or a finding: its fields from above, and the parts seen from the side."""
    ink, faces, side_faces = site.ink(work), site.shape.faces, site.shape.side_faces
    site.above(*(faces[each] for each in work.surfaces), brush=ink.brush, pen=ink.pen, kept=True)
    seen = (side_faces[each] for each in work.surfaces if each in side_faces)
    site.beside(*seen, brush=ink.brush, pen=ink.pen, kept=True)


def draw_crown(site: Site, work: Work) -> None:
    """A crown or a bridge's unit. An open one shows only its rim from above, and the tooth below it."""
    ink, shape = site.ink(work), site.shape
    site.beside(shape.crown, brush=ink.brush, pen=ink.pen, kept=True)
    has_tooth = site.state.presence not in (Presence.MISSING, Presence.IMPLANT)
    if work.status.open and work.kind is not Kind.PONTIC and has_tooth:
        site.above(shape.rim, brush=ink.brush, pen=ink.pen, kept=True)
        return
    site.above(shape.outline, brush=ink.brush, pen=ink.pen, kept=True)
    site.above(shape.inner, brush=NO_BRUSH, pen=ink.text_pen, kept=True)


def draw_canal(site: Site, work: Work) -> None:
    """A root canal: a line in every root, open in outline."""
    _root_work(site, work, site.shape.canals)


def draw_post(site: Site, work: Work) -> None:
    """A post in one root, with its core."""
    _root_work(site, work, site.shape.post)


def _root_work(site: Site, work: Work, path: QPainterPath) -> None:
    if work.status.done:
        site.beside(
            path, brush=site.inks.of(work.status, light=False).brush, pen=site.inks.canal_pen, kept=True
        )
    else:
        site.beside(path, brush=site.inks.enamel, pen=site.inks.stroke(work.status, site.inks.thin * 1.2))


def draw_implant(site: Site, work: Work) -> None:
    """A screw in the place of the root; without a crown, its head from above."""
    ink, shape = site.ink(work), site.shape
    screw = _screw(shape)
    site.beside(screw, brush=ink.brush, pen=ink.pen)
    if site.state.presence is Presence.IMPLANT or site.state.presence is Presence.MISSING:
        radius = min(shape.across, shape.depth) * 0.24
        head = QPainterPath()
        head.addEllipse(QPointF(0, 0), radius, radius)
        site.above(head, brush=ink.brush, pen=ink.pen)


def _screw(shape: Shape) -> QPainterPath:
    """A tapered body with threads, and the abutment above it."""
    length, half = shape.root_length * 0.86, min(shape.neck, shape.across * 0.3) * 0.72
    threads = 6
    body = QPainterPath(QPointF(-half, 0))
    for side in (-1, 1):
        numbers = range(threads) if side < 0 else range(threads - 1, -1, -1)
        for number in numbers:
            near, far = number / threads, (number + 1) / threads
            low, high = (near, far) if side < 0 else (far, near)
            wide = half * (1 - 0.4 * (near + far) / 2)
            body.lineTo(side * wide * 0.8, length * (low + 0.15 * (high - low)))
            body.lineTo(side * wide * 1.15, length * (low + high) / 2)
            body.lineTo(side * wide * 0.8, length * (high - 0.15 * (high - low)))
        if side < 0:
            body.quadTo(0, length * 1.1, half * 0.48, length)
    body.lineTo(half, 0)
    body.lineTo(half * 0.62, shape.crown_height * 0.34)
    body.lineTo(-half * 0.62, shape.crown_height * 0.34)
    body.closeSubpath()
    return body


def draw_extraction(site: Site, work: Work) -> None:
    """A large X over the tooth, and one over its crown from above."""
    shape, thin = site.shape, site.inks.thin
    width = max(1.8 * thin, shape.across * 0.07)
    half = min(shape.across * 0.52, site.cell.center - width)
    small = min(shape.across, shape.depth) * 0.4
    border, line, *_ = site.inks.strokes(work.status, width)
    for pen in (border, line):
        site.beside(
            _cross(half, shape.root_length * 0.82, shape.crown_height * 0.96), brush=NO_BRUSH, pen=pen
        )
        site.above(_cross(small, -small, small), brush=NO_BRUSH, pen=pen)


def _cross(half: float, top: float, bottom: float) -> QPainterPath:
    path = QPainterPath(QPointF(-half, top))
    path.lineTo(half, bottom)
    path.moveTo(half, top)
    path.lineTo(-half, bottom)
    return path


def draw_stump(site: Site, work: Work) -> None:
    """A retained root: its broken edge at the neck, and its cut from above."""
    ink, shape = site.ink(work), site.shape
    high = shape.crown_height * 0.16
    edge = QPainterPath(QPointF(-shape.neck, 0))
    for number, y in enumerate((0.2, 1.0, 0.1, 0.9, 0.0), 1):
        edge.lineTo(-shape.neck + shape.neck * 2 * number / 6, high * y)
    edge.lineTo(shape.neck, high * 0.4)
    edge.lineTo(shape.neck, -high * 1.4)
    edge.lineTo(-shape.neck, -high * 1.4)
    edge.closeSubpath()
    site.beside(edge, brush=ink.brush, pen=ink.pen)
    site.above(shape.inner, brush=ink.brush, pen=ink.pen)


def draw_veneer(site: Site, work: Work) -> None:
    """A shell on the facial side."""
    ink, shape = site.ink(work), site.shape
    site.above(shape.facing, brush=ink.brush, pen=ink.pen, kept=True)
    shell = QTransform.fromScale(0.8, 0.82).map(shape.crown)
    site.beside(shell.translated(0, shape.crown_height * 0.1), brush=ink.brush, pen=ink.pen)


def draw_sealant(site: Site, work: Work) -> None:
    """An S on the chewing surface."""
    ink, shape = site.ink(work), site.shape
    site.above(shape.inner, brush=ink.brush, pen=ink.pen, kept=True)
    #: the letter of a sealant on the tooth chart
    letter, disc = site.inks.sign(tr("S", "sealant"), round(min(shape.depth * 0.42, shape.across * 0.44)))
    site.above(disc, brush=ink.plate, pen=Qt.PenStyle.NoPen, kept=True)
    site.above(letter, brush=ink.letter, pen=Qt.PenStyle.NoPen, kept=True)


def level_of(cell: Cell, layout: Layout) -> Level:
    """The heights of an arch."""
    way = 1 if cell.tooth.upper else -1
    return Level(
        way, cell.neck + way * 4.6 * layout.down, 2.6 * layout.down, 6.4 * layout.down, 11.4 * layout.depth
    )


NO_BRUSH = Qt.BrushStyle.NoBrush
Draw = Callable[[Site, Work], None]
ON_ROOTS: Mapping[Kind, Draw] = MappingProxyType(
    {Kind.ROOT_CANAL: draw_canal, Kind.POST: draw_post, Kind.IMPLANT: draw_implant}
)
"""Drawn below the crown's work."""
ON_CROWNS: Mapping[Kind, Draw] = MappingProxyType(
    {
        Kind.FILLING: draw_surfaces,
        Kind.DECAY: draw_surfaces,
        Kind.FINDING: draw_surfaces,
        Kind.CROWN: draw_crown,
        Kind.RETAINER: draw_crown,
        Kind.PONTIC: draw_crown,
        Kind.DENTURE: draw_crown,
        Kind.VENEER: draw_veneer,
        Kind.SEALANT: draw_sealant,
        Kind.EXTRACTION: draw_extraction,
        Kind.RETAINED_ROOT: draw_stump,
    }
)
"""Drawn in the order of the records."""
