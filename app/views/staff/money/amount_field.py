"""A large field for an amount of money."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app.views.theme.theme import Theme


class AmountField(QLineEdit):
    """Right-aligned, in the size of the one number that matters if `large`."""

    def __init__(
        self, name: str, theme: Theme, parent: QWidget | None = None, *, large: bool = False
    ) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFont(theme.fonts.number if large else theme.fonts.figures)
        self.setAccessibleName(name)
        self.setMinimumWidth(1)
        if large:
            self.setPlaceholderText(name)

    def show_text(self, text: str) -> None:
        """Show a text; the cursor stays where it is if it is the same. Typing replaces what was proposed meanwhile."""
        if (before := self.text()) != text:
            self.setText(text)
            if not before and self.hasFocus():
                self.selectAll()

    def mark(self, *, wrong: bool) -> None:
        """Show in color whether something is wrong with it."""
        mark_wrong(self, wrong=wrong)


def mark_wrong(widget: QWidget, *, wrong: bool) -> None:
    """Show in color whether something is wrong with a field."""
    if bool(widget.property("wrong")) != wrong:
        widget.setProperty("wrong", wrong)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
