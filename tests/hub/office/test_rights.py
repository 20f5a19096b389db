"""The rights of the person at the desk are the hub's to check: a desk's program could be another one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from app.api.transport import Answer
from app.domain.people.rights import Demand, Right
from app.domain.people.staff import first_book
from app.hub.office.call_demands import ANY
from app.hub.office.rights import FREE, RIGHTS, demands_of_call, is_free
from app.hub.shared.sign_ins import SignIns
from app.hub.shared.staff import OfficeStaff
from app.services.people.people import Standing
from app.services.writes.registry import registry
from app.services.writes.restricted import Restricted
from app.services.writes.write import Write
from app.wire.catalog import endpoints
from app.wire.hub import passing
from app.wire.hub.people import PERSON_HEADER
from tests.journeys.practices import TEN_TWENTY
from tests.services.people.offices import ANA, BEN, CAL, SignedOffice
from tests.support.hub_desks import Desk, Desks

TODAY = TEN_TWENTY.date()
UNPRICED = ("ProcedureLogs.create", "ProcedureLogs.update", "Patients.create", "Patients.update")
"""What a desk sends without a price, which the hub passes on; with one it takes a right."""
PERSON = PERSON_HEADER.replace("-", "_")


async def set_up(desks: Desks) -> None:
    """Ana is the manager, Ben sits at the front desk, Cal leads it."""
    await desks.hub.hub.part(OfficeStaff).write(0, first_book(ANA).with_member(BEN).with_member(CAL))


async def signed_in(desks: Desks, desk: Desk, user_num: int) -> dict[str, str]:
    """The header of a person at a desk."""
    token = await desks.hub.hub.part(SignIns).issue(desk.device_num, user_num)
    return {PERSON: token}


def is_refused(answer: Answer) -> bool:
    """Whether the hub refused it for want of a right."""
    return (answer.status, answer.headers.get(passing.TROUBLE)) == (403, "no-right")


async def pay(desk: Desk, person: dict[str, str], **fields: Any) -> Answer:
    """Post a payment of patient 1."""
    body = {"PatNum": 1, "PayAmt": "20", **fields}
    return await desk.raw("POST", "/payments", json.dumps(body).encode(), **person)


async def test_without_people_no_money_is_posted(desks: Desks) -> None:
    """Until the first person is set up a desk alone refuses whatever needs a right, and so does the hub."""
    desk, alone = await desks.open(), await SignedOffice().start()
    assert alone.standing is Standing.NOBODY
    for name, _, wanted in CALLS:
        for each in wanted:
            assert not alone.may(each), name
            assert not (await desks.hub.hub.part(OfficeStaff).book())[1].allows(ANA.user_num, each), name
    assert is_refused(await pay(desk, {}))
    assert is_refused(await pay(desk, {PERSON: "made-up"}))
    assert (await desk.raw("POST", "/commlogs", b'{"PatNum": 1, "Note": "Called"}')).status == 201
    assert desks.faults.seen == ["Commlogs.create"]


async def test_who_is_not_signed_in_posts_no_money(desks: Desks) -> None:
    """Nor does a token of another desk; everything else goes on."""
    one, two = await desks.open("Desk 1"), await desks.open("Desk 2")
    await set_up(desks)
    elsewhere = await signed_in(desks, two, BEN.user_num)
    assert is_refused(await pay(one, {}))
    assert is_refused(await pay(one, elsewhere))
    assert (await one.raw("POST", "/commlogs", b'{"PatNum": 1, "Note": "Called"}')).status == 201
    assert "Payments.create" not in desks.faults.seen


async def test_a_role_limits_amounts_and_days(desks: Desks) -> None:
    """Ben takes payments of today; only Cal takes those of last week, and Ana those of last month."""
    desk = await desks.open()
    await set_up(desks)
    ana, ben, cal = [await signed_in(desks, desk, each.user_num) for each in (ANA, BEN, CAL)]
    week, month = (str(TODAY - timedelta(days=days)) for days in (5, 30))
    assert (await pay(desk, ben)).status == 201
    assert is_refused(await pay(desk, ben, PayDate=week))
    assert (await pay(desk, cal, PayDate=week)).status == 201
    assert is_refused(await pay(desk, cal, PayDate=month))
    assert (await pay(desk, ana, PayDate=month)).status == 201


async def test_a_refund_is_limited_by_what_was_paid(desks: Desks) -> None:
    """The request has only the payment's number; the hub looks its amount up."""
    desk = await desks.open()
    small = await desks.direct.payments.create(PatNum=1, PayAmt=Decimal(150))
    large = await desks.direct.payments.create(PatNum=1, PayAmt=Decimal(900))
    await set_up(desks)
    ben, cal = [await signed_in(desks, desk, each.user_num) for each in (BEN, CAL)]

    async def refund(pay_num: int, person: dict[str, str]) -> Answer:
        return await desk.raw("POST", "/payments/Refund", b'{"PayNum": %d}' % pay_num, **person)

    assert is_refused(await refund(small.PayNum, ben))
    assert is_refused(await refund(large.PayNum, cal))
    assert (await refund(small.PayNum, cal)).status == 201
    assert is_refused(await refund(999_999, cal))
    ana = await signed_in(desks, desk, ANA.user_num)
    assert (await refund(999_999, ana)).status in (400, 404)


async def test_a_consent_covers_one_payment(desks: Desks) -> None:
    """Cal consents to a payment of last week at Ben's desk: once."""
    desk = await desks.open()
    await set_up(desks)
    ben = await signed_in(desks, desk, BEN.user_num)
    day = TODAY - timedelta(days=5)
    what = Demand(Right.BACK_DATE, Decimal(20), 0, 5)
    await desks.hub.hub.part(SignIns).consent(desk.device_num, CAL.user_num, BEN.user_num, [what])
    assert (await pay(desk, ben, PayDate=str(day))).status == 201
    assert is_refused(await pay(desk, ben, PayDate=str(day)))


async def test_a_consent_to_what_was_not_sent_is_still_there(desks: Desks) -> None:
    """The office was away: the desk sends the payment again by itself, and nobody has to consent again."""
    desk = await desks.open()
    await set_up(desks)
    ben = await signed_in(desks, desk, BEN.user_num)
    day = str(TODAY - timedelta(days=5))
    what = Demand(Right.BACK_DATE, Decimal(20), 0, 5)
    await desks.hub.hub.part(SignIns).consent(desk.device_num, CAL.user_num, BEN.user_num, [what])
    desks.faults.unreachable = True
    assert (await pay(desk, ben, PayDate=day)).status == 503
    desks.faults.unreachable = False
    assert (await pay(desk, ben, PayDate=day)).status == 201
    assert is_refused(await pay(desk, ben, PayDate=day))


async def test_the_steps_of_a_payment_need_no_further_right(desks: Desks) -> None:
    """Its allocation and its note belong to it; another desk's payment is not ours."""
    one, two = await desks.open("Desk 1"), await desks.open("Desk 2")
    await set_up(desks)
    cal = await signed_in(desks, one, CAL.user_num)
    made = json.loads((await pay(one, cal)).body)
    note = b'{"PayNote": "for the crown"}'
    assert (await one.raw("PUT", f"/payments/{made['PayNum']}", note)).status == 200
    assert is_refused(await two.raw("PUT", f"/payments/{made['PayNum']}", note))


async def test_a_write_off_is_known_by_its_type(desks: Desks) -> None:
    """A type whose name gives up a debt needs more than the right to adjust."""
    desk = await desks.open()
    made = await desks.direct.definitions.create(
        ItemName="Bad debt write off", category="AdjTypes", ItemValue="-"
    )
    await set_up(desks)
    ben, cal = [await signed_in(desks, desk, each.user_num) for each in (BEN, CAL)]
    body = {"PatNum": 1, "AdjType": made.DefNum, "AdjAmt": "-40", "AdjDate": str(TODAY)}
    written_off = json.dumps(body).encode()
    assert is_refused(await desk.raw("POST", "/adjustments", written_off, **ben))
    assert (await desk.raw("POST", "/adjustments", written_off, **cal)).status == 201


async def test_a_strange_program_finds_no_way_around_the_money(desks: Desks) -> None:
    """Prices, insurance payments, changed adjustments and Open Dental's users are what no screen of a desk sends."""
    desk = await desks.open()
    await set_up(desks)
    ben = await signed_in(desks, desk, BEN.user_num)
    proc = (await desks.direct.procedure_logs.list(PatNum=1))[0]
    for verb, path, body in (
        ("PUT", f"/procedurelogs/{proc.ProcNum}", {"Discount": "60"}),
        ("PUT", "/claimprocs/1", {"WriteOff": "60"}),
        ("POST", "/claimpayments", {"claimNum": 1, "CheckAmt": "60", "CheckDate": str(TODAY - timedelta(9))}),
        ("PUT", "/adjustments/1", {"AdjAmt": "-20"}),
        ("PUT", "/adjustments/1", {"AdjNote": "waived"}),
        ("DELETE", "/claimpayments/1", {}),
        ("DELETE", f"/procedurelogs/{proc.ProcNum}", {}),
        ("PUT", "/fees/1", {"Amount": "1"}),
        ("POST", "/definitions", {"ItemName": "Courtesy", "category": "AdjTypes", "ItemValue": "-"}),
        ("PUT", "/queries/ShortQuery", {"SqlCommand": "SELECT SSN FROM patient INTO OUTFILE 'x'"}),
        (
            "POST",
            "/queries",
            {
                "SqlCommand": "SELECT 1",
                "SftpAddress": "eve.invalid",
                "SftpUsername": "e",
                "SftpPassword": "e",
            },
        ),
        ("POST", "/userods", {"UserName": "eve", "UserGroupNum": 1, "Password": "x"}),
        ("POST", "/subscriptions", {"EndPointUrl": "http://eve.invalid", "WatchTable": "Patient"}),
    ):
        sent = json.dumps(body).encode() if body else None
        assert is_refused(await desk.raw(verb, path, sent, **ben)), path
    assert desks.faults.seen == ["ProcedureLogs.list"]


AMOUNT = Decimal(45)
CALLS: list[tuple[str, dict[str, Any], Sequence[Demand]]] = [
    ("Payments.create", {"PayAmt": AMOUNT}, [Demand(Right.PAYMENT, AMOUNT)]),
    ("Payments.create", {"PayAmt": -AMOUNT}, [Demand(Right.REFUND, AMOUNT)]),
    (
        "Payments.create",
        {"PayAmt": AMOUNT, "PayDate": TODAY - timedelta(days=3)},
        [Demand(Right.PAYMENT, AMOUNT, 0, 3), Demand(Right.BACK_DATE, AMOUNT, 0, 3)],
    ),
    ("Payments.create", {"PayAmt": AMOUNT, "PayDate": TODAY}, [Demand(Right.PAYMENT, AMOUNT)]),
    ("Adjustments.create", {"AdjAmt": -AMOUNT, "AdjType": 7}, [Demand(Right.ADJUSTMENT, AMOUNT, 7)]),
    ("Adjustments.create", {"AdjAmt": -AMOUNT, "AdjType": 8}, [Demand(Right.WRITE_OFF, AMOUNT, 8)]),
    ("Adjustments.update", {"AdjNum": 3}, [Demand(Right.ADJUSTMENT, ANY), Demand(Right.WRITE_OFF, ANY)]),
    (
        "Adjustments.update",
        {"AdjNum": 3, "AdjType": 7, "AdjAmt": -AMOUNT},
        [Demand(Right.ADJUSTMENT, ANY, 7), Demand(Right.WRITE_OFF, ANY, 7)],
    ),
    ("PayPlans.create", {"principalAmount": AMOUNT}, [Demand(Right.PAY_PLAN, AMOUNT)]),
    ("PayPlans.create", {"useEstBalance": True}, [Demand(Right.PAY_PLAN, ANY)]),
    ("ClaimPayments.create", {"CheckAmt": AMOUNT}, [Demand(Right.PAYMENT, AMOUNT)]),
    ("ClaimPayments.create_batch", {"CheckAmt": -AMOUNT}, [Demand(Right.REFUND, AMOUNT)]),
    (
        "ClaimPayments.delete",
        {"ClaimPaymentNum": 3},
        [Demand(Right.PAYMENT, ANY), Demand(Right.REFUND, ANY)],
    ),
    (
        "ClaimProcs.update",
        {"ClaimProcNum": 3, "InsPayAmt": AMOUNT, "WriteOff": AMOUNT},
        [Demand(Right.PAYMENT, ANY), Demand(Right.REFUND, ANY), Demand(Right.WRITE_OFF, ANY)],
    ),
    ("ClaimProcs.update", {"ClaimProcNum": 3, "WriteOff": AMOUNT}, [Demand(Right.WRITE_OFF, ANY)]),
    ("ClaimProcs.update", {"ClaimProcNum": 3, "Remarks": "sent"}, []),
    ("ProcedureLogs.create", {"ProcFee": AMOUNT}, [Demand(Right.ADJUSTMENT, ANY)]),
    ("ProcedureLogs.create", {"procCode": "D0120", "ProcStatus": "TP"}, []),
    ("ProcedureLogs.create", {"procCode": "D0120", "ProcStatus": "C"}, [Demand(Right.ADJUSTMENT, ANY)]),
    ("ProcedureLogs.update", {"Discount": AMOUNT}, [Demand(Right.ADJUSTMENT, ANY)]),
    ("ProcedureLogs.update", {"ProcStatus": "TP"}, [Demand(Right.ADJUSTMENT, ANY)]),
    ("Patients.update", {"PatNum": 3, "FeeSched": 5}, [Demand(Right.ADJUSTMENT, ANY)]),
    ("Patients.update", {"PatNum": 3, "HmPhone": ""}, []),
    ("Fees.update", {"FeeNum": 3, "Amount": AMOUNT}, [Demand(Right.MANAGE_PEOPLE)]),
    ("Definitions.create", {"ItemName": "Discount"}, [Demand(Right.MANAGE_PEOPLE)]),
    ("Queries.create", {"SqlCommand": "SELECT 1"}, [Demand(Right.MANAGE_PEOPLE)]),
    ("Queries.short_query", {"SqlCommand": " (SELECT Note FROM task) UNION (SELECT 1)"}, []),
    ("Queries.short_query", {"SqlCommand": "select * from patient"}, []),
    ("Queries.short_query", {"SqlCommand": "UPDATE payment SET PayAmt=0"}, [Demand(Right.MANAGE_PEOPLE)]),
    ("Queries.short_query", {"SqlCommand": "SELECT 1; DELETE FROM payment"}, [Demand(Right.MANAGE_PEOPLE)]),
    (
        "Queries.short_query",
        {"SqlCommand": "SELECT SSN FROM patient INTO OUTFILE 'x'"},
        [Demand(Right.MANAGE_PEOPLE)],
    ),
    ("Queries.short_query", {"SqlCommand": "SELECT 1 /*!; DROP*/"}, [Demand(Right.MANAGE_PEOPLE)]),
    ("ProcedureLogs.update", {"AptNum": 3}, []),
    ("Userods.create", {"UserName": "eve"}, [Demand(Right.MANAGE_PEOPLE)]),
    ("Subscriptions.create", {"EndPointUrl": "http://eve"}, [Demand(Right.MANAGE_PEOPLE)]),
    ("PayPlans.close", {"PayPlanNum": 3}, [Demand(Right.PAY_PLAN)]),
    ("Deposits.delete", {"DepositNum": 3}, [Demand(Right.DEPOSIT)]),
    ("Commlogs.create", {"PatNum": 1}, []),
]


@pytest.mark.parametrize(("name", "arguments", "wanted"), CALLS)
def test_what_a_call_needs(name: str, arguments: dict[str, Any], wanted: Sequence[Demand]) -> None:
    """The same rights, with the same figures, as the desk asks for."""
    endpoint = next(each for each in endpoints() if each.name == name)
    assert demands_of_call(endpoint, arguments, TODAY, lambda adj_type: adj_type == 8) == wanted


def test_every_write_is_decided() -> None:
    """A newly declared write needs a line in the table of rights, or among what is free."""
    declared = {each.name: each for each in endpoints()}
    free = [f"{resource}.{method}" for resource, methods in FREE.items() for method in methods]
    queries = {each.name for each in declared.values() if each.reads and each.verb != "GET"}
    writes = {each.name for each in declared.values() if not each.reads}
    assert sorted([*RIGHTS, *free]) == sorted(writes | queries)
    assert queries == {"Queries.short_query"}


def test_what_a_desk_asks_a_right_for_needs_one_in_the_hub() -> None:
    """And what its screens send without one is passed on while nobody is signed in.

    Only the desk keeps the schedule's rules: the hub doesn't know the blockouts under an appointment.
    """
    named = {each.name: each for each in endpoints()}
    for kind in registry():
        write: object = registry()[kind]
        assert isinstance(write, Write)
        name = write.endpoint.name
        if isinstance(write, Restricted) and not name.startswith("Appointments."):
            assert name in RIGHTS, kind
        elif name not in UNPRICED:
            assert is_free(named[name]), kind
