"""The change stream: what is told to the connected devices."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from msgspec import Struct

from app.core.observers import Observers
from app.wire.hub.actions import DESKS, Kind
from app.wire.hub.stream import Changed, StreamLine

MOST_WAITING = 1_000
"""Lines that wait for one slow device; then its stream ends, and it reads everything anew when it is back."""


class Audience(Struct, frozen=True):
    """Who is told. It travels between two hubs of one office, so it is data and not a function."""

    kinds: frozenset[Kind] = DESKS
    only: int = 0
    """The number of the one device that is told; 0: all of these kinds."""
    but: int = 0
    """The number of a device that is not told; 0: none."""

    def has(self, device_num: int, kind: Kind) -> bool:
        """Whether a device is told."""
        if self.only:
            return device_num == self.only
        return kind in self.kinds and device_num != self.but


ALL_DESKS = Audience()


class _Waiting(asyncio.Queue[StreamLine | None]):
    """Lines that wait; it knows which changes are among them."""

    def __init__(self) -> None:
        super().__init__(MOST_WAITING)
        self.changes: set[Changed] = set()

    def _put(self, item: StreamLine | None) -> None:
        if isinstance(item, Changed):
            self.changes.add(item)
        super()._put(item)

    def _get(self) -> StreamLine | None:
        item: StreamLine | None = super()._get()
        if isinstance(item, Changed):
            self.changes.discard(item)
        return item


class Line:
    """The stream of one connected device. `queue` ends with None."""

    def __init__(self, device_num: int, kind: Kind) -> None:
        self.device_num = device_num
        self.kind = kind
        self.queue = _Waiting()
        self.has_ended = False
        """The end was taken from the queue."""

    def put(self, line: StreamLine | None) -> None:
        """Queue a line; a device that doesn't read is cut off. What it is to read again anyway isn't told twice."""
        if isinstance(line, Changed) and line in self.queue.changes:
            return
        if self.queue.full():
            while not self.queue.empty():
                self.queue.get_nowait()
            line = None
        self.queue.put_nowait(line)


class Streams:
    """All open streams of this hub. `relay` passes lines on to the other hubs of the same database."""

    def __init__(self) -> None:
        self._lines: set[Line] = set()
        self.gone = Observers[int]()
        """Told the number of a device whose last stream here has ended."""
        self.relay: Callable[[StreamLine, Audience], None] | None = None
        self._watchers = Observers[StreamLine]()

    def watch(self, watcher: Callable[[StreamLine], object]) -> Callable[[], None]:
        """Call back with each line that is told here, the other hubs' too. Returns a function that unsubscribes."""
        return self._watchers.add(watcher)

    def open(self, device_num: int, kind: Kind) -> Line:
        """Begin a device's stream."""
        line = Line(device_num, kind)
        self._lines.add(line)
        return line

    def end(self, line: Line) -> None:
        """Forget a stream."""
        self._lines.discard(line)
        if all(each.device_num != line.device_num for each in self._lines):
            self.gone.notify(line.device_num)

    def tell(self, line: StreamLine, *, to: Audience = ALL_DESKS, here: bool = False) -> None:
        """Tell devices, at every hub of this office; `here`: at this hub only, because each hub finds out itself."""
        for each in tuple(self._lines):
            if to.has(each.device_num, each.kind):
                each.put(line)
        self._watchers.notify(line)
        if self.relay is not None and not here:
            self.relay(line, to)

    def hang_up(self, device_num: int | None = None) -> None:
        """End a device's streams at once; None: everyone's."""
        for each in tuple(self._lines):
            if device_num is None or each.device_num == device_num:
                each.put(None)

    @property
    def connected(self) -> frozenset[int]:
        """The devices that are connected to this hub now."""
        return frozenset(each.device_num for each in self._lines)

    @property
    def count(self) -> int:
        """How many streams are open here."""
        return len(self._lines)
