"""A PC with an installing process, for its tests."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from app.domain.updates.manifest import Release
from app.domain.updates.versions import Version
from app.services.updates.applying import Applying, Installed
from app.services.updates.protected import InstallState, Protected, Why
from app.services.updates.requests import Wish, ask, read_request
from tests.support.updates.source import (
    INSTALLER,
    OURS,
    Signer,
    accepted,
    file_of,
    manifest_of,
    offered,
    put,
    release,
)

CONSOLE = "C:\\Program Files\\Front Desk\\front-desk.exe"
DOWNLOADS = "C:\\ProgramData\\Front Desk\\updates"
OWN_SETUP = "FrontDesk-0.1.0.exe"
OLD = b"the version before" * 1000


def with_data(made: Release, data: int = 2) -> Release:
    """A release that stores data in this format."""
    return Release(made.version, made.minimum, made.percent, made.notes, made.files, data)


OWN_RELEASE = with_data(release("0.1.0", file=file_of(OLD, OWN_SETUP)))


class Machine:
    """A PC with one user's folder and the protected one. Windows' paths are made up: nothing is run here."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        self.user = self.home / "updates"
        self.user.mkdir(parents=True)
        self.safe = True
        self.free = True
        self.time = datetime(2026, 11, 30, 3, tzinfo=UTC)
        self.folder = folder / "protected"
        self.protected = Protected(self.folder, lambda _: self.safe)
        assert self.protected.prepare()
        self.version = "0.1.0"
        self.kind = "nsis"

    def hold(
        self, *releases: Release, signer: Signer = OURS, sequence: int = 10, installer: bytes = INSTALLER
    ) -> None:
        """What the user's program has downloaded."""
        content = manifest_of(*(releases or (with_data(release()), OWN_RELEASE)), sequence=sequence)
        put(self.user, offered(signer, content, installer) | {OWN_SETUP: OLD})

    def applying(self) -> Applying:
        """The installing process of the version that is installed now."""
        installed = Installed(Version.of(self.version), self.kind, CONSOLE, DOWNLOADS)
        return Applying(self.protected, installed, accepted, lambda: self.time, lambda: self.free)

    def request(self, wish: Wish = Wish.INSTALL, version: str = "9.0.0") -> bool:
        """The user asks; returns whether the script is to run."""
        ask(self.user, wish, version)
        return self.applying().answer(self.user, read_request(self.user))

    def installs(self, version: str = "9.0.0", code: int = 0) -> None:
        """The script runs, and its installer ends."""
        self.version = version
        self.applying().finish(code)

    @property
    def state(self) -> InstallState:
        """What is kept."""
        return self.protected.read()

    @property
    def why(self) -> Why:
        """Why the last request was refused."""
        return self.state.outcome.why

    @property
    def installers(self) -> list[str]:
        """The installers in the protected folder."""
        return sorted(each.name for each in self.folder.iterdir() if each.suffix in (".exe", ".msi", ".new"))


def updated(machine: Machine) -> Machine:
    """9.0.0 was just installed."""
    assert machine.request()
    machine.installs()
    return machine
