"""The same money at two desks: the second one is asked before it goes, in the same moment too."""

from __future__ import annotations

import asyncio
import json
from decimal import Decimal
from typing import Any

import pytest

from app.api.transport import Answer
from app.hub.handling import Asker
from app.hub.office.twins import CLAIMED_MS, POSTS, Twins
from app.hub.stream import Line
from app.practice.server.faults import Fault
from app.wire.catalog import endpoints
from app.wire.hub import passing
from app.wire.hub.actions import Kind
from app.wire.hub.stream import Posted, StreamLine, TwinPosting
from tests.support.fast_clock import FastClock
from tests.support.hub_desks import Desk, Desks


async def pay(desk: Desk, amount: str = "20", pat_num: int = 1, *, anyway: bool = False) -> Answer:
    """Post a payment."""
    body = json.dumps({"PatNum": pat_num, "PayAmt": amount}).encode()
    headers = {passing.ANYWAY.replace("-", "_"): "1"} if anyway else {}
    return await desk.raw("POST", "/payments", body, **headers)


def is_twin(answer: Answer) -> bool:
    """Whether the hub refused it as a twin."""
    return (answer.status, answer.headers.get(passing.TROUBLE)) == (409, "twin")


def told(line: Line) -> list[StreamLine | None]:
    """What a device was told so far."""
    return [line.queue.get_nowait() for _ in range(line.queue.qsize())]


async def test_the_second_desk_is_asked_and_the_first_is_told(desks: Desks) -> None:
    """A person who goes on posts it; both were asked before."""
    one, two = await desks.open_signed_in("Desk 1"), await desks.open_signed_in("Desk 2")
    first = desks.hub.hub.stream.open(one.device_num, Kind.DESK)
    assert (await pay(one)).status == 201
    told(first)
    assert is_twin(await pay(two))
    assert told(first) == [TwinPosting("Desk 2", 1)]
    assert desks.faults.seen == ["Payments.create"]
    assert (await pay(two, anyway=True)).status == 201
    desks.hub.hub.stream.end(first)


async def test_in_the_same_moment_one_of_two_is_asked(desks: Desks) -> None:
    """The claim comes before the request: one payment goes, the other one is refused."""
    one, two = await desks.open_signed_in("Desk 1"), await desks.open_signed_in("Desk 2")
    answers = await asyncio.gather(pay(one), pay(two))
    assert sorted(each.status for each in answers) == [201, 409]
    assert desks.faults.seen == ["Payments.create"]


@pytest.mark.parametrize(("amount", "pat_num"), [("21", 1), ("20", 2)])
async def test_another_payment_is_no_twin(desks: Desks, amount: str, pat_num: int) -> None:
    """Another amount, or another patient."""
    one, two = await desks.open_signed_in("Desk 1"), await desks.open_signed_in("Desk 2")
    await pay(one)
    assert (await pay(two, amount, pat_num)).status == 201


async def test_one_desk_has_its_own_questions(desks: Desks) -> None:
    """The hub asks nothing about the second payment of one desk: the desk itself does."""
    desk = await desks.open_signed_in()
    await pay(desk)
    assert (await pay(desk)).status == 201


async def test_what_was_not_posted_is_nobodys_twin(desks: Desks) -> None:
    """A payment that the office refused, or that never reached it, doesn't stand in another desk's way."""
    one, two = await desks.open_signed_in("Desk 1"), await desks.open_signed_in("Desk 2")
    desks.faults.unreachable = True
    assert (await pay(one)).status == 503
    desks.faults.unreachable = False
    assert (await pay(one, pat_num=999_999)).status in (400, 404)
    assert (await pay(two)).status == 201
    assert (await pay(two, pat_num=999_999)).status in (400, 404)


async def test_what_was_posted_before_stays_in_the_way(desks: Desks) -> None:
    """A second equal payment that was not sent doesn't free the way for a third: the first one is there."""
    one, two, three = [await desks.open_signed_in(f"Desk {number}") for number in (1, 2, 3)]
    assert (await pay(one)).status == 201
    desks.faults.unreachable = True
    assert (await pay(one)).status == 503
    assert (await pay(two, anyway=True)).status == 503
    desks.faults.unreachable = False
    assert is_twin(await pay(three))
    assert (await pay(one)).status == 201


async def test_an_unknown_payment_stands_in_the_way(desks: Desks) -> None:
    """Nobody knows whether it was posted: the other desk is asked."""
    one, two = await desks.open_signed_in("Desk 1"), await desks.open_signed_in("Desk 2")
    desks.faults.plan("Payments.create", Fault.DROP_AFTER)
    assert (await pay(one)).status == 504
    assert is_twin(await pay(two))


async def test_after_some_minutes_it_is_another_payment(desks: Desks, clock: FastClock) -> None:
    """Ten minutes later nobody is asked by the hub."""
    one, two = await desks.open_signed_in("Desk 1"), await desks.open_signed_in("Desk 2")
    await pay(one)
    clock.skip(CLAIMED_MS / 1000 + 1)
    assert (await pay(two)).status == 201


async def post(desk: Desk, path: str, body: dict[str, Any], *, anyway: bool = False) -> Answer:
    """Post anything."""
    headers = {passing.ANYWAY.replace("-", "_"): "1"} if anyway else {}
    return await desk.raw("POST", path, json.dumps(body).encode(), **headers)


async def test_a_payment_is_refunded_once(desks: Desks) -> None:
    """Of two desks in the same moment one refunds; the other one can't go on: nobody means a second refund."""
    one, two = await desks.open_signed_in("Desk 1"), await desks.open_signed_in("Desk 2")
    paid = await desks.direct.payments.create(PatNum=1, PayAmt=Decimal(30))
    lines = [desks.hub.hub.stream.open(each.device_num, Kind.DESK) for each in (one, two)]
    body = {"PayNum": paid.PayNum}
    answers = await asyncio.gather(*(post(each, "/payments/Refund", body) for each in (one, two)))
    assert sorted(each.status for each in answers) == [201, 409]
    second = one if is_twin(answers[0]) else two
    assert is_twin(await post(second, "/payments/Refund", body, anyway=True))
    first = lines[1] if second is one else lines[0]
    name = "Desk 1" if second is one else "Desk 2"
    assert told(first).count(TwinPosting(name, 0, Posted.REFUND)) == 2
    assert desks.faults.seen.count("Payments.refund") == 1
    for line in lines:
        desks.hub.hub.stream.end(line)


async def test_a_refund_that_was_refused_is_another_desks_to_make(desks: Desks) -> None:
    """What didn't reach the office stands in nobody's way."""
    one, two = await desks.open_signed_in("Desk 1"), await desks.open_signed_in("Desk 2")
    paid = await desks.direct.payments.create(PatNum=1, PayAmt=Decimal(30))
    desks.faults.unreachable = True
    assert (await post(one, "/payments/Refund", {"PayNum": paid.PayNum})).status == 503
    desks.faults.unreachable = False
    assert (await post(two, "/payments/Refund", {"PayNum": paid.PayNum})).status == 201


async def test_the_same_adjustment_is_asked_about(desks: Desks) -> None:
    """One of two in the same moment goes; another amount is another one, and the asked one may go on."""
    one, two = await desks.open_signed_in("Desk 1"), await desks.open_signed_in("Desk 2")
    types = await desks.direct.definitions.list(Category=1)
    less = next(each.DefNum for each in types if each.ItemValue.strip() == "-")
    body = {"PatNum": 1, "AdjType": less, "AdjAmt": "-15.00", "AdjDate": "2026-03-02"}
    answers = await asyncio.gather(*(post(each, "/adjustments", body) for each in (one, two)))
    assert sorted(each.status for each in answers) == [201, 409]
    second = one if is_twin(answers[0]) else two
    assert (await post(second, "/adjustments", {**body, "AdjAmt": "-16"})).status == 201
    assert (await post(second, "/adjustments", body, anyway=True)).status == 201


FIELDS: dict[str, dict[str, Any]] = {
    "Payments.create": {"PatNum": 1, "PayAmt": Decimal(20)},
    "Payments.refund": {"PayNum": 20},
    "Adjustments.create": {"PatNum": 1, "AdjAmt": Decimal(-20)},
    "PayPlans.create": {"PatNum": 1},
    "PayPlans.create_dynamic": {"PatNum": 1},
    "ClaimPayments.create": {"claimNum": 3, "CheckAmt": Decimal(20)},
    "ClaimPayments.create_batch": {"claimNums": [4, 3], "CheckAmt": Decimal(20)},
    "ClaimProcs.create_supplemental": {"ClaimProcNum": 3, "InsPayAmt": Decimal(20)},
    "Deposits.create": {"payNums": [8, 9]},
}
NO_AMOUNT = {"PayPlanLinks.create", "ClaimProcs.create_adjustment"}
"""One adds a charge that is there to a plan, the other one counts against a benefit year: neither is in an account."""


async def test_everything_that_posts_money_is_claimed(desks: Desks) -> None:
    """Every method that makes a row of an account, and only once: no two kinds share a claim."""
    money = {"Payments", "Adjustments", "ClaimPayments", "ClaimProcs", "PayPlans", "PayPlanLinks", "Deposits"}
    makes = {
        each.name: each
        for each in endpoints()
        if each.verb == "POST" and each.name.partition(".")[0] in money and each.name not in NO_AMOUNT
    }
    assert makes.keys() == POSTS.keys() == FIELDS.keys()
    asker = Asker(1, "Desk 1", Kind.DESK, "")
    twins = desks.hub.hub.part(Twins)
    claims = [twins.claim_of(makes[name], fields, asker) for name, fields in FIELDS.items()]
    marks = [each.mark for each in claims if each is not None]
    assert len(marks) == len(FIELDS)
    assert len(set(marks)) == len(FIELDS) - 1  # a plan is a plan, by either method
