"""A task that is handed on takes its history along, as plain text that can be read back."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.tasks.thread import (
    LONGEST,
    Handover,
    Kind,
    Line,
    joined,
    own_text,
    read_handover,
    thread,
    write_handover,
)
from app.wire.resources.task_notes import TaskNote
from app.wire.resources.tasks import Task

NINE = datetime(2026, 11, 23, 9, 0)
NAMES = {1: "Ben Kim", 2: "Ana Lopez", 3: "Eve"}
OLD = Task(TaskNum=1408, TaskListNum=1, Descript="Call back", UserNum=1, DateTimeOriginal=NINE)
NOTES = (
    TaskNote(
        TaskNoteNum=7, TaskNum=1408, UserNum=2, DateTimeNote=NINE + timedelta(minutes=30), Note="No answer"
    ),
)


def names(user_num: int) -> str:
    """A user's name."""
    return NAMES[user_num]


def handover() -> Handover:
    """The old task as it is handed on."""
    old = thread(OLD, NOTES, names)
    return Handover(1408, "Front desk", "Doctors", "Ana Lopez", "Please decide.", old.lines)


def test_it_reads_like_a_sentence() -> None:
    """People read it in Open Dental."""
    assert write_handover(handover()).split("\r\n") == [
        'Handed on from task 1408 in "Front desk" to "Doctors" by Ana Lopez: Please decide.',
        "#1 11/23/2026 9:00 AM Ben Kim wrote the task.",
        "#2 11/23/2026 9:30 AM Ana Lopez: No answer",
    ]


def test_both_read_as_one_thread() -> None:
    """With the old task's own notes where it can be read, also those added later; else with those carried along."""
    late = TaskNote(
        TaskNoteNum=9, TaskNum=1408, UserNum=1, DateTimeNote=NINE + timedelta(hours=3), Note="Late"
    )
    new = Task(
        TaskNum=1500,
        TaskListNum=2,
        UserNum=2,
        DateTimeOriginal=NINE + timedelta(hours=1),
        Descript="Call back",
    )
    notes = (
        TaskNote(TaskNoteNum=8, TaskNum=1500, UserNum=2, Note=write_handover(handover())),
        TaskNote(
            TaskNoteNum=10, TaskNum=1500, UserNum=3, DateTimeNote=NINE + timedelta(hours=2), Note="Decided"
        ),
    )
    newer = thread(new, notes, names)
    assert newer.before is not None
    assert newer.before.task_num == 1408
    whole = joined(thread(OLD, (*NOTES, late), names), newer)
    assert [(line.kind, line.who, line.text, line.task_num, line.note_num) for line in whole.lines] == [
        (Kind.WRITTEN, "Ben Kim", "", 1408, 0),
        (Kind.NOTE, "Ana Lopez", "No answer", 1408, 7),
        (Kind.HANDED_ON, "Ana Lopez", "Please decide.", 1408, 0),
        (Kind.NOTE, "Eve", "Decided", 1500, 10),
        (Kind.NOTE, "Ben Kim", "Late", 1408, 9),
    ]
    assert (whole.task_num, whole.before) == (1500, None)
    alone = joined(None, newer)
    assert [(line.who, line.text) for line in alone.lines] == [
        (line.who, line.text) for line in whole.lines if line.note_num != 9
    ]
    assert joined(thread(replace(OLD, TaskNum=7), NOTES, names), newer) == newer
    again = Handover(1500, "Doctors", "Calls", "Eve", "", whole.lines)
    assert [line.task_num for line in (read_handover(write_handover(again)) or again).lines][2] == 1408


def test_a_text_carries_it_without_notes() -> None:
    """Where tasks can't have notes, the handover stands behind the text, and is not part of it."""
    text = f"Call back\r\n\r\n{write_handover(handover())}"
    assert read_handover(text) == read_handover(write_handover(handover()))
    assert (own_text(text), own_text(" ".join(text.split())), own_text("Plain ")) == (
        "Call back",
        "Call back",
        "Plain ",
    )
    first = thread(replace(OLD, TaskNum=1500, UserNum=2, Descript=text), (), names).lines[0]
    assert (first.kind, first.text, first.to_name) == (Kind.HANDED_ON, "Please decide.", "Doctors")


def test_many_notes_fit() -> None:
    """The oldest are left out, never the first line; it says where they are."""
    lines = tuple(
        Line(Kind.NOTE, NINE + timedelta(minutes=at), "Ana", f"{at} " + "x" * 90) for at in range(400)
    )
    given = handover()
    text = write_handover(replace(given, lines=(given.lines[0], *lines)))
    assert len(text) <= LONGEST
    assert re.search(r"#2 to #\d+ are in task 1408\.", text)
    found = read_handover(text)
    assert found is not None
    assert (found.lines[0].kind, found.lines[-1].text) == (Kind.WRITTEN, lines[-1].text)
    assert found.left_out + len(found.lines) == 401
    long = read_handover(write_handover(replace(given, lines=(replace(lines[0], text="y" * 9_000),))))
    assert long is not None
    assert long.lines[0].text.endswith("y…")


@pytest.mark.parametrize(
    "text", ["", "Call back", "Handed on to the lab", 'Handed on from task 3 in "a" to b by c.']
)
def test_other_texts_are_no_handover(text: str) -> None:
    """A note that only looks similar is a note."""
    assert read_handover(text) is None


ODD = (
    'Handed on from task 9 in "a" to "b" by c.|#2 11/23/2026 9:30 AM|#3|wrote the task.|\\|"|:|handed on task 3 from|'
    "\r\n| |.|Ana|Lé 齒|AM|11/23/2026 9:30|\u2028"
)
PIECES = st.sampled_from(ODD.split("|"))
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=7).map(lambda each: "".join(each).strip())
NAME = TEXTS.map(lambda text: " ".join(text.split()))
TIMES = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)).map(
    lambda at: at.replace(second=0, microsecond=0)
)
LINES = st.one_of(
    st.builds(Line, st.just(Kind.NOTE), TIMES, NAME, TEXTS, st.just(5)),
    st.builds(Line, st.just(Kind.WRITTEN), TIMES, NAME, st.just(""), st.just(5)),
    st.builds(Line, st.just(Kind.HANDED_ON), TIMES, NAME, TEXTS, st.integers(1, 9), NAME, NAME),
)


@settings(max_examples=40, deadline=None)
@given(st.builds(Handover, st.just(5), NAME, NAME, NAME, TEXTS, st.lists(LINES, max_size=4).map(tuple)))
def test_whatever_is_written_is_read_back(given: Handover) -> None:
    """Odd names, and notes that look like a handover themselves; also with spaces for line breaks."""
    text = write_handover(given)
    assert read_handover(text) == given
    assert read_handover(" ".join(text.split())) == _tidy(given)


def _tidy(given: Handover) -> Handover:
    lines = tuple(replace(line, text=" ".join(line.text.split())) for line in given.lines)
    return replace(given, words=" ".join(given.words.split()), lines=lines)
