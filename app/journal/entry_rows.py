"""The journal's entries as rows of the local store: state and times in clear, everything else sealed.

All functions block and run in the store's thread.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec

from app.core.text import Words, msg
from app.journal.entries import COMES_FROM, Author, Entry, Intent, Outcome, Wire, WriteState
from app.journal.errors import NotPossible
from app.sealed.sealed_file import SealedFile
from app.sealed.tables import ENTRIES, Row

OLD = (
    "changed_at < ? AND (state = ? OR (state = ? AND dismissed = 1)) "
    "AND id < (SELECT max(id) FROM entry)"  # the last id stays taken, so that no id is reused
)
WANTED = (
    "NOT (state = ? OR (state = ? AND dismissed = 1)) "
    "OR id IN (SELECT id FROM entry ORDER BY id DESC LIMIT ?)"
)
SETTLED = (WriteState.DONE, WriteState.REFUSED)


class _Request(msgspec.Struct, frozen=True):
    """The immutable part."""

    who: str
    intent: Intent
    user_num: int = 0
    initials: str = ""


class _Result(msgspec.Struct, frozen=True):
    """The part that state changes may extend."""

    outcome: Words = ""
    answer: Wire | None = None
    conflict: Wire | None = None
    seen: Wire | None = None


class _Body(msgspec.Struct, frozen=True):
    """The sealed part of an entry."""

    request: _Request
    result: _Result


_DECODER = msgspec.json.Decoder(_Body)


class Loaded(msgspec.Struct, frozen=True):
    """Open entries and the latest ones, oldest first, and the ids of entries that this version can't decode."""

    entries: list[Entry]
    undecoded: tuple[int, ...]


def add(file: SealedFile, intent: Intent, author: Author, now: datetime) -> Entry:
    """Write a new entry, waiting."""
    entry = Entry(
        id=file.next_id(ENTRIES),
        intent=intent,
        state=WriteState.WAITING,
        who=author.name,
        user_num=author.user_num,
        initials=author.initials,
        made_at=now,
        changed_at=now,
    )
    file.put(ENTRIES, _row(entry))
    return entry


def advance(file: SealedFile, entry_id: int, state: WriteState, outcome: Outcome, now: datetime) -> Entry:
    """Write a new state. Raises NotPossible if the state on disk doesn't allow it."""
    entry = get(file, entry_id)
    if entry.state not in COMES_FROM[state]:
        raise NotPossible(entry_id, msg("This change can no longer become {state}.", state=state.value))
    sending = state is WriteState.SENT
    new = msgspec.structs.replace(
        entry,
        state=state,
        changed_at=now,
        sent_at=now if sending else None if state is WriteState.WAITING else entry.sent_at,
        attempts=entry.attempts + sending,
        outcome=entry.outcome if outcome.outcome is None else outcome.outcome,
        answer=entry.answer if outcome.answer is None else outcome.answer,
        conflict=entry.conflict if outcome.conflict is None else outcome.conflict,
        seen=entry.seen if outcome.seen is None else outcome.seen,
    )
    file.put(ENTRIES, _row(new))
    return new


def dismiss(file: SealedFile, entry_id: int) -> Entry:
    """Mark a refused entry as dismissed. Raises NotPossible for any other."""
    entry = get(file, entry_id)
    if entry.state is not WriteState.REFUSED:
        raise NotPossible(entry_id, msg("Only a refused change can be dismissed."))
    new = msgspec.structs.replace(entry, dismissed=True)
    file.put(ENTRIES, _row(new))
    return new


def get(file: SealedFile, entry_id: int) -> Entry:
    """One entry. Raises NotPossible if there is none that can be read."""
    entries = _decoded(file.rows(ENTRIES, "id = ?", (entry_id,))[0]).entries
    if not entries:
        raise NotPossible(entry_id, msg("This change is no longer on this PC."))
    return entries[0]


def made_between(file: SealedFile, start: datetime, end: datetime) -> list[Entry]:
    """The entries made from `start` until before `end`, oldest first; those that can't be decoded are left out."""
    within = "made_at >= ? AND made_at < ?"  # words: a condition in SQL
    rows, _ = file.rows(ENTRIES, within, (_text(start), _text(end)))
    return sorted(_decoded(rows).entries, key=lambda entry: entry.id)


def load(file: SealedFile, count: int, prune_before: datetime) -> Loaded:
    """Delete entries settled before that moment; read the open ones and the latest `count`."""
    old, _ = file.rows(ENTRIES, OLD, (_text(prune_before), *SETTLED))
    if old:
        file.delete(ENTRIES, (row.id for row in old))
    rows, broken = file.rows(ENTRIES, WANTED, (*SETTLED, count))
    found = _decoded(rows)
    return Loaded(found.entries, (*broken, *found.undecoded))


def distrust(file: SealedFile, until: datetime) -> None:
    """Treat entries waiting since before that moment as sent: the record that they were may have been lost."""
    for entry in _decoded(file.rows(ENTRIES, "state = ?", (WriteState.WAITING,))[0]).entries:
        if entry.changed_at <= until:
            advance(file, entry.id, WriteState.SENT, Outcome(), entry.changed_at)


def refill(file: SealedFile, entries: tuple[Entry, ...]) -> None:
    """Write those of these entries that are missing in the file."""
    there = {row.id for row in file.rows(ENTRIES)[0]}
    file.put_all(ENTRIES, [_row(entry) for entry in entries if entry.id not in there])


def _decoded(rows: Iterable[Row]) -> Loaded:
    """Decode rows to entries. Ids of entries written by a newer version are returned separately."""
    entries: list[Entry] = []
    undecoded: list[int] = []
    for row in rows:
        try:
            entries.append(_entry(row))
        except (msgspec.DecodeError, ValueError):
            undecoded.append(row.id)
    return Loaded(entries, tuple(undecoded))


def _entry(row: Row) -> Entry:
    state, made_at, changed_at, sent_at, attempts, dismissed = row.clear
    body = _DECODER.decode(row.body)
    return Entry(
        id=row.id,
        intent=body.request.intent,
        state=WriteState(str(state)),
        who=body.request.who,
        user_num=body.request.user_num,
        initials=body.request.initials,
        made_at=datetime.fromisoformat(str(made_at)),
        changed_at=datetime.fromisoformat(str(changed_at)),
        sent_at=datetime.fromisoformat(str(sent_at)) if sent_at else None,
        attempts=int(attempts or 0),
        dismissed=bool(dismissed),
        **msgspec.structs.asdict(body.result),
    )


def _row(entry: Entry) -> Row:
    request = _Request(entry.who, entry.intent, entry.user_num, entry.initials)
    result = _Result(entry.outcome, entry.answer, entry.conflict, entry.seen)
    return Row(
        entry.id,
        (
            str(entry.state),
            _text(entry.made_at),
            _text(entry.changed_at),
            _text(entry.sent_at) if entry.sent_at else None,
            entry.attempts,
            int(entry.dismissed),
        ),
        msgspec.json.encode(_Body(request, result)),
    )


def _text(moment: datetime) -> str:
    """The only form of times that sorts as text."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
