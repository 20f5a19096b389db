"""The change stream: what is told to the connected devices."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from app.wire.hub.actions import Kind
from app.wire.hub.stream import StreamLine

MOST_WAITING = 1_000
"""Lines that wait for one slow device; then its stream ends, and it reads everything anew when it is back."""


class Line:
    """The stream of one connected device. `queue` ends with None."""

    def __init__(self, device_num: int, kind: Kind) -> None:
        self.device_num = device_num
        self.kind = kind
        self.queue: asyncio.Queue[StreamLine | None] = asyncio.Queue(MOST_WAITING)

    def put(self, line: StreamLine | None) -> None:
        """Queue a line; a device that doesn't read is cut off."""
        if self.queue.full():
            while not self.queue.empty():
                self.queue.get_nowait()
            line = None
        self.queue.put_nowait(line)


class Streams:
    """All open streams."""

    def __init__(self) -> None:
        self._lines: set[Line] = set()

    def open(self, device_num: int, kind: Kind) -> Line:
        """Begin a device's stream."""
        line = Line(device_num, kind)
        self._lines.add(line)
        return line

    def end(self, line: Line) -> None:
        """Forget a stream."""
        self._lines.discard(line)

    def tell(self, line: StreamLine, *, to: Callable[[Line], bool] | None = None) -> None:
        """Tell the desks, or those that `to` picks."""
        for each in tuple(self._lines):
            if to(each) if to is not None else each.kind is Kind.DESK:
                each.put(line)

    def hang_up(self, device_num: int | None = None) -> None:
        """End a device's streams at once; None: everyone's."""
        for each in tuple(self._lines):
            if device_num is None or each.device_num == device_num:
                each.put(None)

    @property
    def connected(self) -> frozenset[int]:
        """The devices that are connected now."""
        return frozenset(each.device_num for each in self._lines)
