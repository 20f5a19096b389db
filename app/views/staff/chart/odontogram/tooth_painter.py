"""Paints one place of the mouth into its cell: the tooth, what is on it, its number and letters."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPixmap

from app.domain.chart.mouth import Movement, Presence, ToothState
from app.domain.chart.numbering import Numbering, short_number
from app.domain.chart.work import Kind, Work
from app.views.staff.chart.odontogram.inks import Inks
from app.views.staff.chart.odontogram.layout import Cell, Layout
from app.views.staff.chart.odontogram.links import draw_behind, draw_over
from app.views.staff.chart.odontogram.shapes import Shape, Shapes
from app.views.staff.chart.odontogram.stamps import Stamps
from app.views.staff.chart.odontogram.standing import stand
from app.views.staff.chart.odontogram.works import NO_BRUSH, ON_CROWNS, ON_ROOTS, Level, Site, level_of

_WITHOUT_BODY = (Presence.MISSING, Presence.IMPLANT, Presence.UNERUPTED, Presence.ROOT)
_MOST_LETTERS = 4
_UNERUPTED_AT = -12
"""An occlusal shift of so many millimeters means that the tooth hasn't erupted; Open Dental grays it then too."""


class ToothPainter:
    """Paints cells in one theme and layout. Bare teeth are kept as pictures: most of a mouth is bare teeth."""

    def __init__(
        self, inks: Inks, layout: Layout, shapes: Shapes, numbering: Numbering, stamps: Stamps | None
    ) -> None:
        """Without stamps, everything is drawn as paths: on paper."""
        self.inks = inks
        self.layout = layout
        self.shapes = shapes
        self._numbering = numbering
        self._stamps = stamps
        self._sites: dict[str, tuple[Shape, Level]] = {}
        self._bare: dict[str, QPixmap] = {}
        self._number = QFont(inks.font)
        self._number.setPixelSize(max(8, round(layout.line * 0.78)))
        self._strong = QFont(self._number)
        self._strong.setWeight(QFont.Weight.DemiBold)

    def paint(self, painter: QPainter, cell: Cell, state: ToothState) -> None:
        """Paint a cell with its background; the painter's origin is the layout's."""
        site = self.site(painter, cell, state)
        painter.translate(cell.left, cell.top)
        is_plain = not state.links and state.movement is None and state.presence not in _WITHOUT_BODY
        if is_plain and site.stamps is not None:
            painter.drawPixmap(0, 0, self._bare_of(site))
            self._paint_works(site)
        else:
            self._paint_fully(site)
        self._paint_letters(site)
        painter.translate(-cell.left, -cell.top)

    def paint_seam(self, painter: QPainter, seam: Cell, left: ToothState, right: ToothState) -> None:
        """What goes on from a tooth to the next one over the space between their cells."""
        going = [
            link
            for link in left.links
            if link.right
            and any(
                (each.kind, each.status, each.left) == (link.kind, link.status, True) for each in right.links
            )
        ]
        if not going:
            return
        site = self.site(painter, seam, left)
        painter.save()
        painter.translate(seam.left, seam.top)
        painter.setClipRect(0, 0, seam.width, seam.height)
        for draw in (draw_behind, draw_over):
            for link in going:
                draw(site, replace(link, left=True))
        painter.restore()

    def site(self, painter: QPainter, cell: Cell, state: ToothState) -> Site:
        """Where a tooth is drawn."""
        found = self._sites.get(cell.tooth.name)
        if found is None:
            found = self._sites[cell.tooth.name] = (self.shapes.of(cell.tooth), level_of(cell, self.layout))
        shape, level = found
        return Site(painter, cell, state, shape, self.inks, level, self._stamps)

    # --- the tooth -----------------------------------------------------------------------------------------

    def _paint_fully(self, site: Site) -> None:
        """A place with connections to its neighbors, a tooth that stands differently, or no tooth."""
        painter, cell, state = site.painter, site.cell, site.state
        painter.save()
        painter.setClipRect(0, 0, cell.width, cell.height)
        painter.fillRect(0, 0, cell.width, cell.height, self.inks.paper)
        for link in state.links:
            draw_behind(site, link)
        if state.movement is None:
            self._paint_tooth(site)
        else:
            self._paint_moved(site, state.movement)
        for link in state.links:
            draw_over(site, link)
        self._paint_number(site)
        painter.restore()

    def _paint_tooth(self, site: Site) -> None:
        if site.state.presence in _WITHOUT_BODY:
            self._paint_place(site)
        else:
            paint_sound(site)
        self._paint_works(site)

    def _paint_works(self, site: Site) -> None:
        works = site.state.works
        for work in works:
            if (draw := ON_ROOTS.get(work.kind)) is not None:
                draw(site, work)
        for work in works:
            if (draw := ON_CROWNS.get(work.kind)) is not None:
                draw(site, work)

    def _bare_of(self, site: Site) -> QPixmap:
        """The picture of a sound tooth with its number."""
        cell = site.cell
        pixmap = self._bare.get(cell.tooth.name)
        if pixmap is None:
            pixmap = QPixmap(cell.width, cell.height)
            pixmap.fill(self.inks.paper)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            inner = site._replace(painter=painter, stamps=None)
            paint_sound(inner)
            self._paint_number(inner)
            painter.end()
            self._bare[cell.tooth.name] = pixmap
        return pixmap

    def _paint_place(self, site: Site) -> None:
        """A place without a whole tooth."""
        presence, shape, inks = site.state.presence, site.shape, self.inks
        if presence is Presence.UNERUPTED:
            site.beside(shape.body, brush=NO_BRUSH, pen=inks.ghost_pen)
        elif presence is Presence.ROOT:
            paint_root(site)
        elif presence is Presence.MISSING and not site.state.works:
            small = min(shape.across, shape.depth) * 0.2
            path = QPainterPath()
            path.moveTo(-small, -small)
            path.lineTo(small, small)
            path.moveTo(small, -small)
            path.lineTo(-small, small)
            site.above(path, brush=NO_BRUSH, pen=inks.ghost)

    def _paint_moved(self, site: Site, movement: Movement) -> None:
        """A shifted, turned or tipped tooth. It stays inside its cell, whatever the office recorded."""
        painter = site.painter
        painter.setOpacity(0.4 if movement.occlusal <= _UNERUPTED_AT else 1.0)
        moved = stand(site.cell, site.shape, self.layout, movement)
        for origin, transform, beside in (
            (site.cell.neck, moved.beside, True),
            (site.cell.crown, moved.above, False),
        ):
            painter.save()
            painter.translate(site.cell.center, origin)
            painter.setTransform(transform, combine=True)
            painter.translate(-site.cell.center, -origin)
            self._paint_tooth(site._replace(stamps=None, from_above=not beside, from_side=beside))
            painter.restore()
        painter.setOpacity(1.0)

    # --- text ----------------------------------------------------------------------------------------------

    def _paint_number(self, site: Site) -> None:
        cell, state = site.cell, site.state
        gone = state.presence in (Presence.MISSING, Presence.UNERUPTED) and not state.works
        site.painter.setFont(self._number)
        site.painter.setPen(self.inks.faint if gone else self.inks.number)
        box = QRectF(0, cell.number, cell.width, self.layout.line)
        site.painter.drawText(box, Qt.AlignmentFlag.AlignCenter, short_number(cell.tooth, self._numbering))

    def _paint_letters(self, site: Site) -> None:
        """Watches and notes as tags at the end of the roots."""
        tags = [work for work in site.state.works if work.kind in (Kind.WATCH, Kind.NOTE)]
        if not tags:
            return
        cell, line = site.cell, self.layout.line
        width = cell.width / len(tags)
        for number, work in enumerate(tags):
            self._paint_tag(site, work, QRectF(number * width, cell.letter, width, line))

    def _paint_tag(self, site: Site, work: Work, box: QRectF) -> None:
        """Letters on a plate, with the state's pattern at both of its sides."""
        ink, painter, text = site.inks.of(work.status, light=False), site.painter, work.text[:_MOST_LETTERS]
        painter.setFont(self._strong)
        high, room = box.height() - 2, painter.fontMetrics().horizontalAdvance(text) + 3
        wide = min(box.width() - 2, room + 0.9 * high)
        side = max(1.0, (wide - room) / 2)
        plate = QRectF(box.center().x() - wide / 2, box.top() + 1, wide, high)
        painter.setPen(ink.pen)
        painter.setBrush(ink.brush)
        painter.drawRect(plate)
        middle = plate.adjusted(side, 0, -side, 0)
        painter.setBrush(ink.plate)
        painter.drawRect(middle)
        painter.setPen(ink.line)
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, text)


def paint_sound(site: Site) -> None:
    """A sound tooth, from the side and from above."""
    shape, inks = site.shape, site.inks
    paint_root(site)
    site.beside(shape.crown, brush=inks.enamel, pen=inks.enamel_pen, kept=True)
    site.above(shape.outline, brush=inks.enamel, pen=inks.enamel_pen, kept=True)
    for name, path in shape.faces.items():
        site.above(path, brush=inks.shade if name == "O" else inks.enamel, pen=inks.field_pen, kept=True)
    site.above(shape.fissures, brush=NO_BRUSH, pen=inks.field_pen, kept=True)
    site.above(shape.outline, brush=NO_BRUSH, pen=inks.enamel_pen, kept=True)


def paint_root(site: Site) -> None:
    """The roots."""
    site.beside(site.shape.behind, brush=site.inks.root_behind, pen=site.inks.root_pen, kept=True)
    site.beside(site.shape.root, brush=site.inks.root, pen=site.inks.root_pen, kept=True)
