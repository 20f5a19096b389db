"""Requests of other programs, and which of several counts."""

from __future__ import annotations

from app.core.outside import OutsideRequest, Trouble
from app.viewmodels.staff.doors.outside import OutsideViewModel
from app.viewmodels.staff.doors.words import TROUBLE
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from tests.journeys.practices import Served
from tests.support.qt_loop import until


async def test_the_last_one_counts(model: ScheduleScreenViewModel, served: Served) -> None:
    """Of several requests in a row only the last one is shown; of several that are offered only the last one stays."""
    desk = model.desk
    outside = OutsideViewModel(desk)
    numbers = [row[0] for row in served.sql("SELECT PatNum FROM patient WHERE PatStatus = 0 LIMIT 9")]
    changes: list[int] = []
    desk.patient.changed.connect(lambda: changes.append(desk.patient.current.pat_num))
    for pat_num in numbers:
        outside.ask(OutsideRequest(pat_num=pat_num))
    await until(lambda: bool(changes))
    assert changes == numbers[-1:]
    desk.patient.pin(True)
    for pat_num in numbers[:3]:
        outside.ask(OutsideRequest(pat_num=pat_num))
        await until(lambda: len(desk.notices._standing) == 1)
    [offered] = desk.notices._standing
    desk.notices.act(offered.id, "Show")
    await until(lambda: desk.patient.current.pat_num == numbers[2])
    assert desk.patient.current.origin in (Origin.SEARCH, Origin.SCHEDULE)


async def test_an_offer_ends_with_a_newer_request(model: ScheduleScreenViewModel, served: Served) -> None:
    """What was offered is withdrawn when another program asks for something that can be shown."""
    desk = model.desk
    outside = OutsideViewModel(desk)
    first, second = (row[0] for row in served.sql("SELECT PatNum FROM patient WHERE PatStatus = 0 LIMIT 2"))
    desk.patient.pin(True)
    outside.ask(OutsideRequest(pat_num=first))
    await until(lambda: len(desk.notices._standing) == 1)
    desk.patient.pin(False)
    outside.ask(OutsideRequest(pat_num=second))
    await until(lambda: desk.patient.current is not None and desk.patient.current.pat_num == second)
    assert desk.notices._standing == []


async def test_an_offer_ends_when_the_user_goes_there(model: ScheduleScreenViewModel, served: Served) -> None:
    """Selecting the patient who is offered in any other way closes the notice; selecting another one doesn't."""
    desk = model.desk
    outside = OutsideViewModel(desk)
    first, second = (row[0] for row in served.sql("SELECT PatNum FROM patient WHERE PatStatus = 0 LIMIT 2"))
    desk.patient.pin(True)
    outside.ask(OutsideRequest(pat_num=first))
    await until(lambda: len(desk.notices._standing) == 1)
    desk.patient.select(second, Origin.SEARCH)
    assert len(desk.notices._standing) == 1
    desk.patient.select(first, Origin.SEARCH)
    assert desk.notices._standing == []


async def test_every_trouble_has_its_sentence(model: ScheduleScreenViewModel) -> None:
    """Each kind of nonsense is told in a sentence of its own."""
    outside = OutsideViewModel(model.desk)
    for each in Trouble:
        outside.ask(OutsideRequest(trouble=each))
    said = [each.words for each in model.desk.notices.items[-len(Trouble) :]]
    assert said == [str(TROUBLE[each]) for each in Trouble]
    assert len(set(said)) == len(Trouble)
