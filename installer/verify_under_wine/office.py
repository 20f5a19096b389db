"""An office for the installed program: the training practice, served from source, behind a line that can be cut."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from installer.verify_under_wine.installed import START_SECONDS, Installed
from installer.verify_under_wine.relay import Heard, Line, relay
from tools.building.parts import ROOT
from tools.words import Trouble

PATIENT = 200
QUIET_SECONDS = 2.0


@dataclass
class Office:
    """The practice's keys, its database, and the line to it."""

    heard: Heard
    database: Path
    developer_key: str
    customer_key: str
    desk: Installed
    notes: list[str] = field(default_factory=list)
    """Those of the writes that were put into the journal."""

    @property
    def server(self) -> str:
        """Its address, as an administrator writes it."""
        return f"127.0.0.1:{self.heard.port}"

    @property
    def authorization(self) -> str:
        """What a request with its keys has."""
        return f"ODFHIR {self.developer_key}/{self.customer_key}"

    def saved(self, note: str) -> int:
        """How often a commlog is in the practice's database."""
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as database:
            found = database.execute("SELECT COUNT(*) FROM commlog WHERE Note LIKE ?", (f"{note}%",))
            return int(found.fetchone()[0])

    def add_write(self, note: str) -> str:
        """Put a write into the desk's journal, which waits to be sent."""
        number = self.desk.inside("add-write", self.server, str(PATIENT), note)
        self.notes.append(note)
        return f"entry {number} of its journal"

    def states(self) -> dict[str, str]:
        """The states of these writes in the desk's journal."""
        found: dict[str, str] = self.desk.inside("writes", self.server)
        return {name: state for name, state in found.items() if name in self.notes}

    def must_wait(self, note: str) -> str:
        """The journal still has this write, and the office hasn't."""
        state, saved = self.states().get(note, "lost"), self.saved(note)
        if state not in ("waiting", "sent", "unknown") or saved:
            raise Trouble(f"the write is {state} in the journal, and {saved} times at the office")
        return f"the write is {state} in the journal, and not at the office"

    def sent_once(self, *notes: str) -> str:
        """Each of these writes comes to the office, one time."""
        windows = self.desk.windows
        windows.until(lambda: all(self.saved(each) for each in notes), "a write didn't arrive", START_SECONDS)
        windows.until(self.quiet, "requests go on", START_SECONDS)
        counts = [self.saved(each) for each in notes]
        if counts != [1] * len(notes):
            raise Trouble(f"at the office {counts} times")
        return f"{len(notes)} at the office, each once"

    def quiet(self) -> bool:
        """Whether nothing but looks for changes is asked for during some seconds."""
        before = len(self.heard.paths)
        self.desk.windows.wait(QUIET_SECONDS)
        return all("signalods" in each for each in self.heard.paths[before:])


@contextmanager
def office(desk: Installed, folder: Path) -> Iterator[Office]:
    """Serve it, as long as this lasts."""
    database = folder / "practice.sqlite"
    command = [sys.executable, "-m", "app", "practice", "--port", "0", "--database", str(database)]
    environment = {**os.environ, "FRONT_DESK_HOME": str(folder / "practice-home")}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as child:
        try:
            line = child.stdout.readline() if child.stdout is not None else ""
            if not line.startswith("{"):
                raise Trouble("the practice didn't start")
            told = json.loads(line)
            port = int(told["address"].rpartition(":")[2].partition("/")[0])
            with relay(port) as heard:
                yield Office(heard, database, told["developer_key"], told["customer_key"], desk)
                heard.be(Line.AWAY)
        finally:
            child.terminate()
