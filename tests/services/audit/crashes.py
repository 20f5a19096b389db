"""What is on the disk between every two steps: where a program that is killed leaves it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from tests.services.audit.offices import Office

STEPS = frozenset({"execute", "replace", "rename", "unlink"})
"""Functions written in C that change files; the first is SQLite's."""


@dataclass
class Moment:
    """The folder and the vault at one moment, and how many notes were confirmed to be on disk by then."""

    folder: Path
    vault: bytes | None
    store: bytes | None
    confirmed: int


class Crashes:
    """Copies what has changed after each step of the audit's thread, and around each write to the vault."""

    def __init__(self, office: Office, folder: Path) -> None:
        self._office = office
        self._folder = folder
        self._last: tuple[object, ...] = ()
        self.moments: list[Moment] = []

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Watch threads that are started now."""
        for place in (self._office.vault, self._office.store):
            place.on_write = self._take
        threading.setprofile(self._step)
        try:
            yield
        finally:
            threading.setprofile(None)
            for place in (self._office.vault, self._office.store):
                place.on_write = lambda: None

    def _step(self, _frame: FrameType, event: str, function: Any) -> None:
        if event != "c_return" or getattr(function, "__name__", "") not in STEPS:
            return
        if isinstance(getattr(function, "__self__", None), str):  # str.replace
            return
        self._take()

    def _take(self) -> None:
        source, office = self._office.home.path.parent, self._office
        kept = (office.vault.content, office.store.content, office.confirmed)
        files = {each.name: each.read_bytes() for each in source.iterdir()} if source.exists() else {}
        if (files, *kept) == self._last or not files:
            return
        self._last = (files, *kept)
        folder = self._folder / str(len(self.moments))
        folder.mkdir()
        for name, content in files.items():
            (folder / name).write_bytes(content)
        self.moments.append(Moment(folder, *kept))


def after_crash(office: Office, moment: Moment) -> Office:
    """The office at the next start."""
    home = office.home
    found = Office(moment.folder / home.path.name, dict(home.seals), office.clock, home.office)
    found.vault.content, found.store.content = moment.vault, moment.store
    found.time_is_certain = office.time_is_certain
    return found
