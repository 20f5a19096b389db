"""Simulated user input for the tour: clicks and keys on the window's own widgets."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from app.bootstrap.program import Program
from app.bootstrap.tour.office_server import ServedOffice
from app.domain.schedule.visit import Stage, Visit
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.schedule.state import Ready
from app.views.staff.schedule.screen import ScheduleScreen

T = TypeVar("T")
STEP_SECONDS = 0.02


class Hands:
    """Operates one window."""

    def __init__(self, program: Program, served: ServedOffice) -> None:
        self.program = program
        self.served = served
        self.noted = ""
        """What a step has read for a later one."""

    @property
    def screen(self) -> ScheduleScreen:
        """The schedule's screen."""
        return there(self.program.screen)

    @property
    def model(self) -> ScheduleScreenViewModel:
        """Its viewmodel."""
        return self.screen.model

    @property
    def desk(self) -> DeskViewModel:
        """The window's content that all screens share."""
        return self.model.desk

    def read(self) -> bool:
        """Whether the schedule has been read completely; a holiday is empty."""
        state = self.model.schedule.state
        return isinstance(state, Ready) and not state.coming

    def complete(self) -> bool:
        """Whether the schedule has been read completely, and there is somebody on it."""
        state = self.model.schedule.state
        return self.read() and isinstance(state, Ready) and bool(state.grid.visits)

    def visit(self, stage: Stage) -> Visit:
        """An appointment of today's schedule that is placed normally and can be changed."""
        visits = [each.visit for each in there(self.model.schedule.grid).visits]
        found = [each for each in visits if each.stage is stage and not each.complete and not each.is_note]
        return found[len(found) // 2]

    def next_expected(self) -> Visit:
        """The confirmed appointment nearest to now."""
        visits = [each.visit for each in there(self.model.schedule.grid).visits]
        now = self.desk.now()
        return min(
            (each for each in visits if each.stage is Stage.CONFIRMED and not each.complete),
            key=lambda visit: abs(visit.start - now),
        )

    def selected(self) -> Visit:
        """The selected appointment. LookupError without one."""
        return there(self.model.schedule.selected)

    def stage(self, visit: Visit) -> Stage | None:
        """The current stage of an appointment."""
        found = self.model.schedule.visit(visit.apt_num)
        return found.stage if found else None

    async def click(self, visit: Visit) -> Visit:
        """Scroll an appointment into view and click it."""
        canvas = self.screen.canvas
        canvas.keyboard.focus_on(visit.apt_num)
        await asyncio.sleep(STEP_SECONDS)
        where = there(canvas.sight.rect_of(visit.apt_num)).center() - canvas.viewport().pos()
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
        await self.until(lambda: self.model.schedule.selected is not None)
        return visit

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the focused widget."""
        QTest.keyClick(QApplication.focusWidget() or self.screen, key, modifier)

    def type_text(self, text: str) -> None:
        """Type into the focused widget."""
        QTest.keyClicks(QApplication.focusWidget() or self.screen, text)

    def close_popups(self) -> None:
        """Close all menus and lists."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()

    def close_dialogs(self) -> None:
        """Close all dialogs, such as a print preview; the window has the keys again."""
        window = self.program.window
        for dialog in window.findChildren(QDialog):
            dialog.reject()
        window.activateWindow()

    def has_keys(self) -> bool:
        """Whether shortcuts work in the window; if not, activates it as a click would.

        What Qt knows is asked. `isActiveWindow` asks Windows, and Qt hears of it later: until then no shortcut works.
        """
        window = self.program.window
        if QApplication.activeWindow() == window:
            return True
        window.raise_()
        window.activateWindow()
        return False

    def told(self, words: str) -> bool:
        """Whether a message with these words was posted."""
        return any(words in each.line for each in self.desk.notices.items)

    async def until(self, seen: Callable[[], bool]) -> None:
        """Wait until a condition holds."""
        while not seen():  # noqa: ASYNC110 # polls, because it waits for pixels rather than events
            await asyncio.sleep(STEP_SECONDS)


def there(thing: T | None) -> T:
    """What an earlier step has shown. LookupError if it is not there."""
    if thing is None:
        raise LookupError("an earlier step did not show it")
    return thing
