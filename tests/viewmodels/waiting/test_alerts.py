"""A patient who waits ten minutes past the start is one task on the provider's list, whichever desks watch."""

from __future__ import annotations

from datetime import timedelta

from app.core.text import msg
from app.domain.schedule.visit import Stage, Visit
from app.journal.entries import Author, Entry, WriteState
from app.practice.server.faults import Fault
from app.services.check_in.hub import HubTrouble
from app.services.people.secrets import SecretsInMemory
from app.services.schedule.grids import all_visits
from app.services.waiting_room.alerts import AlertNeeds, Claims, WaitingAlerts
from app.services.waiting_room.past_start import PastStart
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.huddle.screen import HuddleScreenViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.waiting.alerts import waiting_alerts
from app.viewmodels.staff.waiting.late import ALWAYS, OFF, ON, TELL
from app.wire.hub.check_in import RecordTask, TaskAbout, TaskClaim
from app.wire.resources.tasks import Task, TaskObjectType
from tests.journeys.practices import TEN_TWENTY, Practices, Served
from tests.support.fast_clock import FastClock
from tests.support.qt_loop import until
from tests.support.together import Together
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


def automatic(desk: DeskViewModel) -> WaitingAlerts:
    """The alerts of a desk that tells providers without being asked to, at once."""
    return switched_on(waiting_alerts(desk, 0.0))


def switched_on(alerts: WaitingAlerts) -> WaitingAlerts:
    """Tells providers from now on."""
    alerts.automatic = True
    alerts.look()
    return alerts


async def told(model: ScheduleScreenViewModel, list_num: int = MARROWS_INBOX) -> list[Task]:
    """The tasks about waits on a list."""
    rows = await model.desk.parts.client.tasks.list(TaskListNum=list_num)
    return [row for row in rows if WORDS in row.Descript]


async def test_ten_minutes_past_the_start_are_one_task(
    model: ScheduleScreenViewModel, served: Served, open_desk_on: OpenDesk
) -> None:
    """On the provider's own list, attached to the appointment, without a name; a second desk adds none."""
    visit = await only_waiting(model, served, 11)
    alerts = automatic(model.desk)
    await until(lambda: visit.apt_num in alerts.told)
    (task,) = await told(model)
    assert (task.ObjectType, task.KeyNum) == (TaskObjectType.APPOINTMENT, visit.apt_num)
    assert visit.person is not None
    assert visit.person.last_name not in task.Descript
    second = await open_desk_on(served)
    others = automatic(second.desk)
    await until(lambda: visit.apt_num in others.told)
    assert len(await told(model)) == 1
    for each in (alerts, others):
        each.close()


async def test_the_task_says_how_late_it_is_for_a_late_patient(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """Who arrived five minutes late and waits for ten is a task that says fifteen minutes past the start."""
    came = (model.desk.now() - timedelta(minutes=11)).replace(second=0, microsecond=0)
    visit = await only_waiting(model, served, 16, DateTimeArrived=came.isoformat(" "))
    alerts = automatic(model.desk)
    await until(lambda: visit.apt_num in alerts.told)
    rows = await model.desk.parts.client.tasks.list(TaskListNum=MARROWS_INBOX)
    assert any(row.Descript.startswith("Still waiting 15 minutes past the start") for row in rows)
    alerts.close()


async def test_nobody_is_told_too_early_or_of_the_morning(
    model: ScheduleScreenViewModel, served: Served
) -> None:
    """At nine minutes nothing is written, nor of a patient who has been waiting since long before."""
    await only_waiting(model, served, 9)
    alerts = automatic(model.desk)
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
    alerts = automatic(model.desk)
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
        past, tasks = PastStart(parts.office, parts.clock, parts.scope), parts.task_writes()
        made = WaitingAlerts(parts.office, past, tasks, parts.tasks(), needs, parts.clock, parts.scope)
        return switched_on(made)

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


async def test_two_desks_over_a_network_write_one(open_practice: Practices, open_desk_on: OpenDesk) -> None:
    """Both have found no task and write in the same moment: one task stays open, without a hub."""
    gate = Together()
    served = open_practice(on_socket=True, web_filter=gate)
    models = [await open_desk_on(served), await open_desk_on(served)]
    for number, model in enumerate(models, 1):
        model.desk.parts.outbox.author = Author("Someone", number)
    visit = await only_waiting(models[0], served, 11)
    await models[1].desk.parts.office.reader.reread((visit.start.date(),))
    gate.wait_for(2, "/tasks")
    both = [automatic(model.desk) for model in models]
    for model in models:
        await until(lambda model=model: len(done(model)) == 2)
    statuses = sorted(row.TaskStatus.value for row in await told(models[0]))
    assert statuses == ["Done", "New"]
    for model in models:
        assert "other PC" not in " ".join(each.words for each in model.desk.notices.items)
    for each in both:
        each.close()


def done(model: ScheduleScreenViewModel) -> list[Entry]:
    """What a desk has written."""
    return [each for each in model.desk.parts.journal.recent(9) if each.state is WriteState.DONE]


async def late_desk(served: Served, open_desk_on: OpenDesk, minutes: int = 9) -> ScheduleScreenViewModel:
    """A desk as it is after a start, with a patient who has been waiting since so many minutes past the start."""
    model = await open_desk_on(served)
    await only_waiting(model, served, minutes)
    await model.desk.parts.tasks().read()
    model.desk.waiting.begin()
    await until(lambda: model.desk.waiting.alerts is not None)
    return model


async def test_every_desk_says_who_waits_and_writes_nothing(
    open_practice: Practices, open_desk_on: OpenDesk
) -> None:
    """At ten minutes a toast and the row in the waiting room, without any setting; at nine neither."""
    clock = FastClock(TEN_TWENTY, times=1)
    served = open_practice(clock=clock)
    served.secrets = SecretsInMemory()
    models = [await late_desk(served, open_desk_on), await late_desk(served, open_desk_on)]
    for model in models:
        assert not any(row.past for row in model.waiting.rows)
        assert said(model) == []
    clock.skip(60)
    for model in models:
        await until(lambda model=model: len(said(model)) == 1)
        (row,) = [each for each in model.waiting.rows if each.past]
        assert said(model)[0].startswith(f"10 minutes past the start: {row.name} is waiting for MARR")
        assert (row.under, row.offer) == ("10 min past the start", "Tell MARR")
    assert await told(models[0]) == []


def said(model: ScheduleScreenViewModel) -> list[str]:
    """The alerts that a desk has posted."""
    return [each.words for each in model.desk.notices.items if "past the start" in each.words]


async def test_telling_is_one_task_that_both_desks_know(served: Served, open_desk_on: OpenDesk) -> None:
    """A click adds the task, with an undo; the other desk sees that it is there and offers it no more."""
    first, second = [await late_desk(served, open_desk_on, 12), await late_desk(served, open_desk_on, 12)]
    (row,) = [each for each in first.waiting.rows if each.offer]
    first.waiting.tell(row)
    await until(lambda: any("provider told" in each.under for each in first.waiting.rows))
    (task,) = await told(first)
    assert task.KeyNum == row.apt_num
    assert first.desk.notices.undoable is not None
    await second.desk.parts.tasks().read(again=True)
    await until(lambda: not any(each.offer for each in second.waiting.rows))
    second.schedule.select(row.apt_num)
    assert not second.desk.commands[TELL.id].verdict.ok


async def test_it_is_told_by_a_key(served: Served, open_desk_on: OpenDesk) -> None:
    """Alt+T tells the provider of the selected patient; without one who waits too long it says why not."""
    model = await late_desk(served, open_desk_on, 12)
    command = model.desk.commands[TELL.id]
    assert "ten minutes past the start" in str(command.verdict.reason)
    (row,) = [each for each in model.waiting.rows if each.offer]
    model.schedule.select(row.apt_num)
    assert command.verdict.ok
    command.run()
    await until(lambda: any("provider told" in each.under for each in model.waiting.rows))
    assert len(await told(model)) == 1


async def test_what_the_office_refuses_is_not_told(served: Served, open_desk_on: OpenDesk) -> None:
    """A task that waits for the server counts as told; once it is refused, nobody believes that it is."""
    model = await late_desk(served, open_desk_on, 12)
    (row,) = [each for each in model.waiting.rows if each.offer]
    served.faults.unreachable = True
    model.waiting.tell(row)
    journal = model.desk.parts.journal
    await until(lambda: bool(journal.unsettled()))
    model.waiting.refresh()
    await until(lambda: any("provider told" in each.under for each in model.waiting.rows))
    served.faults.plan("Tasks.create", Fault.NOT_PERMITTED)
    served.faults.unreachable = False
    await until(lambda: not journal.unsettled())
    assert [each.state for each in journal.recent(9)] == [WriteState.REFUSED]
    await until(lambda: not any("provider told" in each.under for each in model.waiting.rows))


async def test_no_task_is_written_unasked_until_somebody_wants_it(model: ScheduleScreenViewModel) -> None:
    """The command switches it on and off, says so, and the choice is what the settings keep."""
    desk, waiting = model.desk, model.desk.waiting
    waiting.begin()
    await until(lambda: waiting.alerts is not None)
    assert waiting.choice.value == OFF
    assert not waiting.alerts.automatic
    desk.commands[ALWAYS.id].run()
    await until(lambda: waiting.alerts.automatic)
    assert waiting.choice.value == ON
    desk.commands[ALWAYS.id].run()
    await until(lambda: waiting.choice.value == OFF)
    assert not waiting.alerts.automatic
    assert [each.words.split(":")[0] for each in desk.notices.items][-2:] == ["On", "Off"]
