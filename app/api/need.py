"""How urgently an answer is wanted."""

from __future__ import annotations

from enum import IntEnum


class Need(IntEnum):
    """Who waits for an answer, the most urgent first."""

    CLICK = 0
    """A person did something and looks at the screen."""
    SCREEN = 1
    """The screen that is open wants to be filled."""
    REFRESH = 2
    """What is shown is brought up to date behind it."""
    PREFETCH = 3
    """Nobody asked yet."""
