"""Office setup: code groups, coverage categories, substitutions, and discount plans."""

from __future__ import annotations

import random

from app.practice.schema.catalog import (
    codegroup,
    covcat,
    covspan,
    discountplan,
    discountplansub,
    substitutionlink,
)
from app.practice.schema.columns import NO_DATE
from app.practice.schema.enums.catalog import BENEFIT_CATEGORY, CODE_GROUP_FIXED, SUBSTITUTION
from app.practice.seed import lists
from app.practice.seed.codes import NUMBERS
from app.practice.seed.money.fees import MEMBERS, SUBSTITUTES
from app.practice.seed.people.people import GROWN_UP, PATIENT, Person
from app.practice.seed.rows import Rows, iso

_GROUPS = (
    ("Bitewings", "D0270-D0274", "BW", 0, 0, "D0274"),
    ("Panoramic, full mouth", "D0210,D0330", "PanoFMX", 0, 0, "D0330"),
    ("Exams", "D0120,D0145,D0150,D0180", "Exam", 0, 0, "D0120"),
    ("Cleanings", "D1110,D1120", "Prophy", 0, 0, "D1110"),
    ("Fluoride", "D1206,D1208", "Fluoride", 0, 1, ""),
    ("Sealants", "D1351", "Sealant", 0, 1, ""),
    ("Gum maintenance", "D4910", "Perio", 0, 0, "D4910"),
    ("Deep cleaning", "D4341,D4342", "SRP", 0, 0, "D4341"),
    ("First rough cleaning", "D4355", "FMDebride", 0, 0, "D4355"),
    ("Night guards", "D9944", "None", 1, 0, ""),
)
"""Name, codes, purpose, hidden, whether it has age limits, and the code that stands for it in insurance history."""
_CATEGORIES = (
    ("General", -1, "General", (("D0000", "D7999"), ("D9000", "D9999"))),
    ("Diagnostic", 100, "Diagnostic", (("D0000", "D0999"),)),
    ("X-rays", 100, "DiagnosticXRay", (("D0200", "D0399"),)),
    ("Preventive", 100, "RoutinePreventive", (("D1000", "D1999"),)),
    ("Restorative", 80, "Restorative", (("D2000", "D2699"), ("D2800", "D2999"))),
    ("Root canals", 80, "Endodontics", (("D3000", "D3999"),)),
    ("Gums", 80, "Periodontics", (("D4000", "D4999"),)),
    ("Oral surgery", 80, "OralSurgery", (("D7000", "D7999"),)),
    ("Crowns", 50, "Crowns", (("D2700", "D2799"),)),
    ("Dentures and bridges", 50, "Prosthodontics", (("D5000", "D5899"), ("D6200", "D6899"))),
    ("Facial prostheses", -1, "MaxillofacialProsth", (("D5900", "D5999"),)),
    ("Accident", -1, "Accident", ()),
    ("Braces", 50, "Orthodontics", (("D8000", "D8999"),)),
    ("Other", 50, "Adjunctive", (("D9000", "D9999"),)),
)
"""Name, default percentage of new plans, electronic benefit category, ranges of codes."""
_STRICT_PLANS = range(1, 13)
"""PlanNums of plans that pay for silver fillings instead of white ones."""
_NEVER_JOINED = 60
"""Percent of uninsured families that did not join the discount plan."""


def catalog_rows(people: list[Person], today: int, dice: random.Random) -> list[Rows]:
    """Everything in this module."""
    return [_groups(), *_coverage(), _substitutions(), *_discounts(people, today, dice)]


def _groups() -> Rows:
    rows = Rows(
        codegroup, "GroupName", "ProcCodes", "ItemOrder", "CodeGroupFixed", "IsHidden", "ShowInAgeLimit",
        "ShowInFrequency", "ShowInHistory", "HistProcCode", "IsPerioFourQuads",
    )  # fmt: skip
    for order, (name, codes, fixed, hidden, by_age, past) in enumerate(_GROUPS):
        shown = hidden, by_age, 1 - hidden, int(bool(past))
        rows.add(name, codes, order, CODE_GROUP_FIXED.number(fixed), *shown, past, int(fixed == "SRP"))
    return rows


def _coverage() -> list[Rows]:
    categories = Rows(covcat, "Description", "DefaultPercent", "CovOrder", "EbenefitCat")
    spans = Rows(covspan, "CovCatNum", "FromCode", "ToCode")
    for order, (name, percent, benefit, codes) in enumerate(_CATEGORIES):
        key = categories.add(name, percent, order, BENEFIT_CATEGORY.number(benefit))
        for first, last in codes:
            spans.add(key, first, last)
    return [categories, spans]


def _substitutions() -> Rows:
    rows = Rows(substitutionlink, "PlanNum", "CodeNum", "SubstitutionCode", "SubstOnlyIf")
    for plan in _STRICT_PLANS:
        for code, substitute in SUBSTITUTES.items():
            rows.add(plan, NUMBERS[code], substitute, SUBSTITUTION.number("Posterior"))
    return rows


def _discounts(people: list[Person], today: int, dice: random.Random) -> list[Rows]:
    """The discount plan, and the uninsured families that joined it, each adult for a year at a time."""
    plans = Rows(
        discountplan, "Description", "FeeSchedNum", "DefNum", "IsHidden", "PlanNote", "ExamFreqLimit",
        "XrayFreqLimit", "ProphyFreqLimit", "FluorideFreqLimit", "PerioFreqLimit", "LimitedExamFreqLimit",
        "PAFreqLimit", "AnnualMax",
    )  # fmt: skip
    kind = lists.number(1, "Discount plan")
    members = plans.add(
        "Lanternlight members", MEMBERS, kind, 0, "A fifth off everything, paid on the day", 2, 1, 2, -1, -1, 1, -1,
        1500.0,
    )  # fmt: skip
    plans.add("Founding members", MEMBERS, kind, 1, "Closed to new members", -1, -1, -1, -1, -1, -1, -1, -1.0)
    subs = Rows(discountplansub, "DiscountPlanNum", "PatNum", "DateEffective", "DateTerm", "SubNote")
    joined = {
        each.guarantor: today - dice.randrange(20, 500)
        for each in people
        if each.num == each.guarantor and not each.plan and dice.randrange(100) >= _NEVER_JOINED
    }
    for each in people:
        start = joined.get(each.guarantor)
        if start is None or each.plan or each.status != PATIENT or each.age(today) < GROWN_UP:
            continue
        ends = iso(start + 365) if dice.random() < 0.8 else NO_DATE
        subs.add(members, each.num, iso(start), ends, "")
    return [plans, subs]
