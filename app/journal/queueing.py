"""How a new write relates to unsettled ones of its subject."""

from __future__ import annotations

from typing import Any

import msgspec

from app.core.text import Text
from app.journal.entries import Entry, Intent, Wire


def folded(earlier: tuple[Entry, ...], intent: Intent) -> Entry | None:
    """The entry that is the same write, requested again; None if it is a different write.

    Others may be queued behind it, unless one of them changes the same fields again. A write that appends (a
    note) instead of setting fields counts as the same only if it is the last one.
    """
    for behind, entry in enumerate(reversed(earlier)):
        if _same(entry.intent, intent) and (intent.after or not behind):
            return entry
        if not intent.after.keys().isdisjoint(entry.intent.after):
            return None
    return None


def behind(earlier: tuple[Entry, ...], intent: Intent) -> Intent:
    """The intent with its guard updated to what the entries before it are expected to write.

    Only for the fields that it sets or follows: breaking an appointment doesn't move it.
    """
    before = dict(intent.before)
    ours = {*intent.after, *intent.follows}
    for entry in earlier:
        before.update(
            {name: made for name, made in entry.intent.after.items() if name in before and name in ours}
        )
    return msgspec.structs.replace(intent, before=before)


def encodable(intent: Intent) -> Intent:
    """The intent with texts that can be encoded: unpaired surrogates are removed."""
    names = ("arguments", "before", "after", "context", "words", "whose")
    return msgspec.structs.replace(intent, **{name: _clean(getattr(intent, name)) for name in names})


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    if isinstance(value, dict):
        return {name: _clean(each) for name, each in value.items()}
    if isinstance(value, Text):
        values = tuple((name, _clean(each)) for name, each in value.values)
        return msgspec.structs.replace(value, values=values)
    return [_clean(each) for each in value] if isinstance(value, list) else value


def _same(one: Intent, other: Intent) -> bool:
    return _identity(one) == _identity(other)


def _identity(intent: Intent) -> tuple[object, ...]:
    return intent.kind, intent.method, intent.nth, _unmarked(intent)


def _unmarked(intent: Intent) -> Wire:
    """The arguments without the mark, which differs each time: a double click is one write."""
    if not intent.mark:
        return intent.arguments
    return {
        name: value.replace(intent.mark, "") if isinstance(value, str) else value
        for name, value in intent.arguments.items()
    }
