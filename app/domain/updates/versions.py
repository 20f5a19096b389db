"""Version numbers of the program, and their order."""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBERS = re.compile(r"(0|[1-9][0-9]{0,4})\.(0|[1-9][0-9]{0,4})\.(0|[1-9][0-9]{0,4})")
"""One spelling for each version: no leading zeros, no letters, no digits of other scripts."""


class NotAVersion(ValueError):
    """The text is no version number."""


class Version(NamedTuple):
    """A released version: 0.10.2 is newer than 0.9.9."""

    major: int
    minor: int
    patch: int

    @classmethod
    def of(cls, text: str) -> Version:
        """The version that is written as "0.1.0". Raises NotAVersion."""
        found = _NUMBERS.fullmatch(text)
        if found is None:
            raise NotAVersion(text[:40])
        return cls(int(found[1]), int(found[2]), int(found[3]))

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"
