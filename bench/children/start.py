"""The program itself, timed from the start of its process: the first paint, and the paint of the filled book.

Two paint methods are watched through an import hook; nothing else of the program is touched. The arguments are
"first" or "filled", and the program's own.
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

FEWEST_VISITS = 50
"""A seeded day has about sixty."""

began = float(os.environ["FRONT_DESK_BENCH_BEGAN"])
until = sys.argv[1]
found: dict[str, Any] = {}


class Watch:
    """Finds modules as ever, and hands some over once they are loaded."""

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


def told() -> None:
    """Print what was found and end at once: how long the program takes to end is not measured here."""
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()
    os._exit(0)


def watch_frame(module: ModuleType) -> None:
    """The frame with the empty book."""
    paint = module.FirstSheet.paintEvent

    def watched(self: Any, event: Any) -> None:
        paint(self, event)
        if "first" not in found:
            found["first"] = (time.monotonic() - began) * 1000
            if until == "first":
                told()

    module.FirstSheet.paintEvent = watched


def watch_book(module: ModuleType) -> None:
    """The book: filled is the paint of a sheet that has all its visits and waits for nothing more."""
    paint = module.BookSurface.paintEvent

    def watched(self: Any, event: Any) -> None:
        paint(self, event)
        sheet = self.scene.sheet
        if len(sheet.visits) >= FEWEST_VISITS and not sheet.still_coming:
            found["filled"] = (time.monotonic() - began) * 1000
            found["visits"] = len(sheet.visits)
            told()

    module.BookSurface.paintEvent = watched


if __name__ == "__main__":
    sys.meta_path.insert(
        0, Watch({"app.views.staff.first_sheet": watch_frame, "app.views.staff.book.surface": watch_book})
    )
    from app.bootstrap import main

    sys.exit(main(sys.argv[2:]))
