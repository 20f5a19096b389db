"""The tree of task lists."""

from __future__ import annotations

from app.domain.tasks.tree import LOST, TaskTree
from app.wire.resources.task_lists import TaskList


def tree_of(**parents: int) -> TaskTree:
    """Lists with these names, numbered from 1, and the parents of each."""
    rows = [
        TaskList(TaskListNum=at, Descript=name, Parent=parent)
        for at, (name, parent) in enumerate(parents.items(), 1)
    ]
    return TaskTree({row.TaskListNum: row for row in rows})


def test_lists_of_one_parent_are_in_order_of_their_names() -> None:
    """Lists are sorted by name, whatever their case, below their parents."""
    tree = tree_of(front=0, Zoe=1, back=0, ana=1)
    assert [tree.name(each) for each in tree.with_below(0)][1:] == ["back", "front", "ana", "Zoe"]
    assert tree.children(1) == (4, 2)
    assert tree.path(2) == ("front", "Zoe")
    assert [*tree.above(2)] == [1]


def test_a_circle_of_parents() -> None:
    """Lists that are each other's parents are shown once: the oldest at the top, the others below it."""
    tree = tree_of(a=3, b=1, c=2, below=2, itself=5)
    assert sorted(tree.with_below(0))[1:] == [1, 2, 3, 4, 5]
    assert tree.children(0) == (1, 5)
    assert tree.path(3) == ("a", "b", "c")
    assert [*tree.above(4)] == [2, 1]
    assert [*tree.above(5)] == []


def test_a_parent_that_is_gone() -> None:
    """A list below a deleted one is at the top."""
    tree = tree_of(orphan=99)
    assert tree.children(0) == (1,)
    assert tree.parent(1) == 0


def test_tasks_of_a_deleted_list() -> None:
    """Their place is one for all lists that are not in use."""
    tree = tree_of(front=0)
    assert tree.home(1) == 1
    assert tree.home(7) == tree.home(0) == LOST
    assert tree.path(LOST) == ()
    assert tree.name(LOST) == ""
