"""Events made by a test."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import Any

from app.api.events import Event, EventKind
from app.wire.resources.appointments import Appointment
from app.wire.rows import RowList
from tests.practice import office as tiny
from tests.support.bench_office import Bench


class FakeEventSource:
    """A source of events that a test controls."""

    def __init__(self) -> None:
        self.callback: Callable[[Event], None] | None = None

    def watch(self, callback: Callable[[Event], None]) -> Callable[[], None]:
        """Subscribe."""
        self.callback = callback

        def end() -> None:
            self.callback = None

        return end

    def tell(self, kind: EventKind, *rows: Any) -> None:
        """Send an event."""
        assert self.callback is not None
        self.callback(Event(kind, "FRONT1", RowList(list(rows))))


def later(bench: Bench, apt_num: int = tiny.VISIT, **fields: Any) -> Appointment:
    """An appointment as in an event: changed, and stamped now."""
    row = bench.office.visit_row(apt_num)
    assert row is not None
    found = copy(row)
    for name, value in {"DateTStamp": bench.clock.now(), **fields}.items():
        setattr(found, name, value)
    return found
