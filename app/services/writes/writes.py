"""All writes of the program: sent through the outbox, followed until the office in memory shows them, and undone."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.text import msg
from app.journal.entries import Entry, Intent, WriteState
from app.journal.outbox import Outbox
from app.services.writes.create import Create
from app.services.writes.errors import CannotWrite
from app.services.writes.following import Follower, ToldOffice
from app.services.writes.registry import Registry

LOOKED_BACK = 50
"""Number of entries searched for an unfinished undo: it was the last action of an earlier run."""
NOTHING_TO_UNDO = msg("There is nothing to undo: this was not done, or changed nothing.")
NOT_KNOWN_YET = msg("Front Desk is still checking whether this was done. Undo it after that.")


class Writes:
    """`send` and `undo` return the journal entry: done, refused, unknown, or waiting for the office.

    Both raise CannotWrite when it can't be tried, and the journal's StillSettling and StoreFailed. Later
    changes of an entry (a write that waited, or one that was settled) reach `office` in the same way.
    """

    def __init__(self, outbox: Outbox, office: ToldOffice, writes: Registry) -> None:
        self._outbox = outbox
        self._writes = writes
        self._follower = Follower(outbox, office, writes)

    def close(self) -> None:
        """Stop following."""
        self._follower.end()

    async def send(self, intent: Intent) -> Entry:
        """Send an intent made by a write's module."""
        write = self._writes[intent.kind]
        return await self._outbox.write(write.marked(intent) if isinstance(write, Create) else intent)

    def can_undo(self, entry: Entry) -> bool:
        """Whether a write can be undone. False for a kind this version doesn't know."""
        return entry.state is WriteState.WAITING or self._undoing(entry) is not None

    async def undo(self, entry: Entry) -> Entry:
        """Undo a write: withdraw it if it still waits, else send the write that undoes it and those that follow.

        Refused if someone has changed the same thing since. Raises NotPossible or CannotWrite while it is
        being sent.
        """
        entry = await self._outbox.journal.get(entry.id)
        if entry.state is WriteState.WAITING:
            return await self._outbox.withdraw(entry.id)
        intent = self._undoing(entry)
        if intent is None:
            raise CannotWrite(NOTHING_TO_UNDO if entry.state.settled else NOT_KNOWN_YET)
        undone = await self._outbox.write(intent)
        if undone.state is not WriteState.REFUSED:
            for rest in self._writes[entry.intent.kind].after_undo(entry):
                await self._outbox.write(rest)
        return undone

    async def resume(self) -> None:
        """At startup: finish the undos that an earlier run left unfinished."""
        for rest in self._unfinished(self._outbox.journal.recent(LOOKED_BACK)):
            await self._outbox.write(rest)

    def _undoing(self, entry: Entry) -> Intent | None:
        write = self._writes.get(entry.intent.kind)
        return write.undo(entry) if write is not None and entry.state is WriteState.DONE else None

    def _unfinished(self, entries: Sequence[Entry]) -> list[Intent]:
        """Steps that undone entries still need, if the program ended right after the first step of the undo."""
        made = {(each.intent.undo_of, each.intent.subject) for each in entries}
        begun = {
            (each.intent.undo_of, each.intent.subject)
            for each in entries
            if each.state is not WriteState.REFUSED
        }
        found: list[Intent] = []
        for entry in entries:
            write = self._writes.get(entry.intent.kind)
            rest = write.after_undo(entry) if write is not None else ()
            if rest and (entry.id, entry.intent.subject) in begun:
                found += [intent for intent in rest if (entry.id, intent.subject) not in made]
        return found
