"""What is refused here is neither kept nor sent: card numbers, wrong amounts, and what the person may not do."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.core.text import msg
from app.domain.money.cautions import Around
from app.domain.money.cents import cents
from app.domain.money.doubts import Doubt
from app.domain.people.rights import Demand, Right
from app.practice.server.faults import Fault
from app.services.people.authority import Approval, NotAllowed
from app.services.writes.money.money_writes import (
    ASK_ABOVE,
    FUTURE_ALLOWED,
    LOCK_DATE,
    CannotPost,
    MoneyWrites,
    NewRefund,
)
from app.services.writes.money.payment import payment_intent
from tests.practice import office as tiny
from tests.practice.office_money import CHECK, NEW_FILLING, OLD_FILLING
from tests.services.front_desk import DONE, REFUSED, Desk, Town
from tests.services.writes.money.accounts import JUNG, paying, payment_row, payments

CARD = "4111 1111 1111 1111"


class Limited:
    """An authority that knows these rights, and one token that allows everything."""

    def __init__(self, *rights: Right, most: Decimal = Decimal("100.00")) -> None:
        self.rights = rights
        self.most = most
        self.asked: list[Demand] = []

    def check(self, demands: Sequence[Demand], approval: Approval | None = None) -> None:
        """Refuse what it doesn't know, or an amount beyond the limit."""
        self.asked += demands
        for each in demands:
            if approval != Approval("second") and (
                each.right not in self.rights or (each.amount or Decimal(0)) > self.most
            ):
                raise NotAllowed(msg("Not allowed."), [each], second=True)


async def test_a_card_number_is_kept_nowhere(
    desk: Desk, town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    """In no field, not in the journal, not in the log, not in the error."""
    for fields in ({"note": CARD}, {"check_number": CARD}, {"bank_branch": CARD}):
        with pytest.raises(CannotPost) as refused:
            await desk.money.take_payment(paying(**fields))
        assert [each.doubt for each in refused.value.cautions] == [Doubt.CARD]
        assert "4111" not in str(refused.value)
    assert desk.outbox.journal.recent(9) == ()
    assert payments(town) == []
    assert "4111" not in caplog.text
    for file in Path(town.folder).iterdir():
        assert b"4111 1111" not in file.read_bytes(), file.name


async def test_what_is_asked_has_to_be_answered(desk: Desk, town: Town) -> None:
    """A question stops it until it is answered; a refusal can't be answered away."""
    around = Around(today=tiny.TODAY, owed=Decimal("20.00"))
    for amount, answered, doubt in (
        ("50.00", (), Doubt.OVER),
        ("0", [each.value for each in Doubt], Doubt.NOTHING),
        ("-1", [each.value for each in Doubt], Doubt.NEGATIVE),
        ("NaN", [each.value for each in Doubt], Doubt.NOTHING),
        ("1E+40", [each.value for each in Doubt], Doubt.HUGE),
    ):
        with pytest.raises(CannotPost) as refused:
            await desk.money.take_payment(paying(amount), around=around, answered=answered)
        assert [each.doubt for each in refused.value.cautions] == [doubt]
    assert town.faults.seen.count("Payments.create") == 0
    done = await desk.money.take_payment(paying(), around=around, answered=[Doubt.OVER.value])
    assert done.state is DONE


async def test_rights_are_checked_below_the_screens(desk: Desk, town: Town) -> None:
    """Also when the service, or even the write itself, is called directly; a second person's approval counts."""
    desk.writes.authority = authority = Limited(Right.PAYMENT)
    row = await payment_row(desk, CHECK)
    refund = NewRefund(person=JUNG, payment=row, reason="Paid twice")
    for write in (
        desk.money.take_payment(paying("100.01")),
        desk.writes.send(payment_intent(paying("100.01"), tiny.TODAY)),
        desk.writes.send(replace(payment_intent(paying("100.01"), tiny.TODAY), step_of=1)),
        desk.money.take_payment(paying("50.00", day=tiny.YESTERDAY)),
        desk.money.refund(refund),
    ):
        with pytest.raises(NotAllowed):
            await write
    assert (payments(town), desk.outbox.journal.recent(9)) == ([], ())
    assert {each.right for each in authority.asked} == {Right.PAYMENT, Right.BACK_DATE, Right.REFUND}
    of_refund = [each.amount for each in authority.asked if each.right is Right.REFUND]
    assert of_refund == [
        Decimal(str(row.PayAmt))
    ]  # the step that keeps the reason asks for nothing of its own
    approved = await desk.money.refund(refund, Approval("second"))
    assert approved.state is DONE
    await town.in_time(lambda: desk.money.is_receiptable(approved))
    assert [each.state for each in desk.writes.steps.after(approved)] == [DONE]


async def test_an_answered_question_needs_a_right_of_its_own(desk: Desk) -> None:
    """Who may take payments may not post over the balance; the demand has the amount and the days."""
    desk.writes.authority = authority = Limited(Right.PAYMENT)
    around = Around(today=tiny.TODAY, owed=Decimal("20.00"))
    with pytest.raises(NotAllowed) as refused:
        await desk.money.take_payment(paying(), around=around, answered=[Doubt.OVER.value])
    assert refused.value.demand == Demand(Right.OVERRIDE, Decimal("50.00"))
    assert authority.asked[0] == Demand(Right.PAYMENT, Decimal("50.00"))


async def test_the_steps_of_an_approved_write_are_allowed(desk: Desk, town: Town) -> None:
    """The step is made from a write that was allowed, so a single-use approval is enough for all of it."""
    desk.writes.authority = Limited()
    exact = paying("30.00", amounts=((NEW_FILLING, Decimal("30.00")),))
    entry = await desk.money.take_payment(exact, Approval("second"))
    await town.in_time(lambda: desk.money.is_receiptable(entry))
    (step,) = desk.writes.steps.after(entry)
    assert (entry.state, step.state) == (DONE, DONE)


async def test_a_refused_step_is_not_sent_again_without_the_right(desk: Desk, town: Town) -> None:
    """What one person was allowed to do is not finished by another one who isn't."""
    town.faults.plan("Payments.allocate", Fault.SERVER_ERROR)
    each = (NEW_FILLING, Decimal("20.00")), (OLD_FILLING, Decimal("10.00"))
    entry = await desk.money.take_payment(paying("30.00", amounts=each))
    await town.in_time(lambda: bool(desk.writes.steps.after(entry)))
    await town.settled(desk)
    (step,) = desk.writes.steps.after(entry)
    assert step.state is REFUSED
    desk.writes.authority = Limited()
    with pytest.raises(NotAllowed):
        await desk.writes.retry(step)
    desk.writes.authority = Limited(Right.PAYMENT)
    assert (await desk.writes.retry(step)).state is DONE


async def test_a_refund_is_one_thing_to_approve(desk: Desk) -> None:
    """The reason that follows it is no refund of its own, so that a second person reads one amount."""
    desk.writes.authority = authority = Limited()
    row = await payment_row(desk, CHECK)
    with pytest.raises(NotAllowed):
        await desk.money.refund(NewRefund(person=JUNG, payment=row, reason="Paid twice"))
    assert authority.asked == [Demand(Right.REFUND, cents(row.PayAmt))]


async def test_the_offices_closed_period_and_the_limit_are_asked_about(desk: Desk) -> None:
    """Open Dental doesn't apply its lock date to the API, so it is applied here; a large amount is asked about too."""
    preferences: dict[str, str] = {}
    money = MoneyWrites(desk.writes, desk.office.clock, desk.money.twins, preferences=lambda: preferences)
    old = paying("50.00", day=tiny.YESTERDAY)
    assert money.payment_cautions(old) == []
    preferences[LOCK_DATE] = str(tiny.YESTERDAY)
    assert [each.doubt for each in money.payment_cautions(old)] == [Doubt.LOCKED]
    assert money.payment_cautions(paying()) == []
    tomorrow = paying("50.00", day=tiny.TOMORROW)
    assert [each.refuses for each in money.payment_cautions(tomorrow)] == [True]
    preferences[FUTURE_ALLOWED] = "1"
    assert [each.refuses for each in money.payment_cautions(tomorrow)] == [False]
    large = paying(f"{ASK_ABOVE + 1}")
    assert [each.doubt for each in money.payment_cautions(large)] == [Doubt.LIMIT]
    with pytest.raises(CannotPost):
        await money.take_payment(large)
