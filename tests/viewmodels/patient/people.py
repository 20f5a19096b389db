"""Patients of the made-up practice in the situations that the sections' tests need."""

from __future__ import annotations

from tests.journeys.practices import TODAY, Served

SUBSCRIBERS = (
    "SELECT p.PatNum, p.PatPlanNum, p.InsSubNum, s.PlanNum FROM patplan p JOIN inssub s ON s.InsSubNum = p.InsSubNum"
    " JOIN patient t ON t.PatNum = p.PatNum WHERE p.Relationship = 0 AND t.PatStatus = 0 AND p.Ordinal = 1"
)
_BENEFIT = (
    "INSERT INTO benefit (PlanNum, PatPlanNum, CovCatNum, BenefitType, Percent, MonetaryAmt, TimePeriod,"
    " QuantityQualifier, Quantity, CodeNum, CoverageLevel, CodeGroupNum) VALUES (?, 0, ?, ?, ?, ?, ?, 0, 0, 0, ?, 0)"
)
_CLAIMPROC = (
    "INSERT INTO claimproc (PatNum, InsSubNum, PlanNum, Status, ProcDate, InsPayAmt, InsPayEst, DedApplied)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


def insured(served: Served, plans: int = 1) -> int:
    """A subscriber with so many plans."""
    found = served.sql(
        f"{SUBSCRIBERS} AND (SELECT COUNT(*) FROM patplan q WHERE q.PatNum = p.PatNum) = ? ORDER BY p.PatNum",
        plans,
    )
    return int(found[0][0])


def uninsured(served: Served) -> int:
    """An adult without insurance who is alone in the family."""
    found = served.sql(
        "SELECT PatNum FROM patient t WHERE PatStatus = 0 AND PatNum = Guarantor AND SuperFamily = 0 AND PatNum NOT IN"
        " (SELECT PatNum FROM patplan) AND (SELECT COUNT(*) FROM patient u WHERE u.Guarantor = t.PatNum) = 1"
        " ORDER BY PatNum"
    )
    return int(found[0][0])


def member_without_plan(served: Served) -> tuple[int, int]:
    """A relative of a subscriber, made uninsured; and the subscriber."""
    pat_num, head = served.sql(
        "SELECT t.PatNum, t.Guarantor FROM patient t JOIN patplan p ON p.PatNum = t.Guarantor WHERE t.PatStatus = 0"
        " AND t.PatNum <> t.Guarantor AND t.SuperFamily = 0 AND p.Ordinal = 1 ORDER BY t.PatNum"
    )[0]
    served.sql("DELETE FROM patplan WHERE PatNum = ?", pat_num)
    return int(pat_num), int(head)


def known_figures(served: Served, pat_num: int) -> None:
    """Give the patient's plan a maximum of 1,500, a deductible of 50 and four claims.

    Paid 120.50 with the deductible, paid 30.25, claimed 80.00, and 500.00 paid last year.
    """
    sub, plan = served.sql(
        "SELECT p.InsSubNum, s.PlanNum FROM patplan p JOIN inssub s ON s.InsSubNum = p.InsSubNum"
        " WHERE p.PatNum = ? AND p.Ordinal = 1", pat_num,
    )[0]  # fmt: skip
    served.sql("UPDATE insplan SET MonthRenew = 0 WHERE PlanNum = ?", plan)
    served.sql("DELETE FROM benefit WHERE PlanNum = ?", plan)
    served.sql("DELETE FROM claimproc WHERE InsSubNum = ?", sub)
    for benefit in (
        (0, 5, -1, 1500, 2, 1),
        (0, 2, -1, 50, 2, 1),
        (4, 1, 100, -1, 0, 0),
        (9, 1, 50, -1, 0, 0),
    ):
        served.sql(_BENEFIT, plan, *benefit)
    day, before = f"{TODAY.replace(month=2)}", f"{TODAY.replace(year=TODAY.year - 1)}"
    for status, when, paid, estimate, deductible in (
        (1, day, 120.5, 120.5, 50), (1, day, 30.25, 40, 0), (0, day, 0, 80, 0), (1, before, 500, 500, 50),
    ):  # fmt: skip
        served.sql(_CLAIMPROC, pat_num, sub, plan, status, when, paid, estimate, deductible)


def five_plans(served: Served) -> int:
    """A patient with five insurances, the third one ended."""
    pat_num = insured(served, plans=2)
    others = served.sql(
        "SELECT InsSubNum FROM inssub WHERE InsSubNum NOT IN (SELECT InsSubNum FROM patplan WHERE PatNum = ?)"
        " ORDER BY InsSubNum LIMIT 3",
        pat_num,
    )
    for ordinal, (sub,) in enumerate(others, 3):
        served.sql(
            "INSERT INTO patplan (PatNum, Ordinal, Relationship, InsSubNum, IsPending) VALUES (?, ?, 2, ?, 0)",
            pat_num, ordinal, sub,
        )  # fmt: skip
    served.sql("UPDATE inssub SET DateTerm = '2026-03-01' WHERE InsSubNum = ?", others[0][0])
    return pat_num


def forty(served: Served) -> int:
    """The guarantor of a family of forty."""
    head = uninsured(served)
    served.sql(
        "UPDATE patient SET Guarantor = ? WHERE PatNum IN (SELECT PatNum FROM patient WHERE PatNum <> ? AND PatStatus"
        " = 0 AND SuperFamily = 0 ORDER BY PatNum LIMIT 39 OFFSET 100)",
        head, head,
    )  # fmt: skip
    return head
