"""Checking in exactly once, over real TLS."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta

import pytest

from app.api.hub.link import HubRefused
from app.hub.kiosk.arriving import LATE_WRITE
from app.practice.server.faults import Fault, Faults
from app.wire.hub.actions import Kind, Nothing
from app.wire.hub.check_in import ARRIVAL_SEEN, ArrivalResult, ArrivalSeen, CheckInRules, Why
from app.wire.hub.kiosk import ARRIVE, SETUP, WHO_IS_HERE, Arrive, Outcome, VisitNamed
from app.wire.hub.stream import Changed, Topic, Written
from app.wire.permissions import Permission
from tests.support.fast_clock import FastClock
from tests.support.waiting_room import BORN, HALF_PAST_TEN, MINUTE, WaitingRoom

CONFIRM = "Appointments.confirm"
SOON_LATE = LATE_WRITE.total_seconds() + 31
"""Seconds after which an unclear check-in is settled, with the longest pause between two looks."""


@pytest.mark.parametrize("stage", ["arrived", "seated"])
async def test_one_whom_staff_marked_is_welcome(room: WaitingRoom, faults: Faults, stage: str) -> None:
    """Without a write: the recorded time stays as staff made it."""
    apt = await room.expected()
    visit = await room.visit()
    await room.office.appointments.confirm(apt, defNum=getattr(room.stages, stage))
    row = await room.row(apt)
    faults.seen.clear()
    assert await room.arrive(visit) is Outcome.OK
    assert CONFIRM not in faults.seen
    assert (await room.row(apt)).DateTStamp == row.DateTStamp
    assert await room.results() == [ArrivalResult.ALREADY]


async def test_moved_or_canceled_in_between(room: WaitingRoom, faults: Faults) -> None:
    """An appointment that changed after the patient was found: they see the desk, and staff know why."""
    born = [BORN + timedelta(days=day) for day in range(4)]
    apts = [await room.expected(born=each) for each in born]
    visits = [await room.visit(born=each) for each in born]
    appointments = room.office.appointments
    await appointments.update(apts[0], AptDateTime=HALF_PAST_TEN + 30 * MINUTE)
    await appointments.break_(apts[1], sendToUnscheduledList=True)
    await appointments.break_(apts[2], sendToUnscheduledList=False)
    await appointments.confirm(apts[3], defNum=room.stages.dismissed)
    faults.seen.clear()
    for number, visit in enumerate(visits):
        assert await room.arrive(visit, request=f"request {number}") is Outcome.SEE_DESK
    assert CONFIRM not in faults.seen
    assert {(each.result, each.why) for each in await room.arrivals()} == {
        (ArrivalResult.SENT_TO_DESK, Why.CHANGED)
    }


async def test_a_family_of_five_with_three_appointments(room: WaitingRoom) -> None:
    """Only those with an appointment now are asked about, by initials; who is not here is not marked."""
    me = await room.patient("de la Cruz", "Eva")
    family = [
        await room.patient("de la Cruz", first, date(year, 5, 5), Guarantor=me)
        for first, year in (("Ian", 2012), ("Uma", 2010), ("Oli", 2014), ("Zoe", 2016))
    ]
    mine, ian, uma = [await room.book(pat_num) for pat_num in (me, family[0], family[1])]
    zoe = await room.book(family[3], HALF_PAST_TEN + timedelta(hours=5))
    visit = await room.visit("del")
    company = await room.kiosk.call(WHO_IS_HERE, VisitNamed(visit=visit))
    assert company.me is not None
    assert company.me.initials == "E. D."
    assert [(each.index, each.initials) for each in company.others] == [(1, "U. D."), (2, "I. D.")]
    assert await room.arrive(visit, 0, 1) is Outcome.OK
    assert [await room.is_marked(each) for each in (mine, uma, ian, zoe)] == [True, True, False, False]
    assert len(await room.arrivals()) == 2
    with pytest.raises(HubRefused):
        await room.arrive(visit, 3)


async def test_two_appointments_are_confirmed_once_for_both(room: WaitingRoom) -> None:
    """The hygienist and the dentist after her: one check-in, one event, both marked."""
    me = await room.patient()
    first = await room.book(me)
    second = await room.book(me, HALF_PAST_TEN + 40 * MINUTE)
    later = await room.book(me, HALF_PAST_TEN + timedelta(hours=5))
    assert await room.arrive(await room.visit()) is Outcome.OK
    assert [await room.times_marked(each) for each in (first, second, later)] == [1, 1, 0]
    assert await room.results() == [ArrivalResult.ARRIVED]


async def test_sent_again_it_is_marked_once(room: WaitingRoom) -> None:
    """The kiosk repeats a request whose answer was lost, even at the same time."""
    apt = await room.expected()
    visit = await room.visit()
    assert await asyncio.gather(*(room.arrive(visit) for _ in range(4))) == [Outcome.OK] * 4
    assert await room.arrive(visit) is Outcome.OK
    assert await room.times_marked(apt) == 1
    assert await room.results() == [ArrivalResult.ARRIVED]


async def test_two_people_at_two_kiosks_for_one_appointment(room: WaitingRoom) -> None:
    """Both are welcome; the office is told once."""
    apt = await room.expected()
    other = await room.hub.kiosk("Kiosk 2")
    mine, theirs = await room.visit(), await room.visit(kiosk=other)
    both = await asyncio.gather(room.arrive(mine), room.arrive(theirs, request="request 2", kiosk=other))
    assert both == [Outcome.OK, Outcome.OK]
    assert await room.times_marked(apt) == 1
    assert await room.results() == [ArrivalResult.ARRIVED]


async def test_undone_by_staff_it_can_be_done_again(room: WaitingRoom) -> None:
    """Staff marked the patient not here after all; a second check-in marks the appointment again."""
    apt = await room.expected()
    visit = await room.visit()
    await room.arrive(visit)
    await room.office.appointments.confirm(apt, defNum=room.stages.first)
    assert await room.arrive(visit, request="request 2") is Outcome.OK
    assert await room.is_marked(apt)
    assert await room.results() == [ArrivalResult.ARRIVED] * 2


@pytest.mark.parametrize("fault", [Fault.DROP_AFTER, Fault.TIMEOUT_AFTER, Fault.GARBAGE])
async def test_a_lost_answer_is_found_by_reading(room: WaitingRoom, faults: Faults, fault: Fault) -> None:
    """The office marked it, and its answer was lost: the patient is welcome, and nothing is sent again."""
    apt = await room.expected()
    visit = await room.visit()
    faults.plan(CONFIRM, fault)
    assert await room.arrive(visit) is Outcome.OK
    assert await room.times_marked(apt) == 1
    assert await room.results() == [ArrivalResult.ARRIVED]


@pytest.mark.parametrize("fault", [Fault.DROP_BEFORE, Fault.TIMEOUT_BEFORE, Fault.SERVER_ERROR])
async def test_what_did_not_happen_is_told_to_staff(
    room: WaitingRoom, faults: Faults, clock: FastClock, fault: Fault
) -> None:
    """Unclear first, then "not marked"; the patient was sent to the desk, so nothing is sent again by itself."""
    apt = await room.expected()
    visit = await room.visit()
    faults.plan(CONFIRM, fault)
    assert await room.arrive(visit, times=20, once=lambda: CONFIRM in faults.seen) is Outcome.SEE_DESK
    assert await room.results() == [ArrivalResult.UNCLEAR]
    assert await room.arrive(visit, request="request 2") is Outcome.SEE_DESK
    await settled(room, clock)
    assert [(each.result, each.why) for each in await room.arrivals()] == [
        (ArrivalResult.SENT_TO_DESK, Why.NOT_MARKED)
    ]
    assert faults.seen.count(CONFIRM) == 1
    assert await room.arrive(visit, request="request 3") is Outcome.OK
    assert await room.times_marked(apt) == 1


async def test_a_late_write_is_found(room: WaitingRoom, faults: Faults, clock: FastClock) -> None:
    """The gateway gave up and the office marked it a minute later: the event says arrived, and it is marked once."""
    apt = await room.expected()
    visit = await room.visit()
    faults.plan(CONFIRM, Fault.TIMEOUT_LATE)
    assert await room.arrive(visit, times=20, once=lambda: CONFIRM in faults.seen) is Outcome.SEE_DESK
    await faults.deliver_late()
    await settled(room, clock)
    assert await room.results() == [ArrivalResult.ARRIVED]
    assert await room.times_marked(apt) == 1


async def test_an_office_that_is_away_gets_nothing(
    room: WaitingRoom, faults: Faults, clock: FastClock
) -> None:
    """The patient sees the desk at once; once the office is back, nothing arrives by itself."""
    apt = await room.expected()
    visit = await room.visit()
    faults.unreachable = True
    assert await room.arrive(visit) is Outcome.SEE_DESK
    faults.unreachable = False
    clock.skip(SOON_LATE)
    assert [(each.result, each.why) for each in await room.arrivals()] == [
        (ArrivalResult.SENT_TO_DESK, Why.OFFICE_AWAY)
    ]
    assert await room.times_marked(apt) == 0


async def test_staff_mark_it_while_it_is_unclear(room: WaitingRoom, faults: Faults, clock: FastClock) -> None:
    """The hub sees their mark and is content; it sends nothing."""
    apt = await room.expected()
    visit = await room.visit()
    faults.plan(CONFIRM, Fault.DROP_BEFORE)
    await room.arrive(visit, times=20, once=lambda: CONFIRM in faults.seen)
    await room.office.appointments.confirm(apt, defNum=room.stages.arrived)
    await settled(room, clock)
    assert await room.results() == [ArrivalResult.ARRIVED]
    assert await room.times_marked(apt) == 1


@pytest.mark.parametrize("permissions", [frozenset(Permission) - {Permission.COMM}])
async def test_the_office_may_refuse(room: WaitingRoom) -> None:
    """A refusal is certain: the patient sees the desk, and staff know why at once."""
    await room.expected()
    assert await room.arrive(await room.visit()) is Outcome.SEE_DESK
    assert [(each.result, each.why) for each in await room.arrivals()] == [
        (ArrivalResult.SENT_TO_DESK, Why.REFUSED)
    ]


async def test_rules_that_change_in_between_count(room: WaitingRoom) -> None:
    """The office now wants to see this patient at the desk."""
    me = await room.patient()
    apt = await room.book(me)
    visit = await room.visit()
    await room.rules(CheckInRules(desk_patients=(me,)))
    assert await room.arrive(visit) is Outcome.SEE_DESK
    assert not await room.is_marked(apt)
    assert [each.why for each in await room.arrivals()] == [Why.RULES]


async def test_the_desks_are_told(room: WaitingRoom) -> None:
    """That there is an arrival, and which appointment to read again; and who saw it."""
    apt = await room.expected()
    line = room.hub.hub.stream.open(1, Kind.DESK)
    await room.arrive(await room.visit())
    told = [line.queue.get_nowait() for _ in range(line.queue.qsize())]
    assert Changed(Topic.ARRIVALS) in told
    assert [each.keys for each in told if isinstance(each, Written)] == [{"AptNum": apt}]
    (arrival,) = await room.arrivals()
    assert (arrival.kiosk, arrival.apt_num, arrival.seen_by) == ("Kiosk 1", apt, "")
    for who in ("Ana", "Ben"):
        seen = ArrivalSeen(arrival_nums=(arrival.arrival_num,), who=who)
        await room.desk.call(ARRIVAL_SEEN, seen)
    assert [each.seen_by for each in await room.arrivals()] == ["Ana"]


@pytest.mark.parametrize(("people", "request_id"), [((), "request 1"), ((1,), "request 1"), ((0,), "r")])
async def test_senseless_requests_are_refused(
    room: WaitingRoom, people: tuple[int, ...], request_id: str
) -> None:
    """Nobody, somebody who is not in the visit, or a request without a name of its own."""
    await room.expected()
    visit = await room.visit()
    with pytest.raises(HubRefused) as refused:
        await room.kiosk.call(ARRIVE, Arrive(visit=visit, people=people, request=request_id))
    assert refused.value.status == 400
    assert (await room.kiosk.call(SETUP, Nothing())).open


async def settled(room: WaitingRoom, clock: FastClock) -> None:
    """Let the time pass after which nothing can arrive any more, until the hub has looked."""
    clock.run(200)
    while ArrivalResult.UNCLEAR in await room.results():
        await asyncio.sleep(0.01)
    clock.run(1)
