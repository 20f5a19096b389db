"""The Discount plan tab: what remains of it, and when it expires."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct

from app.core.text import Words, msg
from app.domain.money.cents import ZERO, cents, total
from app.services.money.account.records import FamilyAccount
from app.services.money.ledger.filings import Discount, Filings
from app.store.patients.parts import Unread
from app.viewmodels.staff.ledger.details import LedgerDetails
from app.viewmodels.staff.ledger.lists import LedgerList
from app.viewmodels.staff.ledger.members import short_names
from app.viewmodels.tables.column import Column, date_text, money_text
from app.viewmodels.tables.column import Kind as Shown
from app.viewmodels.translation import tr
from app.wire.resources.adjustments import Adjustment


class DiscountRow(Struct, frozen=True):
    """One member's discount plan."""

    key: int
    discount: Discount
    member: str
    today: date
    used: Decimal
    """Discounted in the current year of the plan."""

    @property
    def most(self) -> Decimal | None:
        """The most that is discounted in a year; None: no limit."""
        plan = self.discount.plan
        return cents(plan.AnnualMax) if plan is not None and plan.AnnualMax >= 0 else None

    @property
    def left(self) -> Decimal | None:
        """What remains of it; None: no limit."""
        return max(self.most - self.used, ZERO) if self.most is not None else None

    @property
    def state(self) -> Words:
        """In a word."""
        sub = self.discount.sub
        if sub.DateTerm is not None and sub.DateTerm < self.today:
            return msg("Expired")
        if sub.DateEffective is not None and sub.DateEffective > self.today:
            return msg("Not started")
        return msg("Used up") if self.left == ZERO else msg("Active")


def year_start(effective: date | None, today: date) -> date:
    """The first day of the plan's current year: the anniversary of its start, else January 1."""
    if effective is None:
        return today.replace(month=1, day=1)
    month, day = effective.month, min(effective.day, 28) if effective.month == 2 else effective.day
    this_year = today.replace(month=month, day=day)
    return this_year if this_year <= today else this_year.replace(year=today.year - 1)


def used_of(discount: Discount, adjustments: tuple[Adjustment, ...], today: date) -> Decimal:
    """What was discounted since the plan's current year began."""
    if discount.plan is None:
        return ZERO
    first = year_start(discount.sub.DateEffective, today)
    return -total(
        cents(row.AdjAmt)
        for row in adjustments
        if row.PatNum == discount.sub.PatNum
        and row.AdjType == discount.plan.DefNum
        and first <= (row.AdjDate or date.min) <= today
    )


def _tone(row: DiscountRow) -> str:
    ended = row.discount.sub.DateTerm is not None and row.discount.sub.DateTerm < row.today
    return "alert" if ended or row.left == ZERO else "good"  # words: colors


class DiscountsList(LedgerList):
    """The discount plans of the patient or the family."""

    id = "discounts"
    word = msg("Discount plan")
    empty = msg("No discount plan.")
    columns = (
        Column(id="member", title=msg("Member"), value=lambda row: row.member, width=8, optional=False),
        Column(
            id="plan",
            title=msg("Plan"),
            value=lambda row: row.discount.plan.Description if row.discount.plan is not None else "",
            width=16,
            share=1,
        ),
        Column(
            id="state",
            title=msg("Status"),
            value=lambda row: row.state,
            kind=Shown.STATUS,
            width=9,
            tone=_tone,
        ),
        Column(
            id="since",
            title=msg("Since"),
            value=lambda row: row.discount.sub.DateEffective,
            kind=Shown.DATE,
            width=11,
        ),
        Column(
            id="until",
            title=msg("Expires"),
            value=lambda row: row.discount.sub.DateTerm,
            kind=Shown.DATE,
            width=11,
        ),
        Column(id="used", title=msg("Used"), value=lambda row: row.used, kind=Shown.MONEY, width=9),
        Column(id="left", title=msg("Left"), value=lambda row: row.left, kind=Shown.MONEY, width=9),
    )

    def fill(self, account: FamilyAccount, filings: Filings | None, whose: int | None) -> None:
        """Show the plans."""
        group = filings.discounts if filings is not None else Unread(reading=True)
        names, today = short_names(account), account.account.today

        def rows(found: tuple[Discount, ...]) -> list[DiscountRow]:
            return [
                DiscountRow(
                    each.sub.DiscountSubNum,
                    each,
                    names.get(each.sub.PatNum, ""),
                    today,
                    used_of(each, account.rows.adjustments, today),
                )
                for each in found
                if whose is None or each.sub.PatNum == whose
            ]

        self.badge = str(len(rows(group))) if isinstance(group, tuple) and rows(group) else ""
        self.show_group(group, rows)

    def describe(self, row: DiscountRow) -> LedgerDetails:
        """The plan with its limits."""
        sub, plan = row.discount.sub, row.discount.plan
        if plan is None:
            return LedgerDetails(tr("Discount plan"), ((tr("Member"), row.member),))
        limits = (
            (tr("Exams"), plan.ExamFreqLimit),
            (tr("Limited exams"), plan.LimitedExamFreqLimit),
            (tr("Cleanings"), plan.ProphyFreqLimit),
            (tr("Fluoride"), plan.FluorideFreqLimit),
            (tr("Perio"), plan.PerioFreqLimit),
            (tr("X-rays"), plan.XrayFreqLimit),
            (tr("Periapicals"), plan.PAFreqLimit),
        )
        facts = (
            (tr("Member"), row.member),
            (tr("Since"), date_text(sub.DateEffective) if sub.DateEffective else ""),
            (tr("Expires"), date_text(sub.DateTerm) if sub.DateTerm else tr("Never", "expires")),
            (tr("Year since"), date_text(year_start(sub.DateEffective, row.today))),
            (tr("Limit"), money_text(row.most) if row.most is not None else tr("None", "limit")),
            (tr("Used"), money_text(row.used)),
            (tr("Left"), money_text(row.left) if row.left is not None else ""),
            *((name, tr("{n} a year", n=limit)) for name, limit in limits if limit >= 0),
            (tr("Note"), (sub.SubNote or plan.PlanNote).strip()),
        )
        return LedgerDetails(plan.Description, tuple(each for each in facts if each[1]))
