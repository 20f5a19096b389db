"""Counts the starts of a version until one went well: after two that did not, the version before is installed again.

Read with each start, before the first paint, so it is one small file and has no imports of its own.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from app.core.paths import program_folders
from app.core.version import VERSION

NAME = "starts.json"
MOST_FAILED = 2


class News(NamedTuple):
    """What the start has to tell about updates."""

    before: str = ""
    """The version that ran before this one; empty: this one did."""
    asked: bool = False
    """Whether an installation was asked for before this start."""


class Starts:
    """The file in the program's folder. What can't be read or written counts as a first start, and stops nothing.

    Making it reads nothing. Each of its methods does, because other objects and processes write the file too.
    """

    def __init__(self, data: Path, version: str = VERSION) -> None:
        self._path = data / NAME
        self._version = version

    def begin(self) -> bool:
        """A start begins; returns whether two before it have failed."""
        known = self._read()
        if known.get("version") != self._version:
            before, asked = known.get("version"), known.get("asked") is True
            known = {"before": before if isinstance(before, str) else "", "asked": asked}
        elif known.get("good") is True:
            return False
        tries = known.get("tries")
        failed = tries if isinstance(tries, int) else 0
        goes_back = failed >= MOST_FAILED and not _runs(known.get("pid"))
        self._keep(known, tries=0 if goes_back else failed + 1, pid=os.getpid())
        return goes_back

    def ended(self) -> None:
        """It was closed as usual, maybe at once: that says nothing."""
        known = self._read()
        if known.get("tries"):
            self._keep(known, tries=0)

    def confirm(self) -> None:
        """It went well: a page was shown for a while."""
        known = self._read()
        if known.get("good") is not True:
            self._keep(known, good=True, tries=0)

    def note_asked(self) -> None:
        """An installation was asked for: the next start tells how it ended."""
        self._keep(self._read(), asked=True)

    def take_news(self) -> News:
        """What is to be told, once."""
        known = self._read()
        before, asked = known.get("before"), known.get("asked") is True
        news = News(before if isinstance(before, str) else "", asked)
        if news != News():
            self._keep(known, before="", asked=False)
        return news

    def _read(self) -> dict[str, Any]:
        with suppress(OSError, ValueError, RecursionError):
            found = json.loads(self._path.read_text(encoding="utf-8"))
            return found if isinstance(found, dict) else {}
        return {}

    def _keep(self, known: dict[str, Any], **changes: object) -> None:
        known = {**known, "version": self._version, **changes}
        beside = self._path.with_name(f"{NAME}.{os.getpid()}.new")
        with suppress(OSError):  # without a retry: this is before the first paint
            beside.write_text(json.dumps(known), encoding="utf-8")
            beside.replace(self._path)


def _runs(pid: object) -> bool:
    """Whether the last start that was counted goes on in another process: three clicks on the icon are no failure."""
    if not isinstance(pid, int) or pid == os.getpid():
        return False
    from app.bootstrap.system.processes import wait_for_end  # rarely needed

    return not wait_for_end(pid, 0)


def count_start() -> bool:
    """A start begins; returns whether two before it have failed, and the version before is being installed again."""
    data = program_folders().data
    if not Starts(data).begin():
        return False
    from app.bootstrap.updates.going_back import go_back  # rarely needed

    return go_back(data)
