"""An adjustment is posted once, with its type's sign, and undone by the opposite one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from app.domain.people.rights import Demand, Right
from app.journal.entries import Author
from app.practice.server.faults import Fault
from app.services.writes.money.adjustment import POST_ADJUSTMENT, adjustment_intent
from app.services.writes.money.money_writes import CannotPost, NewAdjustment
from tests.practice import office as tiny
from tests.practice.office_money import DISCOUNT, JON, LATE_FEE, NEW_FILLING
from tests.services.front_desk import DONE, REFUSED, UNKNOWN, Desk, Town
from tests.services.writes.money.accounts import JUNG

COURTESY = NewAdjustment(
    person=JUNG,
    amount=Decimal("10.00"),
    adj_type=DISCOUNT,
    type_name="Discount",
    adds=False,
    procedure=NEW_FILLING,
    note="Courtesy",
    opposite_type=LATE_FEE,
)
ANA, BEN = Author("Ana", 1, "AN"), Author("Ben", 2, "BE")
FEE = NewAdjustment(person=JUNG, amount=Decimal("25.00"), adj_type=LATE_FEE, type_name="Late fee", adds=True)


def posted(town: Town) -> list[tuple[Any, ...]]:
    """The adjustments made at the desk."""
    return town.sql(
        "SELECT AdjAmt, ProcNum, AdjNote FROM adjustment WHERE PatNum = ? AND AdjNum > 1 ORDER BY AdjNum", JON
    )


async def test_the_type_gives_the_sign(desk: Desk, town: Town) -> None:
    """A positive amount is taken off or added as the type says, on the procedure or on none."""
    entry = await desk.money.adjust(COURTESY)
    assert (entry.state, str(entry.intent.words)) == (DONE, "Discount of $10.00 posted for Jung, Jon")
    fee = await desk.money.adjust(FEE)
    assert posted(town) == [
        (-10, NEW_FILLING, f"Courtesy {entry.intent.mark}"),
        (25, 0, fee.intent.mark),
    ]
    assert town.faults.seen.count("Adjustments.list") == 2


async def test_whoever_undoes_or_repeats_it_signs_it(desk: Desk, town: Town) -> None:
    """The undo's note has the initials of who undid it, a second try those of who tried again, before the mark."""
    desk.outbox.author = ANA
    desk.money._initials = lambda: desk.outbox.author.initials
    town.faults.plan("Adjustments.create", Fault.TIMEOUT_BEFORE)
    entry = await desk.money.adjust(COURTESY)
    await town.settled(desk)
    refused = await desk.outbox.journal.get(entry.id)
    assert (refused.state, refused.intent.arguments["AdjNote"]) == (
        REFUSED,
        f"Courtesy AN {entry.intent.mark}",
    )
    desk.outbox.author = BEN
    again = await desk.writes.retry(refused)
    undone = await desk.writes.undo(again)
    assert [row[2] for row in posted(town)] == [
        f"Courtesy BE {again.intent.mark}",
        f"Reverses adjustment {(again.answer or {})['AdjNum']} BE {undone.intent.mark}",
    ]


async def test_it_is_undone_by_the_opposite_one(desk: Desk, town: Town) -> None:
    """With a type of the other sign on the same procedure; without such a type there is no undo."""
    entry = await desk.money.adjust(COURTESY)
    assert desk.writes.can_undo(entry)
    undone = await desk.writes.undo(entry)
    assert (undone.state, [row[:2] for row in posted(town)]) == (
        DONE,
        [(-10, NEW_FILLING), (10, NEW_FILLING)],
    )
    assert not desk.writes.can_undo(undone)
    assert not desk.writes.can_undo(await desk.money.adjust(FEE))


@pytest.mark.parametrize(
    ("fault", "state"),
    [(Fault.TIMEOUT_AFTER, DONE), (Fault.TIMEOUT_BEFORE, REFUSED), (Fault.GARBAGE, DONE)],
)
async def test_a_lost_answer_is_settled_by_the_mark(
    desk: Desk, town: Town, fault: Fault, state: object
) -> None:
    """An equal one by another desk doesn't count as ours."""
    town.faults.plan("Adjustments.create", fault)
    entry = await desk.money.adjust(FEE)
    assert entry.state is UNKNOWN
    other = await town.desk("other")
    seen = tuple(row[0] for row in town.sql("SELECT AdjNum FROM adjustment"))
    assert (await other.money.adjust(replace(FEE, equals=seen))).state is DONE
    await town.settled(desk)
    assert (await desk.outbox.journal.get(entry.id)).state is state
    assert len(posted(town)) == 1 + (state is DONE)
    assert (
        town.faults.seen.count("Adjustments.create") == 1
    )  # the other desk's: seen was cleared when it opened


async def test_an_equal_one_of_another_desk_stops_it(desk: Desk, town: Town) -> None:
    """The same amount, type, day and procedure; another procedure is another adjustment."""
    other = await town.desk("other")
    assert (await desk.money.adjust(COURTESY)).state is DONE
    assert (await other.money.adjust(COURTESY)).state is REFUSED
    assert (await other.money.adjust(replace(COURTESY, procedure=0))).state is DONE
    with pytest.raises(CannotPost):
        await desk.money.adjust(COURTESY)
    assert len(posted(town)) == 2


def test_what_rights_it_needs() -> None:
    """A write-off needs another right than a discount, whoever calls; both name type, amount and days."""
    wanted = POST_ADJUSTMENT.demands(adjustment_intent(COURTESY, tiny.TODAY), tiny.TODAY)
    assert wanted == [Demand(Right.ADJUSTMENT, Decimal("10.00"), DISCOUNT)]
    old = replace(COURTESY, type_name="Bad debt", day=tiny.YESTERDAY)
    days = (tiny.TODAY - tiny.YESTERDAY).days
    assert POST_ADJUSTMENT.demands(adjustment_intent(old, tiny.TODAY), tiny.TODAY) == [
        Demand(Right.WRITE_OFF, Decimal("10.00"), DISCOUNT, days),
        Demand(Right.BACK_DATE, Decimal("10.00"), DISCOUNT, days),
    ]
