"""What single calls demand of the person at the desk, as far as the call itself shows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from app.domain.people.rights import Demand, Right
from app.wire.resources.procedure_logs import ProcedureStatus

Arguments = Mapping[str, Any]
WritesOff = Callable[[int], bool]
"""Whether an adjustment type, by its DefNum, writes off a debt."""
Demands = Callable[[Arguments, date, WritesOff], list[Demand]]
"""The rights that a call with these arguments needs today."""

ANY = Decimal("Infinity")
"""An amount that the call doesn't show, and that no screen of a desk sends: only a right without a limit covers it."""

_PLAIN = re.compile(r"[\s(]*select\b", re.IGNORECASE)
_NOT_PLAIN = re.compile(r";|\b(?:into|load_file|sleep|benchmark|get_lock)\b|/\*", re.IGNORECASE)


def payment(arguments: Arguments, today: date, _: WritesOff) -> list[Demand]:
    """To take a payment; a negative one is a refund."""
    amount = Decimal(arguments["PayAmt"])
    right = Right.REFUND if amount < 0 else Right.PAYMENT
    return _dated(right, abs(amount), arguments.get("PayDate"), today)


def adjustment(arguments: Arguments, today: date, writes_off: WritesOff) -> list[Demand]:
    """To post one, or to write off."""
    adj_type, amount = int(arguments["AdjType"]), abs(Decimal(arguments["AdjAmt"]))
    right = Right.WRITE_OFF if writes_off(adj_type) else Right.ADJUSTMENT
    return _dated(right, amount, arguments.get("AdjDate"), today, adj_type)


def changed_adjustment(arguments: Arguments, today: date, _: WritesOff) -> list[Demand]:
    """What it was before, the call doesn't show: it may be of any amount, and one that writes off a debt."""
    adj_type = int(arguments.get("AdjType") or 0)
    dated = _dated(Right.ADJUSTMENT, ANY, arguments.get("AdjDate"), today, adj_type)
    return [*dated, Demand(Right.WRITE_OFF, ANY, adj_type)]


def plan(arguments: Arguments, today: date, _: WritesOff) -> list[Demand]:
    """To make a payment plan over an amount, or over what is owed."""
    amount = arguments.get("principalAmount")
    amount = ANY if amount is None else abs(Decimal(amount))
    return _dated(Right.PAY_PLAN, amount, arguments.get("PayPlanDate"), today)


def insurance_payment(arguments: Arguments, today: date, _: WritesOff) -> list[Demand]:
    """To enter what insurance paid, or took back."""
    amount = Decimal(arguments["CheckAmt"])
    right = Right.REFUND if amount < 0 else Right.PAYMENT
    return _dated(right, abs(amount), arguments.get("CheckDate"), today)


def claim_proc(arguments: Arguments, _: date, __: WritesOff) -> list[Demand]:
    """To change what insurance paid for a procedure, or take it back, and what is written off; remarks are free."""
    written_off = ("WriteOff", "WriteOffEstOverride")
    remarks = ("ClaimProcNum", "Remarks", "ProvNum", "CodeSent", *written_off)
    given = {name for name, value in arguments.items() if value is not None}
    paid = taken_back(arguments, _, __) if given.difference(remarks) else []
    return [*paid, *([Demand(Right.WRITE_OFF, ANY)] if given.intersection(written_off) else [])]


def taken_back(_: Arguments, __: date, ___: WritesOff) -> list[Demand]:
    """To change or remove a payment of any amount: as a new payment, and as a refund of the old one."""
    return [Demand(Right.PAYMENT, ANY), Demand(Right.REFUND, ANY)]


def priced(*names: str) -> Demands:
    """To set any of these, which change what is owed. What it was before, the call doesn't show."""

    def build(arguments: Arguments, _: date, __: WritesOff) -> list[Demand]:
        given = any(arguments.get(name) is not None for name in names)
        return [Demand(Right.ADJUSTMENT, ANY)] if given else []

    return build


def procedure(arguments: Arguments, today: date, writes_off: WritesOff) -> list[Demand]:
    """To add one with a price, or one that is not just planned: a completed one is owed at once."""
    planned = arguments.get("ProcStatus") in (None, ProcedureStatus.TREATMENT_PLANNED)
    return (
        priced("Discount", "ProcFee")(arguments, today, writes_off)
        if planned
        else [Demand(Right.ADJUSTMENT, ANY)]
    )


def allocation(arguments: Arguments, today: date, _: WritesOff) -> list[Demand]:
    """To say what a payment pays."""
    parts = [
        *(arguments.get("procNumsAndAmounts") or ()),
        *(arguments.get("payPlanChargeNumsAndAmounts") or ()),
    ]
    return [Demand(Right.PAYMENT, sum((abs(Decimal(each.Amount)) for each in parts), Decimal(0)))]


def query(arguments: Arguments, _: date, __: WritesOff) -> list[Demand]:
    """Nothing for one SELECT, which reads as any other call does. Open Dental screens it too."""
    text = str(arguments["SqlCommand"])
    is_plain = _PLAIN.match(text) is not None and _NOT_PLAIN.search(text) is None
    return [] if is_plain else [Demand(Right.MANAGE_PEOPLE)]


def simply(right: Right, day: str = "", amount: Decimal | None = None) -> Demands:
    """This right. `amount` None: the desk knows it and asks for it, and the call has none."""

    def build(arguments: Arguments, today: date, _: WritesOff) -> list[Demand]:
        return _dated(right, amount, arguments.get(day) if day else None, today)

    return build


def _dated(
    right: Right, amount: Decimal | None, day: date | None, today: date, adj_type: int = 0
) -> list[Demand]:
    day = day.date() if isinstance(day, datetime) else day
    back = max((today - day).days, 0) if day is not None else 0
    rights: Sequence[Right] = (right, Right.BACK_DATE) if back else (right,)
    return [Demand(each, amount, adj_type, back) for each in rights]
