"""The kiosk's own process in use, in a folder of a kiosk that has been used before.

Measured are the CPU milliseconds of the work that follows each touch on a patient's way until it is painted, and the
resident bytes once everything has loaded and the pages have been used.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

LOADING_SECONDS = 1.0
PAUSE_SECONDS = 0.02
PATIENCE_SECONDS = 5.0
WAY = (
    "Touch to check in",
    *"03141959",
    "Next",
    *"ABC",
    "Next",
    "Yes",
    "All correct",
    "No change",
    "What I owe",
)
"""What a patient touches."""


def main() -> None:
    """Start as the kiosk's process does."""
    from app.bootstrap import process_memory
    from app.bootstrap.import_hooks import import_eagerly, load_qt

    import_eagerly()
    process_memory.configure()
    load_qt()
    from PySide6.QtWidgets import QApplication

    from app.bootstrap.kiosk.protocol import Start
    from app.bootstrap.kiosk.screen import FirstPaint
    from app.bootstrap.single_instance import SingleInstance
    from app.core.paths import program_folders
    from app.views.kiosk.device.window import STYLE

    folders = program_folders()
    folders.make()
    instance = SingleInstance(folders.data)
    instance.take()
    app = QApplication([*sys.argv[:1], "-style", STYLE])
    app.setQuitOnLastWindowClosed(False)
    first = FirstPaint(folders, Start())
    first.window.resize(1366, 768)
    first.paint()
    use(app, first)


def told(found: dict[str, Any]) -> None:
    """Print the result and exit at once: the end is not measured here."""
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()
    os._exit(0)


def use(app: Any, first: Any) -> None:
    """Everything that loads behind the first paint; then the pages, as a patient uses them."""
    from app.bootstrap.crash_dumps import disable_crash_dumps

    disable_crash_dumps()
    from app.bootstrap.import_hooks import load_httpx

    load_httpx()
    from app.bootstrap.kiosk.pipe import SupervisorPipe
    from app.bootstrap.kiosk.program import KioskProgram
    from app.bootstrap.kiosk.protocol import Start
    from app.bootstrap.loop import qt_loop
    from app.core.paths import program_folders

    with qt_loop(app) as loop:
        program = KioskProgram(app, first, Start(), SupervisorPipe(), program_folders())
        first.desk.become(Desk())
        program._open = nothing  # type: ignore[method-assign] # this kiosk has no hub

        async def live() -> None:
            program.scope.start(patient(program), "patient")
            await program.live()

        loop.run_until_complete(live())


async def nothing() -> None:
    """No hub is opened."""


class Desk:
    """Answers at once: what is measured is the kiosk's own work."""

    def __getattr__(self, name: str) -> Any:
        from datetime import time as day_time
        from decimal import Decimal

        from app.wire.hub import kiosk as wire

        ok, person = wire.Outcome.OK, wire.Person(index=0, initials="M. B.", at=day_time(10, 30))
        masked = {wire.ContactField.WIRELESS_PHONE: "•••-0142", wire.ContactField.EMAIL: "m•••@example.com"}
        answers = {
            "identify": wire.Identified(outcome=ok, visit="sealed", person=person),
            "who_is_here": wire.Company(outcome=ok, me=person, contact=masked, asks=tuple(wire.Question)),
            "arrive": wire.Arrived(outcome=ok),
            "balance": wire.Balance(outcome=ok, amount=Decimal("12.50")),
            "next_visits": wire.NextVisits(outcome=ok),
        }

        async def answer(_: Any) -> Any:
            return answers.get(name)

        return answer


async def patient(program: Any) -> None:
    """Check in three times. The first patient's touches are apart: some of what they need is loaded by them."""
    import asyncio

    from app.wire.hub.kiosk import KioskSetup
    from bench.children.memory import resident

    program.model.apply_setup(KioskSetup(version=1, practice="Willow Creek Dental", shows_balance=True))
    program.model.set_online(True)
    await asyncio.sleep(LOADING_SECONDS)
    times: list[float] = []
    play_touch()
    for _ in range(3):
        for words in WAY:
            button = await reach(program, words)
            times.append(touch(program, button) * 1000)
        program.model.reset()
    told({"first": times[: len(WAY)], "touches": times[len(WAY) :], "memory": resident()})


async def reach(program: Any, words: str) -> Any:
    """The button with these words, once the page before has the hub's answer."""
    import asyncio

    from PySide6.QtWidgets import QAbstractButton

    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            await asyncio.sleep(PAUSE_SECONDS)
            for button in program.window.findChildren(QAbstractButton):
                if words in (button.text(), button.accessibleName()) and button.isVisibleTo(program.window):
                    return button


def play_touch() -> None:
    """Load what touches, which is not the kiosk's work."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget

    QTest.mouseClick(QWidget(), Qt.MouseButton.LeftButton)


def touch(program: Any, button: Any) -> float:
    """CPU seconds of a touch, of the layouts that follow it, and of painting all of the window."""
    from PySide6.QtCore import QCoreApplication, QEvent, Qt
    from PySide6.QtTest import QTest

    started = time.process_time()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    program.window.repaint()
    return time.process_time() - started


if __name__ == "__main__":
    main()
