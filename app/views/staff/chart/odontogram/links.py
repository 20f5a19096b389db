"""Draws what connects neighbors: a bridge's bars, a denture's base, a space maintainer's wire."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from app.domain.chart.mouth import Link
from app.domain.chart.work import Kind
from app.views.staff.chart.odontogram.works import Site


def draw_behind(site: Site, link: Link) -> None:
    """What is below the teeth: bars and bases."""
    if link.kind is Kind.DENTURE:
        _draw_base(site, link)
    elif link.kind is Kind.PONTIC:
        _draw_bar(site, link)


def draw_over(site: Site, link: Link) -> None:
    """What is over the teeth: wires."""
    if link.kind is Kind.SPACE_MAINTAINER:
        _draw_wire(site, link)


def _span(site: Site, link: Link, inset: float) -> tuple[float, float]:
    """From where to where a link reaches: to the cell's edge where it goes on, else to its middle or the inset."""
    cell = site.cell
    return 0.0 if link.left else cell.center - inset, float(cell.width) if link.right else cell.center + inset


def _draw_bar(site: Site, link: Link) -> None:
    left, right = _span(site, link, 0)
    ink, level = site.inks.of(link.status, light=link.light), site.level
    site.painter.setBrush(ink.brush)
    site.painter.setPen(ink.pen)
    # A little wider than the cell: at its edge two halves meet without an outline between them.
    site.painter.drawRect(_around(left - 2, right + 2, level.middle, level.bar))
    site.painter.drawRect(_around(left - 2, right + 2, site.cell.crown, level.bar))


def _draw_base(site: Site, link: Link) -> None:
    """The gum-colored base, around the necks and from above, with an edge in the state's color."""
    cell, level = site.cell, site.level
    left, right = _span(site, link, min(cell.center, site.shape.across * 0.58))
    round_end = level.gum * 0.5
    outer_left, outer_right = (
        left - (round_end * 2 if link.left else 0),
        right + (round_end * 2 if link.right else 0),
    )
    pen = QPen(QColor(site.inks.hue(link.status).dark), site.inks.thin * 1.3)
    pen.setStyle(Qt.PenStyle.SolidLine if link.status.done else Qt.PenStyle.DashLine)
    site.painter.setPen(pen)
    site.painter.setBrush(site.inks.gum)
    site.painter.drawRoundedRect(
        _around(outer_left, outer_right, cell.neck - level.way * level.gum * 0.1, level.gum),
        round_end,
        round_end,
    )
    site.painter.drawRoundedRect(
        _around(outer_left, outer_right, cell.crown, level.plate), level.plate * 0.3, level.plate * 0.3
    )


def _draw_wire(site: Site, link: Link) -> None:
    """A line along the crowns, and a band around the tooth at each end."""
    shape, cell, level = site.shape, site.cell, site.level
    left, right = _span(site, link, 0)
    half = shape.across * 0.47
    passes = link.left and link.right
    start, end = left, right
    if not passes:
        start, end = (left, cell.center - half) if link.left else (cell.center + half, right)
    path = QPainterPath()
    for y in (level.middle, cell.crown) if link.left or link.right else ():
        path.moveTo(start, y)
        path.lineTo(end, y)
    if not passes:
        band = _around(cell.center - half, cell.center + half, level.middle, level.bar * 1.3)
        path.addRoundedRect(band, level.bar * 0.4, level.bar * 0.4)
        path.addEllipse(QPointF(cell.center, cell.crown), half, shape.depth * 0.42)
    site.painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in site.inks.strokes(link.status, max(2 * site.inks.thin, level.bar * 0.28)):
        site.painter.setPen(pen)
        site.painter.drawPath(path)


def _around(left: float, right: float, middle: float, height: float) -> QRectF:
    return QRectF(left, middle - height / 2, right - left, height)
