"""One receptionist's day in a real window, operated by keyboard.

Arguments: address, seed, actions (0: until killed).

With a number of actions the server is lost once: the line "lose" asks the parent for it, "restore" brings it
back. The last line is JSON with the measurements.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from app.api.http import over_network
from app.api.keys import Keys
from app.api.modes import service_address
from app.bootstrap.workspace import Workspace
from app.core.clock import SystemClock
from app.domain.schedule.visit import Stage
from bench.children.keyboard import Keyboard, Paints
from bench.children.memory import resident
from bench.desks import is_complete, new_loop, open_desk, until
from bench.environment import KEYS
from bench.recording import RecordingTransport

LOST_ACTIONS = 20
IDLE_REPAINTS = 60
THINKING_SECONDS = 0.05
"""The pause between two actions: short, so that one action's requests overlap with the next one's keys."""
LETTER_SECONDS = 0.6
"""A single letter acts only after a pause that distinguishes it from fast typing."""
OPENINGS_SECONDS = 20.0
NEXT_STAGE = {
    Stage.UNCONFIRMED: "visit.confirmed",
    Stage.CONFIRMED: "visit.arrived",
    Stage.ARRIVED: "visit.seated",
    Stage.SEATED: "visit.dismissed",
}


class Receptionist:
    """Works with commands and typing, as from the keyboard."""

    def __init__(self, desk: Workspace, keyboard: Keyboard, dice: random.Random) -> None:
        self._desk = desk
        self._keyboard = keyboard
        self._dice = dice

    async def act(self) -> None:
        """One random action, in the proportions of a front desk's day."""
        acts: list[tuple[int, Callable[[], Awaitable[None]]]] = [
            (6, self.walk), (6, self.stage), (4, self.find), (3, self.leaf), (2, self.note),
            (2, self.stretch), (2, self.carry), (2, self.book), (1, self.cancel), (1, self.week), (1, self.undo),
        ]  # fmt: skip
        weights, choices = zip(*acts, strict=True)
        await self._dice.choices(choices, weights)[0]()
        await asyncio.sleep(THINKING_SECONDS)
        await self._keyboard.back_to_schedule()

    async def walk(self) -> None:
        """Select the next appointments with the arrow keys."""
        for _ in range(3):
            await self._keyboard.press(
                self._dice.choice((Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left))
            )

    async def stage(self) -> None:
        """Confirm, check in, seat or dismiss a patient."""
        if (visit := self._keyboard.select(lambda visit: visit.stage in NEXT_STAGE)) is not None:
            await self._keyboard.command(NEXT_STAGE[visit.stage])
            await asyncio.sleep(LETTER_SECONDS)
            await self._keyboard.press(Qt.Key.Key_Return)  # a skipped stage asks for confirmation

    async def find(self) -> None:
        """Type a name into the search field, then leave it."""
        await self._keyboard.command("find.patient")
        await self._keyboard.type(self._keyboard.name()[:5])
        await self._keyboard.press(Qt.Key.Key_Escape)

    async def leaf(self) -> None:
        """Go to the next days and back."""
        for command in ("go.next", "go.next", "go.previous", "go.today"):
            await self._keyboard.command(command)

    async def week(self) -> None:
        """Go to the week and back."""
        await self._keyboard.command("view.week")
        await self._keyboard.command("view.day")

    async def note(self) -> None:
        """Add a line to an appointment's note."""
        if self._keyboard.select(lambda _: True) is None:
            return
        await self._keyboard.command("visit.note")
        await asyncio.sleep(LETTER_SECONDS)
        if isinstance(QApplication.focusWidget(), QPlainTextEdit):
            await self._keyboard.type("called")
            await self._keyboard.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    async def stretch(self) -> None:
        """Make an appointment longer."""
        if (
            self._keyboard.select(lambda visit: visit.stage in (Stage.UNCONFIRMED, Stage.CONFIRMED))
            is not None
        ):
            await self._keyboard.command("visit.longer")

    async def carry(self) -> None:
        """Move an appointment with the arrow keys."""
        if (
            self._keyboard.select(lambda visit: visit.stage in (Stage.UNCONFIRMED, Stage.CONFIRMED))
            is not None
        ):
            await self._keyboard.command("visit.carry")
            await asyncio.sleep(LETTER_SECONDS)
            for _ in range(3):
                await self._keyboard.press(Qt.Key.Key_Down)
            await self._keyboard.press(Qt.Key.Key_Return)

    async def book(self) -> None:
        """Find a patient, select the first opening, book it."""
        await self._keyboard.command("visit.new")
        await self._keyboard.type(self._keyboard.name())
        await asyncio.sleep(LETTER_SECONDS)
        await self._keyboard.press(Qt.Key.Key_Return)
        booking = self._desk.schedule.model.booking
        try:
            await until(lambda: bool(booking.state.openings) and not booking.state.looking, OPENINGS_SECONDS)
        except TimeoutError:
            return
        await self._keyboard.press(Qt.Key.Key_Down)
        await until(lambda: not booking.state.looking, OPENINGS_SECONDS)
        await self._keyboard.press(Qt.Key.Key_Return)

    async def cancel(self) -> None:
        """Cancel an appointment, as a no-show or with notice, whichever the panel suggests."""
        if (
            self._keyboard.select(lambda visit: visit.stage in (Stage.UNCONFIRMED, Stage.CONFIRMED))
            is not None
        ):
            await self._keyboard.press(Qt.Key.Key_Delete)
            await self._keyboard.press(Qt.Key.Key_Return)

    async def undo(self) -> None:
        """Undo the last change."""
        await self._keyboard.command("undo")


async def idle_repaints(desk: Workspace, paints: Paints) -> list[float]:
    """Milliseconds to repaint the whole idle window."""

    def repaint_all() -> None:
        for each in desk.window.findChildren(QWidget):
            QWidget.update(each)  # some widgets hide it behind a method with another signature

    times = []
    for _ in range(IDLE_REPAINTS):
        times.append(await paints.after(repaint_all) or 0.0)
        await asyncio.sleep(0.01)
    return times


def _ask_parent(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
    sys.stdin.readline()


async def work(desk: Workspace, receptionist: Receptionist, actions: int) -> None:
    """Perform this many actions, some of them without a server; with 0, continue until killed."""
    done = 0
    while not actions or done < actions:
        if actions and done == actions // 2:
            await asyncio.to_thread(_ask_parent, "lose")
        if actions and done == actions // 2 + LOST_ACTIONS:
            await asyncio.to_thread(_ask_parent, "restore")
        await receptionist.act()
        done += 1
    await until(lambda: not desk.desk.parts.journal.unsettled(), 60)


async def main(address: str, seed: int, actions: int) -> None:
    """Open the desk, work, and print the measurements."""
    keys = json.loads(os.environ[KEYS])
    where = service_address(address)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wire = RecordingTransport(over_network(where))
    with tempfile.TemporaryDirectory() as folder:
        async with open_desk(
            Path(folder), where, Keys(keys["developer"], keys["customer"]), lambda: wire, SystemClock()
        ) as desk:
            await until(lambda: is_complete(desk))
            await asyncio.sleep(1)
            desk.window.activateWindow()
            paints = Paints(app)
            idle = await idle_repaints(desk, paints)
            dice = random.Random(seed)
            keyboard = Keyboard(desk, paints, dice)
            receptionist = Receptionist(desk, keyboard, dice)
            began, sent = time.process_time(), len(wire.sent)
            await work(desk, receptionist, actions)
            figures = {
                "actions": actions,
                "requests": len(wire.sent) - sent,
                "cpu": time.process_time() - began,
                "paints": keyboard.times,
                "idle": idle,
                "memory": resident(),
                "written": Counter(each.intent.kind for each in desk.desk.parts.journal.recent(1000)),
            }
            print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    with new_loop() as loop:
        loop.run_until_complete(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
