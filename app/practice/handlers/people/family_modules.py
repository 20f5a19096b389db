"""FamilyModules: a patient's insurance as in the Family module."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.schema.insurance import carrier, insplan, inssub, patplan
from app.practice.schema.people import employer, patient
from app.practice.schema.procedures import feesched
from app.practice.server.listings import Filter, Listing, columns_of, name_behind
from app.practice.server.routing import serves
from app.practice.server.wireform import Expression, quoted, wire_form
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.family_modules import CoverageOrder, FamilyInsurance, FamilyModules, PlanTypeName
from app.wire.resources.ins_plans import InsPlanType

_C, _S, _I = patplan.c, inssub.c, insplan.c
_FIXED_BENEFIT: Expression = sa.literal_column("3")
"""`feesched.FeeSchedType`: FixedBenefit."""
_ONE: Expression = sa.literal_column("1")
_TWO: Expression = sa.literal_column("2")
_NAMES = {
    InsPlanType.PERCENTAGE: PlanTypeName.CATEGORY_PERCENTAGE,
    InsPlanType.PPO: PlanTypeName.PPO_PERCENTAGE,
    InsPlanType.FLAT_COPAY: PlanTypeName.MEDICAID_OR_FLAT_CO_PAY,
    InsPlanType.CAPITATION: PlanTypeName.CAPITATION,
}


def _columns() -> dict[str, Expression]:
    names = {column.name: wire_form(column) for each in (insplan, inssub, patplan) for column in each.c}
    person = sa.select(patient.c.FName + quoted(" ") + patient.c.LName).where(
        patient.c.PatNum == _S.Subscriber
    )
    computed = {
        **names,
        "subscriber": sa.func.coalesce(person.scalar_subquery(), quoted("")),
        "ordinal": _order(),
        "CarrierName": name_behind(_I.CarrierNum, carrier.c.CarrierNum, carrier.c.CarrierName),
        "feeSchedule": name_behind(_I.FeeSched, feesched.c.FeeSchedNum, feesched.c.Description),
        "planType": _kind(),
        "employer": name_behind(_I.EmployerNum, employer.c.EmployerNum, employer.c.EmpName),
    }
    return columns_of(FamilyInsurance, patplan, computed)


def _order() -> Expression:
    """Medical insurance is labeled so regardless of its ordinal."""
    return sa.case(
        (_I.IsMedical == _ONE, quoted(CoverageOrder.MEDICAL)),
        (_C.Ordinal == _ONE, quoted(CoverageOrder.PRIMARY)),
        (_C.Ordinal == _TWO, quoted(CoverageOrder.SECONDARY)),
        else_=quoted(CoverageOrder.OTHER),
    )


def _kind() -> Expression:
    """A PPO with a carrier payment schedule is labeled by it."""
    copays = sa.select(feesched.c.FeeSchedNum).where(
        feesched.c.FeeSchedNum == _I.CopayFeeSched, feesched.c.FeeSchedType == _FIXED_BENEFIT
    )
    fixed = sa.and_(_I.PlanType == quoted(InsPlanType.PPO), copays.exists())
    named = [(_I.PlanType == quoted(kind), quoted(name)) for kind, name in _NAMES.items()]
    return sa.case((fixed, quoted(PlanTypeName.PPO_FIXED_BENEFIT)), *named, else_=_I.PlanType)


ROWS = Listing(
    name="FamilyInsurance",
    columns=_columns,
    source=patplan.join(inssub, _S.InsSubNum == _C.InsSubNum).join(insplan, _I.PlanNum == _S.PlanNum),
    filters={"PatNum": Filter(_C.PatNum)},
    order=(_C.Ordinal, _C.PatPlanNum),
)


@serves(FamilyModules.insurance)
def insurance(work: Work, given: Given) -> Outcome:
    """One row per insurance of a patient, in order."""
    work.find(patient, given["PatNum"], "Patient")
    return work.page(ROWS, given)
