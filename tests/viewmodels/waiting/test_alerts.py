"""A patient who waits ten minutes past the start is one task on the provider's list, whichever desks watch."""

from __future__ import annotations

from datetime import timedelta

from app.core.text import msg
from app.domain.schedule.visit import Stage, Visit
from app.services.check_in.hub import HubTrouble
from app.services.schedule.grids import all_visits
from app.services.waiting_room.alerts import AlertNeeds, Claims, WaitingAlerts
from app.viewmodels.staff.huddle.screen import HuddleScreenViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.waiting.alerts import waiting_alerts
from app.viewmodels.staff.waiting.late import OFF, ON, TELL
from app.wire.hub.check_in import RecordTask, TaskAbout, TaskClaim
from app.wire.resources.tasks import Task, TaskObjectType
from tests.journeys.practices import Served
from tests.support.qt_loop import until
from tests.viewmodels.conftest import OpenDesk

MARROW, MARROWS_INBOX = 1, 5
"""A provider, and her list "DrMarrow's inbox"."""
WORDS = "Still waiting 10 minutes past the start"


async def only_waiting(
    model: ScheduleScreenViewModel, served: Served, minutes: int, **fields: object
) -> Visit:
    """One patient waits for Dr. Marrow whose appointment began so long ago; nobody else waits past the start."""
    now = model.desk.now()
    rows = model.waiting.rows
    later = (now + timedelta(hours=1)).replace(second=0, microsecond=0)
    for row in rows[1:]:
        served.change(row.apt_num, AptDateTime=later.isoformat(" "))
    start = (now - timedelta(minutes=minutes)).replace(second=0, microsecond=0)
    came = start - timedelta(minutes=3)
    more = {"ProvNum": MARROW, "IsHygiene": 0, "ProvHyg": 0, "DateTimeArrived": came.isoformat(" "), **fields}
    served.change(rows[0].apt_num, AptDateTime=start.isoformat(" "), **more)
    await model.desk.parts.office.reader.reread((now.date(),))
    visits = all_visits(model.desk.parts.office, now.date())
    found = next(each for each in visits if each.apt_num == rows[0].apt_num)
    assert (found.start, found.stage) == (start, Stage.ARRIVED)
    return found


async def told(model: ScheduleScreenViewModel, list_num: int = MARROWS_INBOX) -> list[Task]:
    """The tasks about waits on a list."""
    rows = await model.desk.parts.client.tasks.list(TaskListNum=list_num)
    return [row for row in rows if WORDS in row.Descript]


async def test_ten_minutes_past_the_start_are_one_task(
    model: ScheduleScreenViewModel, served: Served, open_desk_on: OpenDesk
) -> None:
    """On the provider's own list, attached to the appointment, without a name; a second desk adds none."""
    visit = await only_waiting(model, served, 11)
    alerts = waiting_alerts(model.desk, 0.0)
    await until(lambda: visit.apt_num in alerts.told)
    (task,) = await told(model)
    assert (task.ObjectType, task.KeyNum) == (TaskObjectType.APPOINTMENT, visit.apt_num)
    assert visit.person is not None
    assert visit.person.last_name not in task.Descript
    second = await open_desk_on(served)
    others = waiting_alerts(second.desk, 0.0)
    await until(lambda: visit.apt_num in others.told)
    assert len(await told(model)) == 1
    for each in (alerts, others):
        each.close()


async def test_nobody_is_told_too_early_or_of_the_morning(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """At nine minutes nothing is written, nor of a patient who has been waiting since long before."""
    await only_waiting(model, served, 9)
    alerts = waiting_alerts(model.desk, 0.0)
    assert not alerts._busy
    await only_waiting(model, served, 45)
    alerts.look()
    assert not alerts._busy
    assert await told(model) == []
    alerts.close()


async def test_a_provider_without_a_list_is_not_told(model: ScheduleScreenViewModel, served: Served) -> None:
    """No list has the hygienist's name: nothing is written anywhere else, and the program knows who has none."""
    hygienist = 4
    visit = await only_waiting(model, served, 12, ProvNum=hygienist)
    alerts = waiting_alerts(model.desk, 0.0)
    await until(lambda: alerts.without_list == {hygienist} and not alerts._busy)
    assert visit.apt_num not in alerts.told
    assert await told(model) == []
    model.desk.waiting.alerts = alerts
    screen = await model.desk.screens.show("huddle")
    assert isinstance(screen, HuddleScreenViewModel)
    assert "no task list has their name: HYG-A" in screen.waits.notes
    screen.leave()
    served.change(visit.apt_num, ProvNum=hygienist, ProvHyg=MARROW)
    await model.desk.parts.office.reader.reread((model.desk.now().date(),))
    alerts._not_before.clear()
    alerts.look()
    await until(lambda: visit.apt_num in alerts.told)
    assert alerts.without_list == set()
    alerts.close()


async def test_the_hub_gives_it_to_one_desk(model: ScheduleScreenViewModel, served: Served) -> None:
    """A desk that isn't granted the task writes none; one that is, writes it and tells the hub until it answers."""
    visit = await only_waiting(model, served, 11)
    parts = model.desk.parts
    tried: list[RecordTask] = []
    recorded: list[RecordTask] = []
    answers = [TaskClaim(granted=False), TaskClaim(granted=True)]

    async def claim(apt_num: int) -> TaskClaim:
        assert apt_num == visit.apt_num
        if not answers:
            raise HubTrouble(msg("away"))
        return answers.pop(0)

    async def record(message: RecordTask) -> None:
        if not tried:
            tried.append(message)
            raise HubTrouble(msg("away"))
        recorded.append(message)

    def desk() -> WaitingAlerts:
        needs = AlertNeeds(lambda: parts.outbox.author, lambda _: WORDS, Claims(claim, record))
        return WaitingAlerts(
            parts.office, parts.task_writes(), parts.tasks(), needs, parts.clock, parts.scope
        )

    first = desk()
    await until(lambda: not answers[1:] and not first._busy)
    assert await told(model) == []
    second = desk()
    await until(lambda: bool(recorded))
    (task,) = await told(model)
    assert (recorded[0].about, recorded[0].number) == (TaskAbout.WAITING, visit.apt_num)
    assert recorded[0].task_num == task.TaskNum
    third = desk()
    await until(lambda: not third._busy)
    assert visit.apt_num not in third.told
    for each in (first, second, third):
        each.close()


async def test_it_is_off_until_somebody_wants_it(model: ScheduleScreenViewModel) -> None:
    """The command switches it on and off, says so, and the choice is what the settings keep."""
    desk, waiting = model.desk, model.desk.waiting
    said: list[str] = []
    desk.notices.posted.connect(lambda notice: said.append(notice.words))
    waiting.begin()
    assert waiting.choice.value == OFF
    assert waiting.alerts is None
    desk.commands[TELL.id].run()
    await until(lambda: waiting.alerts is not None)
    assert waiting.choice.value == ON
    desk.commands[TELL.id].run()
    await until(lambda: waiting.choice.value == OFF)
    assert waiting.alerts is None
    assert [words.split(":")[0] for words in said] == ["On", "Off"]
    assert any(each.stage is Stage.ARRIVED for each in all_visits(desk.parts.office, desk.now().date()))
