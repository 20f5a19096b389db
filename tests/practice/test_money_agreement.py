"""Whatever is posted, every figure of a family's account is the same to the cent wherever it is shown."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.practice import office
from tests.practice.conftest import Desk, good, open_copy
from tests.practice.money_oracle import Books
from tests.practice.office_money import DISCOUNT, LATE_FEE

MEMBERS = (office.ANN, office.BEN)
AMOUNTS = st.sampled_from(("0.01", "7.35", "20.00", "50.00", "58.15", "100.00", "333.33"))
WHO = st.sampled_from(MEMBERS)
WHICH = st.integers(0, 30)
YES = st.sampled_from(("true", "false"))
STEPS = st.one_of(
    st.tuples(st.just("pay"), WHO, AMOUNTS, YES, YES),
    st.tuples(st.just("pay_for"), WHO, AMOUNTS, WHICH),
    st.tuples(st.just("refund"), WHICH),
    st.tuples(st.just("allocate"), WHICH, WHICH, WHICH),
    st.tuples(st.just("adjust"), WHO, AMOUNTS, YES, WHICH),
    st.tuples(st.just("readjust"), WHICH, AMOUNTS),
    st.tuples(st.just("treat"), WHO, st.sampled_from(("C", "TP")), AMOUNTS, st.integers(0, 120)),
    st.tuples(st.just("complete"), WHICH),
    st.tuples(st.just("remove"), WHICH),
    st.tuples(st.just("insure"), WHICH, AMOUNTS, st.sampled_from((0, 1, 4))),
    st.tuples(st.just("plan"), WHO, WHICH, st.integers(1, 6), st.sampled_from(("0", "12.5")), YES),
    st.tuples(st.just("plan"), WHO, WHICH, st.integers(1, 3), st.just("0"), st.just("false")),
    st.tuples(st.just("prepay_plan"), WHICH, AMOUNTS),
    st.tuples(st.just("close"), WHICH),
    st.tuples(st.just("wait"), st.integers(1, 45)),
    st.tuples(st.just("move")),
)


REPORTED = {
    **{name: name for name in ("Bal_0_30", "Bal_31_60", "Bal_61_90", "BalOver90")},
    "BalTotal": "Total",
    "PatientPortion": "EstBal",
}
"""The aging report's names for what a family's own aging says."""
PAYMENTS = "SELECT PayNum FROM payment WHERE PatNum < 3"
PLANS = "SELECT PayPlanNum FROM payplan WHERE PatNum < 3"


class Poster:
    """Does the steps of a sequence on one practice. A step that is no request answers None."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def _pick(self, sql: str, which: int) -> int:
        rows = self.desk.sql(sql)
        return int(rows[which % len(rows)][0]) if rows else 0

    def _procedure(self, which: int, who: int = 0) -> int:
        own = f"PatNum = {who}" if who else "PatNum < 3"
        return self._pick(f"SELECT ProcNum FROM procedurelog WHERE {own} AND ProcStatus <> 6", which)

    async def pay(self, who: int, amount: str, ahead: str, own: str) -> httpx.Response:
        """Take a payment."""
        body = {"PatNum": who, "PayAmt": amount, "isPrepayment": ahead, "isPatientPreferred": own}
        return await self.desk.post("/payments", **body)

    async def pay_for(self, who: int, amount: str, which: int) -> httpx.Response:
        """Take a payment for two procedures."""
        numbers = [self._procedure(which), self._procedure(which + 1)]
        return await self.desk.post("/payments", PatNum=who, PayAmt=amount, procNums=numbers)

    async def refund(self, which: int) -> httpx.Response:
        """Give a payment back."""
        return await self.desk.post("/payments/Refund", PayNum=self._pick(PAYMENTS, which))

    async def allocate(self, which: int, first: int, other: int) -> httpx.Response:
        """Split a payment anew between two procedures."""
        number = self._pick(PAYMENTS, which)
        ((amount,),) = self.desk.sql("SELECT PayAmt FROM payment WHERE PayNum = ?", number) or [(1,)]
        part = round(amount / 3, 2) if other % 2 else 0
        pairs = [(self._procedure(first), round(amount - part, 2)), (self._procedure(other), part)][
            : 1 + other % 2
        ]
        body = [{"ProcNum": number, "Amount": str(each)} for number, each in pairs]
        return await self.desk.put(f"/payments/{number}/Partial", procNumsAndAmounts=body)

    async def adjust(self, who: int, amount: str, more: str, which: int) -> httpx.Response:
        """Post an adjustment, on a procedure or alone."""
        kind, signed = (LATE_FEE, amount) if more == "true" else (DISCOUNT, f"-{amount}")
        number = self._procedure(which, who) if which % 2 else 0
        body = {"PatNum": who, "AdjType": kind, "AdjAmt": signed, "ProcNum": number}
        return await self.desk.post("/adjustments", AdjDate=str(self.desk.clock.now().date()), **body)

    async def readjust(self, which: int, amount: str) -> httpx.Response:
        """Change the amount of an extra charge."""
        number = self._pick("SELECT AdjNum FROM adjustment WHERE PatNum < 3 AND AdjAmt > 0", which)
        return await self.desk.put(f"/adjustments/{number}", AdjAmt=amount)

    async def treat(self, who: int, status: str, fee: str, days: int) -> httpx.Response:
        """Chart a procedure, done some days ago or to be done."""
        ((day,),) = self.desk.sql("SELECT date(?, ?)", str(self.desk.clock.now().date()), f"-{days} days")
        body = {"PatNum": who, "ProcStatus": status, "ProcFee": fee, "procCode": "D0120", "ProcDate": day}
        return await self.desk.post("/procedurelogs", **body)

    async def complete(self, which: int) -> httpx.Response:
        """Complete a procedure."""
        return await self.desk.put(f"/procedurelogs/{self._procedure(which)}", ProcStatus="C")

    async def remove(self, which: int) -> httpx.Response:
        """Delete a procedure."""
        return await self.desk.delete(f"/procedurelogs/{self._procedure(which)}")

    async def insure(self, which: int, amount: str, status: int) -> None:
        """A claim's line for a procedure, open or paid, as another program writes it."""
        number = self._procedure(which)
        ((patient,),) = self.desk.sql("SELECT PatNum FROM procedurelog WHERE ProcNum = ?", number)
        column = "InsPayEst" if status == 0 else "InsPayAmt"
        self.desk.sql(
            f"INSERT INTO claimproc (ProcNum, PatNum, Status, {column}, WriteOff, ProcDate) VALUES (?, ?, ?, ?, ?, ?)",
            number, patient, status, float(amount), 1.05, "2026-10-01",
        )  # fmt: skip

    async def plan(self, who: int, which: int, count: int, apr: str, at_once: str) -> httpx.Response:
        """Agree on a payment plan over two procedures."""
        numbers = [self._procedure(which, who), self._procedure(which + 1, who)]
        option = "TreatAsComplete" if at_once == "true" else "AwaitComplete"
        terms = {"NumberOfPayments": count, "APR": apr, "DownPayment": "5.00", "ChargeFrequency": "Weekly"}
        body = {"PatNum": who, "procNums": numbers, "DynamicPayPlanTPOption": option, **terms}
        return await self.desk.post("/payplans/Dynamic", **body)

    async def prepay_plan(self, which: int, amount: str) -> httpx.Response:
        """Pay ahead on a plan."""
        body = {"PatNum": office.ANN, "PayAmt": amount, "payPlanNum": self._pick(PLANS, which)}
        return await self.desk.post("/payments", isPrepayment="true", **body)

    async def close(self, which: int) -> httpx.Response:
        """Close a plan."""
        return await self.desk.put(f"/payplans/{self._pick(PLANS, which)}/Close")

    async def wait(self, days: int) -> None:
        """Let days go by: charges of plans become due, debts grow old."""
        self.desk.clock.pass_(days=days)

    async def touch(self) -> None:
        """Post a cent on each account: what time and other programs change is written anew with it."""
        for who in MEMBERS:
            good(await self.adjust(who, "0.01", "true", 0))

    async def move(self) -> httpx.Response:
        """Put the child into the other family, or back."""
        ((head,),) = self.desk.sql("SELECT Guarantor FROM patient WHERE PatNum = ?", office.BEN)
        other = office.CARA if head == office.ANN else office.ANN
        return await self.desk.put(f"/patients/{office.BEN}", Guarantor=other)


async def check(desk: Desk, books: Books) -> None:
    """Compare what the account's views say with each other and with the books."""
    for patient in MEMBERS:
        aging = await exact(desk, f"/accountmodules/{patient}/Aging")
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
    await check_report(desk, MEMBERS)


async def check_report(desk: Desk, patients: Iterable[int]) -> None:
    """The office's aging report has these patients' families as their own aging has them; no row stands for zeros."""
    rows = {row["PatNum"]: row for row in await exact(desk, "/reports/Aging", Limit="10000")}
    for patient in patients:
        own = await exact(desk, f"/accountmodules/{patient}/Aging")
        ((guarantor,),) = desk.sql("SELECT Guarantor FROM patient WHERE PatNum = ?", patient)
        row = rows.get(guarantor, dict.fromkeys(REPORTED, Decimal(0)))
        assert {name: row[name] for name in REPORTED} == {name: own[of] for name, of in REPORTED.items()}
        assert row.get("InsPayEst", 0) + row.get("InsWoEst", 0) == own["InsEst"]


async def check_view(desk: Desk, patient: int, family: str, owed: Decimal, pending: Decimal) -> None:
    """The service date view adds up: rows to days, days to the whole, the whole to what is owed."""
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
)
"""What every sequence starts from: old and new debts, a payment, and a plan over something that is still to come."""


async def play(template: Path, steps: list[Step]) -> None:
    """Do the steps on a fresh practice, and compare after each."""
    with tempfile.TemporaryDirectory() as folder:
        desk = open_copy(template, Path(folder) / "office.db")
        poster, books = Poster(desk), Books(desk)
        try:
            for name, *values in (*PRELUDE, *steps):
                act: Callable[..., Awaitable[httpx.Response | None]] = getattr(poster, name)
                answer = await act(*values)
                assert answer is None or answer.status_code in (200, 201, 400, 404), answer.text
                if answer is None:
                    await poster.touch()
                await check(desk, books)
        finally:
            books.close()
            await desk.http.aclose()
            desk.practice.close()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, min_size=3, max_size=10))
def test_every_view_of_an_account_agrees_to_the_cent(template: Path, steps: list[Step]) -> None:
    """Aging, balances, splits, the service date view and the patients' columns agree after every step."""
    asyncio.run(play(template, steps))
