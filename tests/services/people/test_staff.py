"""Rights, limits and a second person's consent, asked of the service itself."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from app.domain.people.rights import Demand, Right
from app.services.people.authority import Approval, NotAllowed
from app.services.people.people import NotPossibleNow, WrongPin
from app.services.people.staff import VALID_SECONDS, Staff
from tests.services.people.offices import ANA, BEN, CAL, PINS, SignedOffice

REFUND = Demand(Right.REFUND, Decimal(120))
BACK = Demand(Right.BACK_DATE, days_back=3)
PAYMENT = Demand(Right.PAYMENT, Decimal("85.00"))


async def at_the_desk(user_num: int) -> tuple[SignedOffice, Staff]:
    """The office with this person signed in."""
    office = SignedOffice()
    staff = await office.with_staff()
    await staff.sign_in(user_num, PINS[user_num])
    return office, staff


async def test_nobody_may_do_anything_before_signing_in() -> None:
    """Without people, or before the first sign-in, every demand is refused and says what to do."""
    office = SignedOffice()
    staff = await office.start()
    with pytest.raises(NotAllowed, match="Set up the first person") as refused:
        staff.check([PAYMENT])
    assert not refused.value.second
    await office.with_staff()
    staff = await office.start()
    with pytest.raises(NotAllowed, match="Sign in"):
        staff.check([PAYMENT])


async def test_a_role_reaches_to_its_limit() -> None:
    """Amounts up to the limit, the right types, and days up to the limit are allowed alone; a cent more is not."""
    _, staff = await at_the_desk(CAL.user_num)
    staff.check([Demand(Right.REFUND, Decimal("200.00")), Demand(Right.BACK_DATE, days_back=7)])
    for demand in (
        Demand(Right.REFUND, Decimal("200.01")),
        Demand(Right.BACK_DATE, days_back=8),
        Demand(Right.MANAGE_PEOPLE),
    ):
        with pytest.raises(NotAllowed) as refused:
            staff.check([PAYMENT, demand])
        assert refused.value.demands == (demand,)
        assert refused.value.second


async def test_an_approval_is_for_exactly_this_once_and_soon() -> None:
    """It covers what was asked for, is used up by it, and expires; another demand or a token made up is refused."""
    office, staff = await at_the_desk(BEN.user_num)
    with pytest.raises(NotAllowed, match=r"a refund of \$120\.00") as refused:
        staff.check([REFUND])
    assert [each.name for each in staff.approvers(refused.value.demands)] == ["Ana", "Cal"]
    approval = await staff.approve(CAL.user_num, PINS[3], [REFUND])
    for other in ([Demand(Right.REFUND, Decimal(121))], [REFUND, BACK], [Demand(Right.DEPOSIT)]):
        with pytest.raises(NotAllowed):
            staff.check(other, approval)
    with pytest.raises(NotAllowed):
        staff.check([REFUND], Approval("made up"))
    staff.check([PAYMENT], approval)  # not needed for this
    staff.check([PAYMENT, REFUND], approval)
    with pytest.raises(NotAllowed):
        staff.check([REFUND], approval)
    late = await staff.approve(ANA.user_num, PINS[1], [REFUND, BACK])
    await office.clock.advance(VALID_SECONDS + 1)
    with pytest.raises(NotAllowed):
        staff.check([REFUND, BACK], late)


async def test_who_may_approve() -> None:
    """Neither the person herself, nor one whose own role is too small, nor with a wrong PIN or start code."""
    _, staff = await at_the_desk(BEN.user_num)
    large = Demand(Right.REFUND, Decimal(500))
    for user_num, demand in ((BEN.user_num, REFUND), (CAL.user_num, large), (99, REFUND)):
        with pytest.raises(NotPossibleNow):
            await staff.approve(user_num, PINS.get(user_num, ""), [demand])
    with pytest.raises(WrongPin):
        await staff.approve(ANA.user_num, PINS[2], [large])
    code = await staff.people.invite(CAL)
    with pytest.raises(NotPossibleNow):
        await staff.approve(CAL.user_num, code, [REFUND])


async def test_an_approval_ends_with_the_person_and_the_right() -> None:
    """Another person can't use it, also not after switching back; nor anyone once the approver lost the right."""
    _, staff = await at_the_desk(BEN.user_num)
    approval = await staff.approve(CAL.user_num, PINS[3], [REFUND])
    await staff.people.write(staff.people.book.with_member(replace(CAL, role="front desk")))
    with pytest.raises(NotAllowed):
        staff.check([REFUND], approval)
    approval = await staff.approve(ANA.user_num, PINS[1], [REFUND])
    await staff.sign_in(CAL.user_num, PINS[3])
    with pytest.raises(NotAllowed):
        staff.check([REFUND], approval)
    await staff.sign_in(BEN.user_num, PINS[2])
    with pytest.raises(NotAllowed):
        staff.check([REFUND], approval)


async def test_locking_keeps_the_person_and_her_approval() -> None:
    """A lock changes neither who writes nor what was approved: what is running goes on."""
    _, staff = await at_the_desk(BEN.user_num)
    approval = await staff.approve(CAL.user_num, PINS[3], [REFUND])
    changes: list[bool] = []
    staff.watch(lambda: changes.append(staff.locked))
    staff.lock()
    staff.lock()
    assert staff.author is not None
    assert staff.author.initials == "BE"
    await staff.sign_in(BEN.user_num, PINS[2])
    assert changes == [True, False]
    staff.check([REFUND], approval)


async def test_a_changed_role_counts_at_once() -> None:
    """Rights are looked up when they are needed, not kept from the sign-in."""
    _, staff = await at_the_desk(BEN.user_num)
    await staff.people.write(staff.people.book.with_member(replace(BEN, role="lead")))
    staff.check([REFUND])
    await staff.people.write(staff.people.book.with_member(replace(BEN, role="a role that is gone")))
    with pytest.raises(NotAllowed):
        staff.check([PAYMENT])


async def test_the_audit_knows_who_did_what() -> None:
    """Sign-ins, failed ones, locks, switches, approvals and refusals are noted with the person, and no PIN ever is."""
    office, staff = await at_the_desk(BEN.user_num)
    office.notes.clear()
    staff.lock()
    with pytest.raises(WrongPin):
        await staff.sign_in(BEN.user_num, "9999")
    await staff.sign_in(BEN.user_num, PINS[2])
    with pytest.raises(NotAllowed):
        staff.check([REFUND])
    with pytest.raises(WrongPin):
        await staff.approve(CAL.user_num, "9999", [REFUND])
    await staff.approve(CAL.user_num, PINS[3], [REFUND])
    await staff.sign_in(ANA.user_num, PINS[1])
    assert office.notes == [
        "locked",
        "Ben sign-in failed person 2 WrongPin",
        "Ben unlocked person 2",
        "not allowed refund 120",
        "Cal approval failed person 3 WrongPin",
        "Cal approved refund 120",
        "Ana switched person person 1",
    ]
