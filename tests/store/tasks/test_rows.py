"""Tasks by number, and their indexes."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from app.store.tasks.rows import TaskRows
from app.wire.resources.tasks import Task, TaskObjectType, TaskStatusEnum

AT = datetime(2026, 11, 23, 12)
APPOINTMENT, PATIENT = TaskObjectType.APPOINTMENT, TaskObjectType.PATIENT
ROW = Task(TaskNum=1, ObjectType=APPOINTMENT, KeyNum=7, SecDateTEdit=AT)


def test_indexes_follow_every_change() -> None:
    """Attached elsewhere, done, reopened and removed: each index has the row where it belongs, and nowhere else."""
    rows = TaskRows()
    assert rows.put(ROW)
    assert not rows.put(replace(ROW))
    assert (rows.of((APPOINTMENT, 7)), rows.apt_nums) == ((ROW,), {7})
    other = replace(ROW, ObjectType=PATIENT)
    rows.put(other)
    assert (rows.of((APPOINTMENT, 7)), rows.of((PATIENT, 7)), rows.apt_nums) == ((), (other,), set())
    done = replace(other, TaskStatus=TaskStatusEnum.DONE)
    rows.put(done)
    assert (rows.of((PATIENT, 7)), rows.open, rows.done) == ((), {}, {1: done})
    rows.put(other)
    assert (rows.of((PATIENT, 7)), rows.open, rows.done) == ((other,), {1: other}, {})
    assert rows.drop(1)
    assert not rows.drop(1)
    assert (rows.of((PATIENT, 7)), rows.all, rows.open) == ((), {}, {})


def test_two_edits_in_one_second() -> None:
    """Which of them is later is not known: the task is named, to be read once more; the same row twice is no doubt."""
    rows, doubted = TaskRows(), list[int]()
    rows.doubted.add(doubted.append)
    asked = rows.moment()
    rows.put_written(ROW)
    assert not rows.put_read(ROW, asked)
    assert not rows.put_written(ROW)
    assert doubted == []
    assert not rows.put_read(replace(ROW, Descript="Theirs"), asked)
    assert doubted == [1]
    assert rows.put_written(replace(ROW, Descript="Mine"))
    assert doubted == [1, 1]
    assert not rows.put_written(replace(ROW, SecDateTEdit=AT - timedelta(seconds=1)))
    assert rows.put_written(replace(ROW, SecDateTEdit=AT + timedelta(seconds=1)))
    assert doubted == [1, 1]


def test_a_late_answer() -> None:
    """What was asked for before a row was stored doesn't replace it, unless it was edited later; nor bring it back."""
    rows = TaskRows()
    asked = rows.moment()
    rows.put(ROW)
    assert not rows.put_read(replace(ROW, Descript="Before"), asked)
    assert rows.put_read(replace(ROW, Descript="After", SecDateTEdit=AT + timedelta(seconds=1)), asked)
    assert rows.put_read(replace(ROW, Descript="A clock was set back"), rows.moment())
    asked = rows.moment()
    rows.drop(1)
    assert not rows.put_read(ROW, asked)
    assert rows.put_read(ROW, rows.moment())
    asked = rows.moment()
    rows.drop(2)
    assert not rows.put_read(replace(ROW, TaskNum=2), asked)
