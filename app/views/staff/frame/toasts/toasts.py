"""Toasts at the lower right: they never cover or take the focus; with Undo if possible."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.viewmodels.activity import Notice, Notices
from app.views.staff.frame.toasts.toast import GAP, Toast
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.theme.tokens import PANEL_WIDTH, STATUS_HEIGHT
from app.views.widgets.announcing import announce
from app.views.widgets.placement import Spot

MARGIN = 16
URGENT = ("error", "warning")


class ToastHost(QObject):
    """Places toasts in the lower right corner of an office's frame, newest lowest; they come and go with it.

    `spot_for` gives another place where that corner is needed for work, for their size and the least width of their
    buttons. `room_taken` is emitted with the height in pixels that is to be kept free, in the corner and there.
    """

    room_taken = Signal(int, int)

    def __init__(
        self,
        notices: Notices,
        theme: Theme,
        frame: QWidget,
        spot_for: Callable[[QSize, int], Spot | None] = lambda _, __: None,
    ) -> None:
        super().__init__(frame)
        self._spot_for = spot_for
        self._placing = False
        self._notices = notices
        self._theme = theme
        self._frame = frame
        self._status = grown(STATUS_HEIGHT, frame.font())
        self._toasts: list[Toast] = []
        self._came_from: QWidget | None = None
        notices.posted.connect(self._post)
        notices.closed.connect(self._close)
        notices.revised.connect(self._revise)
        notices.reached.connect(self._reach)
        notices.hush_changed.connect(self.place)
        frame.installEventFilter(self)

    def end(self) -> None:
        """The desk is being closed: its toasts are obsolete."""
        self._frame.removeEventFilter(self)
        for toast in self._toasts:
            toast.hide()
            toast.deleteLater()
        self._toasts = []
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move to the corner."""
        if event.type() is QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def _post(self, notice: Notice) -> None:
        toast = Toast(notice, self._notices, self._theme, self._frame)
        self._toasts.append(toast)
        toast.setHidden(self._notices.hushed)
        self.place()
        if self._frame.isVisible() and not self._notices.hushed:  # not while the window is locked
            announce(toast, notice.words, urgent=notice.kind in URGENT)

    def _reach(self) -> None:
        """Focus the newest toast, then the older ones, and then the previous widget again."""
        shown = [each for each in reversed(self._toasts) if each.isVisible()]
        following = next((at + 1 for at, each in enumerate(shown) if each.has_focus), 0)
        if not following:
            self._came_from = QApplication.focusWidget()
        if following < len(shown):
            shown[following].take_focus()
        else:
            self._go_back()

    def _go_back(self) -> None:
        before, self._came_from = self._came_from, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def _close(self, notice_id: int) -> None:
        for toast in [each for each in self._toasts if each.notice.id == notice_id]:
            self._toasts.remove(toast)
            if toast.has_focus:
                self._go_back()
            toast.hide()
            toast.deleteLater()
        self.place()

    def _revise(self, notice_id: int) -> None:
        notice = self._notices.notice(notice_id)
        for toast in self._toasts:
            if notice is not None and toast.notice.id == notice_id:
                toast.revise(notice)
                self.place()

    def place(self) -> None:
        """Stack them from below, or side by side where the place is wide; what has no room there waits for space."""
        if self._placing:  # making room for them changes what is beside them
            return
        self._placing = True
        width = grown(PANEL_WIDTH, self._frame.font()) - 2 * MARGIN
        corner = QPoint(self._frame.width() - MARGIN, self._frame.height() - MARGIN - self._status)
        room, columns = corner.y() - self._frame.height() // 2, 1
        shown, spot = self._choose(self._fitting(room, width))
        if spot is not None:
            corner = spot.corner
            columns = max((spot.width + GAP) // (width + GAP), 1) if spot.gives_way else 1
            shown = self._fitting(room, min(width, spot.width))
        for toast in self._toasts:
            toast.setHidden(toast not in shown)
        rows = [shown[at : at + columns] for at in range(0, len(shown), columns)]
        taken = _height(rows)
        for row in rows:
            right = corner.x()
            for toast in row:
                toast.move(right - toast.width(), corner.y() - toast.height())
                toast.raise_()
                right -= toast.width() + GAP
            corner = corner - QPoint(0, _highest(row) + GAP)
        self.room_taken.emit(0 if spot else taken, taken if spot and spot.gives_way else 0)
        self._placing = False

    def _choose(self, toasts: list[Toast]) -> tuple[list[Toast], Spot | None]:
        """Those to show, newest first, and where if not in the corner: better a few there than all over the work."""
        if not toasts:
            return toasts, None
        spot = self._spot(toasts)
        if spot is not None and not spot.gives_way:
            for count in range(len(toasts) - 1, 0, -1):
                if self._spot(toasts[:count]) is None:
                    return toasts[:count], None
        return toasts, spot

    def _spot(self, toasts: list[Toast]) -> Spot | None:
        size = QSize(toasts[0].width(), _height([[each] for each in toasts]))
        return self._spot_for(size, max(each.least_width for each in toasts))

    def _fitting(self, room: int, width: int) -> list[Toast]:
        """Those that fit into so many pixels, and the newest in any case, newest first."""
        shown: list[Toast] = []
        for toast in reversed(self._toasts):
            toast.fit(width)
            room -= toast.height()
            fits = (room >= 0 or not shown) and not self._notices.hushed
            room = room - GAP if fits else -1
            if fits:
                shown.append(toast)
        return shown


def _height(rows: Sequence[Sequence[Toast]]) -> int:
    """What they take of the lower edge, with the margin above them; 0: nothing."""
    return sum(_highest(row) + GAP for row in rows) + MARGIN if rows else 0


def _highest(row: Sequence[Toast]) -> int:
    return max(each.height() for each in row)
