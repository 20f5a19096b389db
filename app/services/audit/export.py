"""The audit as a CSV file that anyone can check: it has exactly what the hashes cover."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec import Struct

from app.core.files import delete, replace
from app.services.audit.chain import hashed_fields
from app.services.audit.file import Numbered

TITLES = (
    "Number",
    "Time (UTC)",
    "Person",
    "Workstation",
    "Action",
    "Kind",
    "Key",
    "Patient",
    "Result",
    "Journal entry",
    "SHA-256",
)  # words: the same in every language, since programs read them
"""The fields that are hashed, in this order, and the hash."""


class Rows(Struct, frozen=True):
    """Which records a file has."""

    count: int = 0
    first: Numbered | None = None
    last: Numbered | None = None


class Proof(Struct, frozen=True):
    """What the statement beside an export says."""

    rows: Rows
    chain: str
    office: str
    count: int
    """The number of the last record of the chain."""
    digest: str
    """Its hash."""
    start: str
    """The hash before the first record of the chain that is still there."""
    first: int
    """The number of that record."""


class CsvWriter:
    """Writes beside the file, and takes its place only when everything is written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._part = path.with_name(f"{path.name}.part")
        self.count = 0
        self._first: Numbered | None = None
        self._last: Numbered | None = None

    @property
    def rows(self) -> Rows:
        """What was written."""
        return Rows(self.count, self._first, self._last)

    def add(self, rows: Iterable[Numbered]) -> None:
        """Write rows."""
        for each in rows:
            fields = hashed_fields(each.number, each.record)
            self._csv.writerow([*map(_harmless, fields), each.digest.hex()])
            self._first = self._first or each
            self._last = each
            self.count += 1

    def __enter__(self) -> Self:
        self._file = self._part.open("w", encoding="utf-8-sig", newline="")
        self._csv = csv.writer(self._file, lineterminator="\r\n")
        self._csv.writerow(TITLES)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        try:
            if error is None:
                replace(self._part, self._path)
        finally:
            delete(self._part)


def _harmless(field: str) -> str:
    """The field with an apostrophe in front if a spreadsheet would run it: a person's name is typed."""
    return f"'{field}" if field.startswith(("=", "+", "-", "@")) else field
