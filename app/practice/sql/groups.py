"""MariaDB's GROUP_CONCAT, with its DISTINCT, ORDER BY and SEPARATOR, for SQLite."""

from __future__ import annotations

from typing import Any

from app.practice.sql.values import text

DESCENDING = "d"
ASCENDING = "a"


class GroupConcat:
    """Collects texts and sorts them at the end."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, tuple[Any, ...]]] = []
        self._separator, self._distinct, self._directions = ",", False, ""

    def step(self, separator: str, distinct: int, directions: str, value: Any, *keys: Any) -> None:
        """One row: its text and its sort keys, with a direction each."""
        self._separator, self._distinct, self._directions = separator, bool(distinct), directions
        if value is not None:
            self._rows.append((text(value), keys))

    def finalize(self) -> str | None:
        """The joined texts; None without rows."""
        for place in reversed(range(len(self._directions))):
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
        return self._separator.join(texts) if texts else None


def _rank(value: Any) -> tuple[int, Any]:
    """NULL first, numbers before texts, upper and lower case together."""
    if value is None:
        return 0, 0
    return (1, value) if isinstance(value, (int, float)) else (2, str(value).lower())
