"""The simulated keyboard, and the time from each key to its paint."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap.workspace import Workspace
from app.domain.schedule.visit import Visit

NOTHING_SECONDS = 0.15
IDLE_TURNS = 20
"""A key that painted nothing within this time and this many loop iterations has no visible effect.

A window that hangs runs no iterations, so its paint is waited for and counted.
"""


class Paints(QObject):
    """Records that a part of the window was painted."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.seen = False
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen = True
        return False

    async def after(self, act: Callable[[], None]) -> float | None:
        """Milliseconds from an action to the end of the first paint after it; None if nothing was painted."""
        self.seen = False
        began = time.perf_counter()
        act()
        turns = 0
        while not self.seen:
            turns += 1
            if turns > IDLE_TURNS and time.perf_counter() - began > NOTHING_SECONDS:
                return None
            await asyncio.sleep(0)
        return (time.perf_counter() - began) * 1000


class Keyboard:
    """Presses keys in the focused widget, and records their times."""

    def __init__(self, desk: Workspace, paints: Paints, dice: random.Random) -> None:
        self._desk = desk
        self._schedule = desk.schedule.model.schedule
        self._canvas = desk.schedule.canvas
        self._paints = paints
        self._dice = dice
        self.times: list[tuple[float, str]] = []
        """Milliseconds from a key to its paint, and the key."""

    async def back_to_schedule(self) -> None:
        """Close popovers and pages until the schedule has the focus."""
        for _ in range(4):
            if QApplication.activePopupWidget() is None and self._canvas.hasFocus():
                return
            QTest.keyClick(self._target(), Qt.Key.Key_Escape)
            await asyncio.sleep(0.01)
        self._canvas.setFocus()

    def select(self, fits: Callable[[Visit], bool]) -> Visit | None:
        """Select one of the visible appointments that match."""
        grid = self._schedule.grid
        fitting = [slot.visit for slot in grid.visits if fits(slot.visit)] if grid is not None else []
        if not fitting:
            return None
        visit = self._dice.choice(fitting)
        self._schedule.select(visit.apt_num)
        return visit

    def name(self) -> str:
        grid = self._schedule.grid
        names = [slot.visit.name for slot in grid.visits] if grid is not None else []
        return self._dice.choice(names or ["Young"])

    async def command(self, command_id: str) -> None:
        """Press the command's shortcut."""
        keys = QKeySequence(self._desk.desk.commands[command_id].spec.shortcut)[0]
        await self.press(keys.key(), keys.keyboardModifiers())

    async def type(self, text: str) -> None:
        for letter in text:
            await self._time("a letter", lambda letter=letter: self._press_letter(letter))

    def _press_letter(self, letter: str) -> None:
        """Type any letter: QTest supports only those of an American keyboard."""
        key = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(
                self._target(), QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            )

    async def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        name = QKeySequence(QKeyCombination(modifiers, key)).toString()
        await self._time(name, lambda: QTest.keyClick(self._target(), key, modifiers))

    async def _time(self, name: str, strike: Callable[[], None]) -> None:
        took = await self._paints.after(strike)
        if took is not None:
            self.times.append((took, name))

    def _target(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        return QApplication.focusWidget() or self._desk.frame
