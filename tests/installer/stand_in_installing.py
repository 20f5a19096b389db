"""The installers of that Windows: they put files, links and values there, and remove them."""

from __future__ import annotations

import json
from collections.abc import Mapping

from app.core.version import VERSION
from installer.verify_under_wine.installing import DELETED
from installer.verify_under_wine.packages import OLDER, WINDOWS_FOLDER
from tests.installer.stand_in_basis import Basis, Program

RUN = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Run\Front Desk"
SHOWN = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\Front Desk\DisplayVersion"
OWN = r"SOFTWARE\Front Desk\Version"
LINKS = ("users/Public/Desktop/Front Desk.lnk", "ProgramData/Start Menu/Front Desk.lnk")


class Installing(Basis):
    """Install, upgrade, repair, remove."""

    def handled(self, arguments: tuple[str, ...]) -> Program:
        """Install, repair or remove."""
        if "REMOVEDATA=1" in arguments[-1]:
            return self.removed()
        if self.bad("installer fails"):
            return Program(self, text="no", code=2)
        newer = any(VERSION in each for each in arguments)
        running = self.named("FrontDesk.exe")
        if newer and not running and self.bad("not repaired"):
            return Program(self)
        for each in running:
            each.colors = 0 if not self.bad("window stays") else each.colors
        done = Program(self, code=4 if newer and self.bad("upgrade fails") else 0)
        given = dict(each.lstrip("/").split("=", 1) for each in arguments if "=" in each)
        done.last = lambda: self.put(VERSION if newer else OLDER, given, running)
        return done

    def put(self, version: str, given: Mapping[str, str], running: list[Program]) -> None:
        """The files and what else there is of a version; what ran has ended before."""
        for each in running:
            self.send()
            each.end(1 if self.bad("killed by the upgrade") else 0)
        self.clock.sleep(90 if running and self.bad("slow upgrade") else 6)
        version = OLDER if self.bad("upgrade leaves the version") else version
        self.registry |= {SHOWN: "0.0.8" if self.bad("shows another version") else version, OWN: version}
        self.registry[RUN] = "" if self.bad("no start with Windows") else rf'"{WINDOWS_FOLDER}\FrontDesk.exe"'
        for file in (self.folder / DELETED, *(self.drive / each for each in LINKS)):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(b"x")
        if self.bad("one link"):
            (self.drive / LINKS[0]).unlink()
        if "SERVER" in given:
            told = {"mode": given["MODE"], "server": given["SERVER"], "start_with_windows": True}
            told["server"] = "elsewhere" if self.bad("parameters dropped") else told["server"]
            self.shared.mkdir(parents=True)
            (self.shared / "settings.json").write_text(json.dumps(told), encoding="utf-8")
        if running:
            self.lose()

    def lose(self) -> None:
        """What an upgrade may do to an office."""
        if self.bad("settings lost"):
            (self.data / "settings.json").write_text("{}", encoding="utf-8")
        if self.bad("administrator's settings lost"):
            (self.shared / "settings.json").write_text("{}", encoding="utf-8")
        if self.bad("settings damaged"):
            (self.data / "settings.damaged.json").write_text("{}", encoding="utf-8")
        if self.bad("vault emptied"):
            self.vault.clear()
        if self.bad("journal lost"):
            self.journal.clear()

    def removed(self) -> Program:
        """All of it."""
        for each in (self.folder, self.shared, self.data):
            for file in sorted(each.rglob("*"), reverse=True):
                file.rmdir() if file.is_dir() else file.unlink()
            each.rmdir()
        for link in LINKS:
            (self.drive / link).unlink(missing_ok=True)
        if self.bad("file stays"):
            (self.drive / LINKS[0]).write_bytes(b"x")
        if not self.bad("value stays"):
            self.registry.clear()
        if not self.bad("entry stays"):
            self.vault.clear()
        return Program(self, code=7 if self.bad("removal fails") else 0)
