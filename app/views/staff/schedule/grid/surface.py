"""The schedule's painted surface: fixed header and ruler, a scrolling and zooming grid, a now-line."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.domain.schedule.visit import ScheduleGrid
from app.views.staff.schedule.grid.dressing import Dressing
from app.views.staff.schedule.grid.margins import Margins
from app.views.staff.schedule.grid.now_clock import NowClock
from app.views.staff.schedule.grid.overlay import Overlay
from app.views.staff.schedule.grid.paint_theme import PaintTheme
from app.views.staff.schedule.grid.painter import GridPainter
from app.views.staff.schedule.grid.pixmap_cache import PixmapCache
from app.views.staff.schedule.grid.scene import Scene, same_minute
from app.views.staff.schedule.grid.sight import Sight
from app.views.staff.schedule.grid.task_marks import TaskMarks
from app.views.staff.schedule.grid.tiles import TilePainter
from app.views.theme.tokens import HOUR_HEIGHT, tokens_of

ZOOMS = (84, 96, 108, 126, 150, 180, 216, 264, 324)
"""Pixels per hour. At the minimum, a ten-minute appointment still shows its name."""
USUAL_ZOOM = HOUR_HEIGHT
IDLE_MILLISECONDS = 120
"""Idle time before a new picture is stored in the cache."""
ROOMY = (1920, 300)
"""Initially wide: in a narrow area a scroll bar would appear, and vanish with the second paint."""
WHEEL_STEP = 48
"""Pixels scrolled by one notch of the wheel."""


class ScheduleSurface(QAbstractScrollArea):
    """Shows a grid. `zoomed` is emitted with the pixels per hour after every change of zoom.

    `minute_passed` is emitted when the displayed minute has changed: late marks and waiting times have
    changed.
    """

    zoomed = Signal(int)
    minute_passed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = tokens_of(self.palette()), self.font(), self.devicePixelRatioF()
        theme = PaintTheme(*self._look)
        self.scene = Scene(theme, datetime(1, 1, 1))
        self.sight = Sight(self, self.scene)
        self.overlay = Overlay()
        self._zoom = USUAL_ZOOM
        self._cache = PixmapCache(lambda painter, box: self._painter.draw(painter, box, self.scene))
        self.task_marks = TaskMarks(self, self.scene, self.sight, self.overlay, self._cache)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MILLISECONDS)
        self._idle.timeout.connect(self._cache.refresh)
        self._painter = GridPainter(theme, {})
        self._margins = Margins(self, self.scene)
        self._clock = NowClock(self)
        self._clock.ticked.connect(self._tick)
        dressing = Dressing(self)
        dressing.changed.connect(self._dress)
        dressing.shown.connect(self._clock.run)
        self._was_shown = False
        self._across, self._down = self.horizontalScrollBar(), self.verticalScrollBar()
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        # PySide doesn't know a viewport created by Qt and would load all widget classes to find its type.
        self.setViewport(QWidget())
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.resize(*ROOMY)
        self._arrange()

    # --- what is shown -------------------------------------------------------------------------------------

    def show_grid(self, grid: ScheduleGrid, now: datetime) -> None:
        """Show a grid as of a moment: only differences are painted; scroll position, selection and focus stay."""
        before, kept = self.scene.now, self.scene.geometry.minute(self._down.value())
        recolored = grid.colors != self.scene.grid.colors
        boxes = self.scene.show(grid, now)
        self._clock.tell(now)
        if recolored:
            self._painter = GridPainter(self.scene.theme, dict(grid.colors))
        if boxes is None or recolored:
            self._tell_bars()
            self._down.setValue(self.scene.geometry.y(kept))
            if grid.columns and not self._was_shown:
                self._was_shown = True
                self.sight.scroll_to(self.scene.first_minute())
            self._cache.invalidate()
            self.viewport().update()
        else:
            self._cache.invalidate(boxes)
            self.sight.update_boxes(boxes)
        self._margins.tell()
        if not same_minute(before, now):
            self.minute_passed.emit()

    def set_zoom(self, pixels_per_hour: int, at: int | None = None) -> None:
        """Set an hour's height in pixels; the time at `at` (pixels from the top, else the middle) stays in place."""
        wanted = min(max(pixels_per_hour, ZOOMS[0]), ZOOMS[-1])
        if wanted == self._zoom:
            return
        bar, ratio = self._down, self.scene.theme.ratio
        offset = round((self.viewport().height() / 2 if at is None else at) * ratio)
        minute = self.scene.geometry.minute(bar.value() + offset)
        self._zoom = wanted
        self._arrange()
        bar.setValue(self.scene.geometry.y(minute) - offset)
        self.zoomed.emit(wanted)

    def zoom_by(self, steps: int, at: int | None = None) -> None:
        """Zoom in (positive) or out by this many steps."""
        nearest = min(range(len(ZOOMS)), key=lambda index: abs(ZOOMS[index] - self._zoom))
        self.set_zoom(ZOOMS[min(max(nearest + steps, 0), len(ZOOMS) - 1)], at)

    @property
    def tile_painter(self) -> TilePainter:
        """What paints the tiles, and knows where their parts are."""
        return self._painter.tiles

    # --- Qt ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the cached picture and paint the moving parts over it.

        A completely new picture is painted on the screen first, and into the cache when idle.
        """
        seen, ratio = self.sight.visible(), self.scene.theme.ratio
        self._cache.scroll_to(seen.left, seen.top)
        direct = self._cache.is_new() and ratio.is_integer()
        if not direct:
            self._cache.refresh()
        painter = QPainter(self.viewport())
        if ratio != 1:
            painter.scale(1 / ratio, 1 / ratio)
        if not ratio.is_integer():  # the widget may start and end within a device pixel
            painter.fillRect(-1, -1, seen.width + 2, seen.height + 2, self.scene.theme.grid)
        if not direct:
            painter.drawPixmap(0, 0, self._cache.pixmap)
        painter.translate(-seen.left, -seen.top)
        if direct:
            self._painter.draw(painter, seen, self.scene)
            self._idle.start()
        self.overlay.draw(painter, self.scene, seen)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Distribute the new width among the columns."""
        super().resizeEvent(event)
        self._arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Follow the scroll bars, and scroll header and ruler too."""
        seen = self.sight.visible()
        self._margins.follow(seen.left, seen.top)
        self.viewport().update()

    # --- inside --------------------------------------------------------------------------------------------

    def _dress(self) -> None:
        """Prepare the theme again, unless nothing of it changed: each new parent sends these events."""
        look = tokens_of(self.palette()), self.font(), self.devicePixelRatioF()
        if look == self._look:
            return
        self._look = look
        theme = PaintTheme(*look)
        self._painter = GridPainter(theme, dict(self.scene.grid.colors))
        self.scene.theme = theme
        self._arrange()

    def _arrange(self) -> None:
        """Lay out the grid for the available size, update the scroll bars, and repaint everything."""
        theme = self.scene.theme
        ratio = theme.ratio
        left, top = self._margins.size()
        self.setViewportMargins(left, top, 0, 0)
        place = self.viewport().geometry()
        self._margins.surround(place)
        width, height = round(place.width() * ratio), round(place.height() * ratio)
        self._cache.resize(width, height)
        self.sight.width, self.sight.height = self._cache.width, self._cache.height
        self.scene.measure(theme, width, round(self._zoom * theme.growth * ratio))
        self._tell_bars()
        self._cache.invalidate()
        self.viewport().update()
        self._margins.update()

    def _tell_bars(self) -> None:
        geometry, step = self.scene.geometry, self.scene.theme.u(WHEEL_STEP) // 3
        for bar, room, whole in (
            (self._across, self._cache.width, geometry.width),
            (self._down, self._cache.height, geometry.height + self.scene.theme.u(1)),
        ):
            bar.setRange(0, max(whole - room, 0))
            bar.setPageStep(room)
            bar.setSingleStep(step)

    def _tick(self, now: datetime) -> None:
        """Move the now-line and update what depends on the minute."""
        then = self.scene.now
        if dirty := self.scene.tell_time(now):
            self._cache.invalidate(dirty)
            self.sight.update_boxes(dirty)
            self._margins.tell()
        if not same_minute(then, now):
            self.minute_passed.emit()


def fit_day(surface: ScheduleSurface) -> None:
    """Zoom so that the whole day is visible, if it is still readable, and scroll to its start."""
    scene = surface.scene
    hours = (scene.grid.closes - scene.grid.opens) / 60
    surface.set_zoom(int(surface.viewport().height() / hours / scene.theme.growth))
    surface.sight.scroll_to(scene.grid.opens)
