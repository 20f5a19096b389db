"""A change of a row's fields. Its guard is the values seen; it is proved by the values wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from app.api.errors import ApiError, NotFound, NotSent
from app.core.text import Text, Words, msg
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Check, Checked, Proof, ReadBack
from app.services.writes.reading import differing, read_row, shows, whole_row
from app.services.writes.words import ASK_CHANGED, ASK_GONE, DONE_SINCE_CHANGED, NOT_SHOWN
from app.services.writes.write import Write
from app.store.topics import Part, Topic
from app.wire.endpoint import Resource, Sender


class Change(Write):
    """Changes fields of one row, identified by `key`; it belongs to the topic `part`, keyed by `topic_key`.

    If the resource has no method to read a single row, the row is looked up among those of `whose`.
    """

    def __init__(
        self,
        kind: str,
        sends: Callable[..., Any],
        *,
        key: str,
        part: Part,
        not_done: Text,
        whose: str = "PatNum",
        topic_key: str = "",
    ) -> None:
        super().__init__(kind, sends, not_done=not_done)
        self.key = key
        self.resource = cast(type[Resource], self.endpoint.resource)
        self._part = part
        self._whose = whose
        self._topic_key = topic_key or whose

    async def check(self, office: Sender, intent: Intent) -> Checked:
        """Read the row again; send only if it is as it was seen."""
        return self.compare(intent, await self.read(office, intent))

    async def result(self, office: Sender, intent: Intent, answer: Any) -> ReadBack:
        """The row of the answer; most methods answer nothing, so then it is read."""
        row = whole_row(answer, self.record, self.key) if self.endpoint.record is self.record else None
        return self.judge(intent, row or await self.read(office, intent))

    async def read_back(self, office: Sender, entry: Entry) -> ReadBack:
        """Done when the row has the wanted values; not done when it is as just before sending."""
        try:
            row = await self.read(office, entry.intent)
        except NotFound:
            return ReadBack(Proof.UNCLEAR, words=ASK_GONE)
        after, seen = entry.intent.after, entry.seen or entry.intent.before
        if shows(row, after):
            return ReadBack(Proof.DONE, row)
        if shows(row, {name: seen.get(name) for name in after}):
            return ReadBack(Proof.NOT_DONE, row)
        return await self._by_history(office, entry, row)

    def undo(self, entry: Entry) -> Intent | None:
        """Restore the changed fields; None if it changed none."""
        fields = changed_by(entry, tuple(entry.intent.after))
        if fields is None:
            return None
        before, after = fields
        same = {
            name: value for name, value in entry.intent.arguments.items() if name not in entry.intent.after
        }
        return self.intent(
            subject=entry.intent.subject,
            arguments={**same, **before},
            before=after,
            after=before,
            words=msg("{words}: undone", words=entry.intent.words),
            context=entry.intent.context,
            whose=entry.intent.whose,
            undo_of=entry.id,
        )

    def applies(self, fields: Wire) -> Topic | None:
        """The row's topic."""
        key = fields.get(self._topic_key)
        return Topic(self._part, int(key)) if key else None

    async def read(self, office: Sender, intent: Intent) -> Wire:
        """The row an intent changes."""
        fields = {**intent.context, **intent.arguments}
        return await read_row(office, self.resource, self.key, self._whose, fields)

    async def copies(self, office: Sender, entry: Entry) -> list[Wire]:
        """The history rows that the office has recorded since the check, oldest first, if it records any."""
        return []

    async def kept(self, office: Sender, entry: Entry) -> list[Wire]:
        """The same; none if the office is too old or refuses."""
        try:
            return await self.copies(office, entry)
        except NotSent:
            raise
        except ApiError:
            return []

    @property
    def record(self) -> Any:
        """The type of the row."""
        found = (each.record for each in self.resource.endpoints() if each.reads)
        return next(each for each in found if getattr(each, "primary_key", None) == self.key)

    def compare(self, intent: Intent, row: Wire) -> Checked:
        """Whether the row is still as the user saw it."""
        if shows(row, intent.after):
            return Checked(Check.ALREADY, row)
        if not shows(row, intent.before):
            return Checked(Check.CONFLICT, row, self.conflict(intent, row))
        return Checked(Check.CLEAR, row)

    def judge(self, intent: Intent, row: Wire) -> ReadBack:
        """Whether a row read after the write shows the change."""
        return (
            ReadBack(Proof.DONE, row) if shows(row, intent.after) else ReadBack(Proof.UNCLEAR, row, NOT_SHOWN)
        )

    def conflict(self, intent: Intent, row: Wire) -> Words:
        """What another user changed in the row since it was seen."""
        return msg("{not_done}: another user just changed it.", not_done=self.not_done)

    async def _by_history(self, office: Sender, entry: Entry, row: Wire) -> ReadBack:
        """Neither version is there: ours may have been written and then changed by someone else."""
        if any(shows(copy, entry.intent.after) for copy in await self.kept(office, entry)):
            return ReadBack(Proof.DONE, row, DONE_SINCE_CHANGED)
        return ReadBack(Proof.UNCLEAR, row, ASK_CHANGED)


def changed_by(entry: Entry, names: tuple[str, ...]) -> tuple[Wire, Wire] | None:
    """The changed fields of a done write, before and after; None if it changed none."""
    before, after = entry.seen, entry.answer
    if before is None or after is None:
        return None
    changed = [name for name in names if name in before and differing(after, {name: before[name]})]
    if not changed:
        return None
    return {name: before[name] for name in changed}, {name: after[name] for name in changed}
