"""The ledger's rows from the lines of an account: a payment is one row, whatever it was split on."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from decimal import Decimal
from itertools import accumulate

from msgspec.structs import replace

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
INSURANCE = frozenset({Kind.INSURANCE, Kind.WRITE_OFF})


def ledger_rows(value: FamilyAccount, pat_num: int | None) -> list[LedgerRow]:
    """The rows of one patient, or of the whole family (None), oldest first, each with the balance after it."""
    names = short_names(value)
    lines = [each for each in value.lines if pat_num is None or each.pat_num == pat_num]
    rows = list(_grouped(lines, names, {each.pay_num: each.amount for each in value.payments}))
    if not value.complete and pat_num is not None:
        return [replace(row, balance=None) for row in rows]  # what is still missing may change it
    opening = ZERO if value.complete else value.opening
    balances = accumulate((row.amount for row in rows), initial=opening)
    next(balances)
    return [replace(row, balance=balance) for row, balance in zip(rows, balances, strict=True)]


def _grouped(
    lines: Iterable[AccountLine], names: Mapping[int, str], whole: Mapping[int, Decimal]
) -> Iterable[LedgerRow]:
    """A row for each line; one for a payment's splits of a day, and one for what insurance did for a claim on a day."""
    groups: dict[Hashable, list[AccountLine]] = {}
    for line in lines:
        groups.setdefault(_key(line), []).append(line)
    for key, found in groups.items():
        first = found[0]
        if first.kind is Kind.SPLIT:
            yield _payment(key, found, names, whole)
        elif first.kind in INSURANCE:
            yield _insurance(key, found, names)
        else:
            yield _row(key, first, names)


def _key(line: AccountLine) -> Hashable:
    """Rows of a payment, or of a claim, of one day belong together."""
    if line.kind is Kind.SPLIT and line.pay_num:
        return PAYMENT, line.pay_num, line.day
    if line.kind in INSURANCE and line.claim_num:
        return CLAIM, line.claim_num, line.day
    return line.kind, line.num, line.plan_num  # a plan's credits are numbered twice: by link, and by charge


def _row(key: Hashable, line: AccountLine, names: Mapping[int, str]) -> LedgerRow:
    return LedgerRow(
        key=key,
        group=GROUPS[line.kind],
        day=line.day,
        pat_num=line.pat_num,
        member=names.get(line.pat_num, ""),
        code=line.code,
        what=line.description,
        tooth=line.tooth,
        amount=line.charge - line.credit,
        owed=line.owed or ZERO,
        things=(line.thing,),
        line=line,
    )


def _payment(
    key: Hashable, splits: list[AccountLine], names: Mapping[int, str], whole: Mapping[int, Decimal]
) -> LedgerRow:
    first = splits[0]
    row = _row(key, first, names)
    amount = _sum(splits)
    is_part = len(splits) > 1 or whole.get(first.pay_num, -amount) != -amount
    return replace(
        row,
        member=row.member if len({each.pat_num for each in splits}) == 1 else "",
        what=join([first.description, msg("(split)")]) if is_part else first.description,
        amount=amount,
        owed=ZERO,
        things=tuple(each.thing for each in splits),
        pay_num=first.pay_num,
    )


def _insurance(key: Hashable, lines: list[AccountLine], names: Mapping[int, str]) -> LedgerRow:
    row = _row(key, lines[0], names)
    if len(lines) == 1:
        return row
    paid = _sum(each for each in lines if each.kind is Kind.INSURANCE)
    written_off = _sum(each for each in lines if each.kind is Kind.WRITE_OFF)
    what: Words = lines[0].description
    if paid and written_off:
        what = msg(
            "Insurance payment {paid}, write-off {off}", paid=money_text(-paid), off=money_text(-written_off)
        )
    return replace(
        row, what=what, amount=paid + written_off, owed=ZERO, things=tuple(each.thing for each in lines)
    )


def _sum(lines: Iterable[AccountLine]) -> Decimal:
    return total(each.charge - each.credit for each in lines)
