"""Two desks of a hub that take the same payment: both are asked before the second one goes."""

from __future__ import annotations

import asyncio
from decimal import Decimal

from msgspec.structs import replace

from app.domain.money.doubts import Doubt
from app.domain.people.rights import Demand, Right
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, WriteState
from app.services.writes.money.payment import NewPayment
from app.services.writes.money.refund import NewRefund
from app.viewmodels.activity import Notice
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.panels import REFUND
from app.viewmodels.staff.money.refund.refund import RefundViewModel
from app.viewmodels.staff.money.twin_notices import WRITES
from tests.hub.shared.desks import BEN
from tests.support.qt_loop import until
from tests.viewmodels.hub.conftest import OpenAtHub
from tests.viewmodels.hub.test_two_desks import signed_in

PAT_NUM = 1


async def take(desk: DeskViewModel) -> Entry:
    """Take a payment at a desk, without having looked at the account."""
    person = Person(PAT_NUM, "Ann", "Able", "")
    return await desk.parts.money_writes().take_payment(NewPayment(person=person, amount=Decimal("61.07")))


async def both_take(open_at_hub: OpenAtHub) -> tuple[DeskViewModel, DeskViewModel, Entry]:
    """Both take it in the same moment; the desk whose payment was posted, the other one, and that one's entry."""
    one, two = await signed_in(open_at_hub)
    for desk in (one, two):
        await desk.parts.load(WRITES)
    first, second = await asyncio.gather(take(one), take(two))
    assert {first.state, second.state} == {WriteState.DONE, WriteState.REFUSED}
    return (one, two, second) if first.state is WriteState.DONE else (two, one, first)


async def test_the_second_desk_is_asked_and_may_go_on(open_at_hub: OpenAtHub) -> None:
    """Nothing of it was sent; who posts it again means it."""
    _, second, refused = await both_take(open_at_hub)
    assert "another desk is posting the same" in str(refused.outcome)
    again = await second.parts.writes.retry(refused)
    assert again.state is WriteState.DONE


async def test_from_the_panel_it_is_posted_again_by_posting_it_again(open_at_hub: OpenAtHub) -> None:
    """A new payment of the same amount after the question is the answer to it."""
    _, second, _ = await both_take(open_at_hub)
    assert (
        await second.parts.money_writes().take_payment(
            NewPayment(
                person=Person(PAT_NUM, "Ann", "Able", ""), amount=Decimal("61.07"), equals=posted(second)
            )
        )
    ).state is not WriteState.UNKNOWN


async def test_the_first_desk_is_told_and_may_take_it_back(open_at_hub: OpenAtHub) -> None:
    """With the other desk's name, and a way to refund its own."""
    first, second, _ = await both_take(open_at_hub)
    await until(lambda: bool(told(first)))
    (notice,) = told(first)
    assert "is about to take the payment that was just taken here" in notice.words
    assert notice.words.startswith("Desk ")
    assert told(second) == []
    (back,) = notice.actions
    back.run()
    await until(lambda: REFUND in first.money.panels)
    refund = first.money.panels[REFUND].model
    assert isinstance(refund, RefundViewModel)
    await until(lambda: refund.state.draft.pay_num != 0)


async def test_a_payment_is_refunded_at_one_desk(open_at_hub: OpenAtHub) -> None:
    """Two that refund it in the same moment: one does, the other one is told to look, and never sends it."""
    one, two = await signed_in(open_at_hub)
    people = one.parts.staff.people
    await people.write(people.book.with_member(replace(BEN, role="lead")))
    await until(lambda: two.parts.staff.may(Demand(Right.REFUND)))
    for desk in (one, two):
        await desk.parts.load(WRITES)
    paid = await take(one)
    rows = await one.parts.client.payments.list(PatNum=PAT_NUM)
    payment = next(row for row in rows if row.PayNum == (paid.answer or {})["PayNum"])
    new = NewRefund(person=Person(PAT_NUM, "Ann", "Able", ""), payment=payment, reason="Paid twice")
    both = await asyncio.gather(
        *(desk.parts.money_writes().refund(new, answered=[Doubt.REFUND.value]) for desk in (one, two))
    )
    refused = next(each for each in both if each.state is WriteState.REFUSED)
    assert "another desk is posting the same" in str(refused.outcome)
    first, second = (two, one) if refused is both[0] else (one, two)
    assert (await second.parts.writes.retry(refused)).state is WriteState.REFUSED
    await until(lambda: any("wanted to refund" in each.words for each in first.notices.items))
    assert len(await one.parts.client.payments.list(PatNum=PAT_NUM)) == len(rows) + 1


def told(desk: DeskViewModel) -> list[Notice]:
    """The notices about twins."""
    return [each for each in desk.notices.items if "is about to take the payment" in each.words]


def posted(desk: DeskViewModel) -> tuple[int, ...]:
    """None is known here."""
    return ()
