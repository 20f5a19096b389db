"""The thread of a task as a timeline, with what it was before it was handed on."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from app.core.text import many
from app.domain.tasks.taking import taken_by
from app.domain.tasks.thread import Kind, Line, Thread
from app.viewmodels.timeline import TimelineEntry
from app.viewmodels.translation import tr

NOTE_ICON, TAKEN_ICON, HANDED_ICON, WRITTEN_ICON = "NOTE", "PATIENT", "NEXT", "ADD"
LEFT_OUT = "left out"  # words: a key


def thread_entries(thread: Thread, left_out: int = 0) -> list[TimelineEntry]:
    """The entries, oldest first. `left_out`: notes that are only in a task that can't be read."""
    return [*_without_doubles(_entries(thread, left_out))]


def _entries(thread: Thread, left_out: int) -> Iterator[TimelineEntry]:
    was_handed = any(line.kind is Kind.HANDED_ON for line in thread.lines)
    for line in thread.lines:
        if line.kind is not Kind.WRITTEN or was_handed:  # else the header says who added it
            yield _entry(line)
        if line.kind is Kind.WRITTEN and left_out:
            title = tr(many("{n} notes are not shown", "{n} note is not shown", left_out))
            words = tr("They are in the older task, which can't be read.")
            yield TimelineEntry(LEFT_OUT, None, HANDED_ICON, title, words, tone="ink_2")


def _entry(line: Line) -> TimelineEntry:
    who = line.who or tr("Unknown user")
    match line.kind:
        case Kind.WRITTEN:
            title = tr("{name} added the task", name=who)
            return TimelineEntry(_key(line), line.at, WRITTEN_ICON, title, tone="ink_2")
        case Kind.HANDED_ON:
            title = tr("Handed on from {before} to {after}", before=line.list_name, after=line.to_name)
            return TimelineEntry(_key(line), line.at, HANDED_ICON, title, line.text, who, tone="accent_text")
        case _ if taken_by(line.text) is not None:
            title = tr("{name} took the task", name=who)
            return TimelineEntry(_key(line), line.at, TAKEN_ICON, title, tone="ink_2")
    return TimelineEntry(_key(line), line.at, NOTE_ICON, who, line.text)


def _key(line: Line) -> Hashable:
    """Its own number, else what it says."""
    return line.note_num or (line.kind, line.task_num, line.at, line.who, line.text)


def _without_doubles(entries: Iterator[TimelineEntry]) -> Iterator[TimelineEntry]:
    """Two that say the same in the same minute without a number of their own are told apart by their order."""
    seen: dict[Hashable, int] = {}
    for entry in entries:
        count = seen[entry.key] = seen.get(entry.key, 0) + 1
        yield (
            entry
            if count == 1
            else TimelineEntry(
                (entry.key, count),
                entry.at,
                entry.icon,
                entry.title,
                entry.text,
                entry.author,
                tone=entry.tone,
            )
        )
