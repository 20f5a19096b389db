"""The rules of Windows' firewall that let desks and kiosks reach a hub on this PC.

For both executables, and for no other program: a rule for the port alone would let anything listen there.
"""
# words: netsh's own, and the names of the rules

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from app.core.installation import CONSOLE, WINDOWED
from app.wire.hub.actions import HUB_PORT

PROTOCOLS = ("TCP", "UDP")
SECONDS = 30.0
Run = Callable[[list[str]], None]


def name(protocol: str) -> str:
    """What the rule for a protocol is called. The uninstallers delete it by this name."""
    return f"Front Desk hub ({protocol})"


def closing() -> Iterator[list[str]]:
    """The arguments of netsh that delete the rules."""
    for protocol in PROTOCOLS:
        yield ["advfirewall", "firewall", "delete", "rule", f"name={name(protocol)}"]


def opening(folder: Path) -> Iterator[list[str]]:
    """The arguments of netsh that make the rules anew for the program in this folder."""
    yield from closing()
    for protocol in PROTOCOLS:
        for program in (WINDOWED, CONSOLE):
            yield [
                "advfirewall", "firewall", "add", "rule", f"name={name(protocol)}", "dir=in", "action=allow",
                f"program={folder / program}", f"protocol={protocol}", f"localport={HUB_PORT}",
                "profile=private,domain",
            ]  # fmt: skip


def open_for_hub(folder: Path, run: Run | None = None) -> None:
    """Make the rules, and none twice. A PC whose firewall is another product's is installed all the same."""
    for each in opening(folder):
        (run or _netsh)(each)


def close(run: Run | None = None) -> None:
    """Delete the rules."""
    for each in closing():
        (run or _netsh)(each)


def _netsh(arguments: list[str]) -> None:
    if sys.platform == "win32":
        tool = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "netsh.exe"
        with suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run(  # noqa: S603 # Windows' own program, with arguments of ours
                [str(tool), *arguments],
                check=False,
                capture_output=True,
                stdin=subprocess.DEVNULL,
                creationflags=subprocess.CREATE_NO_WINDOW,
                timeout=SECONDS,
            )
