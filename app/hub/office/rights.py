"""Which rights a call needs, as far as the call itself shows it. The desk asks for the same ones before.

No screen of a desk makes users of Open Dental, enters insurance payments or changes prices; a stranger's program with
a desk's token may try. A subscription sends patient data to any address, also when the token is refused long since.

Where the desk knows an amount and the call doesn't have it (a plan's total, a deposit's sum), the hub asks for the
right without its limit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from app.domain.people.rights import Demand, Right
from app.wire.endpoint import Endpoint

Arguments = Mapping[str, Any]
WritesOff = Callable[[int], bool]
"""Whether an adjustment type, by its DefNum, writes off a debt."""


def demands_of_call(
    endpoint: Endpoint, arguments: Arguments, today: date, writes_off: WritesOff
) -> list[Demand]:
    """The rights that the person at the desk needs; empty: none."""
    build = _CALLS.get(endpoint.name)
    return [] if build is None else build(arguments, today, writes_off)


def needs_rights(endpoint: Endpoint) -> bool:
    """Whether a call needs any."""
    return endpoint.name in _CALLS


def _payment(arguments: Arguments, today: date, _: WritesOff) -> list[Demand]:
    amount = Decimal(arguments["PayAmt"])
    right = Right.REFUND if amount < 0 else Right.PAYMENT
    return _dated(right, abs(amount), arguments.get("PayDate"), today)


def _adjustment(arguments: Arguments, today: date, writes_off: WritesOff) -> list[Demand]:
    adj_type = int(arguments.get("AdjType") or 0)
    right = Right.WRITE_OFF if adj_type and writes_off(adj_type) else Right.ADJUSTMENT
    amount = arguments.get("AdjAmt")
    amount = None if amount is None else abs(Decimal(amount))
    return _dated(right, amount, arguments.get("AdjDate"), today, adj_type)


def _changed_adjustment(arguments: Arguments, today: date, writes_off: WritesOff) -> list[Demand]:
    """Without its type it may be one that writes off a debt."""
    demands = _adjustment(arguments, today, writes_off)
    either = [] if arguments.get("AdjType") else [Demand(Right.WRITE_OFF, demands[0].amount)]
    return [*demands, *either]


def _plan(arguments: Arguments, today: date, _: WritesOff) -> list[Demand]:
    amount = arguments.get("principalAmount")
    amount = None if amount is None else abs(Decimal(amount))
    return _dated(Right.PAY_PLAN, amount, arguments.get("PayPlanDate"), today)


def _insurance_payment(arguments: Arguments, today: date, _: WritesOff) -> list[Demand]:
    amount = arguments.get("CheckAmt")
    right = Right.REFUND if amount is not None and amount < 0 else Right.PAYMENT
    amount = None if amount is None else abs(Decimal(amount))
    return _dated(right, amount, arguments.get("CheckDate"), today)


def _claim_proc(arguments: Arguments, _: date, __: WritesOff) -> list[Demand]:
    """What insurance paid for a procedure, and what is written off for it."""
    return [
        Demand(right, abs(Decimal(arguments[name])))
        for name, right in (("InsPayAmt", Right.PAYMENT), ("WriteOff", Right.WRITE_OFF))
        if arguments.get(name) is not None
    ]


def _price(*names: str) -> Callable[[Arguments, date, WritesOff], list[Demand]]:
    """Another price of a procedure is worth an adjustment. What it was before, the call doesn't show."""

    def build(arguments: Arguments, _: date, __: WritesOff) -> list[Demand]:
        if all(arguments.get(name) is None for name in names):
            return []
        discount = arguments.get("Discount")
        return [Demand(Right.ADJUSTMENT, None if discount is None else abs(Decimal(discount)))]

    return build


def _allocation(arguments: Arguments, today: date, _: WritesOff) -> list[Demand]:
    parts = [
        *(arguments.get("procNumsAndAmounts") or ()),
        *(arguments.get("payPlanChargeNumsAndAmounts") or ()),
    ]
    return [Demand(Right.PAYMENT, sum((abs(Decimal(each.Amount)) for each in parts), Decimal(0)))]


def _simply(right: Right, day: str = "") -> Callable[[Arguments, date, WritesOff], list[Demand]]:
    def build(arguments: Arguments, today: date, _: WritesOff) -> list[Demand]:
        return _dated(right, None, arguments.get(day) if day else None, today)

    return build


def _dated(
    right: Right, amount: Decimal | None, day: date | None, today: date, adj_type: int = 0
) -> list[Demand]:
    day = day.date() if isinstance(day, datetime) else day
    back = max((today - day).days, 0) if day is not None else 0
    rights: Sequence[Right] = (right, Right.BACK_DATE) if back else (right,)
    return [Demand(each, amount, adj_type, back) for each in rights]


_CALLS: dict[str, Callable[[Arguments, date, WritesOff], list[Demand]]] = {
    "Payments.create": _payment,
    "Payments.refund": _simply(Right.REFUND),
    "Payments.update": _simply(Right.PAYMENT),
    "Payments.allocate": _allocation,
    "Adjustments.create": _adjustment,
    "Adjustments.update": _changed_adjustment,
    "ClaimPayments.create": _insurance_payment,
    "ClaimPayments.create_batch": _insurance_payment,
    "ClaimPayments.update": _insurance_payment,
    "ClaimPayments.delete": _simply(Right.PAYMENT),
    "ClaimProcs.update": _claim_proc,
    "ProcedureLogs.create": _price("Discount"),
    "ProcedureLogs.update": _price("Discount", "ProcFee"),
    "ProcedureLogs.delete": _simply(Right.ADJUSTMENT),
    "PayPlans.create": _plan,
    "PayPlans.create_dynamic": _simply(Right.PAY_PLAN, "PayPlanDate"),
    "PayPlans.update_dynamic": _simply(Right.PAY_PLAN),
    "PayPlans.close": _simply(Right.PAY_PLAN),
    "PayPlanLinks.create": _simply(Right.PAY_PLAN),
    "PayPlanLinks.update": _simply(Right.PAY_PLAN),
    "PayPlanLinks.delete": _simply(Right.PAY_PLAN),
    "Deposits.create": _simply(Right.DEPOSIT, "DateDeposit"),
    "Deposits.update": _simply(Right.DEPOSIT, "DateDeposit"),
    "Deposits.delete": _simply(Right.DEPOSIT),
    "Userods.create": _simply(Right.MANAGE_PEOPLE),
    "Userods.update": _simply(Right.MANAGE_PEOPLE),
    "Subscriptions.create": _simply(Right.MANAGE_PEOPLE),
    "Subscriptions.update": _simply(Right.MANAGE_PEOPLE),
}
