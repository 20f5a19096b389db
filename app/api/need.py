"""Request priorities."""

from __future__ import annotations

from enum import IntEnum


class Need(IntEnum):
    """Who waits for an answer, most urgent first."""

    CLICK = 0
    """The user did something and waits for the result."""
    SCREEN = 1
    """The visible screen is being loaded."""
    REFRESH = 2
    """Visible data are refreshed in the background."""
    PREFETCH = 3
    """Prefetch: not needed yet."""
