"""Office setup: code groups, fee groups, discounts, coverage categories, substitutions, deposits."""

from __future__ import annotations

from app.practice.schema.columns import code, day, flag, key, num, prose, real, table, whole, word
from app.practice.schema.enums.catalog import BENEFIT_CATEGORY, CODE_GROUP_FIXED, SUBSTITUTION

codegroup = table(
    "codegroup",
    key("CodeGroupNum"),
    word("GroupName", 50),
    prose("ProcCodes"),
    whole("ItemOrder"),
    code("CodeGroupFixed", CODE_GROUP_FIXED),
    flag("IsHidden"),
    flag("ShowInAgeLimit"),
    flag("ShowInFrequency"),
    flag("ShowInOther"),
    flag("ShowInHistory"),
    word("HistProcCode", 15),
    flag("IsPerioFourQuads"),
)

feeschedgroup = table(
    "feeschedgroup",
    key("FeeSchedGroupNum"),
    word("Description"),
    num("FeeSchedNum", "feesched.FeeSchedNum"),
    word("ClinicNums"),
)

discountplan = table(
    "discountplan",
    key("DiscountPlanNum"),
    word("Description"),
    num("FeeSchedNum", "feesched.FeeSchedNum"),
    num("DefNum", "definition.DefNum"),
    flag("IsHidden"),
    prose("PlanNote"),
    whole("ExamFreqLimit"),
    whole("XrayFreqLimit"),
    whole("ProphyFreqLimit"),
    whole("FluorideFreqLimit"),
    whole("PerioFreqLimit"),
    whole("LimitedExamFreqLimit"),
    whole("PAFreqLimit"),
    real("AnnualMax"),
)

discountplansub = table(
    "discountplansub",
    key("DiscountSubNum"),
    num("DiscountPlanNum", "discountplan.DiscountPlanNum"),
    num("PatNum", "patient.PatNum"),
    day("DateEffective"),
    day("DateTerm"),
    prose("SubNote"),
)

substitutionlink = table(
    "substitutionlink",
    key("SubstitutionLinkNum"),
    num("PlanNum", "insplan.PlanNum"),
    num("CodeNum", "procedurecode.CodeNum"),
    word("SubstitutionCode", 25),
    code("SubstOnlyIf", SUBSTITUTION),
)

covcat = table(
    "covcat",
    key("CovCatNum"),
    word("Description", 50),
    whole("DefaultPercent"),
    whole("CovOrder"),
    flag("IsHidden"),
    code("EbenefitCat", BENEFIT_CATEGORY),
)

covspan = table(
    "covspan",
    key("CovSpanNum"),
    num("CovCatNum", "covcat.CovCatNum"),
    word("FromCode", 15),
    word("ToCode", 15),
)

deposit = table(
    "deposit",
    key("DepositNum"),
    day("DateDeposit"),
    prose("BankAccountInfo"),
    real("Amount"),
    word("Memo"),
    word("Batch", 25),
    num("DepositAccountNum", "definition.DefNum"),
    flag("IsSentToQuickBooksOnline"),
)
