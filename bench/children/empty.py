"""The minimal Qt program: an empty QMainWindow, painted once. With "qasync": on its event loop."""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from bench.environment import BEGAN

SIZE = (1366, 768)


class Empty(QMainWindow):
    """Reports when it was painted."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painted.append(time.monotonic())
        waiting.quit()


app = QApplication(sys.argv[:1])
painted: list[float] = []
waiting = QEventLoop()
window = Empty()
window.resize(*SIZE)
window.show()
waiting.exec()
began = float(os.environ[BEGAN])
sys.stdout.write(f'{{"first": {(painted[0] - began) * 1000}}}\n')
