"""The fonts of a view that paints its rows, made once for each size of its own font."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.views.theme.fonts import Fonts, grown, make_fonts


class RowFonts:
    """Follows the widget's font."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._key = ""
        self._fonts: Fonts | None = None
        self._grown: dict[int, int] = {}

    @property
    def all(self) -> Fonts:
        """The fonts that fit the widget's."""
        key = self._widget.font().key()
        if self._fonts is None or key != self._key:
            self._key, self._fonts = key, make_fonts(self._widget.font())
            self._grown.clear()
        return self._fonts

    def grown(self, pixels: int) -> int:
        """A length for text of 13 px, as `grown`."""
        fonts = self.all
        if pixels not in self._grown:
            self._grown[pixels] = grown(pixels, fonts.body)
        return self._grown[pixels]
