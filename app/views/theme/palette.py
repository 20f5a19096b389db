"""The base of the theme: palette and font, all that the first paint needs.

Nothing here uses `Qt`: loading that namespace costs as much as the rest together.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.views.theme.fonts import make_fonts
from app.views.theme.tokens import DARK, LIGHT, Tokens, tokens_of

STYLE = "Fusion"  # words: Qt's name
"""Qt's style that the stylesheets are written for."""


class ThemeChoice(StrEnum):
    """The user's choice; `SYSTEM` follows the desktop, live."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"

    def tokens(self, system: Tokens) -> Tokens:
        """The tokens of this choice, on a desktop with the theme `system`."""
        if self is ThemeChoice.SYSTEM:
            return system
        return DARK if self is ThemeChoice.DARK else LIGHT


def apply_palette(app: QApplication, choice: ThemeChoice) -> Tokens:
    """Set the application's palette and font. Returns the desktop's own theme."""
    system = tokens_of(app.palette())
    app.setFont(make_fonts(app.font()).body)
    app.setPalette(make_palette(choice.tokens(system)))
    return system


_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "alert",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.LinkVisited: "accent_text",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.PlaceholderText: "ink_3",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line",
    QPalette.ColorRole.Shadow: "line",
}
_GREYED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def make_palette(tokens: Tokens) -> QPalette:
    """Qt's palette in a theme's colors."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(getattr(tokens, name)))
    for role in _GREYED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.disabled))
    return palette
