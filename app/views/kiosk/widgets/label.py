"""Text on a kiosk page: plain, wrapped, never elided."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.views.kiosk.skin import LEFT, Size, Skin

_PLAIN = 0
"""Qt.TextFormat.PlainText, by its number: see skin.py."""


class Label(QLabel):
    """A line or a paragraph. `ink` and `ground` are names of colors; with a ground it is a box."""

    def __init__(
        self,
        skin: Skin,
        size: Size = Size.BODY,
        ink: str = "ink",
        alignment: int = LEFT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._skin = skin
        self._size = size
        self._ink = ink
        self.setProperty("textFormat", _PLAIN)
        self.setProperty("alignment", alignment)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.restyle()

    def restyle(self) -> None:
        """The skin has changed."""
        self.setFont(self._skin.fonts[self._size])
        self.setPalette(self._skin.palette(self._ink, "window"))

    def write(self, text: str) -> None:
        """Show a text; without one the label takes no room."""
        if text != self.text():
            self.setText(text)
        self.setVisible(bool(text))
