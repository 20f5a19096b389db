"""The question which lists one follows, while it is being answered."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from app.services.tasks.mine import MyChange
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.tasks.following import FollowedLists
from tests.viewmodels.tasks.test_screen import shown
from tests.viewmodels.tasks.test_shown import added_elsewhere

CHECK, TICKED = Qt.ItemDataRole.CheckStateRole, Qt.CheckState.Checked


def row_of(question: FollowedLists, name: str) -> QModelIndex:
    """The row of a list."""
    rows = (question.index(at, 0) for at in range(question.rowCount()))
    return next(each for each in rows if each.data() == name)


async def test_ticks_stay_while_lists_change(model: ScheduleScreenViewModel) -> None:
    """What is ticked, and the row with the cursor, stay when another desk adds a list. Another person begins anew."""
    screen = await shown(model, follow=False)
    question = screen.following
    own = f"{model.desk.user.name}'s inbox"
    cursor = QPersistentModelIndex(row_of(question, "Repairs"))
    question.setData(row_of(question, "Repairs"), TICKED, CHECK)
    question.setData(row_of(question, own), Qt.CheckState.Unchecked, CHECK)
    added_elsewhere(screen)
    assert row_of(question, "Added elsewhere").data(CHECK) is Qt.CheckState.Unchecked
    assert row_of(question, "Repairs").data(CHECK) is TICKED
    assert row_of(question, own).data(CHECK) is Qt.CheckState.Unchecked
    assert cursor.data() == "Repairs"
    await screen.facts.mine.load(987)
    assert row_of(question, "Repairs").data(CHECK) is Qt.CheckState.Unchecked


async def test_the_answer_is_one_change(model: ScheduleScreenViewModel) -> None:
    """However many lists are ticked, tree and list are filled once."""
    screen = await shown(model, follow=False)
    question, mine = screen.following, screen.facts.mine
    for at in range(question.rowCount()):
        question.setData(question.index(at, 0), TICKED, CHECK)
    told: list[MyChange] = []
    unwatch = mine.watch(told.append)
    question.save()
    unwatch()
    assert len(told) == 1
    assert set(mine.followed) == set(screen.board.lists)
