"""Benefit years: when a plan's yearly amounts begin anew."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date

from msgspec import Struct


class BenefitYear(Struct, frozen=True):
    """The days from `first` up to and without `after`."""

    first: date
    after: date

    def __contains__(self, day: date | None) -> bool:
        return day is not None and self.first <= day < self.after


def benefit_year(month_renew: int, day: date) -> BenefitYear:
    """The benefit year that contains a day. `month_renew`: 1 to 12; anything else is the calendar year.

    The first and the last year of the calendar are cut where the calendar ends.
    """
    month = month_renew if 1 <= month_renew <= 12 else 1
    year = day.year if day.month >= month else day.year - 1
    first = date(year, month, 1) if year >= MINYEAR else date.min
    after = date(year + 1, month, 1) if year < MAXYEAR else date.max
    return BenefitYear(first, after)
