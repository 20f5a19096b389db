"""The requests of writes that are being sent now: their progress, and stopping them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from app.api.sending import Sending
from app.core.observers import Observers


class Sendings:
    """One `Sending` per entry, from before its check until its request has ended."""

    def __init__(self, cut_short: Callable[[int], object]) -> None:
        """`cut_short` is called with an entry whose large body has not left whole: the office can't execute it."""
        self._cut_short = cut_short
        self._sendings: dict[int, Sending] = {}
        self._observers = Observers[int]()

    @contextmanager
    def begun(self, entry_id: int, user_num: int = 0) -> Iterator[Sending]:
        """Follow the attempt at an entry that this person made."""
        sending = self._sendings[entry_id] = Sending(lambda: self._observers.notify(entry_id))
        sending.user_num = user_num
        try:
            yield sending
        finally:
            del self._sendings[entry_id]
            if sending.sent < sending.total:
                self._cut_short(entry_id)

    def of(self, entry_id: int) -> Sending | None:
        """The request of an entry; None if none is under way."""
        return self._sendings.get(entry_id)

    def is_long(self, entry_id: int) -> bool:
        """Whether a large body is being sent, which may take minutes."""
        sending = self._sendings.get(entry_id)
        return sending is not None and sending.total > 0

    def stop(self, entry_id: int) -> bool:
        """Stop an entry's request. Returns whether one was under way.

        If nothing was sent, the entry is canceled; otherwise its outcome is unknown, and is settled by reading.
        """
        if (sending := self._sendings.get(entry_id)) is None:
            return False
        sending.stop()
        return True

    def watch(self, callback: Callable[[int], object]) -> Callable[[], None]:
        """Call back with the entry of which a part was sent. Returns a function that unsubscribes."""
        return self._observers.add(callback)
