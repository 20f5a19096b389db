"""How the tabs of check-in lay out what they scroll."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget


def at_left(inner: QWidget) -> QWidget:
    """A page whose content is at the left, as wide as it may be, on the window's background."""
    page = QWidget()
    page.setObjectName("page")
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(inner, 1)
    row.addStretch(0)
    return page
