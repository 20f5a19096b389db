"""Which task a write of this PC has changed."""

from __future__ import annotations

from app.journal.entries import Entry, WriteState

RESOURCES = frozenset({"Tasks", "TaskNotes"})  # words: names in the API


def written_task(entry: Entry) -> int:
    """The TaskNum of a write that is done; 0: it is not done, or about something else."""
    if entry.state is not WriteState.DONE or entry.intent.method.partition(".")[0] not in RESOURCES:
        return 0
    number = {**entry.intent.arguments, **(entry.answer or {})}.get("TaskNum")
    return int(number) if number else 0
