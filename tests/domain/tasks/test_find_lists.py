"""Finding a task list by a part of its name."""

from __future__ import annotations

from app.domain.tasks.find_lists import find_lists, named_lists
from app.wire.resources.task_lists import TaskList

NAMES = {
    1: ("Front desk", 0), 2: ("Insurance", 1), 3: ("Calls", 1), 4: ("Insurance", 0), 5: ("Dr. Pe\u00f1a", 0),
    6: ("Verify insurance", 3), 7: ("Round", 8), 8: ("About", 7),
}  # fmt: skip
LISTS = named_lists({num: TaskList(num, name, above) for num, (name, above) in NAMES.items()})


def found(typed: str, *usual: int) -> list[int]:
    """The TaskListNums, best first."""
    return [each.list_num for each in find_lists(LISTS, typed, usual)]


def test_own_names_come_first() -> None:
    """First those that begin like that, the usual ones before; then those whose name has it; then those below it."""
    assert found("ins") == [2, 4, 6]
    assert found("ins", 4) == [4, 2, 6]
    assert found("front") == [1, 3, 6, 2]
    assert found("pena") == [5]
    assert found("desk ins") == [2, 6]
    assert found("nsurance") == []


def test_nothing_typed_shows_all() -> None:
    """The usual ones first, then the whole tree, each list once, also those in a circle."""
    assert found("", 3)[0] == 3
    assert sorted(found("")) == sorted(NAMES)
    assert {each.shown for each in LISTS if each.name == "Insurance"} == {
        "Front desk / Insurance", "Insurance",
    }  # fmt: skip
    deep = next(each for each in LISTS if each.list_num == 6)
    assert deep.shown == "\u2026 / Calls / Verify insurance"
