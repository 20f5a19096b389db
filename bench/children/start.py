"""The program itself, timed from the start of its process.

A few methods are observed through an import hook; nothing else of the program is modified. The arguments are what to
wait for, followed by the program's own:

first   the first paint: the frame with an empty schedule
early   today as the downtime copy has it, every appointment with its time and name
painted today from either of them, on the painted schedule
fresh   today as the office's answers have it, complete, on the painted schedule
whole   that, with bar, panel and status line around it
locked  the lock page, where people sign in; it is unlocked with the bench's PIN, and the times of the others are
        counted from when the PIN was accepted
saved   nothing is timed: the program runs until its copy is saved, and is closed
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

from bench.environment import BEGAN, PIN

FEWEST_VISITS = 50
"""A seeded day has about sixty."""
NOT_DRAWN = frozenset({"clinics", "blockout types", "appointment types"})
"""Lists whose arrival doesn't change the grid."""
LOOK_MILLISECONDS = 50

began = float(os.environ[BEGAN])
until = sys.argv[1]
found: dict[str, Any] = {}
kept: list[Any] = []
"""Timers that have to live until they fire."""


class Watch:
    """Finds modules as usual, and modifies some once they are loaded."""

    def __init__(self, then: dict[str, Callable[[ModuleType], None]]) -> None:
        self._then = then

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name not in self._then:
            return None
        spec = PathFinder.find_spec(name, path, target)
        assert spec is not None
        assert spec.loader is not None
        load, then = spec.loader.exec_module, self._then.pop(name)

        def exec_module(module: ModuleType) -> None:
            load(module)
            then(module)

        spec.loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec


def milliseconds() -> float:
    """Milliseconds since the process was started."""
    return (time.monotonic() - began) * 1000


def told() -> None:
    """Print the result and exit at once: shutdown is not measured here."""
    kept.clear()
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()
    os._exit(0)


def reached(name: str) -> None:
    """Note the time when something is reached first, and end where that is what is waited for."""
    if name not in found:
        found[name] = milliseconds()
        if name == until:
            told()


def when_idle(do: Callable[[], None]) -> None:
    """Do something once what is pending has been painted."""
    from PySide6.QtCore import QTimer  # loaded already

    timer = QTimer()
    timer.timeout.connect(do)
    timer.setSingleShot(True)
    timer.start(0)
    kept.append(timer)


def watch_frame(module: ModuleType) -> None:
    """The frame, first empty, then with today from the downtime copy."""
    paint = module.EmptyFrame.paintEvent

    def painted(self: Any, event: Any) -> None:
        paint(self, event)
        reached("first")
        if self._early is not None:
            found["tiles"] = len(self._early.day.tiles)
            reached("early")

    module.EmptyFrame.paintEvent = painted


def watch_schedule(module: ModuleType) -> None:
    """The schedule: fresh once the office's answers are on it and nothing of what is drawn is missing."""
    show = module.ScheduleViewModel._set

    def shown(self: Any, state: Any) -> None:
        show(self, state)
        grid = getattr(state, "grid", None)
        if grid is not None and len(grid.visits) >= FEWEST_VISITS:
            when_idle(lambda: when_idle(lambda: reached("painted")))
        if grid is None or "complete" in found or self.office.is_copy(self.day):
            return
        coming = {str(each) for each in grid.still_coming}
        if len(grid.visits) >= FEWEST_VISITS and coming <= NOT_DRAWN:
            found["complete"] = milliseconds()
            found["visits"] = len(grid.visits)
            when_idle(lambda: when_idle(fresh))

    module.ScheduleViewModel._set = shown


def fresh() -> None:
    """What the answers changed has been painted."""
    reached("fresh")
    if "framed" in found:
        reached("whole")


def watch_screen(module: ModuleType) -> None:
    """Bar, panel and status line around the schedule: painted, and answering."""

    def framed() -> None:
        found.setdefault("framed", milliseconds())
        if "fresh" in found:
            reached("whole")

    def painted(self: Any, event: Any) -> None:
        if "framed" not in found:
            when_idle(framed)

    module.Frame.paintEvent = painted


def watch_copy(_: ModuleType) -> None:
    """Close the window once today has been read: the copy is saved at the end."""
    from app.store import downtime  # loaded already

    snapshot = downtime.DowntimeCopy.save

    async def save(self: downtime.DowntimeCopy, *, reads: bool = True) -> bool:
        found["saved"] = await snapshot(self, reads=reads)
        return bool(found["saved"])

    downtime.DowntimeCopy.save = save  # type: ignore[method-assign]
    downtime.LOOK_SECONDS = 1.0


def watch_lock(module: ModuleType) -> None:
    """The lock page: painted, then unlocked as soon as it can be."""
    paint = module.LockPage.paintEvent

    def painted(self: Any, event: Any) -> None:
        paint(self, event)
        if "locked" not in found:
            reached("locked")
            self._model.entered.connect(unlocked)
            when_idle(lambda: self._model.enter(os.environ[PIN]))

    def unlocked() -> None:
        global began  # noqa: PLW0603 # what follows is timed from here
        began = time.monotonic()

    module.LockPage.paintEvent = painted


def close_when_saved() -> None:
    """Close the window as a person does. One timer looks: each one kept until the end makes Qt's own end slower."""
    from PySide6.QtCore import QTimer  # loaded already
    from PySide6.QtWidgets import QApplication

    timer = QTimer()

    def look() -> None:
        if found.get("saved"):
            timer.stop()
            for window in QApplication.topLevelWidgets():
                window.close()

    timer.timeout.connect(look)
    timer.start(LOOK_MILLISECONDS)
    kept.append(timer)


if __name__ == "__main__":
    watched: dict[str, Callable[[ModuleType], None]] = {
        "app.views.staff.frame.empty_frame": watch_frame,
        "app.viewmodels.staff.schedule.schedule": watch_schedule,
        "app.views.staff.frame.frame": watch_screen,
        "app.views.staff.frame.lock.lock_page": watch_lock,
    }
    if until == "saved":
        watched = {
            "app.store.downtime": watch_copy,
            "app.views.staff.frame.frame": lambda _: close_when_saved(),
        }
    sys.meta_path.insert(0, Watch(watched))
    from app.bootstrap import main

    code = main(sys.argv[2:])
    sys.stdout.write(json.dumps(found) + "\n")
    sys.exit(code)
