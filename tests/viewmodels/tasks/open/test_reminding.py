"""The times that are offered for a reminder of the open task."""

from __future__ import annotations

from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.tasks.open.reminding import MOST_OFFERED
from tests.viewmodels.tasks.open.hands import opened, some


async def test_a_time_to_come(desk: ScheduleScreenViewModel) -> None:
    """A few of the usual times are offered; one that has passed is refused, another one is set and can be removed."""
    model = await opened(desk)
    task, reminding = some(model), model.reminding
    reminding.open(task)
    assert len(reminding.state.choices) <= MOST_OFFERED
    reminding.choose(desk.desk.now())
    assert reminding.state.words == "That time has passed."
    at = reminding.state.choices[0].at
    reminding.choose(at)
    assert (model.mine.reminder(task.TaskNum), reminding.state.task) == (at, None)
    reminding.open(task)
    assert reminding.state.current == at
    reminding.remove()
    assert model.mine.reminder(task.TaskNum) is None
