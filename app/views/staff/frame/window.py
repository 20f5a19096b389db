"""The window: one frame around an office, the connection page, or the empty frame of startup."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from app.core.later import load_name
from app.views.staff.frame.empty_frame import Early, EmptyFrame
from app.views.theme.frame_style import make_frame_stylesheet

if TYPE_CHECKING:  # loads after the first paint, which needs only this module
    from app.views.theme.theme import Theme
    from app.views.theme.tokens import Tokens

SMALLEST = (1024, 640)
USUAL = (1366, 768)
FRAME = (16, 40)
"""Usual maximum size of the desktop's window frame and title bar, in pixels."""
NOON = 12 * 60


class MainWindow(QMainWindow):
    """The program's window. `painted` comes once, after the first paint; `closing` when the person closes it.

    `minute` is the time of day that the empty schedule is shown for, `zoom` its zoom in percent; `folded` says
    that it will have no side panel, `locked` that a person has to sign in first.
    """

    painted = Signal()
    closing = Signal()

    def __init__(
        self,
        geometry: str = "",
        minute: int = NOON,
        zoom: int = 100,
        *,
        folded: bool = False,
        locked: bool = False,
    ) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self.setWindowTitle("Front Desk")  # words: the product's name
        self._fit_screen()
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry.encode())))
        self._dressed: Tokens | None = None
        self.may_close: Callable[[], bool] = lambda: True
        self._stack = QStackedWidget()
        self._first = EmptyFrame(minute, zoom, folded=folded, locked=locked)
        self._first.painted.connect(self.painted)
        self._stack.addWidget(self._first)
        self.setCentralWidget(self._stack)

    def dress(self, theme: Theme) -> None:
        """Style the frame's own parts; called after the first paint, which doesn't need it."""
        self._theme = theme
        self._dressed = theme.tokens
        self.setStyleSheet(make_frame_stylesheet(self._dressed, theme.fonts.body.pixelSize()))

    @property
    def has_page(self) -> bool:
        """Whether an office, the connection page or the lock page is shown, which hides everything else."""
        return self._stack.isHidden() or self._stack.currentWidget() is not self._first

    def say(self, words: str) -> None:
        """Show a line in the schedule's place."""
        self._stack.setCurrentWidget(self._first)
        self._first.say(words)

    def show_early(self, early: Early) -> None:
        """Show a day that is known from the downtime copy in the empty frame, at once."""
        self._first.show_early(early)

    def show_schedule(self, schedule: QWidget) -> None:
        """Show the schedule in the empty frame, until there is a screen around it."""
        self._first.hold(schedule)

    def _fit_screen(self) -> None:
        """Set the default size and position, or what fits on the screen."""
        screen = self.screen()
        if screen.name():  # an offscreen platform has none, and its size is meaningless
            place = first_place(screen.availableGeometry())
            self.setMinimumSize(QSize(*SMALLEST).boundedTo(place.size()))
            self.resize(place.size())
            self.move(place.topLeft())
        else:
            self.setMinimumSize(*SMALLEST)
            self.resize(*USUAL)

    def show_content(self, content: QWidget) -> None:
        """Show an office's frame or the connection page, adding it if it is new."""
        if self._stack.indexOf(content) < 0:
            self._stack.addWidget(content)
        self._stack.setCurrentWidget(content)

    def drop_content(self, content: QWidget) -> None:
        """Remove a page that isn't needed any more."""
        self._stack.removeWidget(content)
        content.deleteLater()

    def to_front(self) -> None:
        """Raise above all other windows."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def geometry_text(self) -> str:
        """Position and size, as `MainWindow(geometry)` takes them."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        super().changeEvent(event)
        theme = self._theme
        if (
            event.type() is QEvent.Type.PaletteChange
            and theme is not None
            and self._dressed is not theme.tokens
        ):
            self.dress(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the focused button if nothing around it wants the key."""
        if not load_name("app.views.staff.frame.enter_key:press")(self.focusWidget(), event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Emit `closing` when the user closes the window, unless `may_close` asks something first."""
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)


def first_place(free: QRect) -> QRect:
    """The initial position on a screen's available area: the frame's corner, and the size of its content."""
    size = QSize(*USUAL).boundedTo(free.size() - QSize(*FRAME))
    spare = free.size() - QSize(*FRAME) - size
    return QRect(free.topLeft() + QPoint(spare.width() // 2, spare.height() // 2), size)
