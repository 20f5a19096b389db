"""A birthdate as it is typed on the pad, part by part in the language's order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

LENGTHS = {"m": 2, "d": 2, "y": 4}
OLDEST = 130
"""Years."""
_FIRST = {"m": "01", "d": "0123"}
"""First digits of a part with two digits; another digit is a number of its own: 7 is July."""
_LEAP = 2000
_DAY = timedelta(days=1)


class Birthdate(NamedTuple):
    """`order`: "mdy"; `parts`: the digits typed so far, in that order; `at`: the part that is typed into."""

    order: str = "mdy"
    parts: tuple[str, ...] = ("", "", "")
    at: int = 0

    def part(self, name: str) -> str:
        """The digits of "m", "d" or "y"."""
        return self.parts[self.order.index(name)]

    def type(self, digit: str) -> Birthdate:
        """With one more digit. A complete part is typed anew; after its last digit the next part follows."""
        name = self.order[self.at]
        typed = self.parts[self.at] if len(self.parts[self.at]) < LENGTHS[name] else ""
        typed = f"0{digit}" if not typed and digit not in _FIRST.get(name, digit) else typed + digit
        moved = len(typed) == LENGTHS[name] and self.at < len(self.parts) - 1
        return self._put(typed)._replace(at=self.at + moved)

    def erase(self) -> Birthdate:
        """Without the last digit; an empty part gives way to the one before."""
        if not self.parts[self.at] and self.at:
            return self._replace(at=self.at - 1).erase()
        return self._put(self.parts[self.at][:-1])

    def at_part(self, number: int) -> Birthdate:
        """Typing continues in another part."""
        return self._replace(at=number)

    def reordered(self, order: str) -> Birthdate:
        """The same date in another language's order."""
        if order == self.order:
            return self
        return Birthdate(order, tuple(self.part(name) for name in order), order.index(self.order[self.at]))

    @property
    def complete(self) -> bool:
        """Whether every part has all its digits."""
        return all(len(self.part(name)) == length for name, length in LENGTHS.items())

    def trouble(self, today: date) -> str:
        """What can't be, as soon as it can't: "month", "day", "year", "future"; empty: nothing so far."""
        month, day, year = (self._number(name) for name in "mdy")
        if month is not None and not 1 <= month <= 12:
            return "month"
        if year is not None and not today.year - OLDEST <= year <= today.year:
            return "year"
        if day is not None and not 1 <= day <= self.days:
            return "day"
        made = self.date()
        # The kiosk's clock may be on the other side of midnight.
        return "future" if made is not None and made > today + _DAY else ""

    @property
    def days(self) -> int:
        """Days of the typed month; while the month or year is unknown, the most that it may have."""
        month, year = self._number("m"), self._number("y")
        return _days_of(year or _LEAP, month) if month and 1 <= month <= 12 else 31

    def date(self) -> date | None:
        """The date, if it is complete and possible."""
        month, day, year = (self._number(name) for name in "mdy")
        if month is None or day is None or not year or not 1 <= month <= 12 or not 1 <= day <= self.days:
            return None
        return date(year, month, day)

    def _number(self, name: str) -> int | None:
        typed = self.part(name)
        return int(typed) if len(typed) == LENGTHS[name] else None

    def _put(self, typed: str) -> Birthdate:
        return self._replace(parts=(*self.parts[: self.at], typed, *self.parts[self.at + 1 :]))


def _days_of(year: int, month: int) -> int:
    """The days of a month. The module calendar would take longer to import than the welcome page has to spare."""
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days  # December
