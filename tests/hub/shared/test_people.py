"""The office's people over real TLS: two desks, one list."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from app.api.hub.link import HubRefused
from app.api.sending import Sending
from app.domain.people.rights import Demand, Right
from app.hub.handling import Refusal
from app.hub.shared.audit import OfficeAudit
from app.hub.shared.staff import OfficeStaff
from app.services.audit.audit import Action
from app.services.audit.search import NEWEST
from app.services.hub.people import HubAway
from app.services.people.authority import NotAllowed
from app.services.people.people import NotPossibleNow, Standing, TooManyTries, WrongKey, WrongPin
from app.wire.hub.actions import Kind, Nothing
from app.wire.hub.check_in import CHANGE_KIOSK_OFFICE, KIOSK_OFFICE, ChangeKioskOffice
from app.wire.hub.devices import NEW_CODE, REVOKE, DeviceNamed, NewCode
from app.wire.hub.people import PERSON_HEADER
from tests.hub.shared.desks import ANA, BEN, CAL, PINS, Desk
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice

NOBODY_THERE = "https://127.0.0.1:1"
REFUND = Demand(Right.REFUND, Decimal(150))


async def test_a_person_signs_in_at_any_desk(desks: tuple[Desk, Desk]) -> None:
    """Who was added at one desk signs in at the other one with the same PIN and role."""
    _, two = desks
    staff = two.staff
    assert staff.standing is Standing.READY
    assert (await staff.sign_in(BEN.user_num, PINS[2])).role == "front desk"


async def test_wrong_pins_are_counted_for_all_desks(desks: tuple[Desk, Desk], clock: FastClock) -> None:
    """Three wrong PINs at whatever desks make every desk wait, and the right one is not looked at until then."""
    one, two = desks
    for desk in (one, two, one):
        with pytest.raises(WrongPin):
            await desk.staff.sign_in(BEN.user_num, "9999")
    with pytest.raises(TooManyTries):
        await two.staff.sign_in(BEN.user_num, PINS[2])
    clock.skip(15.0)
    await two.staff.sign_in(BEN.user_num, PINS[2])


async def test_a_role_taken_away_counts_at_once_everywhere(desks: tuple[Desk, Desk], hub: HubOffice) -> None:
    """The hub refuses what the new role may not do with the next request, and the desk knows once it is told."""
    one, two = desks
    cal = await two.staff.sign_in(CAL.user_num, PINS[3])
    own = 2
    office = hub.hub.part(OfficeStaff)
    await office.check(own, two.link.persons.current, [REFUND])
    await one.people.write(one.people.book.with_member(replace(cal, role="front desk")))
    with pytest.raises(Refusal):
        await office.check(own, two.link.persons.current, [REFUND])
    await two.staff.load()
    two.staff.changed()
    with pytest.raises(NotAllowed):
        two.staff.check([REFUND])


async def test_who_is_removed_is_signed_out_everywhere(desks: tuple[Desk, Desk], hub: HubOffice) -> None:
    """A removed person's token is dead, the window where that person works is locked, and the PIN opens nothing."""
    one, two = desks
    await two.staff.sign_in(BEN.user_num, PINS[2])
    await one.people.write(one.people.book.without(BEN.user_num))
    assert await hub.hub.part(OfficeStaff).person_of(2, two.link.persons.current) is None
    await two.staff.load()
    two.staff.changed()
    assert two.staff.locked
    with pytest.raises(NotPossibleNow):
        await two.staff.sign_in(BEN.user_num, PINS[2])


async def test_a_token_is_good_at_its_own_desk_only(desks: tuple[Desk, Desk], hub: HubOffice) -> None:
    """Another desk that sends a person's token is nobody."""
    one, two = desks
    two.link.persons.current = one.link.persons.current
    with pytest.raises(NotPossibleNow):
        await two.people.invite(CAL)
    assert await hub.hub.part(OfficeStaff).person_of(1, one.link.persons.current) == ANA


async def test_a_write_goes_with_the_token_of_who_made_it(desks: tuple[Desk, Desk]) -> None:
    """Also if another person is at the desk by then; one whose author has no token goes with who is there."""
    one, _ = desks
    ana, sending = one.link.persons.current, Sending(lambda: None)
    await one.staff.sign_in(BEN.user_num, PINS[2])
    ben = one.link.persons.current
    for author, token in ((ANA.user_num, ana), (BEN.user_num, ben), (99, ben), (0, ben)):
        sending.user_num = author
        assert one.link.persons.headers(sending) == {PERSON_HEADER: token}
    assert ana != ben


async def test_a_consent_is_used_once(desks: tuple[Desk, Desk], hub: HubOffice) -> None:
    """A second person's PIN allows exactly what it was given for, to that person at that desk, one time."""
    _, two = desks
    await two.staff.sign_in(BEN.user_num, PINS[2])
    approval = await two.staff.approve(CAL.user_num, PINS[3], [REFUND])
    two.staff.check([REFUND], approval)
    office = hub.hub.part(OfficeStaff)
    with pytest.raises(Refusal):
        await office.check(2, two.link.persons.current, [Demand(Right.REFUND, Decimal(151))])
    assert (await office.check(2, two.link.persons.current, [REFUND])).user_num == BEN.user_num
    with pytest.raises(Refusal):
        await office.check(2, two.link.persons.current, [REFUND])


async def test_two_managers_at_once_lose_nothing(desks: tuple[Desk, Desk]) -> None:
    """A change of a list that another desk has just changed is refused, and the desk has the new list then."""
    one, two = desks
    await two.staff.sign_in(ANA.user_num, PINS[1])
    await one.people.write(one.people.book.with_member(replace(BEN, role="lead")))
    with pytest.raises(NotPossibleNow):
        await two.people.write(two.people.book.with_member(replace(CAL, role="front desk")))
    assert {each.role for each in two.people.book.members} == {"manager", "lead"}


async def test_starting_over_needs_the_customer_key(
    desks: tuple[Desk, Desk], hub: HubOffice, clock: FastClock
) -> None:
    """A wrong key empties nothing and makes the next one wait; the office's own signs everybody out."""
    one, two = desks
    with pytest.raises(WrongKey):
        await two.staff.open_with_key("guess")
    with pytest.raises(NotPossibleNow):
        await two.staff.open_with_key(hub.practice.keys.customer_key)
    clock.skip(10.0)
    await two.staff.open_with_key(hub.practice.keys.customer_key)
    assert two.staff.standing is Standing.NOBODY
    assert await hub.hub.part(OfficeStaff).person_of(1, one.link.persons.current) is None


async def test_whoever_was_here_lately_gets_in_without_the_hub(
    desks: tuple[Desk, Desk], clock: FastClock
) -> None:
    """With the hub away a person who signed in here within days may look but not post; others wait for the hub."""
    _, two = desks
    await two.staff.sign_in(BEN.user_num, PINS[2])
    while two.tasks.running:  # the PIN's hash is on its way to the vault
        await clock.sleep(0.01)
    two.link._base_url = NOBODY_THERE
    staff = await two.start()
    assert staff.standing is Standing.AWAY
    assert (await staff.sign_in(BEN.user_num, PINS[2])).user_num == BEN.user_num
    with pytest.raises(NotAllowed):
        staff.check([Demand(Right.PAYMENT, Decimal(1))])
    with pytest.raises(WrongPin):
        await staff.sign_in(BEN.user_num, "9999")
    with pytest.raises(HubAway):
        await staff.sign_in(CAL.user_num, PINS[3])
    clock.skip(4 * 86_400 + 1)
    with pytest.raises(HubAway):
        await staff.sign_in(BEN.user_num, PINS[2])


async def test_devices_and_kiosks_are_a_managers(desks: tuple[Desk, Desk], hub: HubOffice) -> None:
    """Once people sign in, no other person pairs or revokes a device or changes the kiosks; who did it is recorded."""
    one, two = desks
    await two.staff.sign_in(BEN.user_num, PINS[2])
    code, lost = NewCode(kind=Kind.DESK, name="Desk 3"), DeviceNamed(device_num=2)
    office = await two.link.call(KIOSK_OFFICE, Nothing())
    setup = ChangeKioskOffice(setup=office.setup, rules=office.rules, who="Ben")
    for action, asked in ((NEW_CODE, code), (REVOKE, lost), (CHANGE_KIOSK_OFFICE, setup)):
        with pytest.raises(HubRefused) as refused:
            await two.link.call(action, asked)
        assert refused.value.code == "not allowed"
    await one.link.call(NEW_CODE, code)
    await one.link.call(REVOKE, lost)
    last = [each.record for each in (await hub.hub.part(OfficeAudit).before(NEWEST))[:2]]
    assert [(each.action, each.who, each.key, each.result) for each in last] == [
        (Action.DEVICE, "Ana", 2, "revoked"),
        (Action.DEVICE, "Ana", 0, "code for a desk"),
    ]
