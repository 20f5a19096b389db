"""The words for open tasks."""

from __future__ import annotations

from app.domain.tasks.attached import LONGEST, newest_first, open_words, title_of
from app.wire.resources.tasks import Task


def task(number: int, text: str, short: str = "") -> Task:
    """One."""
    return Task(TaskNum=number, Descript=text, DescriptOverride=short)


def test_a_title() -> None:
    """The short text, else the first line that isn't empty; a task without text has no title."""
    assert title_of(task(1, "Call the lab\nabout the shade", "Lab")) == "Lab"
    assert title_of(task(1, "\r\n  Call the lab \r\nabout the shade")) == "Call the lab"
    assert title_of(task(1, " \n")) == ""


def test_one_and_several() -> None:
    """One task is named, of several the newest three; a long one is cut after a word."""
    call, shade, card, form = (task(n, text) for n, text in enumerate(("Call", "Shade", "Card", "Form")))
    assert str(open_words([call])) == "1 open task: Call"
    assert str(open_words([call, shade])) == "2 open tasks: Shade · Call"
    assert str(open_words([card, call, form, shade])) == "4 open tasks: Form · Card · Shade …"
    assert str(open_words([task(1, ""), task(2, "")])) == "2 open tasks"
    assert str(open_words([task(1, "")])) == "1 open task"
    assert newest_first([call, form]) == (form, call)
    long = str(open_words([task(1, "word, " * 40)])).removeprefix("1 open task: ")
    assert len(long) <= LONGEST
    assert long.endswith("word…")
    assert str(open_words([task(1, "x" * 99)])) == f"1 open task: {'x' * (LONGEST - 1)}…"
