"""Taking a task: Open Dental's API has no assignee, so a note says who does it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.wire.resources.task_notes import TaskNote

_TAKEN = re.compile(r"Taken by (\S.*)")


def taken_words(who: str) -> str:
    """The note of someone who takes a task. `who`: the initials."""
    return f"Taken by {who}"  # words: a note in Open Dental, and found by _TAKEN


def taken_by(note: str) -> str | None:
    """The initials of who takes a task with this note; None: the note says something else."""
    found = _TAKEN.fullmatch(note.strip())
    return found[1] if found else None


def taker(notes: Iterable[TaskNote]) -> TaskNote | None:
    """The note of the one who took a task last; None: nobody has. `notes` oldest first."""
    taken = [note for note in notes if taken_by(note.Note) is not None]
    return taken[-1] if taken else None
