"""A change of a patient's row or one of a patient's rows: only the changed fields, guarded by the values seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from app.core.text import NO_TEXT, Text, Value, Words, msg
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import ReadBack
from app.services.writes.change import Change
from app.services.writes.errors import CannotWrite
from app.services.writes.patients.words import fields_words
from app.services.writes.reading import differing
from app.wire.codec import wire_row, wire_value
from app.wire.endpoint import Sender
from app.wire.fields import NO_DATE, NO_DATE_TIME
from app.wire.record import Record

NOTHING_CHANGED = msg("Nothing was changed, so nothing was sent.")
DATE_TIMES = frozenset({"DateTimeDisabled"})
"""Fields that None clears as a time, not as a date."""


class PatientChange(Change):
    """Changes fields of a row; a conflict names the fields that another user changed.

    Rows that do not name their patient (subscribers, plans) get the one in the intent's context: the topic's key.
    """

    async def read(self, office: Sender, intent: Intent) -> Wire:
        """The row that it changes."""
        return with_patient(intent, await super().read(office, intent))

    async def result(self, office: Sender, intent: Intent, answer: Any) -> ReadBack:
        """The row after the write."""
        found = await super().result(office, intent, answer)
        return found if found.row is None else replace(found, row=with_patient(intent, found.row))

    def conflict(self, intent: Intent, row: Wire) -> Words:
        """What another user changed; `versions` has both."""
        names = differing(row, intent.before)
        value = _shown(row.get(names[0])) if len(names) == 1 else ""
        if value:
            return msg(
                "{not_done}: another user just changed it ({fields}) to {value}.",
                not_done=self.not_done,
                fields=fields_words(names),
                value=value,
            )
        return msg(
            "{not_done}: another user just changed it ({fields}).",
            not_done=self.not_done,
            fields=fields_words(names),
        )


def with_patient(intent: Intent, row: Wire) -> Wire:
    """A row with the number of the patient whose page shows it, if it names none and has one."""
    pat_num = intent.context.get("PatNum") or intent.arguments.get("PatNum", 0)
    return row if row.get("PatNum") or not pat_num else {**row, "PatNum": pat_num}


def edit(
    write: Change,
    subject: str,
    row: Record,
    changes: Mapping[str, Any],
    *,
    person: Person,
    words: Text = NO_TEXT,
    context: Mapping[str, Any] | None = None,
) -> Intent:
    """The intent of changing these fields of a row as it was seen. None clears a date.

    Raises CannotWrite if the row has all of these values already.
    """
    before, after = changed_fields(row, changes)
    return write.intent(
        subject=subject,
        arguments={write.key: wire_row(row).get(write.key, person.pat_num), **after},
        before=before,
        after=after,
        context={"PatNum": person.pat_num, **(context or {})},
        words=words or msg("{name}: {fields} changed", name=person.display, fields=fields_words(after)),
        whose=person.display,
    )


def changed_fields(row: Record, changes: Mapping[str, Any]) -> tuple[Wire, Wire]:
    """Those of these fields that are others than in the row, as seen and as wanted. Raises CannotWrite if none is."""
    seen = wire_row(row)
    wanted = {name: wire_value(_cleared(name) if value is None else value) for name, value in changes.items()}
    after = {name: wanted[name] for name in differing(seen, wanted)}
    if not after:
        raise CannotWrite(NOTHING_CHANGED)
    return {name: seen[name] for name in after}, after


class Version(Struct, frozen=True):
    """One field of a colliding edit, in the wire's form."""

    field: str
    words: Text
    """The field, for people."""
    seen: Any
    """As the user saw it before typing."""
    ours: Any
    """As the user wants it; the same as `theirs` if both typed the same."""
    theirs: Any
    """As another user left it."""


def versions(entry: Entry) -> tuple[Version, ...]:
    """Both versions of each field of a refused edit that another user changed; empty if that is not the reason."""
    row, intent = entry.conflict, entry.intent
    if row is None:
        return ()
    return tuple(
        Version(
            name, fields_words([name]), intent.before[name], intent.after.get(name, row[name]), row.get(name)
        )
        for name in differing(row, intent.before)
    )


def _cleared(name: str) -> Any:
    return NO_DATE_TIME if name in DATE_TIMES else NO_DATE


def _shown(value: Any) -> Value:
    """A short text as it is; numbers of other rows and dates in wire form would say nothing to people."""
    return value if isinstance(value, str) and 0 < len(value) <= 60 and not value.startswith("0001-") else ""
