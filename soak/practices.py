"""A practice in a process of its own, with a database of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from soak.clock import BEGINS
from soak.town import build

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Served:
    """A practice that answers."""

    database: Path
    port: int
    keys: tuple[str, str]


@contextmanager
def served(database: Path, patients: int) -> Iterator[Served]:
    """Serve a new practice with so many patients from another process, until the block ends."""
    build(database, patients)
    at = ("--today", f"{BEGINS:%Y-%m-%d}", "--time", f"{BEGINS:%H:%M}")
    command = [sys.executable, "-m", "app", "practice", "--database", str(database), "--port", "0", *at]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as child:
        try:
            said = child.stdout.readline() if child.stdout is not None else ""
            if not said:
                raise RuntimeError("the practice did not start")
            line = json.loads(said)
            port = int(line["address"].rpartition(":")[2].partition("/")[0])
            yield Served(database, port, (line["developer_key"], line["customer_key"]))
        finally:
            child.terminate()
            child.wait(timeout=20)
