"""PayPlanCharges: charges of payment plans."""

from __future__ import annotations

from app.practice.schema.attached import payplancharge
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.pay_plan_charges import PayPlanCharge, PayPlanCharges

_C = payplancharge.c
ROWS = Listing(
    name="PayPlanCharge",
    columns=lambda: columns_of(PayPlanCharge, payplancharge),
    source=payplancharge,
    filters={"PayPlanNum": Filter(_C.PayPlanNum)},
    order=(_C.ChargeDate, _C.PayPlanChargeNum),
)


@serves(PayPlanCharges.list)
def list_(work: Work, given: Given) -> Outcome:
    """All charges of a plan, by date."""
    return work.page(ROWS, given)
