"""The same money posted twice: stopped before it is sent where possible, else both desks are told at once."""

from __future__ import annotations

from msgspec.structs import replace

from app.core.tasks import TaskScope
from app.domain.money.doubts import Doubt
from app.practice.server.faults import Fault
from app.services.writes.money.money_writes import CannotPost
from app.services.writes.money.twins import LOOKS, TwinWatch
from app.services.writes.registry import registry
from app.store.topics import Part, Topic
from tests.journal.fake_office import until
from tests.practice.office_money import JON
from tests.services.front_desk import DONE, REFUSED, UNKNOWN, WAITING, Desk, Town
from tests.services.writes.money.accounts import paying, payments

FIFTY = paying()


async def test_the_second_desk_is_stopped_before_it_sends(desk: Desk, town: Town) -> None:
    """An equal payment that its screen hasn't shown is a reason to ask; answered, it is posted."""
    other = await town.desk("other")
    assert (await desk.money.take_payment(FIFTY)).state is DONE
    stopped = await other.money.take_payment(FIFTY)
    assert (stopped.state, stopped.outcome is not None) == (REFUSED, True)
    assert "was posted for this patient in the meantime" in str(stopped.outcome)
    assert town.faults.seen.count("Payments.create") == 1
    again = await other.writes.retry(stopped)
    assert (again.state, len(payments(town))) == (DONE, 2)


async def test_one_that_waited_for_the_server_is_stopped_too(
    desk: Desk, town: Town, tasks: TaskScope
) -> None:
    """A payment that waited on disk while another desk took the same money is not sent."""
    other = await town.desk("other")
    town.faults.unreachable = True
    task = tasks.start(desk.money.take_payment(FIFTY), "pay")
    await town.in_time(task.done)
    assert task.result().state is WAITING
    town.faults.unreachable = False
    assert (await other.money.take_payment(FIFTY)).state is DONE
    await town.settled(desk)
    assert (await desk.outbox.journal.get(task.result().id)).state is REFUSED
    assert len(payments(town)) == 1


async def test_both_are_told_when_both_sent_at_once(desk: Desk, town: Town, tasks: TaskScope) -> None:
    """Neither saw the other's before sending: shortly after, each names the other's row, once."""
    other = await town.desk("other")
    town.gate.wait_for(2, "/payments")
    both = [tasks.start(each.money.take_payment(FIFTY), "pay") for each in (desk, other)]
    await town.in_time(lambda: all(each.done() for each in both))
    assert [each.result().state for each in both] == [DONE, DONE]
    await town.in_time(lambda: bool(desk.twins and other.twins))
    numbers = [(each.result().answer or {})["PayNum"] for each in both]
    told = [(each.twins[0].row["PayNum"], each.twins[0].second) for each in (desk, other)]
    assert told == [(numbers[1], numbers[0] > numbers[1]), (numbers[0], numbers[1] > numbers[0])]
    desk.office.tell_of(Topic(Part.ACCOUNT, JON))
    await town.in_time(lambda: town.faults.seen.count("Payments.list") >= 5)
    assert (len(desk.twins), len(other.twins)) == (1, 1)


async def test_the_first_desk_learns_of_a_late_one(desk: Desk, town: Town) -> None:
    """A payment that the office wrote after its answer was lost is told when the account changes."""
    other = await town.desk("other")
    town.faults.plan("Payments.create", Fault.TIMEOUT_LATE)
    late = await other.money.take_payment(FIFTY)
    assert late.state is UNKNOWN
    assert (await desk.money.take_payment(FIFTY)).state is DONE
    await town.in_time(
        lambda: "Payments.list" in town.faults.seen[town.faults.seen.index("Payments.create") :]
    )
    await town.faults.deliver_late()
    await town.settled(other)
    assert (await other.outbox.journal.get(late.id)).state is DONE
    await town.in_time(lambda: bool(other.twins))
    desk.office.tell_of(Topic(Part.ACCOUNT, JON))
    await town.in_time(lambda: bool(desk.twins))
    assert desk.twins[0].row["PayNum"] == (await other.outbox.journal.get(late.id)).answer["PayNum"]


async def test_a_desk_that_ended_before_it_looked_looks_after_its_restart(
    desk: Desk, town: Town, tasks: TaskScope
) -> None:
    """A program that ends right after posting finds the twin when it is started again within ten minutes."""
    other = await town.desk("other")
    town.gate.wait_for(2, "/payments")
    both = [tasks.start(each.money.take_payment(FIFTY), "pay") for each in (desk, other)]
    await until(lambda: all(each.done() for each in both))
    told = []
    again = TwinWatch(
        desk.outbox.journal, desk.client, desk.office, registry(), tasks, desk.outbox.journal._clock
    )
    again.watch(told.append)
    await town.in_time(lambda: bool(told))
    assert told[0].row["PayNum"] == (both[1].result().answer or {})["PayNum"]
    again.close()
    town.clock.pass_time(700)
    later = TwinWatch(
        desk.outbox.journal, desk.client, desk.office, registry(), tasks, desk.outbox.journal._clock
    )
    assert not later._looking
    later.close()


async def test_two_on_purpose_are_asked_about_and_posted(desk: Desk, town: Town) -> None:
    """The same person may post the same amount again, after she was asked; nobody is told of a twin."""
    first = await desk.money.take_payment(FIFTY)
    town.clock.pass_time(180)
    try:
        await desk.money.take_payment(FIFTY)
    except CannotPost as stopped:
        (caution,) = stopped.cautions
    assert (caution.doubt, "3 minutes ago" in str(caution.words)) == (Doubt.EQUAL, True)
    second = await desk.money.take_payment(FIFTY, answered=[Doubt.EQUAL.value])
    assert (first.state, second.state, len(payments(town))) == (DONE, DONE, 2)
    other = await desk.money.take_payment(replace(FIFTY, amount=FIFTY.amount * 2))
    assert other.state is DONE
    await looked(town)
    assert desk.twins == []


async def test_one_that_a_person_decided_is_compared_with_nothing(desk: Desk, town: Town) -> None:
    """Its number isn't known: nothing is looked for, and the looks at other postings go on."""
    town.faults.plan("Payments.create", Fault.TIMEOUT_LATE)
    unknown = await desk.money.take_payment(FIFTY)
    await desk.outbox.decide(unknown.id, done=True)
    assert not desk.money.twins._looking
    await desk.money.take_payment(replace(FIFTY, amount=FIFTY.amount * 2))
    assert len(desk.money.twins._looking) == 1
    await looked(town)
    assert (desk.twins, desk.money.twins._looking) == ([], set())


async def looked(town: Town) -> None:
    """The seconds after which a desk looks again have passed."""
    end = town.clock.monotonic() + LOOKS[0] + 2
    await town.in_time(lambda: town.clock.monotonic() >= end)
