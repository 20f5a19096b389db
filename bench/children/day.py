"""One receptionist's day in a real window, operated by keyboard: started by start_day.py.

Arguments of that: address, seed, "measured" or "beside".

The measured one performs the scripted day (bench/script/day.py). It tells the parent "act" before each action, and
"lose" and "restore" to lose the server once and get it back. The last line is JSON with the measurements. The one
beside performs one action for each line on its standard input.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from app.api.keys import Keys
from app.api.modes import service_address
from app.api.network.lean import to_office
from app.bootstrap import collector
from app.bootstrap.workspace import Workspace
from app.core.clock import ShiftedClock
from bench.children.memory import resident
from bench.desks import is_complete, open_desk, until
from bench.environment import KEYS
from bench.recording import RecordingTransport
from bench.script.action import Action
from bench.script.day import BEGINS, planned
from bench.script.hands import Hands
from bench.script.paints import Paints, Took

LOST_ACTIONS = 20
IDLE_REPAINTS = 60
THINKING_SECONDS = 0.03
"""The pause between two actions: short, so that one action's requests overlap with the next one's keys."""


async def idle_repaints(desk: Workspace, paints: Paints) -> list[Took]:
    """The times to repaint the whole idle window."""

    def repaint_all() -> None:
        for each in desk.window.findChildren(QWidget):
            QWidget.update(each)  # some widgets hide it behind a method with another signature

    times = []
    for _ in range(IDLE_REPAINTS):
        took = await paints.after(repaint_all)
        assert took is not None
        times.append(took)
        await asyncio.sleep(0.01)
    return times


async def perform(hands: Hands, action: Action) -> None:
    """One action, and back to the schedule."""
    hands.action = action.name
    await action.act(hands)
    await asyncio.sleep(THINKING_SECONDS)
    await hands.back_to_schedule()


async def measured_day(hands: Hands) -> None:
    """The whole day, some of it without a server. Ends when every write is settled."""
    actions = planned()
    lost = len(actions) // 2
    for number, action in enumerate(actions):
        if number in (lost, lost + LOST_ACTIONS):
            await asyncio.to_thread(_tell_parent, "lose" if number == lost else "restore")
        await asyncio.to_thread(_tell_parent, "act")
        await perform(hands, action)
    parts = hands.desk.desk.parts
    try:
        await until(lambda: not parts.journal.unsettled())
    except TimeoutError:
        count, status = len(parts.journal.unsettled()), parts.client.status
        raise RuntimeError(f"{count} writes have not been sent; {status}") from None


async def day_beside(hands: Hands, seed: int) -> None:
    """An action for each line from the parent, until it closes the pipe."""
    for action in itertools.cycle(planned(seed)):
        if not await asyncio.to_thread(sys.stdin.readline):
            return
        await perform(hands, action)


def _tell_parent(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
    sys.stdin.readline()


async def measure(desk: Workspace, hands: Hands, paints: Paints, wire: RecordingTransport) -> dict[str, Any]:
    """The measurements of the scripted day."""
    idle = await idle_repaints(desk, paints)
    written: dict[int, str] = {}  # the journal remembers only the latest ones
    stop = desk.desk.parts.journal.watch(lambda entry: written.__setitem__(entry.id, entry.intent.kind))
    began, sent = time.process_time(), wire.count
    await measured_day(hands)
    stop()
    return {
        "actions": len(planned()),
        "requests": wire.count - sent,
        "cpu": time.process_time() - began,
        "paints": [asdict(each) for each in hands.times],
        "idle": [asdict(each) for each in idle],
        "memory": resident(),
        "written": Counter(written.values()),
    }


async def main(address: str, seed: int, *, measured: bool) -> None:
    """Open the desk, work, and print the measurements."""
    keys = json.loads(os.environ[KEYS])
    where = service_address(address)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wire = RecordingTransport(to_office(where), keeps=False)
    clock = ShiftedClock.starting_at(BEGINS)
    with tempfile.TemporaryDirectory() as folder:
        async with open_desk(
            Path(folder), where, Keys(keys["developer"], keys["customer"]), lambda: wire, clock
        ) as desk:
            await until(lambda: is_complete(desk))
            await asyncio.sleep(1)
            desk.window.activateWindow()
            collector.begin(desk.window)
            paints = Paints(app)
            hands = Hands(desk, paints, random.Random(seed))
            if measured:
                print(json.dumps(await measure(desk, hands, paints, wire)), flush=True)
            else:
                await day_beside(hands, seed)
