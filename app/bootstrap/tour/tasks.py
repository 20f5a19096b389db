"""The tour of the tasks: the first question, the inbox, a thread, handing on, searching, and a task done."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.bootstrap.screens import TASKS
from app.bootstrap.tour import new_task
from app.bootstrap.tour.hands import Hands, there
from app.domain.tasks.order import TaskSort
from app.viewmodels.staff.tasks.scopes import Only, View
from app.viewmodels.staff.tasks.screen import TasksScreenViewModel
from app.views.staff.tasks.screen import TasksScreen
from app.wire.resources.tasks import TaskObjectType

SOUGHT, NOT_FOUND = "insurance", "zzzz"
ANSWER = "Left a message, they call back at noon."
WORDS = "Please check the plan first."


async def followed(hands: Hands) -> None:
    """The first question, answered: which lists the person follows."""
    model = _model(hands)
    await hands.until(lambda: model.following.rowCount() > 0 and bool(model.board.open_tasks))
    model.choose(View.INBOX)  # as at first, whatever was chosen on this PC before
    model.arrange(only=Only.ALL, sort=TaskSort.URGENT)
    model.following.ask()
    for row in range(2):
        model.following.setData(
            model.following.index(row, 0), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole
        )


async def inbox(hands: Hands) -> None:
    """The open tasks of these lists, the unread ones in bold."""
    model = _model(hands)
    model.following.save()
    await hands.until(lambda: not model.following.asks and model.tasks.model.rowCount() > 0)


async def all_open(hands: Hands) -> None:
    """All open tasks, the first of which is open."""
    model = _model(hands)
    model.choose(View.OPEN)
    await hands.until(lambda: model.board.standing == "ready" and model.empty is None)
    model.open(model.tasks.model.at(0))


async def thread(hands: Hands) -> None:
    """A task about a patient, taken with K and answered with N: who wrote what, and when."""
    model, view = _model(hands), _view(hands)
    task = next(
        each for each in model.board.open_tasks if each.ObjectType is TaskObjectType.PATIENT and each.KeyNum
    )
    model.show(task.TaskNum)
    await hands.until(lambda: model.board.notes(task.TaskNum) is not None)
    view.take_focus()
    hands.key(Qt.Key.Key_K)
    await hands.until(lambda: bool(there(model.open_task.head).taken))
    hands.key(Qt.Key.Key_N)
    await hands.until(view.place.note.field.hasFocus)
    hands.type_text(ANSWER)
    hands.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await hands.until(lambda: _says(model, ANSWER))


async def remind(hands: Hands) -> None:
    """R: when to be reminded."""
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_R)
    await hands.until(lambda: _model(hands).open_task.reminding.state.task is not None)


async def hand_on(hands: Hands) -> None:
    """H: the list is found by typing; how it works is explained once."""
    model, form = _model(hands), _view(hands).place.hand_on
    model.open_task.reminding.close()
    hands.key(Qt.Key.Key_H)
    await hands.until(form.search.line.hasFocus)
    hands.type_text("insur")
    await hands.until(lambda: bool(model.open_task.hand_on.state.targets))


async def handed_on(hands: Hands) -> None:
    """The new task in the other list, with the history of the old one as one thread."""
    model, form = _model(hands), _view(hands).place.hand_on
    before = there(model.open_task.task)
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Return)
    await hands.until(form.note.hasFocus)
    hands.type_text(WORDS)
    hands.key(Qt.Key.Key_Return)
    await hands.until(
        lambda: not hands.desk.parts.journal.unsettled() and model.board.task(before.TaskNum) != before
    )
    new = max(task.TaskNum for task in model.board.open_tasks)
    model.show(new)
    await hands.until(lambda: model.opened == new and _says(model, WORDS) and _says(model, ANSWER))


async def search(hands: Hands) -> None:
    """Ctrl+F: the tasks and notes of all lists that say it."""
    model = _model(hands)
    hands.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    await hands.until(_view(hands).head.search.hasFocus)
    hands.type_text(SOUGHT)
    await hands.until(lambda: model.tasks.text == SOUGHT and model.tasks.model.rowCount() > 0)


async def nothing(hands: Hands) -> None:
    """Nothing says it, and what to do then."""
    model, search = _model(hands), _view(hands).head.search
    search.selectAll()
    hands.type_text(NOT_FOUND)
    await hands.until(lambda: model.tasks.text == NOT_FOUND and model.empty is not None)


async def done(hands: Hands) -> None:
    """Done lately: by whom, and reopened with O."""
    model = _model(hands)
    hands.key(Qt.Key.Key_Escape)
    model.choose(View.DONE)
    await hands.until(lambda: model.empty is None)
    model.open(model.tasks.model.at(0))
    await hands.until(lambda: model.open_task.head is not None and model.open_task.head.is_done)


def _says(model: TasksScreenViewModel, words: str) -> bool:
    return any(words in entry.text for entry in model.open_task.notes.model.rows)


def _model(hands: Hands) -> TasksScreenViewModel:
    model = hands.desk.screens.model(TASKS)
    if not isinstance(model, TasksScreenViewModel):
        raise TypeError("another screen is called tasks")
    return model


def _view(hands: Hands) -> TasksScreen:
    view = there(hands.program.workspace).frame.view_of(TASKS)
    if not isinstance(view, TasksScreen):
        raise TypeError("another screen is called tasks")
    return view


STEPS = (
    ("followed lists", followed),
    ("my inbox", inbox),
    ("all open tasks", all_open),
    ("thread of a task", thread),
    ("remind me", remind),
    ("hand a task on", hand_on),
    ("handed on", handed_on),
    ("task search", search),
    ("no tasks found", nothing),
    ("done tasks", done),
    *new_task.STEPS,
)
