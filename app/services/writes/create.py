"""A new row; after a lost answer it is found by its mark, or by comparison with the earlier rows."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Callable
from typing import Any, cast

from msgspec.structs import replace

from app.core.text import Text
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Check, Checked, Proof, ReadBack
from app.services.writes.reading import read_row, read_rows, shows, whole_row
from app.services.writes.words import ASK_CREATED, NOT_SHOWN
from app.services.writes.write import Write
from app.store.topics import Part, Topic
from app.wire.endpoint import Resource, Sender

MARK_BYTES = 5
"""40 random bits: a collision among one patient's rows would take millions of years."""


def new_mark() -> str:
    """A short text that is unique to one row."""
    return "FD-" + base64.b32encode(secrets.token_bytes(MARK_BYTES)).decode()


class Create(Write):
    """Creates a row among those of `whose`; it belongs to the topic `part`, also keyed by `whose`.

    `mark` is the field that takes a mark, if the row has room for one: only a mark proves that a row is ours.
    Without one, `identity` names the fields of `after` that tell the row from any other new one.
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
        mark: str = "",
        identity: tuple[str, ...] = (),
    ) -> None:
        super().__init__(kind, sends, not_done=not_done)
        self.key = key
        self.mark = mark
        self.identity = identity
        self.resource = cast(type[Resource], self.endpoint.resource)
        self.whose = whose
        self.part = part

    def marked(self, intent: Intent) -> Intent:
        """The intent with a new mark in its mark field; unchanged without such a field."""
        if not self.mark or intent.mark:
            return intent
        mark = new_mark()
        text = f"{intent.arguments.get(self.mark, '')} {mark}".strip()
        return replace(intent, mark=mark, arguments={**intent.arguments, self.mark: text})

    async def check(self, office: Sender, intent: Intent) -> Checked:
        """Record which rows exist. If one has this mark or identity, see `existing`."""
        rows = await self.rows(office, intent)
        told = intent.mark or self.identity
        if told and (ours := [row for row in rows if self.is_ours(row, intent)]):
            return self.existing(ours[0])
        return Checked(Check.CLEAR, {self.known: [row[self.key] for row in rows]})

    async def result(self, office: Sender, intent: Intent, answer: Any) -> ReadBack:
        """The row of the answer; if it has only the number, or not even that, the row is looked up."""
        row = whole_row(answer, self.endpoint.record, self.key)
        if row is None and isinstance(answer, dict) and (number := answer.get(self.key)):
            fields = {**intent.arguments, self.key: int(number)}
            row = await read_row(office, self.resource, self.key, self.whose, fields)
        if row is None:
            rows = await self.rows(office, intent)
            row = next((each for each in reversed(rows) if self.is_ours(each, intent)), None)
        if row is None or not self.is_ours(row, intent):
            return ReadBack(Proof.UNCLEAR, row, NOT_SHOWN)
        return ReadBack(Proof.DONE, row)

    async def read_back(self, office: Sender, entry: Entry) -> ReadBack:
        """Done when there is a new row that is ours; not done when there is no new row."""
        known = (entry.seen or {}).get(self.known, ())
        new = [row for row in await self.rows(office, entry.intent) if row[self.key] not in known]
        if ours := [row for row in new if self.is_ours(row, entry.intent)]:
            return ReadBack(Proof.DONE, ours[0])
        if not entry.intent.mark and any(self.may_be_ours(row, entry.intent) for row in new):
            return ReadBack(Proof.UNCLEAR, words=ASK_CREATED)
        return ReadBack(Proof.NOT_DONE)

    def applies(self, fields: Wire) -> Topic | None:
        """The row's topic."""
        key = fields.get(self.whose)
        return Topic(self.part, int(key)) if key else None

    def is_ours(self, row: Wire, intent: Intent) -> bool:
        """Whether a row matches what an intent creates."""
        return intent.mark in str(row.get(self.mark, "")) if intent.mark else shows(row, intent.after)

    def may_be_ours(self, row: Wire, intent: Intent) -> bool:
        """Whether a new row without a mark, which is not as it was sent, may still be ours, changed since."""
        return shows(row, {name: intent.after[name] for name in self.identity})

    def existing(self, row: Wire) -> Checked:
        """What it means that the row exists before sending: the write is already done."""
        return Checked(Check.ALREADY, row)

    async def rows(self, office: Sender, intent: Intent) -> list[Wire]:
        """The existing rows that it is added to."""
        return await read_rows(office, self.resource, self.whose, intent.arguments)

    @property
    def known(self) -> str:
        """In the check's result: the numbers of the existing rows."""
        return f"{self.key}s"
