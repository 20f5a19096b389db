"""Counts beside the screens."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app.viewmodels.staff.rail_counts import RailCounts


def test_only_another_count_is_told(qapp: QApplication) -> None:
    """`changed` follows a new count, its words, and its end; zero is no count, and much is 99+."""
    told: list[str] = []
    counts = RailCounts()
    counts.changed.connect(told.append)
    counts.show("tasks", 0, "")
    assert (told, dict(counts.all)) == ([], {})
    for number in (3, 3, 120):
        counts.show("tasks", number, f"{number} unread")
    assert told == ["tasks", "tasks"]
    assert (counts.all["tasks"].shown, counts.all["tasks"].words) == ("99+", "120 unread")
    counts.show("tasks", 0, "")
    assert (len(told), dict(counts.all)) == (3, {})
