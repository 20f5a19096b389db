"""The pinboard, loaded when first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.bootstrap.session import Reading
    from app.core.clock import Clock
    from app.journal.journal import Journal
    from app.services.schedule.pinboard import Pinboard


class LatePinboard:
    """Makes it with the first call, and closes it if it was made."""

    def __init__(self, reading: Reading, journal: Journal, clock: Clock) -> None:
        self._reading = reading
        self._journal = journal
        self._clock = clock

    def __call__(self) -> Pinboard:
        """The same object each time."""
        return self._made

    def close(self) -> None:
        """Stop following the office."""
        if "_made" in self.__dict__:
            self._made.close()

    @cached_property
    def _made(self) -> Pinboard:
        from app.services.schedule.pinboard import Pinboard

        read, journal = self._reading, self._journal
        return Pinboard(journal.store.documents, read.client, read.office, journal, self._clock, read.scope)
