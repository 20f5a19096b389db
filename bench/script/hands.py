"""A receptionist's hands: keys, commands and typing, and the time from each key to its paint."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap.workspace import Workspace
from app.domain.schedule.visit import Visit
from app.views.staff.schedule.screen import ScheduleScreen
from bench.script.paints import Paints, Took

PLAIN = Qt.KeyboardModifier.NoModifier
SETTLING_TURNS = 25
"""Loop iterations after which everything that needs no server has run."""
STEP_SECONDS = 0.002


class Hands:
    """Presses keys in the focused widget, and records their times."""

    def __init__(self, desk: Workspace, paints: Paints, dice: random.Random) -> None:
        """Deliberate letters act at once, so that their work is part of their time."""
        self.desk = desk
        self.dice = dice
        self.action = ""
        """The current action, for the records."""
        self.times: list[Took] = []
        """Each key that painted something."""
        self._paints = paints
        desk.desk.typed.quiet_seconds = 0.0

    @property
    def screen(self) -> ScheduleScreen:
        """The schedule's screen."""
        return self.desk.schedule

    async def back_to_schedule(self) -> None:
        """Close dialogs, popovers and pages until the schedule has the focus and nothing is selected."""
        for _ in range(4):
            await self.settle()
            if QApplication.activeModalWidget() is None and self.screen.canvas.hasFocus():
                return
            QTest.keyClick(self._target(), Qt.Key.Key_Escape)
        self.desk.window.activateWindow()
        self.screen.canvas.setFocus()

    def select(self, fits: Callable[[Visit], bool]) -> Visit | None:
        """Select one of the visible appointments that match."""
        grid = self.screen.model.schedule.grid
        fitting = [slot.visit for slot in grid.visits if fits(slot.visit)] if grid is not None else []
        if not fitting:
            return None
        visit = self.dice.choice(fitting)
        self.screen.model.schedule.select(visit.apt_num)
        return visit

    def name(self) -> str:
        """The name of one of the visible patients."""
        grid = self.screen.model.schedule.grid
        names = [slot.visit.name for slot in grid.visits] if grid is not None else []
        return self.dice.choice(names or ["Young"])

    async def command(self, command_id: str) -> None:
        """Press the command's shortcut."""
        keys = QKeySequence(self.desk.desk.commands[command_id].spec.shortcut)[0]  # type: ignore[index] # the stubs leave it out
        await self.press(keys.key(), keys.keyboardModifiers())

    async def type(self, text: str) -> None:
        """Press each letter in the focused field."""
        for letter in text:
            await self._time("a letter", partial(self._press_letter, letter))

    async def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key in the focused widget."""
        name = QKeySequence(QKeyCombination(modifiers, key)).toString()
        await self._time(name, lambda: QTest.keyClick(self._target(), key, modifiers))

    async def settle(self) -> None:
        """Let everything run that needs no server."""
        for _ in range(SETTLING_TURNS):
            await asyncio.sleep(0)

    async def until(self, holds: Callable[[], bool], seconds: float) -> bool:
        """Wait until a condition holds, at most this long. Returns whether it does."""
        ends = time.monotonic() + seconds
        while not holds() and time.monotonic() < ends:
            await asyncio.sleep(STEP_SECONDS)
        return holds()

    async def _time(self, name: str, strike: Callable[[], None]) -> None:
        took = await self._paints.after(strike)
        if took is not None:
            self.times.append(replace(took, action=self.action, key=name))

    def _press_letter(self, letter: str) -> None:
        """Type any letter: QTest supports only those of an American keyboard."""
        key = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self._target(), QKeyEvent(kind, key, PLAIN, letter))

    def _target(self) -> QWidget:
        above: QWidget | None = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        focused: QWidget | None = above.focusWidget() if above is not None else QApplication.focusWidget()
        return focused or above or self.desk.frame
