"""Whether the program may close while changes wait for the server."""

from __future__ import annotations

from app.domain.schedule.visit import Stage
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until


async def test_unsent_changes_are_counted(model: ScheduleScreenViewModel, served: Served) -> None:
    """Nothing unsent may close; each change that waits for the server is counted until it is sent."""
    closing = model.desk.closing
    assert closing.may_close
    served.faults.unreachable = True
    for visit in [each.visit for each in model.schedule.grid.visits if each.visit.stage is Stage.CONFIRMED][
        :2
    ]:
        model.schedule.select(visit.apt_num)
        model.commands["visit.arrived"].run()
    await until(lambda: closing.unsent == 2)
    assert not closing.may_close
    assert closing.words.startswith("2 changes have not been sent yet.")
    asked: list[bool] = []
    closing.close_asked.connect(lambda: asked.append(True))
    closing.close_when_sent()
    assert asked == []
    closing.keep_open()
    closing.close_now()
    assert asked == [True]
    assert closing.may_close


async def test_others_on_the_hub_of_this_pc_are_asked_about(model: ScheduleScreenViewModel) -> None:
    """Closing ends the office hub: with other devices on it the person is told what they lose, and decides."""
    closing, others = model.desk.closing, [2]
    closing.others = lambda: others[0]
    assert not closing.may_close
    assert closing.title == "Office hub"
    assert closing.words.startswith("2 other PCs are connected to the office hub on this PC.")
    assert closing.ask()
    assert not closing.may_close
    closing.keep_open()
    others[0] = 0
    assert closing.may_close
    others[0] = 1
    closing.close_now()
    assert closing.may_close
