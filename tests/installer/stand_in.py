"""A Windows for the verification that is none: the program, its installers and an office, with faults to order.

The checks run against it as they are.
"""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from app.core.policy import FOLDER_VARIABLE
from app.core.version import VERSION
from installer.verify_under_wine.installed import Installed
from installer.verify_under_wine.installing import DELETED
from installer.verify_under_wine.office import PATIENT, Office
from installer.verify_under_wine.packages import OLDER, Package
from installer.verify_under_wine.relay import Heard, Line
from installer.verify_under_wine.running import Windows
from installer.verify_under_wine.screen import Screen
from installer.wine.cache import Cache
from tests.installer.stand_in_answers import console, told
from tests.installer.stand_in_basis import INSTALLED_PAINT, SOURCE_PAINT, TEXT_COLORS, Program
from tests.installer.stand_in_installing import OWN, Installing


class World(Installing):
    """The programs that run in it."""

    # --- what is started ---

    def run(self, arguments: tuple[str, ...], variables: Mapping[str, str]) -> Program:
        """A command line of Windows."""
        first, last = arguments[0], arguments[-1]
        if first == "taskkill":
            self.close(last)
            return Program(self)
        if "-m" in arguments:
            return (
                self.starts("python.exe", after=SOURCE_PAINT) if "app" in arguments else told(self, arguments)
            )
        if first == "msiexec" or first.endswith(("-setup.exe", "uninstall.exe")):
            return self.handled(arguments)
        return self.program(first, arguments[1:], variables)

    def close(self, name: str) -> None:
        """Its windows are asked to close."""
        if not self.bad("runs on"):
            for each in self.named(name):
                self.send()
                each.end(1 if self.bad("ends with an error") else 0)

    def program(self, path: str, given: tuple[str, ...], variables: Mapping[str, str]) -> Program:
        """One of the two executables."""
        base = self.drive / "Portable/FrontDesk" if "Portable" in path else self.folder
        if not (base / DELETED).exists() and not self.bad("starts without its library"):
            return Program(self, text="no base_library.zip", code=1)
        name = path.rpartition("\\")[2]
        others = {"hub": self.hub, "--quit": self.quit, "--patient": self.patient}
        if given and given[0] in others:
            return others[given[0]]()
        if name == "front-desk.exe":
            return console(self, given)
        if self.named(name) and not given:
            if self.bad("second instance"):
                self.starts(name)
            return Program(self)
        return self.desk(name, given, variables)

    def patient(self) -> Program:
        """The running program is told to show a patient."""
        self.heard.paths += [] if self.bad("patient not fetched") else [f"/patients/{PATIENT}"]
        return Program(self, code=1 if self.bad("patient refused") else 0)

    def desk(self, name: str, given: tuple[str, ...], variables: Mapping[str, str]) -> Program:
        """The window."""
        blank = self.bad("no text") or (self.registry.get(OWN) == VERSION and self.bad("newer version blank"))
        started = self.starts(name, 50 if blank else TEXT_COLORS, self._paint())
        if "Portable" in str(given) or self.bad("portable registers"):
            self.registry[OWN] = VERSION
        if given[:1] == ("--kiosk",):
            if not self.bad("no supervisor"):
                self.starts(name, 0)
            started.colors = 1 if self.bad("blank kiosk") else started.colors
        elif not given and self.server(variables):
            self.vault += [] if any("seal" in each for each in self.vault) else ["Front Desk: seal journal"]
            if self.heard.line is not Line.AWAY and not self.bad("other keys"):
                self.heard.authorizations.add("ODFHIR made/up")
            self.send()
        return started

    def _paint(self) -> float:
        return SOURCE_PAINT if self.bad("slow paint") else INSTALLED_PAINT

    def server(self, variables: Mapping[str, str]) -> str:
        """Of the user's settings, or what the administrator's hand over."""
        own = self.data / "settings.json"
        if FOLDER_VARIABLE in variables and not self.bad("administrator ignored"):
            own = self.drive / variables[FOLDER_VARIABLE].rpartition("\\")[2] / "settings.json"
        return str(json.loads(own.read_text(encoding="utf-8")).get("server", "")) if own.exists() else ""

    def quit(self) -> Program:
        """What runs is asked to end."""
        for name in () if self.bad("quit ends nothing") else ("FrontDesk.exe", "front-desk.exe"):
            for each in self.named(name):
                self.send()
                each.end()
        return Program(self, code=3 if self.bad("quit reaches nobody") else 0)

    def hub(self) -> Program:
        """Serves, on the port that the test serves."""
        if self.bad("no hub"):
            return Program(self, text="the port is taken\n", code=1)
        started = self.starts("front-desk.exe", 0)
        started.stdout = io.StringIO(json.dumps({"port": self.hub_port}) + "\n")
        return started


@dataclass(frozen=True)
class StandIn(Windows):
    """Starts what is not there."""

    world: World | None = None

    @contextmanager
    def started(self, *arguments: str) -> Iterator[Any]:
        """Ended with this."""
        assert self.world is not None
        child = self.world.run(arguments, self.variables)
        try:
            yield child
        finally:
            child.end(-9)

    def running(self, name: str) -> list[int]:
        """By their names."""
        return [each.pid for each in self.world.named(name)]

    def kill(self, name: str) -> None:
        """At once."""
        for each in self.world.named(name):
            each.end(-9)

    def processor_seconds(self, pid: int) -> float:
        """A thousandth of the time, or more."""
        return self.world.clock.now() * (0.004 if self.world.bad("busy") else 0.001)

    def private_megabytes(self, pid: int) -> float:
        """Of the installed program, or of that from source."""
        installed = pid in self.running("FrontDesk.exe")
        return 260 if installed and self.world.bad("large") else 187


@dataclass(frozen=True)
class StandInScreen(Screen):
    """Shows what there is in the world."""

    world: World | None = None

    def picture(self) -> Any:
        """Its colors."""
        return SimpleNamespace(colors=self.some_colors())

    def some_colors(self) -> int:
        """Its colors."""
        return self.world.colors


def stand_in(folder: Path, faults: set[str], hub_port: int = 0) -> tuple[Installed, Office]:
    """An empty Windows with one user, and an office."""
    drive = folder / "prefix" / "drive_c"
    for user in ("Public/Desktop", "somebody"):
        (drive / "users" / user).mkdir(parents=True)
    with closing(sqlite3.connect(folder / "practice.sqlite")) as database:
        database.execute("CREATE TABLE commlog (Note TEXT)")
    world = World(drive, faults, Heard(1), folder / "practice.sqlite", hub_port)
    windows = StandIn(Cache(folder, folder / "prefix"), ":9", {}, world.clock, world)
    desk = Installed(windows, StandInScreen(":9", folder / "none", world))
    return desk, Office(world.heard, world.database, "made", "up", desk)


def package(name: str, folder: Path) -> Package:
    """Two files that need not be there."""
    suffix = {"NSIS": "-setup.exe", "MSI": ".msi"}[name]
    return Package(name, folder / f"FrontDesk-{OLDER}{suffix}", folder / f"FrontDesk-{VERSION}{suffix}")
