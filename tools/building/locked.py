"""The libraries that the program ships with, read from its lock file, and their licenses from THIRD-PARTY.md."""

from __future__ import annotations

import re
from dataclasses import dataclass

from packaging.markers import Marker

from tools.building.parts import ROOT
from tools.words import Trouble

_ENTRY = re.compile(r"^([a-z0-9-]+)==([^\s\\;]+)(?: ; ([^\\\n]+))?(.*(?:\n    --hash.*)*)", re.MULTILINE)
_CREDIT = re.compile(r"^\| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)


@dataclass(frozen=True)
class Library:
    """One locked library."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]

    @property
    def here(self) -> bool:
        """Whether it belongs to a bundle that is built with this Python, on this system."""
        return not self.marker or Marker(self.marker).evaluate()


def locked(text: str | None = None) -> list[Library]:
    """The libraries of a lock file (the program's by default), in its order."""
    text = text if text is not None else (ROOT / "requirements" / "runtime.txt").read_text(encoding="utf-8")
    return [
        Library(
            name, version, marker.strip(), tuple(sorted(re.findall(r"--hash=sha256:([0-9a-f]{64})", rest)))
        )
        for name, version, marker, rest in _ENTRY.findall(text)
    ]


def shipped() -> list[Library]:
    """The locked libraries of a bundle that is built here."""
    return [each for each in locked() if each.here]


def credited(text: str | None = None) -> dict[str, str]:
    """For each library in THIRD-PARTY.md its license as an SPDX expression."""
    text = text if text is not None else (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for names, words in _CREDIT.findall(text):
        expression = words.split(",")[0].strip().replace(" or ", " OR ").replace(" and ", " AND ")
        for name in names.partition(" (")[0].split(", "):
            found[name.strip()] = expression
    return found


def license_of(name: str, credits_: dict[str, str]) -> str:
    """A library's license. Raises Trouble when THIRD-PARTY.md doesn't name it."""
    try:
        return credits_[name]
    except KeyError:
        raise Trouble(f"THIRD-PARTY.md doesn't name {name}, which requirements/runtime.txt locks.") from None
