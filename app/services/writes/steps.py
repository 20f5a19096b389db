"""Writes of several steps: each is sent once the one before it is done, also hours later or by the next run.

The steps are kept in the first write's journal entry, so a crash in between loses none; each is an entry of its own
that names the one it follows, so none is sent twice.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from msgspec.structs import replace

from app.core.clock import Clock
from app.core.tasks import LatestTask, TaskScope
from app.core.text import NO_TEXT, Text, join, msg
from app.journal.entries import Author, Entry, Intent, Wire, WriteState
from app.journal.errors import JournalError
from app.journal.outbox import Outbox
from app.sealed.errors import LocalStoreError
from app.services.writes.change import Change
from app.services.writes.create import Create
from app.services.writes.remove import Remove
from app.services.writes.write import Write

THEN = "then"
"""In an intent's context: the steps that follow it, as intents in plain form."""
IF_REFUSED = "told if refused"  # words: a field of a stored row
"""In the context of a step that the notice of the first one covers: it is told only if it is refused."""
QUIET = "quiet"
"""In the context of a step that nobody asked for: it is told only in the journal."""
FILLED = ("arguments", "after", "context")
"""The parts of a step that may have 0 for a row's number."""
AGAIN_SECONDS = 60.0
"""Until a step is tried again that the disk has refused."""
LOOKED_BACK = 200
"""Number of entries searched for steps that are still to be sent."""


def with_steps(intent: Intent, *steps: Intent) -> Intent:
    """An intent, and the writes that follow it one after another.

    Where a step has 0 for the number of a row that an earlier one creates, that row's number is filled in.
    """
    plain = [
        msgspec.to_builtins(replace(step, subject=f"{intent.subject}:{place}"))
        for place, step in enumerate(steps, 1)
    ]
    return replace(intent, context={**intent.context, THEN: plain}) if plain else intent


def next_step(write: Create | Change | Remove, entry: Entry) -> Intent | None:
    """The step that follows a done entry; None without one, or if it needs the new row's number, which is unknown."""
    steps = entry.intent.context.get(THEN)
    number = (entry.answer or {}).get(write.key)
    if not steps or (not number and any(_lacks(step, write.key) for step in steps)):
        return None
    first, *rest = (_filled(step, write.key, number) if number else step for step in steps)
    intent: Intent = msgspec.convert(first, Intent)
    context = {**intent.context, **({THEN: rest} if rest else {})}
    return replace(intent, context=context, step_of=entry.id)


def steps_of(intent: Intent) -> tuple[Intent, ...]:
    """The steps that follow it once it is done; without the number of a row that it creates."""
    return tuple(msgspec.convert(each, Intent) for each in intent.context.get(THEN, ()))


class Steps:
    """Follows the journal and sends the next step of every done write, until it is ended."""

    def __init__(
        self,
        outbox: Outbox,
        find: Callable[[str], Write | None],
        send: Callable[[Intent, Author], Any],
        scope: TaskScope,
        clock: Clock,
    ) -> None:
        """`find` finds a write by its kind; `send` sends an intent of a person through the journal."""
        self._outbox = outbox
        self._find = find
        self._send = send
        self._scope = scope
        self._clock = clock
        self._waiting = LatestTask(scope)
        self._starting: set[int] = set()
        self._unwatch = outbox.journal.watch(self._changed)

    def end(self) -> None:
        """Stop following."""
        self._unwatch()
        self._waiting.cancel()

    def go_on(self, settled: Entry | None = None) -> None:
        """Send the steps that are due: once at startup, then whenever a write is settled, however old it is."""
        entries = self._outbox.journal.recent(LOOKED_BACK)
        if settled is not None and settled not in entries:
            entries = (*entries, settled)
        begun = {each.intent.step_of for each in entries} | self._starting
        for entry in reversed(entries):
            if entry.state is not WriteState.DONE or entry.id in begun or THEN not in entry.intent.context:
                continue
            write = self._find(entry.intent.kind)
            if (
                isinstance(write, Create | Change | Remove)
                and (intent := next_step(write, entry)) is not None
            ):
                self._starting.add(entry.id)
                self._scope.start(self._start(entry, intent), f"step after entry {entry.id}")

    def after(self, entry: Entry) -> tuple[Entry, ...]:
        """The steps after an entry that are in the journal, first one first."""
        found: list[Entry] = []
        for each in reversed(self._outbox.journal.recent(LOOKED_BACK)):
            if each.intent.step_of in {entry.id, *(step.id for step in found)}:
                found.append(each)
        return tuple(found)

    def undo_with(self, entry: Entry) -> bool:
        """Whether the undo of a step undoes this write too, so that it has none of its own."""
        write = self._find(entry.intent.kind)
        if write is None or not write.undone_by_steps or THEN not in entry.intent.context:
            return False
        return self._last(entry).state is not WriteState.REFUSED and not self.left_out(entry)

    def has_more(self, entry: Entry) -> bool:
        """Whether steps of a done write are still to be done."""
        last = self._last(entry)
        more = THEN in last.intent.context and not self.left_out(last)
        return not last.state.settled or (last.state is WriteState.DONE and more)

    def _last(self, entry: Entry) -> Entry:
        return (entry, *self.after(entry))[-1]

    def first(self, entry: Entry) -> Entry:
        """The first of the writes that an entry is a step of; itself, if it is none."""
        known = {each.id: each for each in self._outbox.journal.recent(LOOKED_BACK)}
        while (before := known.get(entry.intent.step_of or 0)) is not None:
            entry = before
        return entry

    def left_out(self, entry: Entry) -> Text:
        """What can't follow a write that a person called done: it needs the row's number, which nobody knows.

        Empty: everything follows.
        """
        if entry.state is not WriteState.DONE or THEN not in entry.intent.context:
            return NO_TEXT
        write = self._find(entry.intent.kind)
        if isinstance(write, Create | Change | Remove) and next_step(write, entry) is None:
            steps = (msg("{what}: not done.", what=step.words) for step in steps_of(entry.intent))
            return join([*steps, msg("Do it in Open Dental.")])
        return NO_TEXT

    def _changed(self, entry: Entry) -> None:
        if entry.state.settled:
            self.go_on(entry)

    async def _start(self, entry: Entry, intent: Intent) -> None:
        """Send it, for the one who made the first.

        What the journal can't take now is due again at the next settled write; after a full disk also by itself.
        """
        try:
            await self._send(intent, entry.author)
        except JournalError:
            return
        except LocalStoreError:
            self._waiting.start(self._go_on_later(), "steps that the disk refused")
        finally:
            self._starting.discard(entry.id)

    async def _go_on_later(self) -> None:
        await self._clock.sleep(AGAIN_SECONDS)
        self.go_on()


def _lacks(step: Wire, key: str) -> bool:
    """Whether a step has 0 for a row's number."""
    return any(step.get(name, {}).get(key) == 0 for name in FILLED)


def _filled(step: Wire, key: str, number: int) -> Wire:
    """A step with the new row's number wherever it has 0 for it."""

    def fill(fields: Wire) -> Wire:
        return {**fields, key: number} if fields.get(key) == 0 else fields

    return {**step, **{name: fill(step[name]) for name in FILLED if name in step}}
