"""Does the acts with the program's own writes."""

from __future__ import annotations

from typing import Any

from app.core.text import msg
from app.journal.entries import Entry, Intent
from app.services.writes.create import Create
from app.services.writes.write import Write
from app.services.writes.writes import Writes
from app.store.topics import Part
from app.wire.resources.adjustments import Adjustments
from app.wire.resources.pay_plans import PayPlans
from app.wire.resources.payments import Payments
from soak.acts import Act, Kind
from soak.town import CASH, CHARGE, TODAY


class _Post(Create):
    def undo(self, entry: Entry) -> Intent | None:
        return None


PAY = _Post(
    "soak payment",
    Payments.create,
    key="PayNum",
    part=Part.ACCOUNT,
    mark="PayNote",
    not_done=msg("Not posted"),
)
ADJUST = _Post(
    "soak adjustment",
    Adjustments.create,
    key="AdjNum",
    part=Part.ACCOUNT,
    mark="AdjNote",
    not_done=msg("Not posted"),
)
PLAN = _Post(
    "soak plan",
    PayPlans.create_dynamic,
    key="PayPlanNum",
    part=Part.ACCOUNT,
    mark="Note",
    not_done=msg("Not made"),
)
WRITES: tuple[Write, ...] = (PAY, ADJUST, PLAN)


class Till:
    """Does acts."""

    def __init__(self, writes: Writes) -> None:
        self._writes = writes

    async def do(self, act: Act) -> Entry:
        """Do one. Raises what the writes raise."""
        write, fields = {
            Kind.PAYMENT: (PAY, self._payment),
            Kind.ADJUSTMENT: (ADJUST, self._adjustment),
            Kind.PLAN: (PLAN, self._plan),
        }[act.kind]
        intent = write.intent(
            subject=f"account:{act.patient}",
            arguments={"PatNum": act.patient, **fields(act)},
            words=msg("Soak"),
        )
        return await self._writes.send(intent)

    def _payment(self, act: Act) -> dict[str, Any]:
        return {"PayAmt": act.amount, "PayType": CASH, "PayDate": str(TODAY), "PayNote": act.tag}

    def _adjustment(self, act: Act) -> dict[str, Any]:
        return {"AdjType": CHARGE, "AdjAmt": act.amount, "AdjDate": str(TODAY), "AdjNote": act.tag}

    def _plan(self, act: Act) -> dict[str, Any]:
        return {"NumberOfPayments": 4, "procNums": [number for number, _ in act.procedures], "Note": act.tag}
