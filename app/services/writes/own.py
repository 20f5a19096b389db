"""Recognizes this PC's own writes, so that they are never reported as another user's."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from app.core.text import NO_TEXT, Text, msg
from app.journal.entries import Entry, Intent, Wire, WriteState
from app.services.writes.reading import differing, shows
from app.services.writes.schedule.slots import BESIDE


def known_bookings(intent: Intent, recent: Sequence[Entry]) -> Intent:
    """The intent with the numbers that bookings next to it have received since it was made."""
    beside = intent.context.get(BESIDE, ())
    if all(number > 0 for number in beside):
        return intent
    made = {-each.id: each.answer["AptNum"] for each in recent if each.answer and "AptNum" in each.answer}
    known = [made.get(number, number) for number in beside]
    return replace(intent, context={**intent.context, BESIDE: known})


def own_doing(not_done: Text, intent: Intent, row: Wire, recent: Sequence[Entry]) -> Text:
    """Our own write that explains why a row differs from the intent's guard; empty: another user's change."""
    fields = differing(row, intent.before)
    for entry in recent:
        if not fields or entry.intent.subject != intent.subject:
            continue
        if entry.state is WriteState.DONE and _left(entry, row, fields):
            return msg(
                "{not_done}: you changed it since ({words}).", not_done=not_done, words=entry.intent.words
            )
        if entry.state is WriteState.REFUSED and _counted_on(entry, intent, row, fields):
            return msg(
                "{not_done}: the change before it was not done ({words}).",
                not_done=not_done,
                words=entry.intent.words,
            )
    return NO_TEXT


def _left(entry: Entry, row: Wire, fields: Sequence[str]) -> bool:
    """Whether a write of ours left these fields with the row's current values."""
    left = {**(entry.answer or {}), **entry.intent.after}
    return all(name in entry.intent.after for name in fields) and shows(
        row, {name: left[name] for name in fields}
    )


def _counted_on(entry: Entry, intent: Intent, row: Wire, fields: Sequence[str]) -> bool:
    """Whether an intent was made for the result of a write that was refused, and the row is as before it."""
    wanted, before = entry.intent.after, entry.intent.before
    return all(name in wanted and intent.before[name] == wanted[name] for name in fields) and shows(
        row, {name: before[name] for name in fields if name in before}
    )
