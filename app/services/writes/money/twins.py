"""Looks again after a posting: two desks acting within one response time both find nothing before they send.

Both desks read the account again shortly after, and whenever someone changes it in the next minutes, and compare the
rows with their own mark. Each tells of a row like its own that was not there before; the one with the higher number
is the second one.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Protocol, cast, runtime_checkable

from msgspec import Struct

from app.api.errors import ApiError
from app.core.clock import Clock
from app.core.observers import Observers
from app.core.tasks import TaskScope
from app.core.text import Text
from app.journal.entries import Entry, Intent, Wire, WriteState
from app.journal.journal import Journal
from app.services.writes.again import EQUALS
from app.services.writes.write import Write
from app.store.changes import Change, ChangeKind
from app.store.topics import Part
from app.wire.endpoint import Sender

LOOKS = (2.0, 10.0, 30.0, 90.0)
"""Delays in seconds before a look, until one succeeds."""
LOOKED_BACK = 50
"""Number of entries of an earlier run that may have been posted just before."""
FOLLOWED_SECONDS = 600.0
"""Seconds during which a change of the account is a reason to look again: a 504 may have been written late."""


@runtime_checkable
class Comparable(Protocol):
    """A write whose new row another desk may have written too."""

    key: str
    reads: Callable[[Sender, Intent], Awaitable[list[Wire]]]
    like: Callable[[Wire, Intent], Text]

    @property
    def known(self) -> str:
        """In the check's result: the numbers of the rows before it."""
        ...


class Twin(Struct, frozen=True):
    """A posting of ours, and one like it that was made at the same time by someone else."""

    entry: Entry
    row: Wire
    """The other row."""
    second: bool
    """Whether ours is the second one, which should be taken back."""


class WatchedOffice(Protocol):
    """The part of the in-memory office that tells of changes."""

    follows_accounts: bool
    """Whether changes of accounts are wanted."""

    def watch(self, watcher: Callable[[Change], None]) -> Callable[[], None]:
        """Subscribe to all changes. Returns a function that unsubscribes."""
        ...


class TwinWatch:
    """Compares each posting of this run, and those just made by an earlier one, until it is closed."""

    def __init__(
        self,
        journal: Journal,
        client: Sender,
        office: WatchedOffice,
        writes: Mapping[str, Write],
        scope: TaskScope,
        clock: Clock,
    ) -> None:
        self._journal = journal
        self._client = client
        self._writes = writes
        self._scope = scope
        self._clock = clock
        self._followed: dict[int, tuple[Entry, float]] = {}
        self._looking: set[int] = set()
        self._told: set[tuple[int, int]] = set()
        self._found = Observers[Twin]()
        office.follows_accounts = True
        self._unwatch = (journal.watch(self._follow), office.watch(self._changed))
        for entry in journal.recent(LOOKED_BACK):  # an earlier run may have ended before it looked
            if abs((clock.utc() - entry.changed_at).total_seconds()) < FOLLOWED_SECONDS:
                self._follow(entry)

    def watch(self, callback: Callable[[Twin], None]) -> Callable[[], None]:
        """Subscribe to twins, each told once. Returns a function that unsubscribes."""
        return self._found.add(callback)

    def close(self) -> None:
        """Stop following."""
        for unwatch in self._unwatch:
            unwatch()

    def _follow(self, entry: Entry) -> None:
        write: object = self._writes.get(entry.intent.kind)
        if (
            entry.state is WriteState.DONE
            and isinstance(write, Comparable)
            and write.known in (entry.seen or {})
            and write.key in (entry.answer or {})  # without it a person has looked, and decided
        ):
            self._followed[entry.id] = entry, self._clock.monotonic()
            self._start(entry)

    def _changed(self, change: Change) -> None:
        """Look again at what we posted on the account that changed."""
        topic = change.topic
        if change.kind is not ChangeKind.TOPIC or topic is None or topic.part is not Part.ACCOUNT:
            return
        now = self._clock.monotonic()
        for entry_id, (entry, since) in list(self._followed.items()):
            if now - since > FOLLOWED_SECONDS:
                del self._followed[entry_id]
            elif int((entry.answer or {}).get("PatNum", 0)) == topic.key:
                self._start(entry)

    def _start(self, entry: Entry) -> None:
        """Look soon; whatever changes until then is seen by the same look."""
        if entry.id not in self._looking:
            self._looking.add(entry.id)
            self._scope.start(self._look(entry), "look for an equal posting")

    async def _look(self, entry: Entry) -> None:
        try:
            for pause in LOOKS:
                await self._clock.sleep(pause)
                try:
                    rows = await self._compared(entry).reads(self._client, entry.intent)
                except ApiError:
                    continue
                self._looking.discard(entry.id)
                self._compare(entry, rows)
                return
        finally:
            self._looking.discard(entry.id)

    def _compare(self, entry: Entry, rows: list[Wire]) -> None:
        write = self._compared(entry)
        before = (entry.seen or {})[write.known]
        ours = self._ours(write.key, entry.intent.kind)
        own = (entry.answer or {})[write.key]
        for row in rows:
            number = row[write.key]
            if number in before or number in ours or number in entry.intent.context.get(EQUALS, ()):
                continue
            if write.like(row, entry.intent) and (entry.id, number) not in self._told:
                self._told.add((entry.id, number))
                self._found.notify(Twin(entry, row, second=own > number))

    def _ours(self, key: str, kind: str) -> set[int]:
        """The rows that this desk wrote: the user knows about them."""
        mine = (each for each in self._journal.recent(200) if each.intent.kind == kind)
        return {each.answer[key] for each in mine if each.answer is not None and key in each.answer}

    def _compared(self, entry: Entry) -> Comparable:
        return cast(Comparable, self._writes[entry.intent.kind])
