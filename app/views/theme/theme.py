"""Applies the theme: style, font, palette and stylesheet, light or dark."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.views.theme.fonts import make_fonts
from app.views.theme.icons import Icon, make_icon
from app.views.theme.palette import STYLE, ThemeChoice, apply_palette, make_palette
from app.views.theme.style import make_stylesheet
from app.views.theme.tokens import DARK, ICON, LIGHT, Tokens

__all__ = ["Theme", "ThemeChoice"]


class Theme(QObject):
    """Keeps an application's theme. Widgets that paint themselves find it in their palette (`tokens_of`)."""

    def __init__(
        self,
        app: QApplication,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        system: Tokens | None = None,
        *,
        styled: bool = False,
    ) -> None:
        """`system` is the result of `apply_palette`, if that was called before; `styled`: the application has `STYLE`.

        Setting a style here loads all that Python can know of Qt's styles, which takes longer than setting it.
        """
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._system = apply_palette(app, choice) if system is None else system
        self.fonts = make_fonts(app.font())
        self.tokens = choice.tokens(self._system)
        if not styled:
            app.setStyle(STYLE)
        self._dress()
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    def choose(self, choice: ThemeChoice) -> None:
        """Set the user's choice."""
        self._choice = choice
        self._follow()

    def icon(self, idea: Icon, color: str = "ink_2", size: int = ICON) -> QIcon:
        """An icon for a button or a menu, in a color named in the tokens; it follows the theme."""
        return make_icon(idea, size, color)

    def _system_changed(self, scheme: Enum) -> None:
        self._system = DARK if scheme.name == "Dark" else LIGHT
        self._follow()

    def _follow(self) -> None:
        wanted = self._choice.tokens(self._system)
        if wanted is not self.tokens:
            self.tokens = wanted
            self._dress()

    def _dress(self) -> None:
        self._app.setPalette(make_palette(self.tokens))
        self._app.setStyleSheet(make_stylesheet(self.tokens, self.fonts.body.pixelSize()))
