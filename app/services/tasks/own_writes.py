"""Which task a write of this PC has changed. No write is imported for it: this is needed from the start."""

from __future__ import annotations

from app.journal.entries import Entry, WriteState

RESOURCES = frozenset({"Tasks", "TaskNotes"})  # words: names in the API

NOTE = "task note"  # words: a kind of write
HANDED_ON, FROM = "task handed on", "from"  # words: a kind of write, and a key of its context


def written_task(entry: Entry) -> int:
    """The TaskNum of a write that is done; 0: it is not done, or about something else."""
    if entry.state is not WriteState.DONE or entry.intent.method.partition(".")[0] not in RESOURCES:
        return 0
    number = {**entry.intent.arguments, **(entry.answer or {})}.get("TaskNum")
    return int(number) if number else 0


def handed_on(entry: Entry) -> tuple[int, int] | None:
    """The TaskNums of the task that ends with a hand-on and of the one that goes on; None: it is none, or not done.

    Undone it is the old task that goes on.
    """
    intent = entry.intent
    if intent.kind != HANDED_ON or entry.state is not WriteState.DONE:
        return None
    old, new = int(intent.context[FROM]["task_num"]), int(intent.context["TaskNum"])
    return (old, new) if intent.undo_of is None else (new, old)
