"""A kiosk's own process in which a patient checks in and is wiped; then it searches itself for what was typed.

Started by tests/journeys/kiosk/test_privacy.py. Standard input has one JSON line: how it pairs, and what to type. It
prints one JSON line.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QApplication

from app.bootstrap.crash_dumps import disable_crash_dumps
from app.bootstrap.kiosk.pipe import SupervisorPipe
from app.bootstrap.kiosk.program import KioskProgram
from app.bootstrap.kiosk.protocol import Start
from app.bootstrap.kiosk.screen import FirstPaint
from app.bootstrap.loop import qt_loop
from app.core.paths import program_folders

LONGEST = 10_000
"""Characters of a text that is searched: a longer one is a library's."""
MAPS = re.compile(r"^([0-9a-f]+)-([0-9a-f]+) rw")


def main() -> None:
    """Start as the kiosk's process does, use it, search."""
    told = json.loads(sys.stdin.readline())
    memory = os.open("/proc/self/mem", os.O_RDONLY)  # later nobody but root may open it
    disable_crash_dumps()
    folders = program_folders()
    folders.make()
    app = QApplication(["kiosk"])
    app.setApplicationName("Front Desk")
    app.setQuitOnLastWindowClosed(False)
    start = Start(training=told["training"])
    first = FirstPaint(folders, start)
    first.window.appear()
    with qt_loop(app) as loop:
        program = KioskProgram(app, first, start, SupervisorPipe(), folders)
        found = loop.run_until_complete(_live(program, told, memory))
    sys.stdout.write(json.dumps(found) + "\n")


async def _live(program: Any, told: dict[str, Any], memory: int) -> dict[str, Any]:
    found: dict[str, Any] = {}

    async def visit() -> None:
        try:
            found.update(await _visit(program, told, memory))
        finally:
            program.close()

    program.scope.start(visit(), "visit")
    await program.live()
    return found


async def _visit(program: Any, told: dict[str, Any], memory: int) -> dict[str, Any]:
    titles = []
    for words in told["touches"]:
        await _until(lambda words=words: _button(program, words) is not None)
        _button(program, words).click()
        titles.append(program.window.windowTitle())
    await _until(lambda: program.model.state.page.value == "checked in")
    during = _objects_with(told["secrets"])
    program.model.reset()
    for _ in range(3):
        await asyncio.sleep(0.3)  # deferred deletions, and the collector
        gc.collect()
    return {
        "titles": sorted(set(titles)),
        "during": during,
        "after": _objects_with(told["secrets"]),
        "memory": _in_memory(memory, told["secrets"]),
    }


def _button(program: Any, words: str) -> Any:
    for each in program.window.findChildren(QAbstractButton):
        if (
            words in (each.text(), each.accessibleName())
            and each.isVisibleTo(program.window)
            and each.isEnabled()
        ):
            return each
    return None


async def _until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not holds():
            await asyncio.sleep(0.02)


def _objects_with(secrets: list[str]) -> list[int]:
    """Which of the secrets a living object holds, by number: a found text would be found again."""
    seen: set[int] = set()
    for each in gc.get_objects():
        if not isinstance(each, dict | list | tuple | set) or each is secrets:
            continue
        for part in [*each.keys(), *each.values()] if isinstance(each, dict) else each:
            if isinstance(part, str | bytes) and len(part) < LONGEST:
                text = part if isinstance(part, str) else part.decode("latin-1")
                seen.update(number for number, secret in enumerate(secrets) if secret in text)
    return sorted(seen)


def _in_memory(memory: int, secrets: list[str]) -> dict[str, int]:
    """How often each secret is in this process's writable memory, as bytes and as Qt's text."""
    forms = {secret: (secret.encode(), secret.encode("utf-16-le")) for secret in secrets}
    counts = dict.fromkeys(secrets, 0)
    for line in Path("/proc/self/maps").read_text(encoding="ascii").splitlines():
        if (found := MAPS.match(line)) is None or "[v" in line:
            continue
        low, high = int(found[1], 16), int(found[2], 16)
        try:
            block = os.pread(memory, high - low, low)
        except OSError:
            continue
        for secret, texts in forms.items():
            counts[secret] += sum(block.count(text) for text in texts)
        del block
    return counts


if __name__ == "__main__":
    main()
