"""The pinboard, loaded when first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.bootstrap.session import Reading
    from app.core.clock import Clock
    from app.journal.outbox import Outbox
    from app.services.hub.sharing import SharedOffice
    from app.services.schedule.pinboard import Pinboard


class LatePinboard:
    """Makes it with the first call, and closes it if it was made."""

    def __init__(self, reading: Reading, outbox: Outbox, clock: Clock, shared: SharedOffice | None) -> None:
        self._reading = reading
        self._outbox = outbox
        self._shared = shared
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
        from app.domain.schedule.pinned import PINBOARD
        from app.services.schedule.pinboard import Pinboard

        read, shared, journal = self._reading, self._shared, self._outbox.journal
        documents = journal.store.documents if shared is None else shared.documents
        made = Pinboard(
            documents,
            read.client,
            read.office,
            journal,
            lambda: self._outbox.author.name,
            self._clock,
            read.scope,
        )
        if shared is not None:
            shared.reread(PINBOARD, made.load)
        return made
