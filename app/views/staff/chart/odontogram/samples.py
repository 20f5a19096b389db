"""The legend's samples: a state's pattern, or a treatment on a small tooth, in ink that belongs to no state."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from app.domain.chart.anatomy import TEETH, Tooth
from app.domain.chart.mouth import Link, Presence, ToothState
from app.domain.chart.numbering import Numbering
from app.domain.chart.surfaces import Surface
from app.domain.chart.work import Kind, Status, Work
from app.views.staff.chart.odontogram.inks import Ink, Inks
from app.views.staff.chart.odontogram.layout import Cell, Layout
from app.views.staff.chart.odontogram.shapes import Shapes
from app.views.staff.chart.odontogram.side_view import build_of
from app.views.staff.chart.odontogram.tooth_painter import ToothPainter
from app.views.staff.chart.odontogram.top_view import DEPTH
from app.views.theme.tokens import ChartHue, Tokens

WIDE = 1.3
"""A sample's width, of its height."""
_FROM_ABOVE = frozenset((Kind.FILLING, Kind.DECAY, Kind.FINDING, Kind.SEALANT))
_TAGS = frozenset((Kind.WATCH, Kind.NOTE))
_LINKS = {
    Kind.PONTIC: Kind.PONTIC,
    Kind.RETAINER: Kind.PONTIC,
    Kind.DENTURE: Kind.DENTURE,
    Kind.SPACE_MAINTAINER: Kind.SPACE_MAINTAINER,
}
_PRESENCES = {
    Kind.IMPLANT: Presence.IMPLANT,
    Kind.PONTIC: Presence.MISSING,
    Kind.DENTURE: Presence.MISSING,
    Kind.RETAINED_ROOT: Presence.ROOT,
}
_TOOTH, _FRONT = TEETH["14"], TEETH["9"]
_AWAY = 1000
"""Pixels at which the other view of the tooth is out of the sample."""


class Samples:
    """Draws samples of one size, their corner at the painter's origin. Lengths are device pixels."""

    def __init__(self, tokens: Tokens, font: QFont, ratio: float, height: int) -> None:
        self.height = height
        self.width = round(height * WIDE)
        self._inks = Inks(tokens, font, ratio)
        neutral = ChartHue(tokens.ink_3, tokens.line, tokens.ink_2)
        self._plain = Inks(
            tokens._replace(chart=tokens.chart._replace(completed=neutral, planned=neutral)), font, ratio
        )
        self._shapes = Shapes()

    def draw_status(self, painter: QPainter, status: Status) -> None:
        """A state's patterns: of metal, and of tooth-colored material."""
        self._swatches(painter, [self._inks.of(status, light=light) for light in (False, True)])

    def draw_material(self, painter: QPainter, *, light: bool) -> None:
        """Metal or tooth-colored."""
        self._swatches(painter, [self._plain.of(Status.COMPLETED, light=light)])

    def draw_presence(self, painter: QPainter, presence: Presence) -> None:
        """A tooth that isn't there, or not whole."""
        works = (Work(Kind.RETAINED_ROOT, Status.COMPLETED),) if presence is Presence.ROOT else ()
        state = ToothState(_TOOTH, presence, works)
        self._tooth(painter, state, self._above() if presence is Presence.MISSING else self._beside(_TOOTH))

    def draw_kind(self, painter: QPainter, kind: Kind, letters: str = "") -> None:
        """A treatment or finding on a tooth; the letters are a tag's."""
        status = Status.CONDITION if kind in (Kind.DECAY, Kind.FINDING) else Status.COMPLETED
        surfaces = (Surface.MESIAL, Surface.BITING) if kind in _FROM_ABOVE else ()
        work = Work(kind, status, light=kind is Kind.FINDING, surfaces=surfaces, text=letters)
        linked = _LINKS.get(kind)
        links = (Link(linked, status, light=False, left=True, right=True),) if linked is not None else ()
        tooth = _FRONT if kind is Kind.VENEER else _TOOTH
        state = ToothState(tooth, _PRESENCES.get(kind, Presence.PRESENT), (work,), links)
        if kind in _TAGS:
            self._tooth(painter, state, self._tag())
        else:
            self._tooth(painter, state, self._above() if kind in _FROM_ABOVE else self._beside(tooth))

    # --- inside --------------------------------------------------------------------------------------------

    def _swatches(self, painter: QPainter, inks: Sequence[Ink]) -> None:
        """Bars beside each other, lower than a sample."""
        wide, high = self.width / len(inks), round(self.height * 0.6)
        top = (self.height - high) // 2
        for number, ink in enumerate(inks):
            painter.setPen(ink.pen)
            painter.setBrush(ink.brush)
            painter.drawRect(QRectF(number * wide + 0.5, top + 0.5, wide - 1, high - 1))

    def _tooth(self, painter: QPainter, state: ToothState, cell: Cell) -> None:
        scale = self._scale(cell)
        line = round(self.height * 0.74)
        layout = Layout(self.width, self.height, scale, scale, scale, line, (cell,))
        self._shapes.resize(layout)
        ToothPainter(self._plain, layout, self._shapes, Numbering.UNIVERSAL, None).paint(painter, cell, state)

    def _scale(self, cell: Cell) -> float:
        if cell.crown == self.height // 2:
            return (self.height - 3) / DEPTH
        build = build_of(cell.tooth)
        return (self.height - 3) / (build.height + build.root)

    def _above(self) -> Cell:
        return self._cell(_TOOTH, neck=-_AWAY, crown=self.height // 2)

    def _beside(self, tooth: Tooth) -> Cell:
        build = build_of(tooth)
        share = build.root / (build.height + build.root)
        return self._cell(tooth, neck=round(1 + share * (self.height - 3)), crown=_AWAY)

    def _tag(self) -> Cell:
        cell = self._cell(_TOOTH, neck=-_AWAY, crown=_AWAY)
        return cell._replace(letter=round(self.height * 0.13))

    def _cell(self, tooth: Tooth, *, neck: int, crown: int) -> Cell:
        return Cell(tooth, 0, 0, self.width, self.height, neck, crown, number=_AWAY, letter=_AWAY)
