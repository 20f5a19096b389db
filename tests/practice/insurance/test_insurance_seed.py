"""The made-up practice's insurance, in its database."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from tests.practice.conftest import Seeded, reading

DAYS = (datetime.date(2026, 3, 11), datetime.date(2028, 2, 29), datetime.date(2029, 1, 1))


@pytest.fixture(params=DAYS, ids=str)
def office(request: pytest.FixtureRequest, seeded: Seeded) -> Iterator[sa.Connection]:
    """The practice of each of the days. In its queries ? is the date."""
    with reading(seeded(request.param)) as connection:
        connection.info["today"] = str(request.param)
        yield connection


def ask(office: sa.Connection, sql: str) -> list[tuple[object, ...]]:
    """The rows of a query."""
    days = (office.info["today"],) * sql.count("?")
    return [tuple(row) for row in office.exec_driver_sql(sql, days)]


def count(office: sa.Connection, sql: str) -> int:
    """The row count of tables: `claim WHERE ClaimStatus='R'`."""
    ((number,),) = ask(office, f"SELECT COUNT(*) FROM {sql}")
    assert isinstance(number, int)
    return number


def test_claims_stand_everywhere(office: sa.Connection) -> None:
    """There are claims in each status and of each kind, most of them received."""
    by_status = dict(ask(office, "SELECT ClaimStatus, COUNT(*) FROM claim GROUP BY ClaimStatus"))
    assert by_status.keys() == {"U", "H", "W", "S", "R", "I"}
    assert by_status["R"] == max(by_status.values())  # type: ignore[type-var]  # counts
    assert count(office, "claim") > 6000
    kinds = {kind for (kind,) in ask(office, "SELECT DISTINCT ClaimType FROM claim")}
    assert kinds == {"P", "S", "PreAuth"}


TOTALS = """
    SELECT c.ClaimNum FROM claim c JOIN claimproc p ON p.ClaimNum = c.ClaimNum GROUP BY c.ClaimNum
    HAVING ROUND(SUM(p.FeeBilled) * 100) <> ROUND(c.ClaimFee * 100)
        OR ROUND(SUM(p.InsPayEst) * 100) <> ROUND(c.InsPayEst * 100)
        OR ROUND(SUM(p.InsPayAmt) * 100) <> ROUND(c.InsPayAmt * 100)
        OR ROUND(SUM(p.DedApplied) * 100) <> ROUND(c.DedApplied * 100)
        OR ROUND(SUM(p.WriteOff) * 100) <> ROUND(c.WriteOff * 100)
"""
CHECKS = """
    SELECT y.ClaimPaymentNum FROM claimpayment y LEFT JOIN claimproc p ON p.ClaimPaymentNum = y.ClaimPaymentNum
    GROUP BY y.ClaimPaymentNum HAVING ROUND(SUM(p.InsPayAmt) * 100) <> ROUND(y.CheckAmt * 100) OR COUNT(p.ClaimNum) = 0
"""
STRAYS = {
    "another patient's procedure": """claimproc p JOIN procedurelog l ON l.ProcNum = p.ProcNum
        WHERE l.PatNum <> p.PatNum OR l.ClinicNum <> p.ClinicNum""",
    "treatment that is neither complete, preauthorized nor an estimate": """claimproc p
        JOIN procedurelog l ON l.ProcNum = p.ProcNum WHERE l.ProcStatus <> 2 AND p.Status NOT IN (2, 6)""",
    "an estimate on a claim, or of what was complete before today": """claimproc p
        JOIN procedurelog l ON l.ProcNum = p.ProcNum WHERE p.Status = 6 AND (p.ClaimNum <> 0 OR (l.ProcStatus <> 1
        AND l.ProcDate < (SELECT MAX(ProcDate) FROM procedurelog WHERE ProcStatus = 2)))""",
    "a claim without lines": "claim WHERE ClaimNum NOT IN (SELECT ClaimNum FROM claimproc)",
    "another plan than the claim's": """claimproc p JOIN claim c ON c.ClaimNum = p.ClaimNum
        WHERE p.PlanNum <> c.PlanNum OR p.InsSubNum <> c.InsSubNum OR p.PatNum <> c.PatNum""",
    "somebody who is not covered": """claim c WHERE NOT EXISTS
        (SELECT 1 FROM patplan pp WHERE pp.PatNum = c.PatNum AND pp.InsSubNum = c.InsSubNum)""",
    "more than the fee": "claimproc WHERE InsPayAmt + WriteOff > FeeBilled + 0.001 OR InsPayAmt < 0",
    "paid before it was answered": "claimproc WHERE ClaimPaymentNum <> 0 AND Status <> 1",
    "a status that its lines do not share": """claim c JOIN claimproc p ON p.ClaimNum = c.ClaimNum
        WHERE c.ClaimType <> 'PreAuth' AND (c.ClaimStatus = 'R') <> (p.Status = 1)""",
    "received before it was sent": "claim WHERE ClaimStatus = 'R' AND DateReceived <= DateSentOrig",
    "sent before its treatment": "claim WHERE DateSentOrig > '0001-01-01' AND DateSentOrig < DateService",
    "changed today or later": "claim WHERE SecDateTEdit >= ? OR DateSent >= ?",
    "paid today or later": "claimpayment WHERE SecDateTEdit >= ? OR CheckDate >= ?",
    "two of the same ordinal": """(SELECT PatNum FROM patplan GROUP BY PatNum
        HAVING COUNT(*) <> COUNT(DISTINCT Ordinal) OR MAX(Ordinal) <> COUNT(*))""",
    "an unknown target": """insverify v WHERE
        (VerifyType = 1 AND FKey NOT IN (SELECT PlanNum FROM insplan))
        OR (VerifyType = 2 AND FKey NOT IN (SELECT PatPlanNum FROM patplan))""",
}


@pytest.mark.parametrize("sql", STRAYS.values(), ids=STRAYS)
def test_nothing_is_odd(office: sa.Connection, sql: str) -> None:
    """No row contradicts another."""
    assert count(office, sql) == 0


@pytest.mark.parametrize("sql", [TOTALS, CHECKS], ids=["claims", "checks"])
def test_everything_adds_up(office: sa.Connection, sql: str) -> None:
    """A claim is the sum of its lines, a check that of its payments, to the cent."""
    assert ask(office, sql) == []


def test_plans_pay_within_their_bounds(office: sa.Connection) -> None:
    """Nobody is paid more than a plan's maximum in a benefit year, nor charged two deductibles."""
    over = """
        SELECT p.PatNum FROM claimproc p
        JOIN insplan i ON i.PlanNum = p.PlanNum AND i.MonthRenew = 0
        JOIN benefit m ON m.PlanNum = p.PlanNum AND m.BenefitType = 5
        JOIN benefit d ON d.PlanNum = p.PlanNum AND d.BenefitType = 2 AND d.CovCatNum = 0 AND d.CoverageLevel = 1
        GROUP BY p.PatNum, p.InsSubNum, SUBSTR(p.ProcDate, 1, 4)
        HAVING SUM(p.InsPayAmt) > MAX(m.MonetaryAmt) + 0.001 OR SUM(p.DedApplied) > MAX(d.MonetaryAmt) + 0.001
    """
    assert ask(office, over) == []


def test_there_is_some_of_everything(office: sa.Connection) -> None:
    """There are benefits, verifications, histories, messages, sheets and calls."""
    for table in (
        "benefit", "insverify", "insverifyhist", "claimform", "claimtracking", "etrans", "etransmessagetext",
        "etrans835", "etrans835attach", "eobattach",
    ):  # fmt: skip
        assert count(office, table) >= 3, table
    assert count(office, "claimproc WHERE Remarks <> '' AND InsPayAmt = 0") > 20
    assert count(office, "patplan WHERE Ordinal = 2") > 20
