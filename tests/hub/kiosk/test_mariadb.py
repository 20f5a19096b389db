"""Two hubs of one office on MariaDB: what they know of kiosks is one."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta

import pytest
import sqlalchemy as sa

from app.api.modes import Mode, OfficeAddress
from app.hub.database.database import HubDatabase
from app.hub.kiosk.arriving import Arriving
from app.hub.kiosk.settings import FRESH_SECONDS
from app.hub.kiosk.states import note_offline
from app.hub.office.watching import OfficeWatch
from app.practice.server.faults import Fault
from app.wire.hub.actions import Kind, Nothing
from app.wire.hub.check_in import (
    ARRIVAL_SEEN,
    DECIDE,
    KIOSKS_LIST,
    ORDER,
    PROPOSALS,
    ArrivalResult,
    ArrivalSeen,
    CheckInRules,
    Decide,
    Decision,
    GiveOrder,
    ProposalsOf,
)
from app.wire.hub.kiosk import (
    HEARTBEAT,
    HELP,
    NEXT_VISITS,
    PROPOSE,
    SETUP,
    ContactField,
    Heartbeat,
    Help,
    OrderKind,
    Outcome,
    Propose,
    Step,
    VisitNamed,
)
from tests.hub.kiosk.two_hubs import TwoHubs
from tests.journeys.practices import TEN_TWENTY
from tests.practice.maria import Maria, needs_mariadb
from tests.support.qt_loop import until
from tests.support.waiting_room import BORN, KioskClock, WaitingRoom

pytestmark = needs_mariadb
CONFIRM = "Appointments.confirm"


@pytest.fixture
def database(maria: Maria) -> str:
    """A new database."""
    return maria.database(f"kiosk{time.monotonic_ns()}")


async def test_two_hubs_mark_an_appointment_once(room_of: WaitingRoom, hubs: TwoHubs) -> None:
    """Kiosks at both hubs check the same patients in at the same moment."""
    apts = [await room_of.expected(born=BORN.replace(day=day)) for day in (1, 2, 3)]
    async with hubs.start() as one, hubs.start() as two:
        kiosks = [await one.kiosk("Kiosk 2"), await two.kiosk("Kiosk 3")]
        visits = [
            [await room_of.visit(born=BORN.replace(day=day), kiosk=kiosk) for kiosk in kiosks]
            for day in (1, 2, 3)
        ]
        outcomes = await asyncio.gather(
            *(
                room_of.arrive(visit, request=f"request {number}", kiosk=kiosks[number])
                for both in visits
                for number, visit in enumerate(both)
            )
        )
        assert set(outcomes) == {Outcome.OK}, await room_of.arrivals()
    assert [await room_of.times_marked(apt) for apt in apts] == [1, 1, 1]
    assert await room_of.results() == [ArrivalResult.ARRIVED] * 3


async def test_a_dead_hubs_check_in_is_settled_by_the_other(room_of: WaitingRoom, hubs: TwoHubs) -> None:
    """By its lease; the appointment is marked once."""
    apt = await room_of.expected()
    async with hubs.start() as one, hubs.start() as two:
        hubs.faults.plan(CONFIRM, Fault.HANG_AFTER)
        arriving = await hubs.begin(one, CONFIRM)
        one.hub.part(Arriving)._running.clear()
        (event,) = await hubs.settled(two)
        assert (event.result, event.apt_num) == (ArrivalResult.ARRIVED, apt)
        arriving.cancel()
    assert await room_of.times_marked(apt) == 1


async def test_clocks_that_differ_by_minutes_take_nothing_over(room_of: WaitingRoom, hubs: TwoHubs) -> None:
    """Leases go by the database server's clock: the hub whose PC is ahead leaves a running check-in alone."""
    await room_of.expected()
    early, late = (KioskClock(TEN_TWENTY + ahead, times=1) for ahead in (timedelta(), timedelta(minutes=3)))
    async with hubs.start(early) as one, hubs.start(late) as two:
        assert abs(one.hub.clock.utc() - two.hub.clock.utc()) < timedelta(seconds=2)
        hubs.faults.plan(CONFIRM, Fault.HANG_AFTER)
        arriving = await hubs.begin(one, CONFIRM)
        await two.hub.part(Arriving).keep()
        assert not two.hub.part(Arriving)._running
        token = await one.token(Kind.KIOSK, "Kiosk 9")
        await one.link(token).call(HEARTBEAT, Heartbeat(step=Step.WELCOME))
        await note_offline(two.hub)
        listed = (await (await two.desk("Desk 2")).call(KIOSKS_LIST, Nothing())).kiosks
        assert next(each.online for each in listed if each.name == "Kiosk 9")
        arriving.cancel()


async def test_one_hub_knows_what_the_other_was_told(
    room_of: WaitingRoom, hubs: TwoHubs, clock: KioskClock
) -> None:
    """Settings, wrong tries, kiosks and orders."""
    async with hubs.start() as two:
        token = await room_of.hub.token(Kind.KIOSK, "Kiosk 2")
        here, there = room_of.hub.link(token), two.link(token)
        await room_of.rules(CheckInRules(unseen_minutes=9), pin="4831")
        clock.skip(FRESH_SECONDS + 1)
        assert (await there.call(SETUP, Nothing())).version == 2
        wrong = [(await room_of.identify("smi", kiosk=each)).outcome for each in (here, there, here)]
        assert wrong == [Outcome.AGAIN, Outcome.AGAIN, Outcome.SEE_DESK]
        await there.call(HEARTBEAT, Heartbeat(step=Step.NAME))
        listed = (await room_of.desk.call(KIOSKS_LIST, Nothing())).kiosks
        (shown,) = [each for each in listed if each.name == "Kiosk 2"]
        assert (shown.step, shown.online) == (Step.NAME, True)
        order = GiveOrder(device_num=shown.device_num, kind=OrderKind.MESSAGE, text="Back at 2 – ¡gracias!")
        await room_of.desk.call(ORDER, order)
        (given,) = (await there.call(HEARTBEAT, Heartbeat(step=Step.NAME))).orders
        assert given.text == order.text
        done = Heartbeat(step=Step.NAME, setup_version=2, done=(given.order_num,))
        assert (await here.call(HEARTBEAT, done)).orders == ()


async def test_one_of_two_hubs_looks_for_signals(room_of: WaitingRoom, hubs: TwoHubs) -> None:
    """With a key that has a rate limit one look serves the desks of both hubs; nothing is told twice."""
    apt = await room_of.expected()
    async with hubs.start() as one, hubs.start() as two:
        watches, lines = [], []
        for each in (one.hub, two.hub):
            each.office._shared.address = OfficeAddress.standard(Mode.REMOTE)
            watches.append(each.part(OfficeWatch))
            watches[-1].begin()
            lines.append(each.stream.open(1, Kind.DESK))
        await room_of.office.appointments.update(apt, Note="Changed elsewhere")
        hubs.faults.seen.clear()
        for watch in (*watches, *watches):
            await watch.look_in_turn()
        assert [*hubs.faults.seen].count("Signalods.list") == 1
        await until(lambda: all(not each.queue.empty() for each in lines))
        await watches[1].look()
        assert [each.queue.qsize() for each in lines] == [1, 1]


async def test_proposals_and_events_are_one(room_of: WaitingRoom, hubs: TwoHubs) -> None:
    """A patient at one hub, desks at both."""
    me = await room_of.patient()
    await room_of.book(me)
    async with hubs.start() as two:
        kiosk, desk = await two.kiosk("Kiosk 2"), await two.desk("Desk 2")
        visit = await room_of.visit(kiosk=kiosk)
        changes = {ContactField.EMAIL: "ada.new@example.com"}
        await kiosk.call(PROPOSE, Propose(visit=visit, index=0, changes=changes, health_changed=True))
        (proposal,) = (await room_of.desk.call(PROPOSALS, ProposalsOf())).proposals
        decision = Decide(
            proposal_num=proposal.proposal_num,
            field=ContactField.EMAIL,
            decision=Decision.ACCEPTED,
            who="Ana",
        )
        await room_of.desk.call(DECIDE, decision)
        (decided,) = (await desk.call(PROPOSALS, ProposalsOf(pat_num=me))).proposals
        assert decided.fields[0].decision is Decision.ACCEPTED
        await kiosk.call(HELP, Help(step=Step.NAME))
        assert await room_of.arrive(visit, kiosk=kiosk) is Outcome.OK
        assert (await kiosk.call(NEXT_VISITS, VisitNamed(visit=visit))).outcome is Outcome.OK
        events = await room_of.arrivals()
        assert [each.result for each in events] == [ArrivalResult.ARRIVED, ArrivalResult.HELP]
        seen = ArrivalSeen(arrival_nums=tuple(each.arrival_num for each in events), who="Ana")
        await desk.call(ARRIVAL_SEEN, seen)
        assert {each.seen_by for each in await room_of.arrivals()} == {"Ana"}


async def test_a_server_that_hangs_is_given_up(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It answers nothing and closes nothing: the hub says so after a while, and goes on once it answers again."""
    monkeypatch.setattr("app.hub.database.database.ANSWER_SECONDS", 1)
    opened = await HubDatabase.open(database)
    with pytest.raises(sa.exc.OperationalError):
        await opened.run(lambda connection: connection.scalar(sa.text("SELECT SLEEP(20)")))
    assert await opened.run(lambda connection: connection.scalar(sa.select(1))) == 1
    await opened.close()
