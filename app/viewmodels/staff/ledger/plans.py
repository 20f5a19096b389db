"""The Payment plans tab: what is due next, and what is overdue."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct

from app.core.text import Text, Words, msg
from app.domain.money.allocation import Kind
from app.domain.money.cents import cents
from app.services.money.account.records import FamilyAccount
from app.services.money.account.rows import ChargeRow
from app.services.money.ledger.filings import Filings
from app.services.money.ledger.plans import PlanStatus, plan_statuses
from app.viewmodels.amounts import percent_text
from app.viewmodels.staff.ledger.details import DetailPart, LedgerDetails
from app.viewmodels.staff.ledger.lists import LedgerList
from app.viewmodels.staff.ledger.members import short_names
from app.viewmodels.tables.column import Column, date_text, money_text
from app.viewmodels.tables.column import Kind as Shown
from app.viewmodels.translation import tr
from app.wire.resources.pay_plans import PayPlanFrequency

FREQUENCY_WORDS: dict[str, Text] = {
    PayPlanFrequency.WEEKLY.value: msg("weekly"),
    PayPlanFrequency.EVERY_OTHER_WEEK.value: msg("every other week"),
    PayPlanFrequency.MONTHLY.value: msg("monthly"),
    PayPlanFrequency.ORDINAL_WEEKDAY.value: msg("monthly"),
    PayPlanFrequency.QUARTERLY.value: msg("quarterly"),
}
MOST_CHARGES = 12


class PlanRow(Struct, frozen=True):
    """One plan."""

    key: int
    status: PlanStatus
    member: str
    guarantor: str
    today: date

    @property
    def next_day(self) -> date | None:
        """When the next installment is due."""
        return self.status.following.day if self.status.following is not None else None

    @property
    def next_amount(self) -> Decimal | None:
        """The next installment with its interest."""
        following = self.status.following
        return following.principal + following.interest if following is not None else None

    @property
    def state(self) -> Words:
        """In a word."""
        if self.status.overdue:
            return msg("Overdue")
        return (
            msg("Closed")
            if self.status.plan.IsClosed
            else msg("Paid off")
            if not self.status.left
            else msg("On time")
        )


def _tone(row: PlanRow) -> str:
    return "alert" if row.status.overdue else ""  # words: a color


class PlansList(LedgerList):
    """The payment plans of the patient or the family, the open ones first."""

    id = "plans"
    word = msg("Payment plans")
    empty = msg("No payment plans.")
    columns = (
        Column(
            id="started",
            title=msg("Started"),
            value=lambda row: row.status.plan.PayPlanDate,
            kind=Shown.DATE,
            width=11,
            optional=False,
        ),
        Column(id="member", title=msg("Member"), value=lambda row: row.member, width=8, share=1),
        Column(id="guarantor", title=msg("Guarantor"), value=lambda row: row.guarantor, width=8, hidden=True),
        Column(
            id="state",
            title=msg("Status"),
            value=lambda row: row.state,
            kind=Shown.STATUS,
            width=8,
            tone=_tone,
        ),
        Column(id="next", title=msg("Next due"), value=lambda row: row.next_day, kind=Shown.DATE, width=11),
        Column(
            id="amount", title=msg("Amount"), value=lambda row: row.next_amount, kind=Shown.MONEY, width=8
        ),
        Column(
            id="overdue",
            title=msg("Overdue"),
            value=lambda row: row.status.overdue or None,
            kind=Shown.MONEY,
            width=8,
            tone=_tone,
        ),
        Column(id="paid", title=msg("Paid"), value=lambda row: row.status.paid, kind=Shown.MONEY, width=9),
        Column(id="left", title=msg("Left"), value=lambda row: row.status.left, kind=Shown.MONEY, width=9),
    )

    def fill(self, account: FamilyAccount, filings: Filings | None, whose: int | None) -> None:
        """Show the plans, and count the open ones."""
        names, today = short_names(account), account.account.today
        rows = [
            PlanRow(
                each.plan.PayPlanNum,
                each,
                names.get(each.plan.PatNum, ""),
                names.get(each.plan.Guarantor, ""),
                today,
            )
            for each in plan_statuses(account)
            if whose is None or whose in (each.plan.PatNum, each.plan.Guarantor)
        ]
        is_open = sum(bool(each.status.left) and not each.status.plan.IsClosed for each in rows)
        self.is_urgent = any(each.status.overdue for each in rows)
        self.badge = str(is_open) if is_open else ""
        self.show_rows(rows)

    def describe(self, row: PlanRow) -> LedgerDetails:
        """The plan with its charges."""
        status, plan = row.status, row.status.plan
        frequency = FREQUENCY_WORDS.get(plan.ChargeFrequency.value, msg("monthly"))
        facts = (
            (tr("Member"), row.member),
            (tr("Guarantor"), row.guarantor if row.guarantor != row.member else ""),
            (tr("Started"), date_text(plan.PayPlanDate) if plan.PayPlanDate else ""),
            (
                tr("Terms"),
                tr("{amount} {frequency}", amount=money_text(cents(plan.PayAmt)), frequency=frequency)
                if plan.PayAmt
                else "",
            ),
            (
                tr("Interest"),
                tr("{percent} a year", percent=percent_text(plan.APR))
                if plan.APR
                else tr("None", "interest"),
            ),
            (tr("Next due"), _next_words(row)),
            (tr("Due so far"), money_text(status.due)),
            (tr("Paid"), money_text(status.paid)),
            (tr("Overdue"), money_text(status.overdue) if status.overdue else ""),
            (tr("Left"), money_text(status.left)),
            (tr("Note"), plan.Note.strip()),
        )
        return LedgerDetails(
            tr("Dynamic payment plan") if plan.IsDynamic else tr("Payment plan"),
            tuple(each for each in facts if each[1]),
            tr("Charges") if status.charges else "",
            tuple(_charge(each, row.today) for each in _around(status.charges, row.today)),
        )


def _next_words(row: PlanRow) -> str:
    """Dec 5, 2026: 82.67; empty: nothing is due any more."""
    if row.next_day is None or row.next_amount is None:
        return ""
    return f"{date_text(row.next_day)}: {money_text(row.next_amount)}"


def _around(charges: tuple[ChargeRow, ...], today: date) -> tuple[ChargeRow, ...]:
    """The charges around today, if there are many."""
    past = sum((each.ChargeDate or date.min) <= today for each in charges)
    first = max(min(past - MOST_CHARGES // 2, len(charges) - MOST_CHARGES), 0)
    return charges[first : first + MOST_CHARGES]


def _charge(row: ChargeRow, today: date) -> DetailPart:
    day = row.ChargeDate or date.min
    is_due = day <= today
    words = date_text(day) if is_due else tr("Due {day}", day=date_text(day))
    key = (Kind.PLAN_CHARGE, row.PayPlanChargeNum, row.PayPlanNum) if is_due else None
    return DetailPart(words, money_text(cents(row.Principal) + cents(row.Interest)), key)
