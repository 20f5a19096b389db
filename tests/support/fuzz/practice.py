"""A practice in a process of its own, on a copy of the tiny office, and what must be true of it afterwards."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.practice import office
from tests.practice.every_method import GROUP_NOTE
from tests.practice.samples import insurance, papers

NO_HTTP = "Invalid HTTP request received."
"""uvicorn's word about bytes that are no request."""
ROOT = Path(__file__).resolve().parents[3]


@dataclass
class Served:
    """A practice that answers."""

    port: int
    authorization: str
    process: int
    faults: list[str] = field(default_factory=list)
    """What was wrong with its end."""

    def memory(self) -> int:
        """The most memory that it has had, in megabytes; 0 where the system doesn't say."""
        with suppress(OSError):
            for line in Path(f"/proc/{self.process}/status").read_text().splitlines():
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) // 1024
        return 0


def build(folder: Path) -> Path:
    """The tiny office with the files and rows that sample calls need; returns its database."""
    folder.mkdir(parents=True, exist_ok=True)
    database = folder / "office.db"
    office.build(database)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(GROUP_NOTE)
        connection.commit()
    for group in (insurance, papers):
        group.put_files(folder / "sftp")
    return database


@contextmanager
def served(database: Path) -> Iterator[Served]:
    """Serve it until the block ends; then it must end by itself, silently."""
    command = [
        sys.executable,
        "-m",
        "app",
        "practice",
        "--port",
        "0",
        "--seed",
        "0",
        "--today",
        str(office.TODAY),
    ]
    command += ["--database", str(database), "--files", str(database.parent / "sftp")]
    log = database.parent / "stderr.txt"
    with (
        log.open("wb") as errors,
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True) as child,
    ):
        line = child.stdout.readline() if child.stdout is not None else ""
        if not line:
            raise RuntimeError(f"the practice did not start: {log.read_text()}")
        told = json.loads(line)
        port = int(told["address"].rpartition(":")[2].partition("/")[0])
        found = Served(port, f"ODFHIR {told['developer_key']}/{told['customer_key']}", child.pid)
        try:
            yield found
        finally:
            child.send_signal(signal.SIGTERM)
            try:
                code = child.wait(timeout=30)
            except subprocess.TimeoutExpired:
                child.kill()
                code = child.wait()
            if code != 0:
                found.faults.append(f"the practice ended with {code}")
    lines = log.read_text(errors="replace").splitlines()
    if words := "\n".join(each for each in lines if not each.startswith(NO_HTTP)):
        found.faults.append(f"the practice wrote: {words[-3_000:]}")


def intact(database: Path) -> list[str]:
    """What SQLite finds wrong with a database; nothing if it is intact."""
    with closing(sqlite3.connect(database)) as connection:
        try:
            return [row for (row,) in connection.execute("PRAGMA integrity_check") if row != "ok"]
        except sqlite3.DatabaseError as error:
            return [str(error)]
