"""A change of a row with texts: merged with what another user wrote meanwhile, or both versions are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import replace

from app.core.text import Text
from app.domain.people.merge import keep_breaks, merge
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Check, Checked, ReadBack
from app.services.patients.note_text import text_with_breaks
from app.services.writes.patients.change import PatientChange
from app.services.writes.reading import shows, tidy
from app.store.topics import Part
from app.wire.endpoint import Sender

SENT = "sent texts"  # words: a key of an entry
"""In the row before the write: the texts that were sent where merging made them others than the user's."""


class TextChange(PatientChange):
    """As PatientChange; `texts` are the fields that hold notes, and the office's tables that have them.

    The guard of a text is what the user began with. The API answers it with spaces for line breaks, so those are
    read by a query where the key has Queries, and put back between the words that stayed.
    """

    def __init__(
        self,
        kind: str,
        sends: Callable[..., Any],
        *,
        key: str,
        part: Part,
        not_done: Text,
        texts: Mapping[str, str],
        whose: str = "PatNum",
    ) -> None:
        super().__init__(kind, sends, key=key, part=part, not_done=not_done, whose=whose, topic_key="PatNum")
        self._texts = texts

    async def check(self, office: Sender, intent: Intent) -> Checked:
        """Merge the user's texts into those of now. A conflict if both changed the same part, or another field."""
        row = await self.read(office, intent)
        found = self.compare(intent, row)
        texts = [name for name in self._texts if name in intent.after]
        others = {name: value for name, value in intent.before.items() if name not in texts}
        if found.verdict is Check.ALREADY or not texts or not shows(row, others):
            return found
        row = {
            **row,
            **{name: await _whole(office, self._texts[name], self.key, row, name) for name in texts},
        }
        merged = {name: _merged(intent.before.get(name, ""), intent.after[name], row[name]) for name in texts}
        if None in merged.values():
            return Checked(Check.CONFLICT, row, self.conflict(intent, row))
        sent = {name: text for name, text in merged.items() if text != intent.after[name]}
        if not sent:
            return Checked(Check.CLEAR, row)
        new = replace(intent, arguments={**intent.arguments, **sent}, after={**intent.after, **sent})
        return Checked(Check.CLEAR, {**row, SENT: sent}, intent=new)

    async def read_back(self, office: Sender, entry: Entry) -> ReadBack:
        """By the texts that were sent."""
        sent = (entry.seen or {}).get(SENT, {})
        intent = replace(entry.intent, after={**entry.intent.after, **sent})
        return await super().read_back(office, replace(entry, intent=intent))


async def _whole(office: Sender, table: str, key: str, row: Wire, name: str) -> str:
    """The text with its line breaks, if it can be read so."""
    text = await text_with_breaks(office, table, key, row[key], name)
    return text if text is not None and tidy(text) == tidy(row[name]) else str(row[name])


def _merged(base: str, ours: str, theirs: str) -> str | None:
    merged = merge(base, ours, theirs)
    return merged if merged is None or "\n" in base else keep_breaks(merged, theirs)
