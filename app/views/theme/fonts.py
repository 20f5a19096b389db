"""The system's interface font in the few sizes and weights that the program uses."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QFont, QFontInfo

from app.views.theme.tokens import NUMBER_PIXELS, SMALL_PIXELS, TEXT_PIXELS, TITLE_PIXELS

TABULAR = QFont.Tag("tnum")


class Fonts(NamedTuple):
    """Text, secondary text, and their bold and larger variants. With tabular figures."""

    body: QFont
    strong: QFont
    small: QFont
    small_strong: QFont
    title: QFont
    number: QFont
    figures: QFont
    """Times and money."""
    small_figures: QFont
    letter: QFont
    """The letter in a stage's dot."""


def make_fonts(system: QFont) -> Fonts:
    """Fonts based on the system's interface font: at 13 px, or larger if the system's own is larger."""
    scale = max(1.0, QFontInfo(system).pixelSize() / TEXT_PIXELS)
    body = _sized(system, TEXT_PIXELS * scale)
    small = _sized(system, SMALL_PIXELS * scale)
    return Fonts(
        body=body,
        strong=_strong(body),
        small=small,
        small_strong=_strong(small),
        title=_strong(_sized(system, TITLE_PIXELS * scale)),
        number=_strong(_tabular(_sized(system, NUMBER_PIXELS * scale))),
        figures=_tabular(body),
        small_figures=_tabular(small),
        letter=_strong(_sized(system, 10 * scale)),
    )


def grown(pixels: int, font: QFont) -> int:
    """A length for text of 13 px, scaled to the interface font; never smaller."""
    return round(pixels * max(1.0, QFontInfo(font).pixelSize() / TEXT_PIXELS))


def _sized(font: QFont, pixels: float) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(round(pixels))
    return sized


def _strong(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    return strong


def _tabular(font: QFont) -> QFont:
    tabular = QFont(font)
    tabular.setFeature(TABULAR, 1)
    return tabular
