"""Versions of Open Dental, such as 22.4.28."""

from __future__ import annotations

from typing import NamedTuple, Self


class Version(NamedTuple):
    """Major, minor and build; missing parts are 0."""

    major: int
    minor: int = 0
    build: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse "25.1", "22.4.28" or "23.2.5.0" (the fourth part is ignored). ValueError for anything else."""
        parts = [int(part) for part in text.strip().split(".")[:3]]
        return cls(*parts)

    def __str__(self) -> str:
        return ".".join(str(part) for part in (self if self.build else self[:2]))


NEWEST = Version(26, 2, 5)
"""The newest version whose methods are declared."""
