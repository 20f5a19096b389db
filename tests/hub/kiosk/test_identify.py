"""Finding a patient at a kiosk, over real TLS."""

from __future__ import annotations

import asyncio
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from app.api.hub.link import HubLink, HubRefused
from app.core.tasks import TaskScope
from app.domain.kiosk.tries import LOCKED, MOST_OF_DEVICE
from app.hub.kiosk.identify import FAILURE_SECONDS
from app.hub.kiosk.visits import GOOD_FOR
from app.practice.server.app import Practice
from app.practice.server.faults import Faults
from app.wire.hub.actions import Kind, Nothing
from app.wire.hub.check_in import (
    KIOSKS_LIST,
    ORDER,
    ArrivalResult,
    CheckInRules,
    GiveOrder,
    Why,
    Windows,
)
from app.wire.hub.devices import DEVICES, REVOKE, DeviceNamed
from app.wire.hub.kiosk import (
    HEARTBEAT,
    IDENTIFY,
    WHO_IS_HERE,
    Heartbeat,
    Identified,
    Identify,
    OrderKind,
    Outcome,
    Step,
    VisitNamed,
)
from app.wire.permissions import Permission
from tests.support.fast_clock import FastClock
from tests.support.hub_office import hub_office
from tests.support.waiting_room import BORN, HALF_PAST_TEN, MINUTE, KioskClock, WaitingRoom

NOT_FOUND = Identified(outcome=Outcome.AGAIN)
SEE_DESK = Identified(outcome=Outcome.SEE_DESK)


async def test_a_patient_is_found_and_marked(room: WaitingRoom) -> None:
    """Birthdate and letters find the patient; the kiosk learns initials and time; arriving marks the appointment."""
    apt = await room.expected(last="O'Connor-Ngũgĩ", first="Ámbar", Preferred="Bé")
    found = await room.identify("oco")
    assert found.person is not None
    assert (found.person.initials, found.person.at.isoformat()) == ("B. O.", "10:30:00")
    assert await room.arrive(found.visit) is Outcome.OK
    assert await room.is_marked(apt)
    assert await room.times_marked(apt) == 1
    assert await room.results() == [ArrivalResult.ARRIVED]


async def test_every_failure_is_the_same(room: WaitingRoom) -> None:
    """No such birthdate, wrong letters, not today, outside the window, canceled, twins, the desk: one answer."""
    born = [BORN + timedelta(days=day) for day in range(9)]
    await room.expected(born=born[0], last="Okafor")
    await room.expected(HALF_PAST_TEN + timedelta(days=1), born=born[1])
    await room.expected(HALF_PAST_TEN + timedelta(hours=4), born=born[2])
    canceled = await room.expected(born=born[3])
    await room.office.appointments.break_(canceled, sendToUnscheduledList=True)
    for first in ("Ada", "Ben"):
        await room.expected(born=born[4], first=first)
    desk = await room.patient(born=born[5])
    await room.book(desk)
    await room.rules(CheckInRules(desk_patients=(desk,)))
    await room.expected(born=None)
    tries = [
        ("smi", born[0]),
        ("oka", born[1]),
        ("oka", born[2]),
        ("oka", born[3]),
        ("oka", born[4]),
        ("oka", born[5]),
        ("oka", born[6]),
        ("o", born[0]),
        ("", date(1, 1, 1)),
    ]
    kiosks = [await room.hub.kiosk(f"Kiosk {number}") for number in range(len(tries))]
    for kiosk, (letters, birthdate) in zip(kiosks, tries, strict=True):
        answers = [await room.identify(letters, birthdate, kiosk) for _ in range(3)]
        assert answers == [NOT_FOUND, NOT_FOUND, SEE_DESK]
    assert await room.results() == [ArrivalResult.NOT_FOUND] * len(tries)
    assert {each.why for each in await room.arrivals()} == {Why.NOT_FOUND}
    assert (await room.identify("oka", born[0], kiosks[0])).outcome is Outcome.OK


async def test_a_failure_takes_the_same_time(room: WaitingRoom, clock: KioskClock) -> None:
    """Whatever is wrong, and however long the hub looked: the answer comes at the same step of the clock."""
    await room.expected()
    clock.hurries = False
    clock.run(0)
    asked = room.kiosk.call(IDENTIFY, Identify(birthdate=BORN, letters="smi"))
    waiting = asyncio.ensure_future(asked)  # noqa: TID251 # awaited below
    done, _ = await asyncio.wait({waiting}, timeout=0.3)
    assert not done
    while not waiting.done():  # on a busy computer the hub begins to wait only after the first skip
        clock.skip(FAILURE_SECONDS)
        await asyncio.wait({waiting}, timeout=0.05)
    assert await waiting == NOT_FOUND


async def test_a_burst_locks_the_kiosk_until_staff_reset_it(room: WaitingRoom, clock: FastClock) -> None:
    """After a dozen wrong tries nobody is found there, also not with the right letters; staff or time end it."""
    await room.expected()
    for _ in range(MOST_OF_DEVICE):
        await room.identify("smi")
    assert await room.identify() == SEE_DESK
    assert Why.GUESSING in {each.why for each in await room.arrivals()}
    other = await room.hub.kiosk("Kiosk 2")
    assert (await room.identify(kiosk=other)).outcome is Outcome.OK
    (kiosk, _) = (await room.desk.call(KIOSKS_LIST, Nothing())).kiosks
    await room.desk.call(ORDER, GiveOrder(device_num=kiosk.device_num, kind=OrderKind.RESET))
    assert (await room.identify()).outcome is Outcome.OK
    for _ in range(MOST_OF_DEVICE):
        await room.identify("smi")
    clock.skip(LOCKED.total_seconds())
    assert (await room.identify()).outcome is Outcome.OK


async def test_tries_at_once_count_one_by_one(room: WaitingRoom) -> None:
    """Many questions at the same time find no more than one after the other."""
    await room.expected()
    token = await room.hub.token(Kind.KIOSK, "Kiosk 2")
    links = [room.hub.link(token) for _ in range(3)]  # of eight connections each: no question waits for one
    asked = ["smi"] * MOST_OF_DEVICE + ["oka"] * 6
    answers = await asyncio.gather(
        *(
            links[number % len(links)].call(IDENTIFY, Identify(birthdate=BORN, letters=letters))
            for number, letters in enumerate(asked)
        )
    )
    found = [each.outcome for each in answers[MOST_OF_DEVICE:]]
    assert Outcome.SEE_DESK in [each.outcome for each in answers]
    assert found.count(Outcome.OK) + found.count(Outcome.SEE_DESK) == len(found)


async def test_the_welcome_page_begins_another_patient(room: WaitingRoom) -> None:
    """A patient who walked away after two wrong tries leaves none of them to the next."""
    await room.expected()
    for step in (Step.WELCOME, Step.NAME):
        await room.kiosk.call(HEARTBEAT, Heartbeat(step=step))
    assert [await room.identify("smi") for _ in range(2)] == [NOT_FOUND] * 2
    await room.kiosk.call(HEARTBEAT, Heartbeat(step=Step.WELCOME))
    assert await room.identify("smi") == NOT_FOUND


async def test_a_visit_is_of_one_device_and_ends(room: WaitingRoom, clock: FastClock) -> None:
    """Another kiosk's visit, an old one, a changed one and an invented one are all refused in the same way."""
    await room.expected()
    visit = await room.visit()
    other = await room.hub.kiosk("Kiosk 2")
    changed = visit[:-6] + ("A" if visit[-6] != "A" else "B") + visit[-5:]

    async def refusal(link: HubLink, sealed: str) -> tuple[str, int]:
        with pytest.raises(HubRefused) as refused:
            await link.call(WHO_IS_HERE, VisitNamed(visit=sealed))
        return refused.value.code, refused.value.status

    refusals = {await refusal(other, visit)}
    refusals |= {await refusal(room.kiosk, each) for each in (changed, "", "x", "ä", visit[:20])}
    assert (await room.kiosk.call(WHO_IS_HERE, VisitNamed(visit=visit))).outcome is Outcome.OK
    clock.skip(GOOD_FOR.total_seconds())
    refusals.add(await refusal(room.kiosk, visit))
    assert refusals == {("visit over", 409)}


async def test_a_stolen_token_is_dead_after_revocation(room: WaitingRoom) -> None:
    """A token on a copied disk finds nobody once its kiosk is revoked, and its visits are dead with it."""
    await room.expected()
    visit = await room.visit()
    listed = (await room.desk.call(DEVICES, Nothing())).devices
    kiosk = next(each.device_num for each in listed if each.kind is Kind.KIOSK)
    await room.desk.call(REVOKE, DeviceNamed(device_num=kiosk))
    with pytest.raises(HubRefused) as refused:
        await room.identify()
    assert refused.value.status == 401
    with pytest.raises(HubRefused) as refused:
        await room.kiosk.call(WHO_IS_HERE, VisitNamed(visit=visit))
    assert refused.value.status == 401


async def test_a_new_appointment_is_found_at_once(room: WaitingRoom, clock: FastClock) -> None:
    """Booked a moment ago at the desk; a canceled one is not found once the hub has read the day again."""
    assert await room.identify() == NOT_FOUND
    apt = await room.expected()
    clock.skip(6)
    assert (await room.identify()).outcome is Outcome.OK
    await room.office.appointments.break_(apt, sendToUnscheduledList=False)
    clock.skip(61)
    assert await room.identify() == NOT_FOUND


async def test_the_office_sets_the_window(room: WaitingRoom, clock: FastClock) -> None:
    """Early and late by the office's clock, whatever the kiosk's is."""
    await room.expected()
    await room.rules(CheckInRules(windows=Windows(early=5, late=0)))
    assert await room.identify() == NOT_FOUND
    clock.skip(5 * 60)
    assert (await room.identify()).outcome is Outcome.OK
    clock.skip(6 * 60)
    assert await room.identify() == NOT_FOUND


async def test_the_day_changes_at_midnight(room: WaitingRoom, clock: FastClock) -> None:
    """With the kiosk on, tomorrow's patients are found tomorrow, and a visit of today ends."""
    midnight = datetime(2026, 11, 18)
    await room.expected(midnight - MINUTE)
    await room.expected(midnight + 10 * MINUTE, born=BORN + timedelta(days=1))
    clock.skip((midnight - 2 * MINUTE - clock.now()).total_seconds())
    visit = await room.visit()
    assert await room.identify(born=BORN + timedelta(days=1)) == NOT_FOUND
    clock.skip(3 * 60)
    assert (await room.identify(born=BORN + timedelta(days=1))).outcome is Outcome.OK
    with pytest.raises(HubRefused):
        await room.kiosk.call(WHO_IS_HERE, VisitNamed(visit=visit))
    assert await room.identify() == NOT_FOUND


async def test_without_an_answer_of_the_office_the_patient_sees_the_desk(
    room: WaitingRoom, faults: Faults, clock: FastClock
) -> None:
    """Nothing is promised, no try is counted, and staff are told once."""
    await room.expected()
    faults.unreachable = True
    assert [await room.identify() for _ in range(4)] == [SEE_DESK] * 4
    faults.unreachable = False
    assert [each.why for each in await room.arrivals()] == [Why.OFFICE_AWAY]
    clock.skip(60)
    assert (await room.identify()).outcome is Outcome.OK


@pytest.mark.parametrize("permissions", [frozenset(Permission) - {Permission.QUERIES}])
async def test_a_key_without_queries_finds_patients_by_birthdate(room: WaitingRoom) -> None:
    """Families too; and every failure is still the same."""
    me = await room.patient()
    child = await room.patient(first="Chi", born=date(2015, 5, 5), Guarantor=me)
    for pat_num in (me, child):
        await room.book(pat_num)
    found = await room.identify()
    company = await room.kiosk.call(WHO_IS_HERE, VisitNamed(visit=found.visit))
    assert [each.initials for each in company.others] == ["C. O."]
    assert await room.identify("smi") == NOT_FOUND


async def test_two_hubs_of_one_office_take_each_others_visits(
    room: WaitingRoom, practice: Practice, clock: FastClock, tasks: TaskScope, tmp_path: Path
) -> None:
    """A kiosk that goes over to the other hub goes on with its visit, and its wrong tries are counted on."""
    apt = await room.expected()
    token = await room.hub.token(Kind.KIOSK, "Kiosk 2")
    here = room.hub.link(token)
    async with hub_office(practice, clock, tasks, tmp_path / "hub.db") as other:
        there: HubLink = other.link(token)
        assert [await room.identify("smi", kiosk=each) for each in (here, there, here)] == [
            NOT_FOUND,
            NOT_FOUND,
            SEE_DESK,
        ]
        visit = await room.visit(kiosk=here)
        assert await room.arrive(visit, kiosk=there) is Outcome.OK
        assert await room.arrive(visit, kiosk=here, request="request 2") is Outcome.OK
    assert await room.times_marked(apt) == 1
