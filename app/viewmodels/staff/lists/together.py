"""Writes that one key makes, with one notice and one undo for all of them.

A write that was not done has its own notice, and so has what another user did first: it isn't ours to undo.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from app.core.text import Words
from app.journal.entries import Entry, WriteState
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr

Write = Callable[[], Awaitable[Entry]]
Describe = Callable[[Sequence[Entry]], Words]
"""The notice's words for the writes that were done."""


class Together:
    """Sends them one after another."""

    def __init__(self, desk: DeskViewModel) -> None:
        self._desk = desk

    async def send(self, writes: Sequence[Write], describe: Describe) -> Sequence[Entry]:
        """Returns the entries of those that were done, or are sent once they can't be taken back any more."""
        outcomes = self._desk.outcomes
        found = [await outcomes.quietly(write()) for write in writes]
        done = [entry for entry in found if entry is not None and not entry.changed_nothing]
        for entry in found:
            if entry is not None and entry.changed_nothing:
                await outcomes.report(entry)
        if len(done) == 1:
            await outcomes.report(done[0])
        elif done:
            words = describe(done)
            self._desk.notices.say(tr("{what}.", what=words), undo=partial(self._undo, done, words))
        return done

    def _undo(self, done: Sequence[Entry], words: Words) -> None:
        self._desk.parts.scope.start(self._undo_all(done, words), "undo together")

    async def _undo_all(self, done: Sequence[Entry], words: Words) -> None:
        """The last one first. The notice names what can't be undone; the others are undone all the same."""
        parts, undone = self._desk.parts, 0
        left: list[Words] = []
        for entry in reversed(done):
            now = await parts.journal.get(entry.id)
            leaves = parts.writes.leaves(now)
            if leaves and now.state is WriteState.DONE and not parts.writes.can_undo(now):
                left.append(leaves)
                continue
            undo = self._desk.people.guarded(partial(parts.writes.undo, now))
            undone += await self._desk.outcomes.quietly(undo) is not None
        if undone + len(left) == len(done):
            said = [tr("Undone: {what}.", what=words)]
            said += [tr("Undo leaves: {what}", what=leaves) for leaves in left]
            self._desk.notices.say(" ".join(said))
