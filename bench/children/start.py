"""The program itself, timed from the start of its process: the first paint, and the paint of the filled schedule.

Two paint methods are observed through an import hook; nothing else of the program is modified. The arguments
are "first", "filled" or "whole", followed by the program's own.
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

from bench.environment import BEGAN

FEWEST_VISITS = 50
"""A seeded day has about sixty."""
NOT_DRAWN = frozenset({"clinics", "blockout types", "appointment types"})
"""Lists whose arrival doesn't change the grid."""

began = float(os.environ[BEGAN])
until = sys.argv[1]
found: dict[str, Any] = {}


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
    """Seconds since the process was started."""
    return (time.monotonic() - began) * 1000


def told() -> None:
    """Print the result and exit at once: shutdown is not measured here."""
    found.pop("timer", None)
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()
    os._exit(0)


def watch_frame(module: ModuleType) -> None:
    """The frame with the empty schedule."""
    paint = module.EmptyFrame.paintEvent

    def watched(self: Any, event: Any) -> None:
        paint(self, event)
        if "first" not in found:
            found["first"] = milliseconds()
            if until == "first":
                told()

    module.EmptyFrame.paintEvent = watched


def watch_schedule(module: ModuleType) -> None:
    """The schedule is filled at the first paint after its grid is complete in everything that is drawn."""
    paint, show = module.ScheduleSurface.paintEvent, module.ScheduleSurface.show_grid

    def painted(self: Any, event: Any) -> None:
        paint(self, event)
        if "complete" in found and "filled" not in found:
            found["visits"] = len(self.scene.grid.visits)
            found["filled"] = milliseconds()
            if until == "filled":
                told()

    def shown(self: Any, grid: Any, now: Any) -> None:
        show(self, grid, now)
        if (
            "complete" not in found
            and len(grid.visits) >= FEWEST_VISITS
            and NOT_DRAWN.issuperset(str(each) for each in grid.still_coming)
        ):
            found["complete"] = milliseconds()

    module.ScheduleSurface.paintEvent = painted
    module.ScheduleSurface.show_grid = shown


def watch_screen(module: ModuleType) -> None:
    """All of it: bar, panel and status line are painted around the filled schedule, and respond."""
    from PySide6.QtCore import QTimer  # loaded already

    def whole() -> None:
        if "filled" in found:
            found["whole"] = milliseconds()
            told()

    def painted(self: Any, event: Any) -> None:
        found["timer"] = QTimer()  # its parts are painted after it, and before the next event
        found["timer"].timeout.connect(whole)
        found["timer"].start(0)

    module.Frame.paintEvent = painted


if __name__ == "__main__":
    watched = {
        "app.views.staff.frame.empty_frame": watch_frame,
        "app.views.staff.schedule.grid.surface": watch_schedule,
        "app.views.staff.frame.frame": watch_screen,
    }
    sys.meta_path.insert(0, Watch(watched))
    from app.bootstrap import main

    sys.exit(main(sys.argv[2:]))
