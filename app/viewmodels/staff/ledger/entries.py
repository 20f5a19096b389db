"""The ledger's rows from the lines of an account: a payment is one row, whatever it was split on."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from decimal import Decimal

from app.core.text import Words, join, msg
from app.domain.money.allocation import Kind
from app.domain.money.cents import ZERO, total
from app.services.money.account.records import AccountLine, FamilyAccount
from app.viewmodels.staff.ledger.members import short_names
from app.viewmodels.staff.ledger.rows import Group, LedgerRow
from app.viewmodels.tables.column import money_text

GROUPS = {
    Kind.PROCEDURE: Group.PROCEDURES,
    Kind.ADJUSTMENT: Group.ADJUSTMENTS,
    Kind.SPLIT: Group.PAYMENTS,
    Kind.INSURANCE: Group.INSURANCE,
    Kind.WRITE_OFF: Group.INSURANCE,
    Kind.PLAN_CHARGE: Group.PLANS,
    Kind.PLAN_CREDIT: Group.PLANS,
}
PAYMENT, CLAIM = "payment", "claim"  # words: keys
SPLIT = msg("(split)")
INSURANCE = frozenset({Kind.INSURANCE, Kind.WRITE_OFF})


def ledger_rows(value: FamilyAccount, pat_num: int | None) -> list[LedgerRow]:
    """The rows of one patient, or of the whole family (None), oldest first, each with the balance after it.

    While older entries are missing, one patient's balance isn't known.
    """
    names = short_names(value)
    whole = {each.pay_num: each.amount for each in value.payments}
    groups: dict[Hashable, list[AccountLine]] = {}
    for line in value.lines:
        if pat_num is None or line.pat_num == pat_num:
            groups.setdefault(_key(line), []).append(line)
    balance = value.opening
    known = value.complete or pat_num is None
    rows = []
    for key, lines in groups.items():
        first = lines[0]
        amount = first.charge - first.credit if len(lines) == 1 else _sum(lines)
        balance += amount
        rows.append(
            LedgerRow(
                key=key,
                group=GROUPS[first.kind],
                day=first.day,
                pat_num=first.pat_num,
                member=names.get(first.pat_num, "") if _is_of_one(lines) else "",
                code=first.code,
                what=_words(lines, amount, whole),
                tooth=first.tooth,
                amount=amount,
                balance=balance if known else None,
                owed=first.owed or ZERO,
                things=tuple([each.thing for each in lines]),
                pay_num=first.pay_num,
            )
        )
    return rows


def _key(line: AccountLine) -> Hashable:
    """Rows of a payment, or of a claim, of one day belong together."""
    if line.pay_num:
        return PAYMENT, line.pay_num, line.day
    if line.claim_num and line.kind in INSURANCE:
        return CLAIM, line.claim_num, line.day
    return line.kind, line.num, line.plan_num  # a plan's credits are numbered twice: by link, and by charge


def _is_of_one(lines: Sequence[AccountLine]) -> bool:
    return len(lines) == 1 or len({each.pat_num for each in lines}) == 1


def _words(lines: Sequence[AccountLine], amount: Decimal, whole: Mapping[int, Decimal]) -> Words:
    """What the entries say; of a payment that is split, and of insurance how much was written off."""
    first = lines[0]
    if first.pay_num:
        is_part = len(lines) > 1 or whole.get(first.pay_num, -amount) != -amount
        return join([first.description, SPLIT]) if is_part else first.description
    if len(lines) > 1:
        paid = _sum(each for each in lines if each.kind is Kind.INSURANCE)
        off = _sum(each for each in lines if each.kind is Kind.WRITE_OFF)
        if paid and off:
            return msg(
                "Insurance payment {paid}, write-off {off}", paid=money_text(-paid), off=money_text(-off)
            )
    return first.description


def _sum(lines: Iterable[AccountLine]) -> Decimal:
    return total(each.charge - each.credit for each in lines)
