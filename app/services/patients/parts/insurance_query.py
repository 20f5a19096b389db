"""The query for a patient's insurance: coverage, plans, benefits, and what was paid and claimed."""

# words: columns and tables of the database
from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from app.services.patients.parts.union import Branch
from app.wire.resources.benefits import Benefit
from app.wire.resources.carriers import Carrier
from app.wire.resources.claim_procs import ClaimProc
from app.wire.resources.cov_cats import CovCat
from app.wire.resources.family_modules import FamilyInsurance
from app.wire.resources.ins_plans import InsPlan
from app.wire.resources.ins_subs import InsSub
from app.wire.resources.ins_verifies import InsVerify

BENEFITS, ENROLLMENT = 1, 2
"""Numbers of `insverify.VerifyType` in the database."""
COUNTED = "0, 1, 3, 4"
"""Numbers of `claimproc.Status` that count: NotReceived, Received, Adjustment, Supplemental."""
_MINE = (
    "patplan INNER JOIN inssub ON inssub.InsSubNum = patplan.InsSubNum"
    " INNER JOIN insplan ON insplan.PlanNum = inssub.PlanNum"
)
_PLANS = (
    "(SELECT inssub.PlanNum FROM inssub INNER JOIN patplan ON patplan.InsSubNum = inssub.InsSubNum"
    " WHERE patplan.PatNum = {pat_num})"
)
_COVERAGE = "(SELECT PatPlanNum FROM patplan WHERE PatNum = {pat_num})"
_SUBS = "(SELECT InsSubNum FROM patplan WHERE PatNum = {pat_num})"

BRANCHES: Mapping[str, Branch] = MappingProxyType(
    {
        "coverage": Branch(
            FamilyInsurance,
            (
                "patplan.PatNum", "patplan.InsSubNum", "inssub.Subscriber",
                "CONCAT(patient.FName, ' ', patient.LName) AS subscriber", "inssub.SubscriberID", "inssub.SubscNote",
                "patplan.PatPlanNum", "patplan.Ordinal", "patplan.IsPending", "patplan.Relationship", "patplan.PatID",
                "insplan.CarrierNum", "carrier.CarrierName", "insplan.PlanNum", "insplan.GroupName",
                "insplan.GroupNum", "insplan.PlanNote", "insplan.PlanType", "insplan.EmployerNum",
                "employer.EmpName AS employer", "insplan.IsMedical",
            ),
            f"{_MINE} LEFT JOIN carrier ON carrier.CarrierNum = insplan.CarrierNum"
            " LEFT JOIN patient ON patient.PatNum = inssub.Subscriber"
            " LEFT JOIN employer ON employer.EmployerNum = insplan.EmployerNum WHERE patplan.PatNum = {pat_num}",
        ),
        "sub": Branch(
            InsSub,
            (
                "InsSubNum", "PlanNum", "Subscriber", "DateEffective", "DateTerm", "SubscriberID", "BenefitNotes",
                "ReleaseInfo", "AssignBen", "SubscNote", "SecDateTEdit",
            ),
            f"inssub WHERE InsSubNum IN {_SUBS}",
        ),
        "plan": Branch(
            InsPlan, ("PlanNum", "CarrierNum", "MonthRenew", "IsHidden"), f"insplan WHERE PlanNum IN {_PLANS}"
        ),
        "carrier": Branch(
            Carrier,
            ("CarrierNum", "CarrierName", "Phone", "ElectID"),
            f"carrier WHERE CarrierNum IN (SELECT CarrierNum FROM insplan WHERE PlanNum IN {_PLANS})",  # noqa: S608  # constants
        ),
        "verified": Branch(
            InsVerify,
            ("InsVerifyNum", "DateLastVerified", "VerifyType", "FKey", "DefNum", "Note"),
            f"insverify WHERE (VerifyType = {BENEFITS} AND FKey IN {_PLANS})"
            f" OR (VerifyType = {ENROLLMENT} AND FKey IN {_COVERAGE})",
        ),
        "benefit": Branch(
            Benefit,
            (
                "BenefitNum", "PlanNum", "PatPlanNum", "CovCatNum", "BenefitType", "Percent", "MonetaryAmt",
                "TimePeriod", "QuantityQualifier", "Quantity", "CodeNum", "CoverageLevel", "CodeGroupNum",
            ),
            f"benefit WHERE (PlanNum <> 0 AND PlanNum IN {_PLANS})"
            f" OR (PatPlanNum <> 0 AND PatPlanNum IN {_COVERAGE})",
        ),
        "category": Branch(
            CovCat, ("CovCatNum", "Description", "CovOrder", "IsHidden", "EbenefitCat"), "covcat"
        ),
        "claimproc": Branch(
            ClaimProc,
            (
                "ClaimProcNum", "PatNum", "InsSubNum", "PlanNum", "Status", "ProcDate", "InsPayAmt", "InsPayEst",
                "DedApplied", "IsTransfer",
            ),
            f"claimproc WHERE InsSubNum IN {_SUBS} AND ProcDate >= '{{since}}' AND Status IN ({COUNTED})",
        ),
    }
)  # fmt: skip
