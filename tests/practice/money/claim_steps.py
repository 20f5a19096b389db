"""More steps on two accounts: claims and insurance payments, and plans created by old offices."""

from __future__ import annotations

import datetime

import httpx

from app.practice.server.app import open_practice
from app.wire.permissions import Permission
from app.wire.version import Version
from tests.practice import office
from tests.practice import office_insurance as insurance
from tests.practice.conftest import Desk, client_of, good
from tests.practice.money.steps import PatientSteps

OLD_OFFICE = "23.2.15"
"""The last versions that create patient payment plans; the new one finds them in its database."""
CLAIMS = "SELECT ClaimNum FROM claim WHERE PatNum < 3"
LINES = "SELECT ClaimProcNum FROM claimproc WHERE PatNum < 3 AND ClaimNum <> 0"
CHECKS = "SELECT DISTINCT ClaimPaymentNum FROM claimproc WHERE PatNum < 3 AND ClaimPaymentNum <> 0"


class Poster(PatientSteps):  # size: one method per step, selected by name
    """Runs every step."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._old = open_practice(
            desk.address, seed=0, today=office.TODAY, clock=desk.clock, pace=None,
            permissions=frozenset(Permission), version=Version.parse(OLD_OFFICE),
        )  # fmt: skip
        self._old_desk = Desk(client_of(self._old), self._old, desk.clock, desk.address)

    async def aclose(self) -> None:
        """Close the old office."""
        await self._old_desk.http.aclose()
        self._old.close()

    async def cover(self) -> None:
        """Insure both, the child twice."""
        for who, ordinal in ((office.ANN, 1), (office.BEN, 2)):
            good(await self.desk.post("/patplans", PatNum=who, InsSubNum=insurance.EVES_SUB, Ordinal=ordinal))

    def _ahead(self, days: int) -> str:
        return str(self.desk.clock.now().date() + datetime.timedelta(days=days))

    async def claim(self, who: int, which: int, count: int, kind: str) -> httpx.Response:
        """Bill insurance for some procedures."""
        done = f"SELECT ProcNum FROM procedurelog WHERE PatNum = {who} AND ProcStatus = 2"
        numbers = [self.pick(done, which + each) for each in range(count)]
        more = {"InsSubNum": insurance.EVES_SUB, "PatRelat": "Self"} if kind == "PreAuth" else {}
        return await self.desk.post("/claims", PatNum=who, procNums=numbers, ClaimType=kind, **more)

    async def expect(self, which: int, amount: str, override: str) -> httpx.Response:
        """Change the estimate of a claim's line."""
        return await self.desk.put(f"/claimprocs/{self.pick(LINES, which)}", **{override: amount})

    async def answer(self, which: int, paid: str, written_off: str, status: str) -> httpx.Response:
        """Enter the insurance's answer for a claim's line."""
        body = {"Status": status, "InsPayAmt": paid, "WriteOff": written_off}
        return await self.desk.put(f"/claimprocs/{self.pick(LINES, which)}", **body)

    async def receive(self, which: int) -> httpx.Response:
        """Mark a whole claim as received."""
        return await self.desk.put(f"/claims/{self.pick(CLAIMS, which)}", ClaimStatus="R")

    async def pay_claim(self, which: int, days: int) -> httpx.Response:
        """Enter the check of one claim."""
        number = self.pick(CLAIMS, which)
        awaited = (
            "SELECT COALESCE(SUM(InsPayAmt), 0) FROM claimproc WHERE ClaimNum = ? AND ClaimPaymentNum = 0"
        )
        ((amount,),) = self.desk.sql(awaited, number)
        body = {"claimNum": number, "CheckAmt": f"{amount:.2f}", "CheckDate": self._ahead(days)}
        return await self.desk.post("/claimpayments", **body)

    async def pay_claims(self, which: int, amount: str, days: int) -> httpx.Response:
        """Enter a check for two claims."""
        numbers = [self.pick(CLAIMS, which), self.pick(CLAIMS, which + 1)]
        body = {"claimNums": numbers, "CheckAmt": amount, "CheckDate": self._ahead(days)}
        return await self.desk.post("/claimpayments/Batch", **body)

    async def take_off_check(self, which: int) -> httpx.Response:
        """Detach a claim's lines from their check."""
        return await self.desk.put(f"/claimprocs/{self.pick(LINES, which)}", ClaimPaymentNum=0)

    async def put_on_check(self, which: int, check: int) -> httpx.Response:
        """Attach a claim's lines to a partial check."""
        number = self.pick(f"{CHECKS} UNION SELECT {insurance.PARTIAL}", check)
        return await self.desk.put(f"/claimprocs/{self.pick(LINES, which)}", ClaimPaymentNum=number)

    async def drop_check(self, which: int) -> httpx.Response:
        """Delete a check."""
        return await self.desk.delete(f"/claimpayments/{self.pick(CHECKS, which)}")

    async def part_claim(self, which: int) -> httpx.Response:
        """Move a procedure to its own claim."""
        number = self.pick(CLAIMS, which)
        moved = self.pick(f"SELECT ProcNum FROM claimproc WHERE ClaimNum = {number}", which)
        return await self.desk.put(f"/claims/{number}/Split", ProcNums=[moved])

    async def drop_claim(self, which: int) -> httpx.Response:
        """Delete a claim."""
        return await self.desk.delete(f"/claims/{self.pick(CLAIMS, which)}")

    async def refee(self, which: int, fee: str, days: int) -> httpx.Response:
        """Change a procedure's fee and date."""
        body = {"ProcFee": fee, "ProcDate": self._ahead(days)}
        return await self.desk.put(f"/procedurelogs/{self.procedure(which)}", **body)

    async def old_plan(
        self, who: int, payer: int, principal: str, terms: tuple[int, str, str, int]
    ) -> httpx.Response:
        """Create a patient payment plan, over an amount or the whole balance."""
        count, apr, down, days = terms
        sent = {"principalAmount": principal} if principal else {"useEstBalance": "true"}
        body = {"PatNum": who, "Guarantor": payer, "NumberOfPayments": count, "APR": apr, "DownPayment": down}
        day = {"PayPlanDate": self._ahead(days), "ChargeFrequency": "Weekly"}
        return await self._old_desk.post("/payplans", **sent, **body, **day)
