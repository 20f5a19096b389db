"""A patient with a finger, eyes and a keyboard in front of a kiosk's screen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from app.viewmodels.kiosk.state import Page
from app.views.kiosk.bars import Bar
from app.views.kiosk.kiosk_view import KioskView
from app.views.kiosk.widgets.button import Button, Form
from app.views.kiosk.widgets.keys import Keys
from tests.support.kiosk.screen import controls
from tests.support.qt_loop import until

_WORD = re.compile(r"[^\s]*[\w•][^\s]*")


class Finger:
    """Touches what is on the screen, and counts touches and the words that there are to read."""

    def __init__(self, view: KioskView) -> None:
        self.view = view
        self.touches = 0
        self.read: dict[str, list[str]] = {}
        """The words of each page, without the keys; the bars' words once."""

    def touch(self, text: str) -> None:
        """Touch the control that shows this text, or has this name."""
        found = [each for each in controls(self.view) if _shows(each, text)]
        assert len(found) == 1, (text, [each.accessibleName() or each for each in controls(self.view)])
        self.touches += 1
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def type(self, text: str) -> None:
        """Touch the keys of the pad or the keyboard; that is typing, not touching."""
        for character in text:
            keys = [
                each
                for block in self.view.findChildren(Keys)
                if block.isVisible()
                for each in block.buttons()
            ]
            QTest.mouseClick(
                next(each for each in keys if each.text() == character), Qt.MouseButton.LeftButton
            )

    async def sees(self, page: Page) -> None:
        """Wait for a page, and read it."""
        await until(lambda: self.view._model.state.page is page and not self.view._model.state.busy)
        bars = [] if self.read else list(self._words_in_bars())
        self.read[page] = bars + [
            word for text in self._texts(self.view.page) for word in _WORD.findall(text)
        ]

    def press(self, *keys: Qt.Key) -> None:
        """Keys of a real keyboard, sent to whatever has the focus."""
        for key in keys:
            QTest.keyClick(self._focused(), key)

    def write(self, text: str) -> None:
        """Type on a real keyboard."""
        for character in text:
            QTest.keyClicks(self._focused(), character)  # the focus may move meanwhile

    def tab_to(self, text: str) -> None:
        """Press Tab until the control with this text has the focus."""
        for _ in range(40):
            if _shows(self._focused(), text):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab doesn't lead to {text}")

    def focus_ring(self) -> set[str]:
        """The names of everything that Tab leads to."""
        found = set()
        for _ in range(40):
            self.press(Qt.Key.Key_Tab)
            focused = self._focused()
            found.add(focused.accessibleName() or (focused.text() if isinstance(focused, Button) else ""))
        return found

    def _focused(self) -> QWidget:
        return self.view.window().focusWidget() or self.view

    def _words_in_bars(self) -> Iterator[str]:
        for bar in self.view.findChildren(Bar):
            for text in self._texts(bar):
                yield from _WORD.findall(text)

    def _texts(self, part: QWidget) -> Iterator[str]:
        QApplication.sendPostedEvents()
        for each in part.findChildren(QWidget):
            is_key = isinstance(each, Button) and each.form is Form.KEY
            if each.isVisible() and isinstance(each, QLabel | QAbstractButton) and not is_key:
                yield each.text()


def _shows(widget: QWidget, text: str) -> bool:
    return isinstance(widget, QAbstractButton) and text in (widget.text(), widget.accessibleName())
