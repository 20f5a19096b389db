"""How a write stands to those of its subject that are not settled yet."""

from __future__ import annotations

import msgspec

from app.journal.entries import Entry, Intent


def folded(earlier: tuple[Entry, ...], intent: Intent) -> Entry | None:
    """The entry that this write is already, asked for once more; None when it is a write of its own.

    It may have others behind it, as long as none of them changes the same fields again. A write that adds something
    (a note) instead of setting fields is the same only as the last one.
    """
    for behind, entry in enumerate(reversed(earlier)):
        if _same(entry.intent, intent) and (intent.after or not behind):
            return entry
        if not intent.after.keys().isdisjoint(entry.intent.after):
            return None
    return None


def behind(earlier: tuple[Entry, ...], intent: Intent) -> Intent:
    """The intent with its guard moved on to what the entries before it will have made of the row: that is our doing.

    Only in the fields that it sets itself, and in those that it follows: a visit that is being broken is not moved.
    """
    before = dict(intent.before)
    ours = {*intent.after, *intent.follows}
    for entry in earlier:
        before.update(
            {name: made for name, made in entry.intent.after.items() if name in before and name in ours}
        )
    return msgspec.structs.replace(intent, before=before)


def _same(one: Intent, other: Intent) -> bool:
    return (one.kind, one.method, one.arguments) == (other.kind, other.method, other.arguments)
