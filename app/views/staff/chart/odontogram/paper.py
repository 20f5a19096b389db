"""The odontogram on paper: the same shapes as on the screen, as paths, with the legend below."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QFont, QGuiApplication, QPainter

from app.domain.chart.legend import legend_of
from app.domain.chart.mouth import Mouth
from app.domain.chart.numbering import Numbering
from app.domain.printing.document import Picture
from app.views.staff.chart.odontogram.inks import Inks
from app.views.staff.chart.odontogram.layout import make_layout
from app.views.staff.chart.odontogram.legend import LOW, draw_entries, entries_of, flow
from app.views.staff.chart.odontogram.picture import NUMBER_LINE, draw_midlines
from app.views.staff.chart.odontogram.samples import Samples
from app.views.staff.chart.odontogram.shapes import Shapes
from app.views.staff.chart.odontogram.tooth_painter import ToothPainter
from app.views.theme.tokens import LIGHT, PAPER, SMALL_PIXELS

WIDTH, HEIGHT = 720, 270
"""Of the teeth, in pixels of 1/96 inch: as wide as a sheet's text."""
GAP = 8
_TOKENS = LIGHT._replace(surface=PAPER.sheet)


def chart_picture(mouth: Mouth, numbering: Numbering) -> Picture:
    """A mouth for printing, in the colors of the light theme; each state has its own pattern without color too."""
    entries = entries_of(legend_of(mouth))
    below = flow(entries, Samples(_TOKENS, _font(1.0), 1.0, LOW), _font(1.0), WIDTH).height
    return Picture((HEIGHT + GAP + below) / WIDTH, partial(_draw, mouth, numbering))


def _draw(mouth: Mouth, numbering: Numbering, painter: QPainter, width: float, _height: float) -> None:
    """Draw in device pixels, so that patterns and lines are as fine as the device is."""
    scale = painter.deviceTransform().m11()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(1 / scale, 1 / scale)
    wide = width * scale
    ratio = wide / WIDTH
    inks = Inks(_TOKENS, _font(ratio), ratio)
    layout = make_layout(mouth, round(wide), round(HEIGHT * ratio), round(NUMBER_LINE * ratio))
    shapes = Shapes()
    shapes.resize(layout)
    teeth = ToothPainter(inks, layout, shapes, numbering, None)
    states = {state.tooth.name: state for state in mouth.all()}
    for cell in layout.cells:
        teeth.paint(painter, cell, states[cell.tooth.name])
    draw_midlines(painter, layout, teeth, states)
    painter.translate(0, (HEIGHT + GAP) * ratio)
    samples = Samples(_TOKENS, inks.font, ratio, round(LOW * ratio))
    draw_entries(
        painter, entries_of(legend_of(mouth)), samples, inks.font, PAPER.ink, wide,
        lambda entry: entry.draw(samples, painter),
    )  # fmt: skip


def _font(ratio: float) -> QFont:
    font = QFont(QGuiApplication.font())
    font.setPixelSize(round(SMALL_PIXELS * ratio))
    return font
