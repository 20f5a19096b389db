"""What was clicked before there was a desk to hear it: kept, and sent once when the desk asks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import SignalInstance


class EarlySignals:
    """Passes signals on, and keeps them until `replay` is called for the first time."""

    def __init__(self) -> None:
        self._kept: list[partial[None]] | None = []

    def of(self, signal: SignalInstance) -> Callable[..., None]:
        """What is to be connected in the signal's place."""

        def send(*values: object) -> None:
            signal.emit(*values)
            if self._kept is not None:
                self._kept.append(partial(signal.emit, *values))

        return send

    def replay(self) -> None:
        """Send again what was sent so far; from now on nothing is kept."""
        early, self._kept = self._kept or [], None
        for send in early:
            send()
