"""Blank windows over every other screen, also over one that is plugged in later."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPalette, QScreen
from PySide6.QtWidgets import QApplication, QWidget

FLAGS = (
    Qt.WindowType.Window
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.NoDropShadowWindowHint
)


class Cover(QWidget):
    """Black, over one whole screen; it can't be closed by a user."""

    def __init__(self, screen: QScreen) -> None:
        super().__init__(None, FLAGS)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, Qt.GlobalColor.black)
        self.setPalette(palette)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setScreen(screen)
        self.fit(screen.geometry())
        screen.geometryChanged.connect(self.fit)
        self.show()

    def fit(self, place: QRect) -> None:
        """Cover this part of the desktop."""
        self.setGeometry(place)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Refuse; the program destroys it."""
        event.ignore()


class Covers(QObject):
    """One cover for each screen on which the kiosk is not."""

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.covers: dict[QScreen, Cover] = {}
        self._begun = False
        app.screenAdded.connect(self._arrange)
        app.screenRemoved.connect(self._remove)
        app.primaryScreenChanged.connect(self._arrange)

    def begin(self) -> None:
        """Cover the other screens from now on, whichever the kiosk is on: its own may be unplugged."""
        self._begun = True
        if (handle := self._window.windowHandle()) is not None:
            handle.screenChanged.connect(self._arrange, Qt.ConnectionType.UniqueConnection)
        self._arrange()

    def end(self) -> None:
        """Uncover them."""
        self._begun = False
        for screen in list(self.covers):
            self._remove(screen)

    def _arrange(self, *_: object) -> None:
        if not self._begun:
            return
        own = self._window.screen()
        if own in self.covers:
            self._remove(own)
        for screen in QGuiApplication.screens():
            if screen is not own and screen not in self.covers:
                self.covers[screen] = Cover(screen)

    def _remove(self, screen: QScreen) -> None:
        cover = self.covers.pop(screen, None)
        if cover is not None:
            cover.hide()
            cover.deleteLater()
