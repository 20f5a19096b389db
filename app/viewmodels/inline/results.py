"""How a save of a value that is edited in place ended."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from msgspec import Struct

from app.core.text import Words, msg


class Saved(Struct, frozen=True):
    """The office has the value."""

    value: Any
    words: Words = msg("Saved")


class NotYet(Struct, frozen=True):
    """It will be saved later, or is being checked; `words` says so. The value is shown as it was typed."""

    words: Words
    later: Callable[[], Awaitable[SaveResult]] | None = None
    """Waits until it is saved or refused."""


class Failed(Struct, frozen=True):
    """It was not saved; what was typed stays."""

    words: Words


class Withdrawn(Struct, frozen=True):
    """The user has taken the change back before it was sent: the value is as it was."""

    value: Any
    words: Words


class Changed(Struct, frozen=True):
    """Another user has changed the value, so nothing was saved."""

    theirs: Any
    insist: Callable[[], Awaitable[SaveResult]]
    """Saves ours over theirs."""
    drop: Callable[[], None]
    """Theirs is kept: forget ours."""


SaveResult = Saved | NotYet | Failed | Withdrawn | Changed
Save = Callable[[Any], Awaitable[SaveResult]]
"""Saves a value. Failures are results; only mistakes of the program are raised."""
