"""Filling combo boxes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox


def fill(combo: QComboBox, options: Sequence[tuple[int | None, str]], chosen: int | None) -> None:
    """Show these options and what is chosen, without telling anyone that it changed."""
    combo.blockSignals(True)  # Qt's own signature
    if [combo.itemData(row) for row in range(combo.count())] != [key for key, _ in options]:
        combo.clear()
        for key, title in options:
            combo.addItem(title, key)
    combo.setCurrentIndex(next((row for row, (key, _) in enumerate(options) if key == chosen), 0))
    combo.blockSignals(False)  # Qt's own signature
