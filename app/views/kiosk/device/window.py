"""The kiosk's window: full screen, without a way to close it but the program's own.

Nothing here uses the namespace `Qt`: loading it takes as long as painting an empty window (see skin.py). What needs it
comes after the first paint (`topmost.py`).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

STYLE = "Fusion"  # words: Qt's name
"""As in `app.views.theme.palette`, which loads more than this page needs."""
PREVENT_CONTEXT_MENU = 4
"""Qt's number."""
RETURN_MILLISECONDS = 200
"""Another program that also comes back must not keep both busy."""


class KioskWindow(QWidget):
    """Holds the pages, of which one is shown. Its title says nothing about what they show."""

    painted = Signal()
    """The first paint is done."""
    closing = Signal()
    """A user closes the window in training; a locked one can't be closed."""

    def __init__(self, *, locked: bool) -> None:
        """`locked` False: in training, an ordinary window."""
        super().__init__(None)
        self.locked = locked
        self._may_close = not locked
        self._is_painted = False
        self._return_timer = QTimer(self)
        self._return_timer.setSingleShot(True)
        self._return_timer.setInterval(RETURN_MILLISECONDS)
        self._return_timer.timeout.connect(self._come_back)
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self.setProperty("contextMenuPolicy", PREVENT_CONTEXT_MENU)
        self.setAcceptDrops(False)
        self.setWindowTitle(QApplication.applicationDisplayName())

    def appear(self) -> None:
        """Show it on the primary screen."""
        if self.locked:
            self.setGeometry(QApplication.primaryScreen().geometry())
            self.showFullScreen()
            self.raise_()
            self.activateWindow()
        else:
            self.show()

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of the current one, which stays for later."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        chosen: QWidget | None = page.focusWidget()
        (chosen or page).setFocus()

    def drop_page(self, page: QWidget) -> None:
        """Destroy a page."""
        self._pages.removeWidget(page)
        page.hide()
        page.deleteLater()

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._pages.currentWidget()

    def end(self) -> None:
        """Close it: staff ended the kiosk, or it is started again."""
        self._may_close = True
        self._return_timer.stop()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Refuse, except by `end`."""
        if not self._may_close:
            event.ignore()
            return
        event.accept()
        self.closing.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Come back: another window came to the front, or something minimized this one."""
        super().changeEvent(event)
        if not self.locked or self._may_close or not self._is_painted:
            return
        if event.type() is QEvent.Type.WindowStateChange and self.isMinimized():
            self.showFullScreen()
        elif event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._return_timer.start()

    def _come_back(self) -> None:
        """Another program's window has come to the front."""
        if not self._may_close and QApplication.activeWindow() is None:
            self.raise_()
            self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell about the first paint."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()
