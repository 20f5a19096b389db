"""How often an idle program is woken, in a minute: the desk, the lock page, the kiosk, its supervisor, the hub.

A wake-up is a wait of one of its threads that has ended (the system counts them). That tells more of an idle PC than
seconds do: what one wake-up costs depends on the processor and on how long it slept. The share of a core is limited,
too. Linux only; all run at the same time, because none of them needs much.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.environment import PIN, VAULT
from bench.figures import Figure, at_most
from bench.processes import ROOT, ask, environment, practice, service_home

SETTLE_SECONDS = 180.0
"""Until everything has loaded, and what is read ahead and kept is there."""
SECONDS = 60.0
UNIT, SHARE = "wake-ups a minute", "% of a core"
MOST_SHARE = 0.2
LIMITS = {
    "training desk": 150.0,
    "desk": 200.0,
    "lock page": 160.0,
    "desk with a hub": 130.0,
    "kiosk": 170.0,
    "kiosk's supervisor": 160.0,
    "hub": 600.0,
}
PARTS = {"training-desk": "desk with a hub", "kiosk-screen": "kiosk", "hub": "hub"}
"""The processes of the training with a kiosk, by a word of their command line."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What the system has counted of a process so far."""

    waits: int
    seconds: float
    at: float


def measure(settle: float = SETTLE_SECONDS, seconds: float = SECONDS) -> list[Figure]:
    """Start all of them, leave them alone, and count."""
    if sys.platform != "linux":
        return []
    with tempfile.TemporaryDirectory(prefix="fd-") as name, contextlib.ExitStack() as stack:
        pids = _start(Path(name), stack, settle)
        before = {part: looked(pid) for part, pid in pids.items()}
        _leave_alone(seconds)
        after = {part: looked(pid) for part, pid in pids.items()}
    return [each for part in pids for each in _figures(part, before[part], after[part])]


def _start(folder: Path, stack: contextlib.ExitStack, settle: float) -> dict[str, int]:
    """Their processes, by part."""
    served = stack.enter_context(practice(folder))
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    desk = environment(**service_home(folder / "desk", served)) | offscreen
    signed = environment(**service_home(folder / "signed", served)) | offscreen
    signed |= {VAULT: str(folder / "vault.json"), PIN: "2794"}
    ask("start", "saved", env=signed)
    ask("staff", signed[PIN], env=signed)
    training = environment(FRONT_DESK_HOME=str(folder / "training")) | offscreen
    beside_kiosk = environment(FRONT_DESK_HOME=str(folder / "t")) | offscreen
    pids = {
        "training desk": stack.enter_context(_running(training, "--training")),
        "desk": stack.enter_context(_running(desk)),
        "lock page": stack.enter_context(_running(signed)),
        "kiosk's supervisor": stack.enter_context(_running(beside_kiosk, "training-kiosk")),
    }
    _leave_alone(settle)
    return pids | _children(pids["kiosk's supervisor"])


@contextlib.contextmanager
def _running(env: Mapping[str, str], *arguments: str) -> Iterator[int]:
    """The program, until the end."""
    command = [sys.executable, "-m", "app", *arguments]
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL) as child:
        try:
            yield child.pid
        finally:
            child.terminate()
            child.wait(timeout=30)


def _children(pid: int) -> dict[str, int]:
    """The processes that a process has started, by part."""
    found: dict[str, int] = {}
    for each in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if int(each.read_text().rpartition(")")[2].split()[1]) == pid:
                words = (each.parent / "cmdline").read_bytes().split(b"\0")
                found |= {
                    part: int(each.parent.name) for word, part in PARTS.items() if word.encode() in words
                }
    return found


def _leave_alone(seconds: float) -> None:
    """This process does nothing meanwhile."""
    threading.Event().wait(seconds)


def looked(pid: int) -> Looked:
    """What the system has counted of a process and all its threads."""
    waits = ticks = 0
    for each in Path(f"/proc/{pid}/task").iterdir():
        with contextlib.suppress(OSError):  # a thread that has ended
            status = (each / "status").read_text()
            waits += int(status.partition("\nvoluntary_ctxt_switches:")[2].split()[0])
            ticks += int((each / "schedstat").read_text().split()[0])
    return Looked(waits, ticks / 1e9, time.monotonic())


def _figures(part: str, before: Looked, after: Looked) -> Iterator[Figure]:
    took = after.at - before.at
    yield at_most(f"idle: {part}", (after.waits - before.waits) * 60 / took, UNIT, LIMITS[part])
    share = (after.seconds - before.seconds) * 100 / took
    yield at_most(f"idle: {part}, processor", share, SHARE, MOST_SHARE)
