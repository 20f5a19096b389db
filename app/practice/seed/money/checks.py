"""Insurance checks: one a week from each carrier to each clinic."""

from __future__ import annotations

from app.practice.schema.claims import claimpayment
from app.practice.schema.columns import NO_DATE
from app.practice.seed import lists
from app.practice.seed.people import names
from app.practice.seed.rows import Rows, iso

_OPEN_DAYS = 4
"""Claims answered in the last few days are not on a check yet."""


class Check:
    """One check in preparation. `day` is an ordinal, the amount cents."""

    def __init__(self, num: int, day: int) -> None:
        self.num = num
        self.day = day
        self.cents = 0
        self.claims = 0


class Checks:
    """Collects payments by carrier, clinic and week."""

    def __init__(self, today: int) -> None:
        self._today = today
        self._checks: dict[tuple[int, int, int], Check] = {}
        self.denials = [lists.number(36, name) for name in ("Not covered", "More information asked for")]

    def add(self, carrier: int, clinic: int, received: int, cents: int) -> tuple[int, int, str]:
        """Add a claim answered on a day to a check; returns its number, the claim's position, and the check's day."""
        if received > self._today - _OPEN_DAYS:
            return 0, 0, NO_DATE
        week = received // 7
        found = self._checks.get((carrier, clinic, week))
        if found is None:
            found = Check(len(self._checks) + 1, min(week * 7 + 7, self._today - 1))
            self._checks[carrier, clinic, week] = found
        found.cents += cents
        found.claims += 1
        return found.num, found.claims, iso(found.day)

    def rows(self) -> Rows:
        """The payments, each the sum of its claims."""
        rows = Rows(
            claimpayment, "CheckDate", "CheckAmt", "CheckNum", "BankBranch", "ClinicNum", "CarrierName", "DateIssued",
            "PayType", "SecUserNumEntry", "SecDateEntry", "SecDateTEdit", "PayGroup",
        )  # fmt: skip
        types = [lists.number(32, name) for name in ("Check", "Direct deposit")]
        lockboxes = [lists.number(40, name) for name in ("Main Street lockbox", "Harbor lockbox")]
        for (carrier, clinic, _), check in self._checks.items():
            day = iso(check.day)
            rows.add(
                day, check.cents / 100, f"{70000 + check.num * 13}", "24-7/1230", clinic,
                names.CARRIERS[carrier - 1][0], iso(check.day - 3), types[carrier % 2], 1 + check.num % 2, day,
                f"{day} 17:20:00", lockboxes[clinic - 1],
            )  # fmt: skip
        return rows
