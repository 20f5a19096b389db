"""Whatever is posted, every figure of a family's account is the same to the cent wherever it is shown."""

from __future__ import annotations

import asyncio
import itertools
import random
from collections.abc import Awaitable, Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from tests.practice import office
from tests.practice.conftest import Desk, closed, good, open_at
from tests.practice.copies import Copies
from tests.practice.money.claim_steps import Poster
from tests.practice.money.oracle import Books
from tests.practice.money.steps import MEMBERS

AMOUNTS = ("0.01", "7.35", "20.00", "50.00", "58.15", "100.00", "333.33")
WHICH = range(31)
YES = ("true", "false")
CHECK_DAYS = (0, 0, -3, 2)
TERMS = tuple(itertools.product(range(1, 6), ("0", "12.5"), ("0", "5.00"), (0, -40, 3)))
STEPS: dict[str, tuple[Sequence[Any], ...]] = {
    "pay": (MEMBERS, AMOUNTS, YES, YES),
    "pay_for": (MEMBERS, AMOUNTS, WHICH),
    "refund": (WHICH,),
    "allocate": (WHICH, WHICH, WHICH),
    "adjust": (MEMBERS, AMOUNTS, YES, WHICH),
    "readjust": (WHICH, AMOUNTS),
    "treat": (MEMBERS, ("C", "TP"), AMOUNTS, range(121)),
    "complete": (WHICH,),
    "remove": (WHICH,),
    "refee": (WHICH, AMOUNTS, range(-60, 6)),
    "insure": (WHICH, AMOUNTS, (0, 1, 4)),
    "plan": (MEMBERS, WHICH, range(1, 7), ("0", "12.5"), YES),
    "prepay_plan": (WHICH, AMOUNTS),
    "old_plan": (MEMBERS, MEMBERS, (*AMOUNTS, ""), TERMS),
    "close": (WHICH,),
    "wait": (range(1, 46),),
    "move": (),
    "claim": (MEMBERS, WHICH, (1, 2, 3), ("P", "P", "S", "PreAuth")),
    "expect": (WHICH, AMOUNTS, ("InsEstTotalOverride", "WriteOff", "DedEstOverride")),
    "answer": (
        WHICH,
        AMOUNTS,
        ("0", "1.05", "20.00"),
        ("Received", "Received", "Supplemental", "NotReceived"),
    ),
    "receive": (WHICH,),
    "pay_claim": (WHICH, CHECK_DAYS),
    "pay_claims": (WHICH, AMOUNTS, CHECK_DAYS),
    "take_off_check": (WHICH,),
    "put_on_check": (WHICH, WHICH),
    "drop_check": (WHICH,),
    "part_claim": (WHICH,),
    "drop_claim": (WHICH,),
}
"""All steps, with the possible values of their arguments."""
REPORTED = {
    **{name: name for name in ("Bal_0_30", "Bal_31_60", "Bal_61_90", "BalOver90")},
    "BalTotal": "Total",
    "PatientPortion": "EstBal",
}
"""The aging report's names for a family's own aging."""


async def check(desk: Desk, books: Books) -> None:
    """Compare the account's views with each other and with the independent computation."""
    agings = {patient: await exact(desk, f"/accountmodules/{patient}/Aging") for patient in MEMBERS}
    for patient, aging in agings.items():
        family = books.family(patient)
        total, pending = books.total(family), books.pending(family)
        assert (aging["Total"], aging["InsEst"], aging["EstBal"]) == (total, pending, total - pending)
        buckets = [aging[name] for name in ("Bal_0_30", "Bal_31_60", "Bal_61_90", "BalOver90")]
        assert sum(buckets) == max(total, Decimal(0))
        assert aging["Unearned"] == books.unearned(family)
        *own, entire = await exact(desk, f"/accountmodules/{patient}/PatientBalances")
        assert {row["PatNum"]: row["Balance"] for row in own} == {
            each: books.total([each]) - books.pending([each]) for each in family
        }
        assert entire["Balance"] == aging["EstBal"]
        assert aging["PatEstBal"] == next(row["Balance"] for row in own if row["PatNum"] == patient)
        await check_view(desk, patient, "true", aging["EstBal"], aging["InsEst"])
        await check_view(desk, patient, "false", aging["PatEstBal"], books.pending([patient]))
        books.check_columns(patient, aging)
    books.check_payments()
    await check_report(desk, agings)


async def check_report(desk: Desk, agings: Mapping[int, Mapping[str, Decimal]]) -> None:
    """The office's aging report matches these families' own aging; there are no zero rows."""
    rows = {row["PatNum"]: row for row in await exact(desk, "/reports/Aging", Limit="10000")}
    guarantors = dict(tuple(row) for row in desk.sql("SELECT PatNum, Guarantor FROM patient"))
    for patient, own in agings.items():
        row = rows.get(guarantors[patient], dict.fromkeys(REPORTED, Decimal(0)))
        assert {name: row[name] for name in REPORTED} == {name: own[of] for name, of in REPORTED.items()}
        assert row.get("InsPayEst", 0) + row.get("InsWoEst", 0) == own["InsEst"]


async def check_view(desk: Desk, patient: int, family: str, owed: Decimal, pending: Decimal) -> None:
    """The service date view adds up: rows to days, days to the total, the total to the balance."""
    rows = await exact(desk, f"/accountmodules/{patient}/ServiceDateView", isFamily=family)
    *rest, overall = rows
    assert (Decimal(overall["AcctBal"]), Decimal(overall["InsBal"])) == (owed, pending)
    days = [row for row in rest if row["Type"] == "Day Total"]
    entries = [row for row in rest if row["Type"] != "Day Total"]
    for name in ("Charge", "Credit"):
        assert sum(Decimal(row[name]) for row in days) == Decimal(overall[name])
        assert sum(Decimal(row[name]) for row in entries) == Decimal(overall[name])
    assert sum(Decimal(row["AcctBal"] or 0) for row in entries) == sum(
        Decimal(row["AcctBal"]) for row in days
    )


async def exact(desk: Desk, path: str, **query: str) -> Any:
    """An answer's JSON with exact amounts."""
    return good(await desk.get(path, **query)).json(parse_float=Decimal)


Step = tuple[Any, ...]
PRELUDE: tuple[Step, ...] = (
    ("treat", office.ANN, "C", "200.00", 100),
    ("treat", office.BEN, "C", "149.99", 45),
    ("treat", office.BEN, "TP", "80.50", 0),
    ("adjust", office.ANN, "25.00", "true", 0),
    ("pay", office.ANN, "70.10", "false", "false"),
    ("plan", office.BEN, 2, 3, "0", "false"),
    ("cover",),
    ("claim", office.ANN, 0, 2, "P"),
    ("claim", office.BEN, 0, 1, "P"),
    ("answer", 0, "58.15", "20.00", "Received"),
)
"""The start of every sequence: old and new debts, a payment, a plan with future charges, and claims."""


async def play(copies: Copies, steps: list[Step]) -> None:
    """Run the steps on a fresh practice, and compare after each."""
    desk = open_at(copies.take())
    poster, books = Poster(desk), Books(desk)
    try:
        for step in PRELUDE:
            await do(poster, step)
        for step in steps:
            if await do(poster, step) is None:
                await poster.touch()
            await check(desk, books)
    finally:
        books.close()
        await poster.aclose()
        await closed(desk, copies)


async def do(poster: Poster, step: Step) -> httpx.Response | None:
    """Run one step; an answer is a success, or a refusal with a text."""
    name, *values = step
    act: Callable[..., Awaitable[httpx.Response | None]] = getattr(poster, name)
    answer = await act(*values)
    assert answer is None or answer.status_code in (200, 201, 400, 404), answer.text
    return answer


def drawn(seed: int, count: int) -> list[Step]:
    """This many random steps; fewer of the same seed are its first ones."""
    dice = random.Random(seed)
    names = tuple(STEPS)
    steps: list[Step] = []
    for _ in range(count):
        name = dice.choice(names)
        steps.append((name, *(dice.choice(each) for each in STEPS[name])))
    return steps


@pytest.mark.timeout(400)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32 - 1), count=st.integers(15, 30))
def test_every_view_of_an_account_agrees_to_the_cent(copies: Copies, seed: int, count: int) -> None:
    """Aging, its report, balances, splits, the service date view and the patients' columns agree after every step."""
    steps = drawn(seed, count)
    note(f"{steps}")
    asyncio.run(play(copies, steps))
