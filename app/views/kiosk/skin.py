"""The kiosk's colors and sizes, calm or in high contrast, normal or larger. Nothing else here knows a color.

Nothing on the welcome page uses the namespace `Qt`: loading it takes as long as an empty window.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QPalette, QPixmap

from app.viewmodels.kiosk.state import Look

TARGET = 64
"""The least height and width of anything that can be touched, in pixels."""
BAR = 72
"""The height of a control in the bars and of an ordinary button."""
BIG = 96
"""The height of a big choice."""
GAP = 16
EDGE = 32
"""Between the window and what it shows."""
TALL = 460
"""The height of a block of keys where there is room."""
RADIUS = 12
READING = 920
"""The widest column of text."""
RING = 4
"""The width of the focus ring."""

CENTER = 0x84
LEFT = 0x81
WRAP = 0x1000
"""Qt's numbers for alignment and word wrap."""


class Colors(NamedTuple):
    """A theme's colors, each #rrggbb."""

    window: str
    surface: str
    bar: str
    line: str
    """Outlines of controls: at least 3 : 1 against what is around them."""
    ink: str
    ink_2: str
    accent: str
    on_accent: str
    pressed: str
    """A control while it is touched."""
    on_pressed: str
    soft: str
    """The ground of what is chosen."""
    on_soft: str
    problem: str
    """The ground of a problem's sentence."""
    on_problem: str
    ring: str
    """The focus ring, on the window."""
    disabled: str


CALM = Colors(
    window="#f3f6f6",
    surface="#ffffff",
    bar="#ffffff",
    line="#6f8389",
    ink="#10262c",
    ink_2="#3c5158",
    accent="#0b5c69",
    on_accent="#ffffff",
    pressed="#084450",
    on_pressed="#ffffff",
    soft="#dceef0",
    on_soft="#083d46",
    problem="#fff1d6",
    on_problem="#5a3900",
    ring="#b4480f",
    disabled="#5d7077",
)
CONTRAST = Colors(
    window="#000000",
    surface="#000000",
    bar="#000000",
    line="#ffffff",
    ink="#ffffff",
    ink_2="#ffffff",
    accent="#ffe14d",
    on_accent="#000000",
    pressed="#ffffff",
    on_pressed="#000000",
    soft="#ffe14d",
    on_soft="#000000",
    problem="#000000",
    on_problem="#ffe14d",
    ring="#4dd8ff",
    disabled="#c8c8c8",
)


class Size(StrEnum):
    """The sizes of text."""

    BAR = "bar"
    """In the bars, which every page has: they grow less."""
    SMALL = "small"
    BODY = "body"
    KEY = "key"
    TITLE = "title"
    INITIALS = "initials"


_PIXELS = {Size.BAR: 24, Size.SMALL: 24, Size.BODY: 26, Size.KEY: 30, Size.TITLE: 32, Size.INITIALS: 56}
_LARGER = 1.3
_BAR_LARGER = 1.15
_BOLD = (Size.TITLE, Size.INITIALS)


class Skin:
    """The look that a patient chose. All widgets of a kiosk share one, and are told when it changes."""

    def __init__(self, system: QFont, look: Look) -> None:
        self._system = system
        self.shows_focus = False
        """Whether the focus is drawn: once somebody has used a keyboard."""
        self.colors = CALM
        self.larger = False
        self.line = 2
        self.fonts: dict[Size, QFont] = {}
        self.plates: dict[tuple[object, ...], QPixmap] = {}
        """The drawn grounds of keys (see key_button.py)."""
        self.choose(look)

    def choose(self, look: Look) -> None:
        """Apply what the patient chose."""
        self.larger = look.larger
        self.colors = CONTRAST if look.contrast else CALM
        self.line = 3 if look.contrast else 2
        self.fonts = {size: self._font(size) for size in Size}
        self.plates.clear()

    def _font(self, size: Size) -> QFont:
        font = QFont(self._system)
        times = _BAR_LARGER if size is Size.BAR else _LARGER
        font.setPixelSize(round(_PIXELS[size] * (times if self.larger else 1)))
        if size in _BOLD:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def palette(self, ink: str, ground: str) -> QPalette:
        """A palette of two of this theme's colors, by name."""
        palette = QPalette()
        for role, name in (
            (QPalette.ColorRole.Window, ground),
            (QPalette.ColorRole.Base, ground),
            (QPalette.ColorRole.WindowText, ink),
            (QPalette.ColorRole.Text, ink),
            (QPalette.ColorRole.Highlight, "accent"),
            (QPalette.ColorRole.HighlightedText, "on_accent"),
        ):
            palette.setColor(role, QColor(getattr(self.colors, name)))
        return palette
