"""Front desk steps on two accounts: payments, adjustments, treatment and dynamic plans."""

from __future__ import annotations

import datetime

import httpx

from tests.practice import office
from tests.practice.conftest import Desk, good
from tests.practice.office_money import DISCOUNT, LATE_FEE

MEMBERS = (office.ANN, office.BEN)
PAYMENTS = "SELECT PayNum FROM payment WHERE PatNum < 3"
PLANS = "SELECT PayPlanNum FROM payplan WHERE PatNum < 3"


class PatientSteps:
    """Runs the steps of a sequence on one practice. A step without a request returns None."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def pick(self, sql: str, which: int) -> int:
        """One of the numbers that a query finds; 0 if it finds none."""
        rows = self.desk.sql(sql)
        return int(rows[which % len(rows)][0]) if rows else 0

    def procedure(self, which: int, who: int = 0) -> int:
        """One of the members' procedures, or of one member's."""
        own = f"PatNum = {who}" if who else "PatNum < 3"
        return self.pick(f"SELECT ProcNum FROM procedurelog WHERE {own} AND ProcStatus <> 6", which)

    async def pay(self, who: int, amount: str, ahead: str, own: str) -> httpx.Response:
        """Take a payment."""
        body = {"PatNum": who, "PayAmt": amount, "isPrepayment": ahead, "isPatientPreferred": own}
        return await self.desk.post("/payments", **body)

    async def pay_for(self, who: int, amount: str, which: int) -> httpx.Response:
        """Take a payment for two procedures."""
        numbers = [self.procedure(which), self.procedure(which + 1)]
        return await self.desk.post("/payments", PatNum=who, PayAmt=amount, procNums=numbers)

    async def refund(self, which: int) -> httpx.Response:
        """Refund a payment."""
        return await self.desk.post("/payments/Refund", PayNum=self.pick(PAYMENTS, which))

    async def allocate(self, which: int, first: int, other: int) -> httpx.Response:
        """Split a payment again between two procedures."""
        number = self.pick(f"{PAYMENTS} AND PayAmt > 0", which)
        ((amount,),) = self.desk.sql("SELECT PayAmt FROM payment WHERE PayNum = ?", number) or [(1,)]
        part = round(amount / 3, 2) if other % 2 else 0
        done = "SELECT ProcNum FROM procedurelog WHERE PatNum < 3 AND ProcStatus = 2 ORDER BY ProcFee DESC"
        pairs = [(self.pick(done, first % 3), round(amount - part, 2)), (self.pick(done, other % 3), part)][
            : 1 + other % 2
        ]
        body = [{"ProcNum": number, "Amount": str(each)} for number, each in pairs]
        return await self.desk.put(f"/payments/{number}/Partial", procNumsAndAmounts=body)

    async def adjust(self, who: int, amount: str, more: str, which: int) -> httpx.Response:
        """Post an adjustment, attached to a procedure or not."""
        kind, signed = (LATE_FEE, amount) if more == "true" else (DISCOUNT, f"-{amount}")
        number = self.procedure(which, who) if which % 2 else 0
        body = {"PatNum": who, "AdjType": kind, "AdjAmt": signed, "ProcNum": number}
        return await self.desk.post("/adjustments", AdjDate=str(self.desk.clock.now().date()), **body)

    async def readjust(self, which: int, amount: str) -> httpx.Response:
        """Change the amount of an extra charge."""
        number = self.pick("SELECT AdjNum FROM adjustment WHERE PatNum < 3 AND AdjAmt > 0", which)
        return await self.desk.put(f"/adjustments/{number}", AdjAmt=amount)

    async def treat(self, who: int, status: str, fee: str, days: int) -> httpx.Response:
        """Chart a procedure, completed some days ago or planned."""
        day = str(self.desk.clock.now().date() - datetime.timedelta(days=days))
        body = {"PatNum": who, "ProcStatus": status, "ProcFee": fee, "procCode": "D0120", "ProcDate": day}
        return await self.desk.post("/procedurelogs", **body)

    async def complete(self, which: int) -> httpx.Response:
        """Complete a procedure."""
        return await self.desk.put(f"/procedurelogs/{self.procedure(which)}", ProcStatus="C")

    async def remove(self, which: int) -> httpx.Response:
        """Delete a procedure."""
        return await self.desk.delete(f"/procedurelogs/{self.procedure(which)}")

    async def insure(self, which: int, amount: str, status: int) -> None:
        """A claim's row for a procedure, open or paid, as another program writes it."""
        number = self.procedure(which)
        ((patient,),) = self.desk.sql("SELECT PatNum FROM procedurelog WHERE ProcNum = ?", number)
        column = "InsPayEst" if status == 0 else "InsPayAmt"
        self.desk.sql(
            f"INSERT INTO claimproc (ProcNum, PatNum, Status, {column}, WriteOff, ProcDate) VALUES (?, ?, ?, ?, ?, ?)",
            number, patient, status, float(amount), 1.05, "2026-10-01",
        )  # fmt: skip

    async def plan(self, who: int, which: int, count: int, apr: str, at_once: str) -> httpx.Response:
        """Create a payment plan over two procedures."""
        numbers = [self.procedure(which, who), self.procedure(which + 1, who)]
        option = "TreatAsComplete" if at_once == "true" else "AwaitComplete"
        terms = {"NumberOfPayments": count, "APR": apr, "DownPayment": "5.00", "ChargeFrequency": "Weekly"}
        body = {"PatNum": who, "procNums": numbers, "DynamicPayPlanTPOption": option, **terms}
        return await self.desk.post("/payplans/Dynamic", **body)

    async def prepay_plan(self, which: int, amount: str) -> httpx.Response:
        """Prepay on a plan."""
        body = {"PatNum": office.ANN, "PayAmt": amount, "payPlanNum": self.pick(PLANS, which)}
        return await self.desk.post("/payments", isPrepayment="true", **body)

    async def close(self, which: int) -> httpx.Response:
        """Close a plan."""
        return await self.desk.put(f"/payplans/{self.pick(PLANS, which)}/Close")

    async def wait(self, days: int) -> None:
        """Advance by days: plan charges become due, debts age."""
        self.desk.clock.pass_(days=days)

    async def touch(self) -> None:
        """Post a cent on each account, so that changes by time and other programs are recomputed."""
        for who in MEMBERS:
            good(await self.adjust(who, "0.01", "true", 0))

    async def move(self) -> httpx.Response:
        """Move the child to the other family, or back."""
        ((head,),) = self.desk.sql("SELECT Guarantor FROM patient WHERE PatNum = ?", office.BEN)
        other = office.CARA if head == office.ANN else office.ANN
        return await self.desk.put(f"/patients/{office.BEN}", Guarantor=other)
