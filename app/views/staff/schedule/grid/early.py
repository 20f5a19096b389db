"""Buffers signals of the first paint until the desk is connected."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import SignalInstance


class EarlySignals:
    """Forwards signals, and buffers them until `replay` is called for the first time."""

    def __init__(self) -> None:
        self._kept: list[partial[None]] | None = []

    def of(self, signal: SignalInstance) -> Callable[..., None]:
        """The slot to connect in the signal's place."""

        def send(*values: object) -> None:
            signal.emit(*values)
            if self._kept is not None:
                self._kept.append(partial(signal.emit, *values))

        return send

    def replay(self) -> None:
        """Emit the buffered signals again and stop buffering."""
        early, self._kept = self._kept or [], None
        for send in early:
            send()
