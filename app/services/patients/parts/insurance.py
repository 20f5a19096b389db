"""A patient's insurance: the plans in order, what they still pay, and when they were verified."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import ClassVar

from msgspec import Struct

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.api.need import Need
from app.domain.insurance.figures import Covered, PlanFigures, figures
from app.domain.insurance.percentages import Percentage, percentages
from app.services.patients.parts.insurance_query import BRANCHES
from app.services.patients.parts.insurance_rows import InsuranceRows, rows_by_methods, rows_of
from app.services.patients.parts.union import UnionRows, union_query
from app.store.changes import Change
from app.store.office import Office
from app.store.patients.readers import PartReader
from app.store.queries import Questions
from app.store.topics import Part
from app.wire.resources.cov_cats import BenefitCategory, CovCat
from app.wire.resources.family_modules import FamilyInsurance
from app.wire.resources.ins_plans import InsPlan
from app.wire.resources.ins_subs import InsSub
from app.wire.resources.ins_verifies import InsVerify, VerifyTypes

_YEARS_READ = timedelta(days=366)
"""A benefit year that contains today began at most this long ago."""


class CoveredPlan(Struct, frozen=True):
    """One plan that covers the patient."""

    coverage: FamilyInsurance
    carrier_phone: str
    subscription: InsSub | None
    """When it began and ends, and its notes; None where it could not be read."""
    month_renew: int | None
    """The month in which its year begins, 0: the calendar year. None where it could not be read."""
    percentages: tuple[Percentage, ...]
    figures: PlanFigures | None
    """Estimates for today; None where the plan's year is not known."""
    benefits_verified: date | None
    eligibility_verified: date | None

    def is_active(self, day: date) -> bool:
        """Whether it covers this day, as far as its dates are known."""
        sub = self.subscription
        if sub is None:
            return True
        begun = sub.DateEffective is None or sub.DateEffective <= day
        return begun and (sub.DateTerm is None or sub.DateTerm >= day)


class PatientInsurance(Struct, frozen=True):
    """The patient's plans, primary first."""

    plans: tuple[CoveredPlan, ...] = ()
    counts_family: bool = True
    """Whether relatives' claims are counted: without a query only the patient's own are known, and the family's
    amounts are left out."""


class InsuranceReader(PartReader[PatientInsurance]):
    """One query; without Queries two requests, and up to six more a plan."""

    part: ClassVar[Part] = Part.INSURANCE
    also: ClassVar[frozenset[Part]] = frozenset({Part.ACCOUNT})

    def __init__(self, client: OpenDental, office: Office) -> None:
        super().__init__(client, office)
        self._questions = Questions(client)
        self._categories: tuple[CovCat, ...] | None = None
        self._shared: dict[int, frozenset[tuple[str, int]]] = {}
        """By patient: the subscribers, plans and carriers, which relatives and strangers have too."""

    def concerns(self, change: Change) -> Iterable[int]:
        """Also everyone with the same subscriber, plan or carrier: changing these changes theirs."""
        changed = set(super().concerns(change))
        if change.topic is None or change.topic.part is not Part.INSURANCE:
            return changed
        theirs = {each for pat_num in changed for each in self._shared.get(pat_num, ())}
        return changed | {number for number, shared in self._shared.items() if not shared.isdisjoint(theirs)}

    async def read(self, pat_num: int, need: Need) -> PatientInsurance:
        """Read it. Raises the client's ApiErrors."""
        today = self.office.clock.now().date()
        values: dict[str, int | str] = {"pat_num": int(pat_num), "since": (today - _YEARS_READ).isoformat()}
        rows = await self._questions.ask("insurance", union_query(BRANCHES, values), need)
        if rows is not None:
            found = rows_of(UnionRows(BRANCHES, rows))
            self._shared[pat_num] = _shared(found)
            return insurance_of(found, today)
        client = self.client.at(need)
        found, categories = await asyncio.gather(
            rows_by_methods(client, pat_num), self._read_categories(client)
        )
        found.categories = categories
        self._shared[pat_num] = _shared(found)
        return insurance_of(found, today, counts_family=False)

    async def _read_categories(self, client: OpenDental) -> Sequence[CovCat]:
        """The office's categories, read once; an office that has none to read has unnamed ones."""
        if self._categories is None:
            try:
                self._categories = tuple(await client.cov_cats.list())
            except ApiError:
                return ()
        return self._categories


def _shared(rows: InsuranceRows) -> frozenset[tuple[str, int]]:
    names = ("InsSubNum", "PlanNum", "CarrierNum")
    return frozenset((name, getattr(row, name)) for row in rows.coverage for name in names)


def insurance_of(rows: InsuranceRows, today: date, *, counts_family: bool = True) -> PatientInsurance:
    """The patient's insurance from its rows."""
    plans = sorted(rows.coverage, key=lambda row: (row.Ordinal, row.PatPlanNum))
    return PatientInsurance(
        tuple(_plan(each, rows, today, counts_family=counts_family) for each in plans), counts_family
    )


def _plan(coverage: FamilyInsurance, rows: InsuranceRows, today: date, *, counts_family: bool) -> CoveredPlan:
    plan = _first(row for row in rows.plans if row.PlanNum == coverage.PlanNum)
    month = plan.MonthRenew if plan is not None else None
    covered = Covered(coverage.PatNum, coverage.PatPlanNum, coverage.InsSubNum, coverage.PlanNum, month or 0)
    categories = sorted(rows.categories, key=lambda row: row.CovOrder)
    return CoveredPlan(
        coverage,
        next((row.Phone for row in rows.carriers if row.CarrierNum == coverage.CarrierNum), ""),
        next((row for row in rows.subs if row.InsSubNum == coverage.InsSubNum), None),
        month,
        percentages(covered, rows.benefits, {row.CovCatNum: row.Description for row in categories}),
        _figures(covered, rows, today, counts_family=counts_family) if month is not None else None,
        _verified(rows.verified, VerifyTypes.INSURANCE_BENEFIT, coverage.PlanNum),
        _verified(rows.verified, VerifyTypes.PATIENT_ENROLLMENT, coverage.PatPlanNum),
    )


def _figures(covered: Covered, rows: InsuranceRows, today: date, *, counts_family: bool) -> PlanFigures:
    general = frozenset(
        row.CovCatNum for row in rows.categories if row.EbenefitCat is BenefitCategory.GENERAL
    )
    found = figures(covered, rows.benefits, rows.claim_procs, today, general=general)
    if counts_family:
        return found
    return PlanFigures(
        found.year,
        found.maximum,
        deductible=found.deductible,
        used=found.used,
        pending=found.pending,
    )


def _first(rows: Iterable[InsPlan]) -> InsPlan | None:
    return next(iter(rows), None)


def _verified(rows: Iterable[InsVerify], kind: VerifyTypes, key: int) -> date | None:
    days = [row.DateLastVerified for row in rows if row.VerifyType is kind and row.FKey == key]
    return max((day for day in days if day is not None), default=None)
