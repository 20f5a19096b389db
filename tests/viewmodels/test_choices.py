"""Choices that this PC remembers."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app.viewmodels.choices import RememberedChoice


def test_only_another_value_is_told(qapp: QApplication) -> None:
    """`changed` follows a new value, not the same one again."""
    told: list[str] = []
    choice = RememberedChoice("universal")
    choice.changed.connect(told.append)
    for value in ("universal", "fdi", "fdi", "universal"):
        choice.choose(value)
    assert told == ["fdi", "universal"]
