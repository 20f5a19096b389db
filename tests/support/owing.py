"""Families that owe money, and what was posted for them, straight from the database."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tests.journeys.practices import Served

_OWING = (
    "SELECT Guarantor FROM patient WHERE PatStatus = 0 GROUP BY Guarantor"
    " HAVING SUM(EstBalance - InsEst > 20) >= 2 AND SUM(EstBalance - InsEst) BETWEEN 200 AND 2000"
    " ORDER BY SUM(EstBalance - InsEst > 20) DESC, Guarantor"
)
"""Guarantors of families of which several members owe something."""


def owing(served: Served, at: int = 0) -> int:
    """A guarantor of a family in debt."""
    number: int = served.sql(_OWING)[at][0]
    return number


def payments(served: Served, pat_num: int, columns: str = "PayAmt") -> list[Any]:
    """The payments of today, oldest first."""
    return served.sql(
        f"SELECT {columns} FROM payment WHERE PatNum = ? AND DateEntry = '2026-11-17' ORDER BY PayNum",
        pat_num,
    )


def splits(served: Served, pat_num: int) -> list[tuple[int, int, Decimal, bool]]:
    """What the last payment of today pays: patient, procedure, amount, and whether it is unearned."""
    rows = served.sql(
        "SELECT PatNum, ProcNum, SplitAmt, UnearnedType FROM paysplit WHERE PayNum ="
        " (SELECT MAX(PayNum) FROM payment WHERE PatNum = ? AND DateEntry = '2026-11-17') ORDER BY SplitNum",
        pat_num,
    )
    return [(row[0], row[1], Decimal(str(row[2])).quantize(Decimal("0.01")), bool(row[3])) for row in rows]
