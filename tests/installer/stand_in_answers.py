"""What is asked of that Windows and answered at once: by the console twin, and by the checks' own part in Windows."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from installer.verify_under_wine.working import USAGE
from tests.installer.stand_in_basis import Basis, Program


def console(world: Basis, given: tuple[str, ...]) -> Program:
    """The twin's commands that print and end."""
    if given[:1] == ("tour",):
        return tour(world, Path(given[2].removeprefix("Z:")))
    if given == ("api", "--json"):
        return Program(world, text="no json" if world.bad("api without json") else "[1, 2]")
    if given == ("--help",):
        return Program(world, text="" if world.bad("no help") else f"usage: {USAGE}")
    code = 0 if world.bad("nonsense understood") else 2
    return Program(world, text=f"Not understood: {given[0]}\n{USAGE}", code=code)


def tour(world: Basis, out: Path) -> Program:
    """One step."""
    out.mkdir()
    (out / "tour.json").write_text('[{"file": "1.png"}]', encoding="utf-8")
    if not world.bad("tour keeps no picture"):
        (out / "1.png").write_bytes(b"")
    return Program(world, text="1.png  0.1 s\ntour: letters look alike", code=world.bad("tour fails"))


def told(world: Basis, arguments: tuple[str, ...]) -> Program:
    """A line of JSON, as inside.py and state.py say it."""
    command, given = arguments[3], arguments[4:]
    if command == "started-alone":
        box = world.starts("FrontDesk.exe", 1 if world.bad("no box") else 12, 0)
        box.stdout = io.StringIO("1" if world.bad("box with an error") else "0")
        return box
    if command == "add-write":
        if world.bad("no journal"):
            return Program(world, text="no keys", code=1)
        world.journal[given[2]] = "waiting"
    if command == "store-keys":
        world.vault.append(f"keys@Front Desk: keys {given[0]}")
        world.data.mkdir(parents=True)
    answers: dict[str, Callable[[], Any]] = {
        "store-keys": lambda: "Plain" if world.bad("other vault") else "WinVaultKeyring",
        "own-key": lambda: 0 if world.bad("no own key") else 32,
        "add-write": lambda: len(world.journal),
        "writes": lambda: world.journal,
        "entries": lambda: [] if world.bad("vault not read") else world.vault,
        "registered": lambda: world.registry,
        "end-session": lambda: session_ends(world),
    }
    return Program(world, text=json.dumps(answers[command]()))


def session_ends(world: Basis) -> list[float | None]:
    """Every window is told, and closes."""
    if world.bad("refuses the session's end"):
        return [None]
    for each in world.named("FrontDesk.exe"):
        each.end()
    if world.bad("session's end loses the write"):
        world.journal.clear()
    return [5.0 if world.bad("slow session's end") else 0.1]
