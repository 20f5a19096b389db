"""Payment plans: what they cover, and the charges that become due."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

import sqlalchemy as sa

from app.domain.money.allocation import Kind, Thing
from app.domain.money.cents import ZERO, cents, total
from app.domain.money.covered import planned_amounts
from app.domain.money.dynamic import Charged, Charging, DynamicPlan, Production
from app.domain.money.installments import Terms
from app.practice.rules.ledger import families_of, link_of, read_account
from app.practice.rules.postings import LINK_NUMBERS, LINKED, fee_of
from app.practice.schema.attached import adjustment, payplancharge, payplanlink
from app.practice.schema.enums.base import PROC_STATUS
from app.practice.schema.enums.money import PAY_PLAN_CHARGE, PAY_PLAN_FREQUENCY, TP_OPTION
from app.practice.schema.money import payplan
from app.practice.schema.procedures import procedurelog
from app.practice.server.work import Row, Work
from app.wire.resources.pay_plans import PayPlanFrequency

DEBIT = PAY_PLAN_CHARGE.number("Debit")
CREDIT = PAY_PLAN_CHARGE.number("Credit")
_PLANNED = frozenset(PROC_STATUS.number(word) for word in ("TP", "TPi"))
_DELETED = PROC_STATUS.number("D")
_AT_ONCE = TP_OPTION.number("TreatAsComplete")


def production_of(work: Work, plan_num: int) -> list[Production]:
    """The items that a dynamic plan covers, in the order in which they are paid."""
    columns = payplanlink.c
    wanted = sa.select(payplanlink).where(columns.PayPlanNum == plan_num, columns.LinkType.in_(LINKED))
    links = list(work.connection.execute(wanted.order_by(columns.PayPlanLinkNum)))
    rows = {(kind, row[0]): row for kind, row in _linked_rows(work, links)}
    account = read_account(work, families_of(work, {row.PatNum for row in rows.values()}))
    heads, amounts = account.heads(), planned_amounts(map(link_of, links), account)
    found = []
    for link in links:
        thing = LINKED[link.LinkType], link.FKey
        if (row := rows.get(thing)) is None:
            continue
        amount = amounts[link.PayPlanLinkNum]
        if not amount and thing not in heads:
            amount = _planned_fee(row, thing)
        found.append(
            Production(
                link.PayPlanLinkNum, thing, amount, thing in heads, row.PatNum, row.ProvNum, row.ClinicNum
            )
        )
    return found


def _linked_rows(work: Work, links: Iterable[Row]) -> Iterator[tuple[Kind, Row]]:
    numbers = defaultdict(list)
    for link in links:
        numbers[LINKED[link.LinkType]].append(link.FKey)
    for kind, table in ((Kind.PROCEDURE, procedurelog), (Kind.ADJUSTMENT, adjustment)):
        key = next(iter(table.primary_key.columns))
        for row in work.connection.execute(sa.select(table).where(key.in_(numbers[kind]))):
            if kind is not Kind.PROCEDURE or row.ProcStatus != _DELETED:
                yield kind, row


def _planned_fee(row: Row, thing: Thing) -> Decimal:
    """What a planned item will cost; 0 for one that will not happen."""
    if thing[0] is Kind.PROCEDURE and row.ProcStatus in _PLANNED:
        return fee_of(row.ProcFee, row.UnitQty, row.BaseUnits)
    return ZERO


def terms_of(plan: Row) -> Terms:
    """The terms of a plan."""
    return Terms(
        datetime.date.fromisoformat(plan.DatePayPlanStart),
        PayPlanFrequency(PAY_PLAN_FREQUENCY.text(plan.ChargeFrequency)),
        cents(plan.PayAmt),
        Decimal(str(plan.APR)),
        datetime.date.fromisoformat(plan.DateInterestStart),
    )


def principal_of(work: Work, plan: Row) -> Decimal:
    """The principal of a plan: what a dynamic plan covers, or the sum of any other plan's charges."""
    if plan.IsDynamic:
        return total(each.amount for each in production_of(work, plan.PayPlanNum))
    charges = payplancharge.c
    wanted = sa.select(charges.Principal).where(
        charges.PayPlanNum == plan.PayPlanNum, charges.ChargeType == DEBIT
    )
    return total(cents(each) for each in work.connection.execute(wanted).scalars())


def plans_of_family(work: Work, family: Iterable[int]) -> list[Row]:
    """The open plans that these patients pay, or that cover their treatment, oldest first."""
    members = tuple(family)
    columns = payplan.c
    wanted = sa.select(payplan).where(
        sa.or_(columns.PatNum.in_(members), columns.Guarantor.in_(members)),
        columns.IsClosed == 0,
        columns.PlanNum == 0,
    )
    return list(work.connection.execute(wanted.order_by(columns.PayPlanDate, columns.PayPlanNum)))


class PlanCharges:
    """Writes the charges of one dynamic plan."""

    def __init__(self, work: Work, plan: Row) -> None:
        self._work = work
        self._plan = plan
        self.production = production_of(work, plan.PayPlanNum)
        self._rules = Charging(dynamic_plan(plan), self.production, _charged(work, plan.PayPlanNum))
        self.made: list[int] = []
        """The charges that were written."""
        self.touched: set[int] = {plan.PatNum, plan.Guarantor}
        """The patients whose accounts changed with them."""

    def charged(self, each: Production) -> Decimal:
        """The principal already charged for an item."""
        return self._rules.charged(each)

    def issue(self) -> None:
        """Write the down payment and whatever became due since the last charge."""
        self._rules.issue(self._work.today)
        self._write("")

    def close(self) -> None:
        """Make the rest of what was completed due today."""
        self._rules.close(self._work.today)
        self._write("Close Out Charge")

    def _write(self, note: str) -> None:
        for each in self._rules.made[len(self.made) :]:
            item = each.production
            key = self._work.insert(
                payplancharge,
                {
                    "PayPlanNum": self._plan.PayPlanNum, "Guarantor": self._plan.Guarantor,
                    "PatNum": item.patient, "ChargeDate": each.day, "Principal": float(each.principal),
                    "Interest": float(each.interest), "Note": "Down Payment" if each.down else note,
                    "ProvNum": item.provider, "ClinicNum": item.clinic, "ChargeType": DEBIT,
                    "FKey": item.thing[1], "LinkType": LINK_NUMBERS[item.thing[0]],
                    "SecDateTEntry": self._work.now, "SecDateTEdit": self._work.now,
                    "IsDownPayment": int(each.down),
                },
            )  # fmt: skip
            self.made.append(key)


def dynamic_plan(plan: Row) -> DynamicPlan:
    """A plan's row as the rules know it."""
    return DynamicPlan(
        plan.PayPlanNum,
        plan.PatNum,
        plan.Guarantor,
        datetime.date.fromisoformat(plan.PayPlanDate),
        terms_of(plan),
        cents(plan.DownPayment),
        plan.DynamicPayPlanTPOption == _AT_ONCE,
    )


def _charged(work: Work, plan_num: int) -> Iterator[Charged]:
    wanted = sa.select(payplancharge).where(payplancharge.c.PayPlanNum == plan_num)
    for row in work.connection.execute(wanted):
        thing = LINKED.get(row.LinkType, Kind.PROCEDURE), row.FKey
        day = datetime.date.fromisoformat(row.ChargeDate)
        yield Charged(thing, cents(row.Principal), day, bool(row.IsDownPayment))
