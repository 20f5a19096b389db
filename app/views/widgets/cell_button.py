"""A button that looks like the text of a cell: a date that opens something, an action at the end of a line."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton


def cell_button(text: str, tone: str = "") -> QPushButton:
    """`tone`: "second", "alert", "pending", or "link" for an action."""
    button = QPushButton(text.replace("&", "&&"))
    button.setProperty("kind", "cell")
    button.setProperty("tone", tone)
    return button
