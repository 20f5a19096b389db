"""The list's model: in order, changed row by row."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.domain.tasks.order import SortKey
from app.viewmodels.staff.tasks.task_list import MOST_STEPS, ROW, TaskListModel, TaskRow

WARNS = QAbstractItemModelTester.FailureReportingMode.Warning


class Office:
    """Tasks with a place each; None: not shown."""

    def __init__(self) -> None:
        self.places: dict[int, SortKey | None] = {}
        self.resets = 0
        self.made: list[int] = []
        """The rows that were asked for."""
        self.model = TaskListModel(self.places.get, self._row)
        self.model.modelReset.connect(self._count)

    def put(self, **places: float | None) -> None:
        """Change places of tasks "t1", "t2" and so on, all at once."""
        changed = {int(name[1:]): place for name, place in places.items()}
        self.places |= {
            number: None if place is None else (place, number) for number, place in changed.items()
        }
        self.model.update(changed)

    @property
    def right(self) -> list[int]:
        """The tasks in the right order."""
        return [int(key[-1]) for key in sorted(filter(None, self.places.values()))]

    def _row(self, number: int) -> TaskRow:
        self.made.append(number)
        return TaskRow(number, f"{self.places[number]}", "")

    def _count(self) -> None:
        self.resets += 1


@pytest.fixture
def office(qapp: QApplication) -> Office:
    """Five tasks."""
    made = Office()
    QAbstractItemModelTester(made.model, WARNS, made.model)
    made.put(t1=1, t2=2, t3=3, t4=4, t5=5)
    return made


def test_rows_come_move_and_leave(office: Office) -> None:
    """Each change is one row's; an index follows its task, and a task that changes without moving is told."""
    second = QPersistentModelIndex(office.model.index(1, 0))
    told: list[tuple[int, int]] = []
    office.model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    office.put(t6=0)
    assert office.model.task_nums == [6, 1, 2, 3, 4, 5]
    assert second.row() == 2
    office.put(t2=9)
    assert office.model.task_nums == [6, 1, 3, 4, 5, 2]
    assert second.row() == 5
    office.put(t4=None)
    assert office.model.task_nums == office.right == [6, 1, 3, 5, 2]
    told.clear()
    office.put(t3=3)
    assert told == [(2, 2)]
    assert office.model.index(2, 0).data(ROW).title == "(3, 3)"
    office.put(t2=None)
    assert not second.isValid()
    assert office.resets == 0


def test_any_sequence_of_changes(office: Office) -> None:
    """After every change the order is that of the places, whatever moved where; Qt's own tester agrees."""
    chance = random.Random(7)
    for _ in range(300):
        moved = {
            f"t{chance.randint(1, 12)}": chance.choice((None, *range(9))) for _ in range(chance.randint(1, 3))
        }
        office.put(**moved)
        assert office.model.task_nums == office.right
        assert [office.model.place(number) for number in office.right] == [*range(len(office.right))]
    assert office.resets == 0


def test_many_changes_at_once(office: Office) -> None:
    """More than a few are told as a new layout: what was selected is still the same task."""
    chosen = QPersistentModelIndex(office.model.index(3, 0))
    office.put(**{f"t{number}": -number for number in range(100, 100 + 2 * MOST_STEPS)})
    assert office.model.task_nums == office.right
    assert chosen.row() == 2 * MOST_STEPS + 3
    office.model.fill({4: (1, 4), 5: (0, 5)})
    assert office.model.task_nums == [5, 4]
    assert chosen.row() == 1
    office.model.fill({5: (0, 5)})
    assert not chosen.isValid()
    assert office.resets == 0


def test_a_row_is_made_when_it_is_looked_at(qapp: QApplication) -> None:
    """Rows are made once, and anew when they are refreshed."""
    office = Office()
    office.put(t1=1, t2=2, t3=3)
    for _ in range(2):
        office.model.index(1, 0).data()
    assert office.made == [2]
    office.model.refresh([2, 3])
    office.model.index(1, 0).data()
    assert office.made == [2, 2]


def test_what_screen_readers_hear() -> None:
    """A row's text has all that is drawn."""
    row = TaskRow(1, "Call", "2 h", priority="Urgent", overdue="Overdue", about=("Ann", "Desk"), held="Done")
    assert row.spoken == "Call, Urgent, Overdue, 2 h, Ann, Desk, Done"
