"""MariaDB's GROUP_CONCAT, with its DISTINCT, ORDER BY and SEPARATOR, for SQLite."""

from __future__ import annotations

from typing import Any

from app.practice.sql.limits import MOST_TEXT, Allowance
from app.practice.sql.values import text

DESCENDING = "d"
ASCENDING = "a"
_ROW, _KEY = 50, 40
"""What a row and each of its sort keys take besides their texts, in characters."""


class GroupConcat:
    """Collects texts and sorts them at the end; what is longer than MOST_TEXT is cut, as in MariaDB."""

    def __init__(self, allowance: Allowance) -> None:
        self._allowance, self._held = allowance, 0
        self._rows: list[tuple[str, tuple[Any, ...]]] = []
        self._separator, self._distinct, self._directions = ",", False, ""

    def step(self, separator: str, distinct: int, directions: str, value: Any, *keys: Any) -> None:
        """One row: its text and its sort keys, with a direction each."""
        self._separator, self._distinct, self._directions = separator, bool(distinct), directions
        self._allowance.left()
        if value is not None:
            written = text(value)
            size = _ROW + len(written) + sum(_KEY + _length(each) for each in keys)
            self._held += size
            self._allowance.hold(size)
            self._rows.append((written, keys))

    def finalize(self) -> str | None:
        """The joined texts; None without rows."""
        for place in reversed(range(len(self._directions))):
            self._allowance.left()
            self._rows.sort(
                key=lambda row, place=place: _rank(row[1][place]),  # type: ignore[misc]
                reverse=self._directions[place] == DESCENDING,
            )
        texts = [written for written, _ in self._rows]
        if self._distinct:
            first: dict[str, str] = {}
            for each in texts:
                first.setdefault(each.lower(), each)
            texts = list(first.values())
        self._allowance.hold(-self._held)
        return _joined(self._separator, texts) if texts else None


def _length(key: Any) -> int:
    return len(key) if isinstance(key, (str, bytes)) else 0


def _joined(separator: str, texts: list[str]) -> str:
    size, most = 0, len(texts)
    for place, each in enumerate(texts):
        size += len(each) + len(separator)
        if size > MOST_TEXT:
            most = place + 1
            break
    return separator.join(texts[:most])[:MOST_TEXT]


def _rank(value: Any) -> tuple[int, Any]:
    """NULL first, numbers before texts, upper and lower case together."""
    if value is None:
        return 0, 0
    return (1, value) if isinstance(value, (int, float)) else (2, str(value).lower())
