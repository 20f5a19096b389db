"""Benefits of plans, and their verifications."""

from __future__ import annotations

from sqlalchemy import Index

from app.practice.schema.columns import code, day, key, moment, num, prose, real, table, whole, word
from app.practice.schema.enums.base import TREAT_AREA
from app.practice.schema.enums.insurance import (
    BENEFIT_LEVEL,
    BENEFIT_PERIOD,
    BENEFIT_QUANTITY,
    BENEFIT_TYPE,
    VERIFY_TYPE,
)

benefit = table(
    "benefit",
    key("BenefitNum"),
    num("PlanNum", "insplan.PlanNum"),
    num("PatPlanNum", "patplan.PatPlanNum"),
    num("CovCatNum", "covcat.CovCatNum"),
    code("BenefitType", BENEFIT_TYPE),
    whole("Percent"),
    real("MonetaryAmt"),
    code("TimePeriod", BENEFIT_PERIOD),
    code("QuantityQualifier", BENEFIT_QUANTITY),
    whole("Quantity"),
    num("CodeNum", "procedurecode.CodeNum"),
    code("CoverageLevel", BENEFIT_LEVEL),
    moment("SecDateTEntry"),
    moment("SecDateTEdit"),
    num("CodeGroupNum", "codegroup.CodeGroupNum"),
    code("TreatArea", TREAT_AREA),
    word("ToothRange"),
)

insverify = table(
    "insverify",
    key("InsVerifyNum"),
    day("DateLastVerified"),
    num("UserNum", "userod.UserNum"),
    code("VerifyType", VERIFY_TYPE),
    num("FKey"),
    num("DefNum", "definition.DefNum"),
    prose("Note"),
    day("DateLastAssigned"),
    moment("DateTimeEntry"),
    real("HoursAvailableForVerification"),
    moment("SecDateTEdit"),
    word("SecurityHash"),
)

insverifyhist = table(
    "insverifyhist",
    key("InsVerifyHistNum"),
    num("InsVerifyNum", "insverify.InsVerifyNum"),
    day("DateLastVerified"),
    num("UserNum", "userod.UserNum"),
    code("VerifyType", VERIFY_TYPE),
    num("FKey"),
    num("DefNum", "definition.DefNum"),
    prose("Note"),
    day("DateLastAssigned"),
    moment("DateTimeEntry"),
    real("HoursAvailableForVerification"),
    num("VerifyUserNum", "userod.UserNum"),
    moment("SecDateTEdit"),
    word("SecurityHash"),
)

INDEXES = (
    Index("BenefitPlanNum", benefit.c.PlanNum),
    Index("BenefitPatPlanNum", benefit.c.PatPlanNum),
    Index("InsVerifyFKey", insverify.c.FKey, insverify.c.VerifyType),
    Index("InsVerifyHistInsVerifyNum", insverifyhist.c.InsVerifyNum),
)
