"""The kiosks as the desks see them, and what the office sets."""

from __future__ import annotations

import asyncio
import base64
import json

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from app.api.hub.link import HubRefused
from app.domain.schedule.stages import ARRIVED_TRIGGER
from app.hub.kiosk.office import PNG
from app.hub.kiosk.today import LISTS_SECONDS
from app.hub.shared.audit import OfficeAudit
from app.practice.server.app import Practice
from app.practice.server.faults import Faults
from app.services.audit.audit import Action
from app.services.people.hashing import Argon2Hashing
from app.wire.hub.actions import Kind, Nothing
from app.wire.hub.check_in import (
    CHANGE_KIOSK_OFFICE,
    KIOSK_OFFICE,
    KIOSKS_LIST,
    ORDER,
    ArrivalResult,
    ChangeKioskOffice,
    CheckInRules,
    GiveOrder,
    KioskState,
    Why,
    Windows,
)
from app.wire.hub.devices import DEVICES, REVOKE, DeviceNamed
from app.wire.hub.kiosk import (
    EXIT_PIN,
    HEARTBEAT,
    SETUP,
    STAFF_EXIT,
    Heartbeat,
    HeartbeatAnswer,
    KioskSetup,
    OrderKind,
    StaffExit,
    Step,
)
from app.wire.hub.people import SET_UP, FirstPerson
from app.wire.hub.stream import Changed, Topic
from tests.support.fast_clock import FastClock
from tests.support.waiting_room import BORN, WaitingRoom

PIN = "4831"


async def kiosks(room: WaitingRoom) -> tuple[KioskState, ...]:
    """As a desk lists them."""
    return (await room.desk.call(KIOSKS_LIST, Nothing())).kiosks


async def beat(room: WaitingRoom, step: Step = Step.WELCOME, **more: object) -> HeartbeatAnswer:
    """A heartbeat of the first kiosk."""
    return await room.kiosk.call(HEARTBEAT, Heartbeat(step=step, **more))  # type: ignore[arg-type]


async def test_kiosks_are_listed_live(room: WaitingRoom, clock: FastClock) -> None:
    """Page, since when, trouble, version; one that was not seen for 15 s is offline, and the desks are told."""
    await room.hub.kiosk("Kiosk 2")
    line = room.hub.hub.stream.open(1, Kind.DESK)
    await beat(room, Step.NAME, program="1.0", trouble="The clock is 2 hours off")
    first, second = await kiosks(room)
    assert (first.name, first.step, first.online, first.program) == ("Kiosk 1", Step.NAME, True, "1.0")
    assert first.trouble == "The clock is 2 hours off"
    assert (second.name, second.step, second.seen_at, second.online) == ("Kiosk 2", None, None, False)
    clock.skip(3)
    await beat(room, Step.NAME, program="1.0", trouble="The clock is 2 hours off")
    again = (await kiosks(room))[0]
    assert again.since == first.since
    assert again.seen_at is not None
    assert first.seen_at is not None
    assert again.seen_at > first.seen_at
    assert [line.queue.get_nowait() for _ in range(line.queue.qsize())] == [Changed(Topic.KIOSKS)]
    clock.skip(16)
    async with asyncio.timeout(60):
        assert await line.queue.get() == Changed(Topic.KIOSKS)
    assert not (await kiosks(room))[0].online
    await beat(room)
    assert (await kiosks(room))[0].online
    await room.desk.call(REVOKE, DeviceNamed(device_num=first.device_num))
    assert [each.name for each in await kiosks(room)] == ["Kiosk 2"]


async def test_orders_are_given_once(room: WaitingRoom) -> None:
    """A reset until it is carried out; a message stays, also after a restart, until it is replaced."""
    device_num = (await kiosks(room))[0].device_num
    for kind, text in (
        (OrderKind.RESET, ""),
        (OrderKind.MESSAGE, "Closed"),
        (OrderKind.MESSAGE, "Back at 2"),
    ):
        await room.desk.call(ORDER, GiveOrder(device_num=device_num, kind=kind, text=text))
    told = await beat(room, setup_version=1)
    assert [(each.kind, each.text) for each in told.orders] == [
        (OrderKind.RESET, ""),
        (OrderKind.MESSAGE, "Back at 2"),
    ]
    done = tuple(each.order_num for each in told.orders)
    assert (await beat(room, setup_version=1, done=done)).orders == ()
    assert (await kiosks(room))[0].message == "Back at 2"
    assert [each.text for each in (await beat(room, setup_version=0)).orders] == ["Back at 2"]
    await room.desk.call(ORDER, GiveOrder(device_num=device_num, kind=OrderKind.MESSAGE))
    assert [each.text for each in (await beat(room, setup_version=1)).orders] == [""]
    assert (await kiosks(room))[0].message == ""
    for unknown in (99, (await room.desk.call(DEVICES, Nothing())).own):
        with pytest.raises(HubRefused) as refused:
            await room.desk.call(ORDER, GiveOrder(device_num=unknown, kind=OrderKind.RESET))
        assert refused.value.status == 404


async def test_staff_hear_of_everybody_whom_a_kiosk_sends_to_the_desk(
    room: WaitingRoom, clock: FastClock
) -> None:
    """Also where only the kiosk knows why; once, and not of a patient who is checked in or whose reason is known."""
    for step in (Step.IS_THIS_YOU, Step.SEE_DESK, Step.SEE_DESK):
        await beat(room, step)
    (told,) = await room.arrivals()
    assert (told.result, told.why, told.kiosk) == (ArrivalResult.SENT_TO_DESK, Why.GIVEN_UP, "Kiosk 1")
    clock.skip(61)
    for step in (Step.CHECKED_IN, Step.BALANCE, Step.SEE_DESK, Step.WELCOME, Step.NAME):
        await beat(room, step)
    for _ in range(3):
        await room.identify()
    await beat(room, Step.SEE_DESK)
    assert await room.results() == [ArrivalResult.NOT_FOUND, ArrivalResult.SENT_TO_DESK]


async def test_a_kiosk_learns_the_offices_time(room: WaitingRoom, clock: FastClock) -> None:
    """Whatever its own clock says."""
    clock.run(0)
    told = await beat(room)
    assert abs((told.time - clock.now()).total_seconds()) < 2
    assert told.open


async def test_the_office_sets_its_kiosks_up(room: WaitingRoom) -> None:
    """Texts, logo, questions and rules; the version goes up, and kiosks hear of it with the next heartbeat."""
    before = await room.desk.call(KIOSK_OFFICE, Nothing())
    assert before.setup.practice
    assert not before.has_exit_pin
    logo = base64.b64encode(PNG + b"picture").decode()
    setup = replace(before.setup, practice="Smile", logo=logo, welcome={"en": "Hi"}, languages=("en",))
    rules = CheckInRules(windows=Windows(early=30, late=5), desk_providers=(3,))
    await room.rules(rules, setup, pin=PIN)
    shown = await room.kiosk.call(SETUP, Nothing())
    assert (shown.practice, shown.logo, shown.welcome, shown.open) == ("Smile", logo, {"en": "Hi"}, True)
    assert shown.version > before.setup.version
    assert (await beat(room)).setup_version == shown.version
    after = await room.desk.call(KIOSK_OFFICE, Nothing())
    assert (after.rules, after.has_exit_pin) == (rules, True)
    await room.rules(CheckInRules())
    hashed = (await room.kiosk.call(EXIT_PIN, Nothing())).hashed
    assert hashed.startswith("$argon2id$")
    assert Argon2Hashing().fits(hashed, PIN)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"exit_pin": "1234"}, "exit_pin"),
        ({"rules": CheckInRules(windows=Windows(early=-1))}, "windows"),
        ({"rules": CheckInRules(unseen_minutes=-1)}, "unseen_minutes"),
        ({"setup": KioskSetup(version=1, practice="", languages=())}, "languages"),
        ({"setup": KioskSetup(version=1, practice="", welcome={"en": "x" * 501})}, "texts"),
        ({"setup": KioskSetup(version=1, practice="", logo="no base64!")}, "logo"),
        (
            {
                "setup": KioskSetup(
                    version=1, practice="", logo=base64.b64encode(b"<svg><script>x</script></svg>").decode()
                )
            },
            "logo",
        ),
    ],
)
async def test_what_can_not_be_used_is_refused(
    room: WaitingRoom, change: dict[str, object], code: str
) -> None:
    """By name, and nothing is changed."""
    known = await room.desk.call(KIOSK_OFFICE, Nothing())
    asked = ChangeKioskOffice(setup=known.setup, rules=known.rules, who="Ana")
    with pytest.raises(HubRefused) as refused:
        await room.desk.call(CHANGE_KIOSK_OFFICE, replace(asked, **change))
    assert refused.value.code == code
    assert await room.desk.call(KIOSK_OFFICE, Nothing()) == known


@pytest.mark.parametrize("action", [SETUP, EXIT_PIN])
async def test_what_is_for_kiosks_is_refused_to_desks(room: WaitingRoom, action: object) -> None:
    """And the other way round: nothing of the desks answers a kiosk."""
    with pytest.raises(HubRefused) as refused:
        await room.desk.call(action, Nothing())  # type: ignore[arg-type, type-var]
    assert refused.value.status == 403
    with pytest.raises(HubRefused) as refused:
        await room.kiosk.call(KIOSKS_LIST, Nothing())
    assert refused.value.status == 403


async def test_everything_is_in_the_audit_without_names(
    room: WaitingRoom, clock: FastClock, caplog: pytest.LogCaptureFixture
) -> None:
    """Device, result and AptNum of each check-in, wrong tries, orders and PINs; no name, no birthdate, also in logs."""
    apt = await room.expected(last="Okaforsson", first="Adalbertina")
    await room.identify("smi")
    await room.arrive(await room.visit("okaforss"))
    await room.kiosk.call(STAFF_EXIT, StaffExit(accepted=False, wait_seconds=15))
    device_num = (await kiosks(room))[0].device_num
    await room.desk.call(ORDER, GiveOrder(device_num=device_num, kind=OrderKind.RESET))
    await room.rules(CheckInRules(), pin=PIN)
    audit = room.hub.hub.part(OfficeAudit)
    found: list[tuple[str, str, int, str]] = []
    while len(found) < 6:
        await asyncio.sleep(0.01)
        records = [each.record for each in await audit.after(0)]
        found = [(each.workstation, each.action, each.key, each.result) for each in records]
    assert sorted(found) == sorted(
        [
            ("Kiosk 1", Action.CHECK_IN, 0, "not found"),
            ("Kiosk 1", Action.CHECK_IN, apt, "found"),
            ("Kiosk 1", Action.CHECK_IN, apt, "arrived"),
            ("Kiosk 1", Action.KIOSK_EXIT, device_num, "wrong, wait 15 s"),
            ("Desk 1", Action.KIOSK_ORDER, device_num, "reset"),
            ("Desk 1", Action.KIOSK_OFFICE, 0, "with a new exit PIN"),
        ]
    )
    everything = (caplog.text + json.dumps([str(each) for each in records])).lower()
    for secret in ("okafor", "adalbert", BORN.isoformat(), PIN):
        assert secret not in everything


async def test_kiosks_close_with_the_office_and_open_with_it(
    room: WaitingRoom, faults: Faults, clock: FastClock
) -> None:
    """The hub looks for the office by itself: a closed kiosk asks for nothing that would show it."""
    assert (await beat(room)).open
    faults.unreachable = True
    await room.identify()
    assert not (await beat(room)).open
    shown = await room.kiosk.call(SETUP, Nothing())
    assert (shown.open, shown.reason) == (False, Why.OFFICE_AWAY)
    faults.unreachable = False
    while not (await beat(room)).open:
        clock.skip(6)
        await asyncio.sleep(0.01)


async def test_kiosks_open_once_the_office_has_a_status_for_arrived(
    room: WaitingRoom, practice: Practice, clock: FastClock
) -> None:
    """Without one they are closed and say why; the hub looks for it by itself."""

    async def set_up(trigger: int, name: str) -> None:
        row = {"name": name, "num": room.stages.arrived, "trigger": str(trigger), "pref": ARRIVED_TRIGGER}
        for command in (
            "UPDATE preference SET ValueString = :trigger WHERE PrefName = :pref",
            "UPDATE definition SET ItemName = :name WHERE DefNum = :num",
        ):
            await practice.run(lambda work, command=command: work.connection.execute(sa.text(command), row))

    assert (await beat(room)).open
    await set_up(0, "Present")
    clock.skip(LISTS_SECONDS + 1)
    await room.identify()
    assert not (await beat(room)).open
    shown = await room.kiosk.call(SETUP, Nothing())
    assert (shown.open, shown.reason) == (False, Why.NO_STATUS)
    await set_up(room.stages.arrived, "Arrived")
    clock.skip(LISTS_SECONDS)
    while not (await beat(room)).open:
        clock.skip(6)
        await asyncio.sleep(0.01)


async def test_only_a_manager_sets_kiosks_up_once_people_sign_in(room: WaitingRoom) -> None:
    """Until then every desk may."""
    known = await room.desk.call(KIOSK_OFFICE, Nothing())
    await room.rules(known.rules)
    await room.desk.call(SET_UP, FirstPerson(user_num=1, name="Ana", initials="AB", pin="8305"))
    with pytest.raises(HubRefused) as refused:
        await room.rules(known.rules)
    assert refused.value.status == 403
