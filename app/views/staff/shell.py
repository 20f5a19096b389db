"""The window: the rail at the left, one screen beside it, toasts over both."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from app.views.staff.first_sheet import FirstSheet

SMALLEST = (1024, 640)
USUAL = (1366, 768)


class Shell(QMainWindow):
    """The program's window. `painted` comes once, after the first paint; `closing` when the person closes it."""

    painted = Signal()
    closing = Signal()

    def __init__(self, geometry: str = "") -> None:
        super().__init__()
        self.setWindowTitle("Front Desk")
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry.encode())))
        self._was_painted = False
        self._central = QWidget()
        self._row = QHBoxLayout(self._central)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._stack = QStackedWidget()
        self._stack.addWidget(FirstSheet())
        self._row.addWidget(self._stack, 1)
        self.setCentralWidget(self._central)

    def set_rail(self, rail: QWidget) -> None:
        """Put the rail at the left edge."""
        self._row.insertWidget(0, rail)

    def show_screen(self, screen: QWidget) -> None:
        """Show a screen, adding it when it is new."""
        if self._stack.indexOf(screen) < 0:
            self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)

    def drop_screen(self, screen: QWidget) -> None:
        """Take a screen out that is not needed again."""
        self._stack.removeWidget(screen)
        screen.deleteLater()

    def to_front(self) -> None:
        """Come before all other windows."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def geometry_text(self) -> str:
        """Place and size, as `Shell(geometry)` takes them."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
