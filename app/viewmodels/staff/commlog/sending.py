"""Sends commlogs, and gives back what was entered for one that is not added."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from app.journal.entries import Entry, WriteState
from app.services.writes.patients.patient_writes import NewCommlog
from app.viewmodels.staff.desk import DeskViewModel

T = TypeVar("T")


class CommlogSending(Generic[T]):
    """A commlog can be refused, or undone in its first ten seconds, long after its form was closed."""

    def __init__(self, desk: DeskViewModel, give_back: Callable[[int, T], object]) -> None:
        """`give_back` is called with the PatNum and what was entered."""
        self._desk = desk
        self._give_back = give_back
        self._sent: dict[int, tuple[int, T]] = {}
        """By entry of the journal, for whom and what was entered, until it is settled."""
        self._unwatch = desk.parts.journal.watch(self._follow)

    async def send(self, new: NewCommlog, entered: T) -> None:
        """Add it, and report its outcome."""
        entry = await self._desk.outcomes.tell(self._desk.parts.patient_writes().add_commlog(new))
        if entry is None or entry.state is WriteState.REFUSED:
            self._give_back(new.person.pat_num, entered)
        elif not entry.state.settled:
            self._sent[entry.id] = new.person.pat_num, entered

    def close(self) -> None:
        """Stop following the journal."""
        self._unwatch()

    def _follow(self, entry: Entry) -> None:
        sent = self._sent.pop(entry.id, None) if entry.state.settled else None
        if sent is not None and entry.state is WriteState.REFUSED:
            self._give_back(*sent)
