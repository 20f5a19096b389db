"""The plain log of what desks were asked to do and told about it: one JSON object per line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


class Told:
    """One desk's part of a log. A line is in the file when `add` returns, also if the process is killed then."""

    def __init__(self, path: Path, desk: str) -> None:
        self._path = path
        self._desk = desk
        self._file = path.open("a", encoding="utf-8")

    def add(self, **said: Any) -> None:
        """Append one line."""
        self._file.write(json.dumps({"desk": self._desk, **said}) + "\n")
        self._file.flush()

    def asked(self) -> frozenset[str]:
        """The tags that this desk was asked for so far, also by earlier processes."""
        lines = map(json.loads, self._path.read_text(encoding="utf-8").splitlines())
        return frozenset(each["act"] for each in lines if each["desk"] == self._desk and "asked" in each)

    def close(self) -> None:
        """Close the file."""
        self._file.close()
