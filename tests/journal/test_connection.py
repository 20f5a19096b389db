"""When the outbox considers the office reachable."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.api.sending import Sending
from app.core.tasks import TaskScope
from app.journal.connection import ConnectionTracker
from app.journal.dispatcher import Attempt, End
from tests.support.manual_clock import ManualClock


class Wire:
    """A connection whose state a test sets; watchers are notified as by the broker."""

    def __init__(self) -> None:
        self.connected = True
        self.watchers: list[Callable[[Any], None]] = []

    @property
    def status(self) -> Wire:
        """The current status."""
        return self

    def watch(self, callback: Callable[[Any], None]) -> Callable[[], None]:
        """Call back after a change."""
        self.watchers.append(callback)
        return lambda: self.watchers.remove(callback)

    async def send_raw(
        self, method: str, arguments: dict[str, Any], sending: Sending | None = None
    ) -> tuple[int, Any]:
        """Nothing is sent here."""
        raise NotImplementedError

    def tell(self) -> None:
        """A request was answered or failed."""
        for watcher in self.watchers:
            watcher(self)


def keeper(wire: Wire, tasks: TaskScope, woken: list[int]) -> ConnectionTracker:
    """A keeper with a minute between tries."""
    return ConnectionTracker(wire, tasks, ManualClock(), (60.0,), lambda: woken.append(1))


async def test_the_line_is_back_when_someone_is_answered(tasks: TaskScope) -> None:
    """After a loss the first answer to anybody wakes the outbox, long before its own next try."""
    wire, woken = Wire(), []
    line = keeper(wire, tasks, woken)
    wire.connected = False
    wire.tell()
    line.ended(1, Attempt(End.UNREACHABLE))
    assert not line.may_go(1)
    wire.connected = True
    wire.tell()
    assert woken
    assert line.may_go(1)


async def test_a_blink_of_the_line_is_noticed(tasks: TaskScope) -> None:
    """A loss so short that nobody was notified also ends with the next answer."""
    wire, woken = Wire(), []
    line = keeper(wire, tasks, woken)
    line.ended(1, Attempt(End.UNREACHABLE))
    assert line.down
    wire.tell()
    assert woken
    assert line.may_go(1)


async def test_one_entry_probes_while_the_connection_is_down(tasks: TaskScope) -> None:
    """While the line is down one entry at a time probes it, and only when there is a reason."""
    wire, woken = Wire(), []
    line = keeper(wire, tasks, woken)
    wire.connected = False
    line.ended(1, Attempt(End.UNREACHABLE))
    assert not line.may_go(1)
    line.try_now()
    assert line.may_go(1)
    assert not line.may_go(2)
    line.ended(1, Attempt(End.FINISHED))
    assert line.may_go(2)


async def test_an_answered_probe_frees_the_next_try(tasks: TaskScope) -> None:
    """Once the office has answered anybody, a probe that goes on failing doesn't block the others' next try."""
    wire, woken = Wire(), []
    line = keeper(wire, tasks, woken)
    line.ended(1, Attempt(End.UNREACHABLE))
    line.try_now()
    assert line.may_go(2)
    line.on_answer()
    line.ended(3, Attempt(End.UNREACHABLE))
    line.try_now()
    assert line.may_go(4)
