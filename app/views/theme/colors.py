"""Arithmetic with colors written #rrggbb: mixing, contrast, and making a foreign color legible."""

from __future__ import annotations

import colorsys
from functools import lru_cache

GRAPHIC_CONTRAST = 3.0
"""Minimum contrast of a shape against its background (WCAG 1.4.11)."""
TEXT_CONTRAST = 4.5
"""Minimum contrast of text against its background (WCAG 1.4.3)."""

_STEP = 0.02
_KEPT = 1024


def channels(color: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255. Raises ValueError if it is not #rrggbb."""
    if len(color) != 7 or color[0] != "#":
        raise ValueError(f"not a color: {color}")
    value = int(color[1:], 16)
    return value >> 16, value >> 8 & 255, value & 255


def hex_of(red: float, green: float, blue: float) -> str:
    """#rrggbb of three channels, 0 to 255."""
    return f"#{round(red):02x}{round(green):02x}{round(blue):02x}"


def mix(over: str, under: str, share: float) -> str:
    """The color of `over` with an opacity of 0 to 1 on `under`."""
    pairs = zip(channels(over), channels(under), strict=True)
    red, green, blue = (top * share + bottom * (1 - share) for top, bottom in pairs)
    return hex_of(red, green, blue)


def luminance(color: str) -> float:
    """Relative luminance as WCAG defines it: 0 black, 1 white."""
    red, green, blue = (_linear(channel / 255) for channel in channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG defines it: 1 none, 21 black on white."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(_KEPT)
def legible(color: str, ground: str, ratio: float = GRAPHIC_CONTRAST) -> str:
    """The color itself, or the nearest one of its hue that has this contrast with the background."""
    if contrast(color, ground) >= ratio:
        return color
    hue, lightness, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in channels(color)))
    step = -_STEP if luminance(ground) > 0.2 else _STEP
    while 0.0 < lightness + step < 1.0:
        lightness += step
        found = hex_of(*(channel * 255 for channel in colorsys.hls_to_rgb(hue, lightness, saturation)))
        if contrast(found, ground) >= ratio:
            return found
    return "#000000" if step < 0 else "#ffffff"


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
