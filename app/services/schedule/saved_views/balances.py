"""Family balances of many patients in one query."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from app.api.need import Need
from app.store.queries import MOST_NAMES, Questions

QUESTION = "family balances"  # words: its name, so that it is not asked again after a refusal


async def family_balances(
    questions: Questions, pat_nums: Sequence[int], need: Need
) -> dict[int, Decimal] | None:
    """What each patient's family owes, less what insurance is expected to pay; None without Queries.

    One query for up to 99 patients. Raises the client's ApiErrors.
    """
    found: dict[int, Decimal] = {}
    for first in range(0, len(pat_nums), MOST_NAMES):
        numbers = ",".join(str(int(each)) for each in pat_nums[first : first + MOST_NAMES])
        command = (
            "SELECT p.PatNum, g.BalTotal - g.InsEst AS Balance FROM patient p"  # noqa: S608  # integers
            f" INNER JOIN patient g ON g.PatNum = p.Guarantor WHERE p.PatNum IN ({numbers})"
        )
        rows = await questions.ask(QUESTION, command, need)
        if rows is None:
            return None
        for row in rows:
            if (balance := _money(row.get("Balance"))) is not None:
                found[int(row["PatNum"])] = balance
    return found


def _money(value: object) -> Decimal | None:
    try:
        return Decimal(str(value)).quantize(Decimal("0.01"))
    except InvalidOperation:
        return None
