"""The open tasks of an appointment or a patient, as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.core.text import Text, many, msg
from app.wire.resources.tasks import Task

MOST_NAMED = 3
"""So many tasks are named; the number tells that there are more."""
LONGEST = 60
"""Characters of a task in a list of several. A longer one is cut after a word."""


def title_of(task: Task) -> str:
    """What a task is about in one line: its short text, else the first line of its text."""
    words = task.DescriptOverride.strip() or task.Descript.strip()
    return words.splitlines()[0].strip() if words else ""


def one_line(text: str, short: str, most: int) -> str:
    """The short text, else the text, in one line of at most so many characters; without the period at its end."""
    words = " ".join((short.strip() or text).split()).removesuffix(".")
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def newest_first(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Those added last come first. Tasks are numbered in the order in which they were added."""
    return tuple(sorted(tasks, key=lambda each: each.TaskNum, reverse=True))


def open_words(tasks: Sequence[Task]) -> Text:
    """`1 open task: Call lab`; the newest first, and of many only some."""
    named = [_short(title) for each in newest_first(tasks) if (title := title_of(each))][:MOST_NAMED]
    if not named:
        return many("{n} open tasks", "{n} open task", len(tasks))
    titles = " · ".join(named)
    if len(named) < len(tasks):
        return msg("{n} open tasks: {titles} …", n=len(tasks), titles=titles)
    return many("{n} open tasks: {titles}", "{n} open task: {titles}", len(tasks), titles=titles)


def _short(title: str) -> str:
    if len(title) <= LONGEST:
        return title
    start = title[: LONGEST - 1]
    return (start.rpartition(" ")[0].rstrip(" ,;:.") or start) + "…"
