"""The office hub on this PC, as the desk's page sees it; bootstrap has it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from app.core.text import NO_TEXT, Text


class HostPhase(StrEnum):
    """What the hub on this PC is doing."""

    OFF = "off"
    STARTING = "starting"
    RUNS = "runs"
    FAILED = "failed"
    """It could not be started, or ended; it is tried again while this PC is to run it."""


class HostState(Struct, frozen=True):
    """The hub on this PC. `why`: of a failure. `port`: where it listens; 0: it doesn't."""

    phase: HostPhase = HostPhase.OFF
    why: Text = NO_TEXT
    port: int = 0


class HubHost(Protocol):
    """Runs the office hub on this PC, and opens the office through it."""

    @property
    def state(self) -> HostState:
        """What it is doing."""
        ...

    @property
    def others(self) -> int:
        """How many other devices use the hub on this PC now, and would lose it."""
        ...

    @property
    def why_not(self) -> Text:
        """Why this PC can't run the hub; empty: it can."""
        ...

    def watch(self, watcher: Callable[[HostState], object]) -> Callable[[], None]:
        """Call back with each new state. Returns a function that unsubscribes."""
        ...

    async def run_here(self) -> None:
        """Start the hub, pair this PC, and open the office through it. Raises ExplainedError."""
        ...

    async def stop_here(self) -> None:
        """Stop the hub, and open the office without it. Raises ExplainedError."""
        ...

    def connect(self) -> None:
        """Show the connection page with the office hub chosen."""
        ...
