"""What the ledger's table is limited to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from msgspec import Struct

from app.core.text import Text, msg
from app.viewmodels.staff.ledger.rows import Group, LedgerRow


class Span(StrEnum):
    """How far back the table goes."""

    ALL = "all"
    YEAR = "this year"
    MONTHS_12 = "12 months"
    MONTHS_3 = "3 months"


SPAN_WORDS: dict[Span, Text] = {
    Span.ALL: msg("All dates"),
    Span.YEAR: msg("This year"),
    Span.MONTHS_12: msg("Last 12 months"),
    Span.MONTHS_3: msg("Last 3 months"),
}


class LedgerFilter(Struct, frozen=True):
    """Shows everything unless something is chosen."""

    group: Group | None = None
    open_only: bool = False
    span: Span = Span.ALL

    def first_day(self, today: date) -> date:
        """The first day of the span."""
        match self.span:
            case Span.YEAR:
                return today.replace(month=1, day=1)
            case Span.MONTHS_12:
                return _months_before(today, 12)
            case Span.MONTHS_3:
                return _months_before(today, 3)
        return date.min

    def rule(self, today: date) -> Callable[[LedgerRow], bool] | None:
        """Whether a row is shown; None: all are."""
        if self == LedgerFilter():
            return None
        group, open_only, first = self.group, self.open_only, self.first_day(today)

        def allows(row: LedgerRow) -> bool:
            if row.balance is None:  # not saved yet: never hidden
                return True
            return (
                row.day >= first and (group is None or row.group is group) and (row.owed > 0 or not open_only)
            )

        return allows


def _months_before(day: date, months: int) -> date:
    whole = day.year * 12 + day.month - 1 - months
    year, month = divmod(whole, 12)
    return date(year, month + 1, min(day.day, 28))
