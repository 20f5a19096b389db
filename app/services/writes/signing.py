"""Initials at the end of notes: Open Dental's API enters every note as its own user."""

from __future__ import annotations

from msgspec.structs import replace

from app.journal.entries import Intent


def sign(intent: Intent, field: str, initials: str) -> Intent:
    """The intent with initials at the end of this text. Unchanged without initials or text, and if they are there.

    The same text is then looked for when reading back.
    """
    text = intent.arguments.get(field, "")
    signed = f"{text} [{initials}]"
    if not initials or not text or text.endswith(f" [{initials}]"):
        return intent
    arguments = {**intent.arguments, field: signed}
    after = {**intent.after, field: signed} if intent.after.get(field) == text else intent.after
    return replace(intent, arguments=arguments, after=after)


def initial(intent: Intent, field: str, initials: str, former: str = "") -> Intent:
    """The intent with initials at the end of a posting's note, before its mark, in place of `former` ones.

    Unchanged without initials or field.
    """
    if not initials or not field:
        return intent
    note = str(intent.arguments.get(field, "")).removesuffix(intent.mark).rstrip()
    if former and f" {note}".endswith(f" {former}"):
        note = note.removesuffix(former).rstrip()
    signed = " ".join(filter(None, (note, initials, intent.mark)))
    return replace(intent, arguments={**intent.arguments, field: signed})
