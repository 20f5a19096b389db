"""The tour of a new task: written beside any screen."""

from __future__ import annotations

from app.bootstrap.tour.hands import Hands, there
from app.domain.schedule.visit import Stage
from app.viewmodels.staff.tasks.about import TaskAbout
from app.viewmodels.staff.tasks.new.form import NewTaskViewModel
from app.views.staff.tasks.new.panel import NewTaskPanel

LIST = "Insurance"  # words: a task list of the made-up practice


async def opened(hands: Hands) -> None:
    """Its list is found by typing; the lists used before come first."""
    person = there(hands.visit(Stage.CONFIRMED).person)
    hands.desk.tasks.new(TaskAbout(person))
    await hands.until(lambda: _is_shown(hands) and bool(_form(hands).state.priorities))
    _form(hands).list.type_text("")
    await hands.until(lambda: bool(_form(hands).list.state.offers))


async def written(hands: Hands) -> None:
    """What has to be done, with its priority and a reminder."""
    form = _form(hands)
    form.list.type_text(LIST)
    form.list.confirm()
    there(hands.program.workspace).frame.new_task.page.text.setFocus()
    hands.type_text("Verify the new plan before the crown")
    form.enter(priority=form.state.priorities[0].def_num)
    form.enter(remind_at=form.state.reminds[1].at)


async def added(hands: Hands) -> None:
    """Ctrl+Enter: everyone has it at once."""
    _form(hands).save()
    await hands.until(lambda: hands.told("Task added to "))


def _form(hands: Hands) -> NewTaskViewModel:
    model = hands.desk.tasks.adding.model
    return there(model if isinstance(model, NewTaskViewModel) else None)


def _is_shown(hands: Hands) -> bool:
    page = there(hands.program.workspace).frame.new_task.page
    return isinstance(page, NewTaskPanel) and page.isVisible()


STEPS = (
    ("a new task", opened),
    ("a new task written", written),
    ("a new task added", added),
)
