"""A hub on this PC for the page, as a test wants it."""

from __future__ import annotations

from collections.abc import Callable

from app.core.observers import Observers
from app.core.text import NO_TEXT, ExplainedError, Text, msg
from app.viewmodels.staff.hub.host import HostPhase, HostState

FAILED = msg("The office hub could not be started.")


class Host:
    """Runs nothing, or fails."""

    def __init__(self, *, why_not: Text = NO_TEXT, fails: bool = False) -> None:
        self.state = HostState()
        self.why_not = why_not
        self.others = 0
        self.done: list[str] = []
        self._fails = fails
        self._observers = Observers[HostState]()

    def watch(self, watcher: Callable[[HostState], object]) -> Callable[[], None]:
        """As HubHost."""
        return self._observers.add(watcher)

    async def run_here(self) -> None:
        """As HubHost."""
        if self._fails:
            self.become(HostState(HostPhase.FAILED, FAILED))
            raise ExplainedError(FAILED)
        self.done.append("run")
        self.become(HostState(HostPhase.RUNS, port=30224))

    async def stop_here(self) -> None:
        """As HubHost."""
        self.done.append("stop")
        self.become(HostState())

    def connect(self) -> None:
        """As HubHost."""
        self.done.append("connect")

    def become(self, state: HostState) -> None:
        """Something happened to it."""
        self.state = state
        self._observers.notify(state)
