"""A patient's plans as they are shown: a card each, with a small table of estimates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import groupby

from msgspec import Struct

from app.core.text import Text, msg
from app.domain.insurance.figures import Allowance, PlanFigures
from app.domain.insurance.percentages import Percentage
from app.domain.money.cents import ZERO
from app.domain.people.phones import call_link, phone_text
from app.services.patients.parts.insurance import CoveredPlan
from app.viewmodels.amounts import amount, percent_text
from app.viewmodels.tables.column import date_text
from app.viewmodels.translation import tr, typed
from app.wire.resources.claims import Relat

ORDERS = (
    msg("Primary"),
    msg("Secondary"),
    msg("Third"),
    msg("Fourth"),
    msg("Fifth"),
)
RELATIONSHIPS: dict[Relat, Text] = {
    Relat.SELF: msg("Self"),
    Relat.SPOUSE: msg("Spouse"),
    Relat.CHILD: msg("Child"),
    Relat.EMPLOYEE: msg("Employee"),
    Relat.HANDICAP_DEP: msg("Handicapped dependent"),
    Relat.SIGNIF_OTHER: msg("Significant other"),
    Relat.INJURED_PLAINTIFF: msg("Injured plaintiff"),
    Relat.LIFE_PARTNER: msg("Life partner"),
    Relat.DEPENDENT: msg("Dependent"),
}
NO_BREAK = "\u00a0"


class FigureRow(Struct, frozen=True):
    """One yearly amount: limit, used, pending and what is left, ready to be shown. `tone` is that of what is left."""

    label: str
    limit: str
    used: str
    pending: str
    left: str
    tone: str = ""

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        parts = (
            tr("{label}: {limit}", label=self.label, limit=self.limit),
            tr("used {amount}", amount=self.used),
            tr("pending {amount}", amount=self.pending) if self.pending else "",
            tr("remaining {amount}", amount=self.left) if self.left else "",
        )
        return ", ".join(part for part in parts if part)


class VerifiedLine(Struct, frozen=True):
    """When something was verified. `seen` is the date as it was read; `is_today`: there is nothing left to verify."""

    label: str
    words: str
    seen: date | None
    is_today: bool


class PlanCard(Struct, frozen=True, kw_only=True):
    """One plan, ready to be shown."""

    pat_plan_num: int
    ordinal: int
    order: str
    """Primary, Secondary, …"""
    carrier: str
    phone: str
    call: str
    """The phone as a tel: link."""
    group: str
    """Group name and number."""
    holder: str
    """Subscriber, relationship and ID."""
    state: str = ""
    """That it has ended, hasn't begun, or is pending; empty: it is active."""
    figures: tuple[FigureRow, ...] = ()
    figures_note: str = ""
    """For which year the figures are, or why there are none."""
    shares: tuple[tuple[str, str], ...] = ()
    """Percentages with their categories, highest first."""
    benefits: VerifiedLine
    eligibility: VerifiedLine
    note: str = ""
    """The plan's and the subscriber's notes."""

    @property
    def name(self) -> str:
        """The plan in a sentence: Primary, Delta Dental."""
        return f"{self.order}, {self.carrier}"


def plan_card(plan: CoveredPlan, place: int, pat_num: int, today: date) -> PlanCard:
    """The card of the plan at a place in the patient's order, from 0."""
    row, sub = plan.coverage, plan.subscription
    notes = (row.PlanNote.strip(), (sub.SubscNote if sub is not None else row.SubscNote).strip())
    return PlanCard(
        pat_plan_num=row.PatPlanNum,
        ordinal=row.Ordinal,
        order=order_words(place),
        carrier=row.CarrierName.strip() or tr("Unknown carrier"),
        phone=phone_text(plan.carrier_phone),
        call=call_link(plan.carrier_phone),
        group=" · ".join(dict.fromkeys(filter(None, (row.GroupName.strip(), row.GroupNum.strip())))),
        holder=_holder(plan, pat_num),
        state=_state(plan, today),
        figures=_figures(plan.figures) if plan.figures is not None else (),
        figures_note=_figures_note(plan.figures, plan.month_renew),
        shares=tuple(_shares(plan.percentages)),
        benefits=_verified(tr("Benefits"), plan.benefits_verified, today),
        eligibility=_verified(tr("Eligibility"), plan.eligibility_verified, today),
        note="\n".join(filter(None, notes)),
    )


def order_words(place: int) -> str:
    """The name of a place in the patient's order, from 0."""
    if place < len(ORDERS):
        return tr(ORDERS[place])
    #: the place of an insurance in the patient's order
    return tr("{n}th", n=place + 1)


def _holder(plan: CoveredPlan, pat_num: int) -> str:
    row = plan.coverage
    words = RELATIONSHIPS.get(row.Relationship)
    relation = tr(words) if words is not None else str(row.Relationship)
    own = row.Subscriber == pat_num
    who = relation if own and row.Relationship is Relat.SELF else f"{relation} · {row.subscriber.strip()}"
    number = row.SubscriberID.strip()
    return " · ".join(
        filter(None, (who, tr("ID {number}", number=number).replace(" ", NO_BREAK) if number else ""))
    )


def _state(plan: CoveredPlan, today: date) -> str:
    sub = plan.subscription
    if sub is not None and sub.DateTerm is not None and sub.DateTerm < today:
        return tr("Ended {day}", day=date_text(sub.DateTerm))
    if sub is not None and sub.DateEffective is not None and sub.DateEffective > today:
        return tr("Starts {day}", day=date_text(sub.DateEffective))
    return tr("Pending", "an insurance that is not confirmed") if plan.coverage.IsPending else ""


def _figures(found: PlanFigures) -> tuple[FigureRow, ...]:
    rows = [
        _row(tr("Annual maximum"), found.maximum, found.remaining)
        if found.maximum is not None
        else FigureRow(
            tr("Annual maximum"), tr("None", "no limit"), amount(found.used), amount(found.pending), ""
        )
    ]
    if found.family_maximum is not None:
        rows.append(_row(tr("Family maximum"), found.family_maximum, found.family_maximum.remaining))
    if found.deductible is not None and found.deductible.limit:
        rows.append(_deductible(tr("Deductible"), found.deductible, found.deductible_remaining))
    if found.family_deductible is not None and found.family_deductible.limit:
        family = found.family_deductible
        rows.append(_deductible(tr("Family deductible"), family, family.remaining))
    return tuple(rows)


def _row(label: str, allowance: Allowance, left: Decimal | None) -> FigureRow:
    return FigureRow(
        label,
        amount(allowance.limit),
        amount(allowance.used),
        amount(allowance.pending),
        amount(left or ZERO),
        "" if left else "money",
    )


def _deductible(label: str, allowance: Allowance, left: Decimal | None) -> FigureRow:
    """A deductible has nothing pending: claims that are not answered yet have not been applied to it."""
    return FigureRow(label, amount(allowance.limit), amount(allowance.used), "", amount(left or ZERO))


def _figures_note(found: PlanFigures | None, month_renew: int | None) -> str:
    if found is None:
        return tr("The plan's benefit year can't be read, so there is no estimate.")
    if not month_renew:
        return tr("Estimate for {year}", year=str(found.year.first.year))
    return tr("Estimate for the benefit year from {day}", day=date_text(found.year.first))


def _shares(found: Iterable[Percentage]) -> Iterable[tuple[str, str]]:
    named = [each for each in found if each.category or not each.cov_cat_num]
    for percent, group in groupby(sorted(named, key=lambda each: -each.percent), lambda each: each.percent):
        names = [typed(each.category) or tr("Everything else") for each in group]
        yield percent_text(percent), ", ".join(names)


def _verified(label: str, day: date | None, today: date) -> VerifiedLine:
    if day is None:
        return VerifiedLine(label, tr("never verified"), None, is_today=False)
    if day == today:
        return VerifiedLine(label, tr("verified today"), day, is_today=True)
    return VerifiedLine(label, tr("verified {day}", day=date_text(day)), day, is_today=False)
