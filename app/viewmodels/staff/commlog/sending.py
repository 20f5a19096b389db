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
        self._given_back: dict[int, Entry] = {}
        """The refused entry whose text is in a patient's form again, by PatNum."""
        self._unwatch = desk.parts.journal.watch(self._follow)

    async def send(self, new: NewCommlog, entered: T) -> None:
        """Add it, in place of one that was refused and corrected in the form, and report its outcome."""
        if (refused := self._given_back.pop(new.person.pat_num, None)) is not None:
            self._desk.outcomes.hide_refusal(refused.id)  # its "Try again" would add a second one
            self._desk.parts.writes.dismiss(refused)
        entry = await self._desk.outcomes.tell(self._desk.parts.patient_writes().add_commlog(new))
        if entry is None:
            self._give_back(new.person.pat_num, entered)
        elif entry.state is WriteState.REFUSED:
            self._return(entry, new.person.pat_num, entered)
        elif not entry.state.settled:
            self._sent[entry.id] = new.person.pat_num, entered

    def close(self) -> None:
        """Stop following the journal."""
        self._unwatch()

    def _follow(self, entry: Entry) -> None:
        sent = self._sent.pop(entry.id, None) if entry.state.settled else None
        if sent is not None and entry.state is WriteState.REFUSED:
            self._return(entry, *sent)

    def _return(self, entry: Entry, pat_num: int, entered: T) -> None:
        self._given_back[pat_num] = entry
        self._give_back(pat_num, entered)
