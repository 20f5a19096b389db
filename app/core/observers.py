"""The observer list used everywhere below Qt's signals."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from itertools import count
from typing import Generic, TypeVar

T = TypeVar("T")


class Observers(Generic[T]):
    """Callbacks in the order they were added; the same callback may be added more than once.

    A callback removed during a notification is not called any more; one added then is called from the next
    one on.
    """

    def __init__(self) -> None:
        self._callbacks: dict[int, Callable[[T], object]] = {}
        self._numbers = count()

    def __bool__(self) -> bool:
        return bool(self._callbacks)

    def add(self, callback: Callable[[T], object]) -> Callable[[], None]:
        """Add a callback; returns a function that removes it. Removing it twice is harmless."""
        number = next(self._numbers)
        self._callbacks[number] = callback

        def remove() -> None:
            self._callbacks.pop(number, None)

        return remove

    def clear(self) -> None:
        """Remove every callback."""
        self._callbacks.clear()

    def notify(self, news: T) -> None:
        """Call all callbacks now. If one raises, the rest are not called and the caller gets the error."""
        for number in tuple(self._callbacks):
            self._call(number, news)

    def notify_soon(self, news: T) -> None:
        """Call each callback separately in the next loop iteration: the loop reports those that raise."""
        loop = asyncio.get_running_loop()
        for number in self._callbacks:
            loop.call_soon(self._call, number, news)

    def _call(self, number: int, news: T) -> None:
        if (callback := self._callbacks.get(number)) is not None:
            callback(news)
