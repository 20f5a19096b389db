"""A refused write that is sent again: what stopped it has been seen since."""

from __future__ import annotations

from msgspec.structs import replace

from app.domain.money.doubts import Doubt
from app.journal.entries import Entry, Intent
from app.journal.kinds import AT_ANOTHER_DESK
from app.services.writes.create import Create
from app.services.writes.write import Write

EQUALS = "equals"
"""In an intent's context: rows like the new one that the user has seen: the new one is another."""
ANSWERED = "answered"
"""In an intent's context: the questions that the user has answered with yes."""
AGAIN = "again"
"""In an intent's context: it was refused before, so that a late request of the first try may still arrive."""

TOLD = "told"
"""In an intent's context: the hub told of another desk's equal one, which may be posted by now: this is another."""


def meant(intent: Intent) -> Intent:
    """An intent whose user was told by the hub of an equal one at another desk, and goes on."""
    answered = [*intent.context.get(ANSWERED, ()), Doubt.EQUAL.value]
    return replace(intent, context={**intent.context, TOLD: True, ANSWERED: answered})


def sent_again(write: Write, entry: Entry) -> Intent:
    """The intent of a refused entry, as it is sent again: with the rows that there were before it was first sent."""
    intent, row = entry.intent, entry.conflict or {}
    if EQUALS not in intent.context or not isinstance(write, Create):
        return intent
    context = {**intent.context, AGAIN: True}
    if write.known in (entry.seen or {}):
        context[write.known] = (entry.seen or {})[write.known]
    if AT_ANOTHER_DESK in row:
        context = meant(replace(intent, context=context)).context
    if write.key in row:
        context[EQUALS] = [*intent.context[EQUALS], row[write.key]]
        context[ANSWERED] = [*intent.context.get(ANSWERED, ()), Doubt.EQUAL.value]
    return replace(intent, context=context)
