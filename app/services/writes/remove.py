"""Removes a row. It is proved by the row's absence, and undone by creating it again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from app.api.errors import NotFound
from app.core.text import Text, msg
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Check, Checked, Proof, ReadBack
from app.services.writes.create import Create
from app.services.writes.reading import read_row, shows
from app.services.writes.words import NOT_SHOWN
from app.services.writes.write import Write
from app.store.topics import Part, Topic
from app.wire.endpoint import Resource, Sender


class Remove(Write):
    """Removes a row of a patient. `again` is the write that creates one like it: the undo. None: there is none."""

    def __init__(
        self,
        kind: str,
        sends: Callable[..., Any],
        *,
        key: str,
        part: Part,
        again: Create | None,
        not_done: Text,
    ) -> None:
        super().__init__(kind, sends, not_done=not_done)
        self.key = key
        self.resource = cast(type[Resource], self.endpoint.resource)
        self._part = part
        self._again = again

    async def check(self, office: Sender, intent: Intent) -> Checked:
        """Read the row again; remove it only as it was seen."""
        row = await self._row(office, intent)
        if row is None:
            return Checked(Check.ALREADY, {**intent.context, **intent.before})
        if not shows(row, intent.before):
            words = msg("{not_done}: another user just changed it.", not_done=self.not_done)
            return Checked(Check.CONFLICT, row, words)
        return Checked(Check.CLEAR, row)

    async def result(self, office: Sender, intent: Intent, answer: Any) -> ReadBack:
        """Done when the row is gone."""
        row = await self._row(office, intent)
        gone = {**intent.context, **intent.before}
        return ReadBack(Proof.DONE, gone) if row is None else ReadBack(Proof.UNCLEAR, row, NOT_SHOWN)

    async def read_back(self, office: Sender, entry: Entry) -> ReadBack:
        """Not done when the row is still there."""
        row = await self._row(office, entry.intent)
        gone = {**entry.intent.context, **entry.intent.before}
        return ReadBack(Proof.DONE, gone) if row is None else ReadBack(Proof.NOT_DONE, row)

    def undo(self, entry: Entry) -> Intent | None:
        """Create it again, with the values that it had."""
        if (again := self._again) is None or (row := entry.seen) is None or not row.get(self.key):
            return None
        sent = {each.name for each in again.endpoint.parameters}
        fields = {name: value for name, value in row.items() if name in sent and value not in ("", 0)}
        return again.intent(
            subject=entry.intent.subject,
            arguments=fields,
            after={name: fields[name] for name in again.identity},
            words=msg("{words}: undone", words=entry.intent.words),
            whose=entry.intent.whose,
            undo_of=entry.id,
        )

    def changes(self, intent: Intent) -> frozenset[str]:
        """All that was seen."""
        return frozenset(intent.before)

    def applies(self, fields: Wire) -> Topic | None:
        """The patient's topic."""
        key = fields.get("PatNum")
        return Topic(self._part, int(key)) if key else None

    async def _row(self, office: Sender, intent: Intent) -> Wire | None:
        fields = {**intent.context, **intent.arguments}
        try:
            return await read_row(office, self.resource, self.key, "PatNum", fields)
        except NotFound:
            return None
