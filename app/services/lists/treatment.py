"""Planned treatment that is on no scheduled appointment, of all patients: only queries can tell."""

# words: columns and tables of the database
from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace

from app.api.need import Need
from app.domain.insurance.years import benefit_year
from app.domain.lists.treatment import BenefitsLeft, PlannedTreatment
from app.domain.money.cents import ZERO, cents
from app.services.lists.contacts import MODE_NUMBERS, PATIENTS, TRIED
from app.services.lists.queries import ACTIVE, NEVER, PEOPLE
from app.store.office import Office
from app.store.queries import Questions, known_of_query
from app.wire.query_rows import day, money, number, text

PLANNED, ESTIMATES = 1, "6, 8"
"""Numbers of `procedurelog.ProcStatus` and `claimproc.Status` in the database: estimates also of capitation."""
_UNBOOKED = (
    f"p.ProcStatus = {PLANNED} AND COALESCE(a.AptStatus, 0) NOT IN (1, 4)"  # on no scheduled appointment
)
_PROCEDURES = "procedurelog AS p LEFT JOIN appointment AS a ON a.AptNum = p.AptNum"
_UNITS = "CASE WHEN p.UnitQty + p.BaseUnits > 1 THEN p.UnitQty + p.BaseUnits ELSE 1 END"
_SUMS = (
    f"(SELECT p.PatNum, COUNT(*) AS procs, SUM(p.ProcFee * ({_UNITS})) AS fees,"  # noqa: S608  # constants
    " SUM(p.Discount) AS discounts, MIN(p.DateTP) AS since"
    f" FROM {_PROCEDURES} WHERE {_UNBOOKED} GROUP BY p.PatNum)"
)
_SET = (
    "CASE WHEN c.InsEstTotalOverride >= 0 THEN c.InsEstTotalOverride"
    " WHEN c.InsEstTotal >= 0 THEN c.InsEstTotal ELSE 0 END"
)
_WRITTEN_OFF = (
    "CASE WHEN c.WriteOffEstOverride >= 0 THEN c.WriteOffEstOverride"
    " WHEN c.WriteOffEst >= 0 THEN c.WriteOffEst ELSE 0 END"
)
_ESTIMATED = (
    "(SELECT SUM({amount}) FROM claimproc AS c INNER JOIN procedurelog AS p ON p.ProcNum = c.ProcNum"  # noqa: S608  # constants
    " LEFT JOIN appointment AS a ON a.AptNum = p.AptNum"
    f" WHERE p.PatNum = patient.PatNum AND c.Status IN ({ESTIMATES}) AND c.NoBillIns = 0 AND {_UNBOOKED})"
)
"""The sum of an amount over the estimates of these procedures."""
_REACHED = f"FROM commlog WHERE commlog.PatNum = patient.PatNum AND commlog.Mode_ IN ({MODE_NUMBERS})"
_MAXIMUM = (
    "(SELECT b.MonetaryAmt FROM benefit AS b WHERE b.BenefitType = 5 AND b.TimePeriod IN (1, 2)"
    " AND b.QuantityQualifier = 0 AND b.CodeNum = 0 AND b.CodeGroupNum = 0 AND b.MonetaryAmt <> -1"
    " AND b.CoverageLevel IN (0, 1)"
    " AND (b.CovCatNum = 0 OR b.CovCatNum IN (SELECT CovCatNum FROM covcat WHERE EbenefitCat = 1))"
    " AND (b.PatPlanNum = patplan.PatPlanNum OR (b.PatPlanNum = 0 AND b.PlanNum = insplan.PlanNum))"
    " ORDER BY CASE WHEN b.PatPlanNum = 0 THEN 1 ELSE 0 END, CASE WHEN b.CoverageLevel = 1 THEN 0 ELSE 1 END,"
    " b.BenefitNum LIMIT 1)"
)
"""The general yearly maximum of a person, by the rules of `domain/insurance/figures.py`."""


def treatment_query(clinic: int) -> str:
    """Patients with planned treatment, the largest first; 0: of the office."""
    own = f" AND patient.ClinicNum = {int(clinic)}" if clinic else ""
    return (
        f"SELECT {PEOPLE}, patient.PriProv, plan.procs, plan.fees, plan.discounts, plan.since,"  # noqa: S608  # numbers
        f" {_ESTIMATED.format(amount=_SET)} AS insurance, {_ESTIMATED.format(amount=_WRITTEN_OFF)} AS writeOff,"
        f" (SELECT MAX(commlog.CommDateTime) {_REACHED}) AS lastContact,"
        f" (SELECT COUNT(*) {_REACHED} AND {TRIED} AND commlog.CommDateTime >= plan.since) AS attempts"
        f" FROM patient INNER JOIN {_SUMS} AS plan ON plan.PatNum = patient.PatNum"
        f" WHERE patient.PatStatus IN ({ACTIVE}) AND plan.fees > 0{own} ORDER BY plan.fees DESC, patient.PatNum"
    )


def benefits_query(pat_nums: Sequence[int], today: date) -> str:
    """The first dental plan of these patients: its yearly maximum, and what of it is used or claimed."""
    numbers = ",".join(str(int(each)) for each in pat_nums)
    first, after = (_by_month(today, edge) for edge in ("first", "after"))
    used = (
        "(SELECT SUM(CASE WHEN c.Status = 0 THEN c.InsPayEst ELSE c.InsPayAmt END) FROM claimproc AS c"  # noqa: S608  # constants
        " WHERE c.InsSubNum = inssub.InsSubNum AND c.PlanNum IN (0, insplan.PlanNum) AND c.PatNum = patplan.PatNum"
        f" AND c.Status IN (0, 1, 3, 4) AND c.IsTransfer = 0 AND c.ProcDate >= {first} AND c.ProcDate < {after})"
    )
    return (
        f"SELECT patplan.PatNum, insplan.MonthRenew, carrier.CarrierName, {_MAXIMUM} AS maximum, {used} AS used"  # noqa: S608  # integers
        " FROM patplan INNER JOIN inssub ON inssub.InsSubNum = patplan.InsSubNum"
        " INNER JOIN insplan ON insplan.PlanNum = inssub.PlanNum"
        " LEFT JOIN carrier ON carrier.CarrierNum = insplan.CarrierNum"
        f" WHERE patplan.PatNum IN ({numbers}) AND patplan.Ordinal = 1 AND insplan.IsMedical = 0"
        f" AND (inssub.DateTerm < '{NEVER}' OR inssub.DateTerm >= '{today}')"
    )


class TreatmentReader:
    """One query in pages of 100 rows, and one more per 99 patients for their insurance."""

    def __init__(self, office: Office, questions: Questions) -> None:
        self._office = office
        self._questions = questions

    async def read(self, clinic: int, need: Need) -> tuple[PlannedTreatment, ...] | None:
        """The list of a clinic; None without Queries. Raises the client's other ApiErrors."""
        found: list[dict[str, Any]] = []

        def take(page: list[dict[str, Any]], _unreadable: int) -> None:
            found.extend(page)
            self._office.people.learn(known_of_query(row) for row in page)

        if not await self._questions.paged("planned treatment", treatment_query(clinic), need, take):
            return None
        rows = [_treatment(row) for row in found]
        benefits = await self._benefits([row.pat_num for row in rows], need)
        return tuple(replace(row, benefits=benefits.get(row.pat_num)) for row in rows)

    async def _benefits(self, pat_nums: Sequence[int], need: Need) -> Mapping[int, BenefitsLeft]:
        today = self._office.clock.now().date()
        found: dict[int, BenefitsLeft] = {}
        for first in range(0, len(pat_nums), PATIENTS):
            command = benefits_query(pat_nums[first : first + PATIENTS], today)
            rows = await self._questions.ask("benefits left", command, need)
            found |= {number(row, "PatNum"): _left(row, today) for row in rows or ()}
        return found


def _treatment(row: Mapping[str, Any]) -> PlannedTreatment:
    return PlannedTreatment(
        pat_num=number(row, "PatNum"),
        count=number(row, "procs"),
        fees=cents(money(row, "fees") or ZERO),
        insurance=cents(insurance) if (insurance := money(row, "insurance")) is not None else None,
        discount=cents((money(row, "writeOff") or ZERO) + (money(row, "discounts") or ZERO)),
        since=day(row, "since"),
        clinic_num=number(row, "ClinicNum"),
        prov_num=number(row, "PriProv"),
        last_contact=day(row, "lastContact"),
        attempts=number(row, "attempts"),
    )


def _left(row: Mapping[str, Any], today: date) -> BenefitsLeft:
    year, maximum = benefit_year(number(row, "MonthRenew"), today), money(row, "maximum")
    left = cents(max(maximum - (money(row, "used") or ZERO), ZERO)) if maximum is not None else None
    return BenefitsLeft(left, year.after - timedelta(days=1), text(row, "CarrierName"))


def _by_month(today: date, edge: str) -> str:
    """The first day of a plan's benefit year, or the day after it, by the month in which it renews."""
    cases = " ".join(
        f"WHEN {month} THEN '{getattr(benefit_year(month, today), edge)}'" for month in range(2, 13)
    )
    return f"CASE insplan.MonthRenew {cases} ELSE '{getattr(benefit_year(1, today), edge)}' END"
