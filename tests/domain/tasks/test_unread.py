"""What is unread for whom, and how many in each list."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from app.domain.tasks.tree import LOST
from app.domain.tasks.unread import UnreadCounts, activity, is_unread, only_viewed
from app.wire.resources.task_notes import TaskNote
from app.wire.resources.tasks import Task, TaskStatusEnum

SINCE = datetime(2026, 11, 23, 8, 0)
ME, BEN = 3, 4
BEFORE, LATER = SINCE - timedelta(days=2), SINCE + timedelta(hours=1)


def task(user: int = BEN, status: TaskStatusEnum = TaskStatusEnum.VIEWED, edited: datetime = BEFORE) -> Task:
    """A task that was made two days before the first start."""
    return Task(1, 7, TaskStatus=status, UserNum=user, DateTimeOriginal=BEFORE, SecDateTEdit=edited)


def note(user: int, at: datetime) -> TaskNote:
    """A note."""
    return TaskNote(1, 1, user, at, "Called")


def test_what_is_unread_for_somebody_who_never_looked() -> None:
    """At a first start only new tasks are unread, later whatever others do; done and own ones are not."""
    new, done = TaskStatusEnum.NEW, TaskStatusEnum.DONE
    assert is_unread(task(status=new), None, ME, None, SINCE)
    assert not is_unread(task(), None, ME, None, SINCE)
    assert is_unread(task(edited=LATER), None, ME, None, SINCE)
    assert is_unread(task(), [note(BEN, LATER)], ME, None, SINCE)
    assert not is_unread(task(), [note(ME, LATER)], ME, None, SINCE)
    assert not is_unread(task(status=done, edited=LATER), None, ME, None, SINCE)
    assert not is_unread(task(user=ME, status=new, edited=LATER), None, ME, None, SINCE)
    assert is_unread(task(user=ME), [note(BEN, LATER)], ME, None, SINCE)
    assert is_unread(task(user=0, status=new), None, 0, None, SINCE)


def test_what_was_seen_is_unread_again_once_others_go_on() -> None:
    """After looking, only what others do later makes a task unread."""
    seen = LATER
    assert not is_unread(task(status=TaskStatusEnum.NEW), None, ME, seen, SINCE)
    assert not is_unread(task(edited=LATER), None, ME, seen, SINCE)
    assert is_unread(task(edited=LATER + timedelta(seconds=1)), None, ME, seen, SINCE)
    assert not is_unread(task(), [note(ME, LATER + timedelta(hours=1))], ME, seen, SINCE)
    assert is_unread(task(), [note(BEN, LATER + timedelta(hours=1))], ME, seen, SINCE)


def test_activity_is_the_newest_of_all() -> None:
    """The newest of the row's times and its notes; notes of one user can be left out."""
    assert activity(task(edited=LATER), [note(BEN, SINCE)]) == LATER
    assert activity(task(), [note(BEN, LATER)]) == LATER
    assert activity(task(), [note(BEN, LATER)], BEN) is None
    assert activity(Task(), None) is None


def test_viewed_alone_is_no_news() -> None:
    """Marked as viewed: the status and the time of the edit. Anything else is news."""
    new = task(status=TaskStatusEnum.NEW)
    assert only_viewed(new, task(edited=LATER))
    assert not only_viewed(task(), task(edited=LATER))
    assert not only_viewed(new, Task(1, 7, TaskStatus=TaskStatusEnum.VIEWED, Descript="other"))


def test_lists_count_what_is_below_them() -> None:
    """A list counts its own and those below, the inbox each once; a cycle or a missing list does no harm."""
    counts = UnreadCounts()
    counts.arrange({1: 0, 2: 1, 3: 2, 4: 5, 5: 4})
    counts.follow({1, 3})
    assert counts.put(10, 3)
    assert not counts.put(10, 3)
    counts.put(11, 2)
    counts.put(12, 5)
    counts.put(13, 99)
    assert [counts.in_list(each) for each in (1, 2, 3, 4, 5, 99, LOST, 6)] == [2, 2, 1, 1, 1, 1, 1, 0]
    assert counts.inbox == 2
    assert counts.covers(2)
    assert not counts.covers(4)
    counts.follow({4})
    assert counts.inbox == 1
    counts.arrange({1: 0, 2: 4, 3: 0, 4: 0, 5: 4})
    assert [counts.in_list(each) for each in (1, 2, 3, 4, 5)] == [0, 1, 1, 2, 1]
    assert counts.inbox == 2


def test_counting_by_change_is_as_counting_everything() -> None:
    """After any changes, moves and new trees the counts are those of a full count."""
    chance = random.Random(11)
    counts, where, parents = UnreadCounts(), dict[int, int](), dict[int, int]()
    for step in range(600):
        if step % 40 == 0:
            parents = {each: chance.randrange(each) for each in range(1, 30)}
            counts.arrange(parents)
            counts.follow(set(chance.sample(range(1, 30), 4)))
        task_num, list_num = chance.randrange(80), chance.choice([None, *range(1, 30)])
        counts.put(task_num, list_num)
        where.pop(task_num, None)
        if list_num is not None:
            where[task_num] = list_num
    full = UnreadCounts()
    full.arrange(parents)
    full.follow({each for each in parents if counts.covers(each)})
    for task_num, list_num in where.items():
        full.put(task_num, list_num)
    assert [counts.in_list(each) for each in parents] == [full.in_list(each) for each in parents]
    assert counts.inbox == full.inbox > 0
    assert set(counts) == set(where)
