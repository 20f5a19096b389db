"""Resident memory: of an empty window on qasync ("empty"), or of the program after opening days ("day", count)."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from datetime import timedelta
from pathlib import Path

EARLY = 100
"""Days after which all caches are full."""
STEP_SECONDS = 0.002
PATIENCE_SECONDS = 30.0


def resident() -> int:
    """The resident set size of this process in bytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096


def empty() -> dict[str, float]:
    """A painted QMainWindow on qasync."""
    from PySide6.QtWidgets import QApplication, QMainWindow
    from qasync import QEventLoop

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1366, 768)
    with QEventLoop(app) as loop:
        window.show()
        loop.run_until_complete(asyncio.sleep(0.5))
        return {"end": resident()}


def day(count: int) -> dict[str, float]:
    """Start the program in the mode of its settings as usual; then open one day after the other."""
    from app.bootstrap import process_memory
    from app.bootstrap.import_hooks import load_qt

    process_memory.configure()
    load_qt()
    from PySide6.QtWidgets import QApplication

    from app.bootstrap.desktop import make_theme, make_window
    from app.core.paths import program_folders
    from app.core.settings import SettingsFile

    where = program_folders()
    where.make()
    loaded = SettingsFile(where.config / "settings.json").load()
    app = QApplication(sys.argv[:1])
    window, system = make_window(app, loaded.settings)
    theme = make_theme(app, loaded.settings, system)
    from app.bootstrap.loop import qt_loop
    from app.bootstrap.program import Program

    with qt_loop(app) as loop:
        program = Program(window, theme, loaded, where, training=False)
        return loop.run_until_complete(click_through(program, count))


async def click_through(program: object, count: int) -> dict[str, float]:  # size: one sequence of steps
    """Open this many days, select an appointment on each, look at a week now and then."""
    from app.bootstrap import collector
    from app.bootstrap.program import Program
    from app.viewmodels.staff.schedule.state import Ready, ScheduleView

    assert isinstance(program, Program)
    await program.open()
    collector.begin(program.window)
    screen = program.screen
    assert screen is not None
    schedule = screen.model.schedule
    held: list[int] = []

    def stands() -> bool:
        state = schedule.state
        if not isinstance(state, Ready) or (state.view, state.day) != (schedule.view, schedule.day):
            return False
        return not state.coming

    async def shown() -> None:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not stands():
                await asyncio.sleep(STEP_SECONDS)

    first = schedule.day - timedelta(days=count - EARLY)
    for number in range(1, count + 1):
        wanted = first + timedelta(days=number)
        schedule.go_to(wanted)
        await shown()
        grid = schedule.grid
        if grid is not None and grid.visits:
            visit = grid.visits[number % len(grid.visits)].visit
            screen.canvas.keyboard.focus_on(visit.apt_num)
            schedule.select(visit.apt_num)
        if number % 10 == 0:
            schedule.set_view(ScheduleView.WEEK)
            await shown()
            schedule.set_view(ScheduleView.DAY)
        screen.canvas.viewport().repaint()
        held.append(resident())
    await program.close()
    return {"end": held[-1], "early": max(held[EARLY : 2 * EARLY] or held), "late": max(held[-EARLY:])}


if __name__ == "__main__":
    result = empty() if sys.argv[1] == "empty" else day(int(sys.argv[2]))
    sys.stdout.write(json.dumps(result) + "\n")
    sys.stdout.flush()
    os._exit(0)  # the destruction of Qt objects is not measured here
