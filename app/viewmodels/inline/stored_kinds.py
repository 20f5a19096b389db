"""Kinds of values that the office keeps as text: a date, an amount, a checked box."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from msgspec import Struct

from app.core.text import msg
from app.viewmodels.amounts import MINUS, amount
from app.viewmodels.inline.kinds import Choice, DateKind, Parsed


class StoredDateKind(Struct, frozen=True):
    """A date, kept as yyyy-MM-dd; whatever else is there is shown as it is."""

    dates: DateKind
    is_long: bool = False
    choices: tuple[Choice, ...] = ()

    def shown(self, value: str) -> str:
        """As the PC's locale writes it."""
        day = _date(value)
        return self.dates.shown(day) if day is not None else value

    def masked(self, value: str) -> str:
        """Not hidden."""
        return ""

    def text(self, value: str) -> str:
        """As it can be read back: 3/14/1985."""
        day = _date(value)
        return self.dates.text(day) if day is not None else value

    def parse(self, text: str) -> Parsed:
        """A date as people type it; empty: none."""
        parsed = self.dates.parse(text)
        return parsed if parsed.problem else Parsed(parsed.value.isoformat() if parsed.value else "")


class StoredAmountKind(Struct, frozen=True):
    """An amount, kept with two decimals."""

    is_long: bool = False
    choices: tuple[Choice, ...] = ()

    def shown(self, value: str) -> str:
        """As the PC's locale writes it; what is no amount as it is."""
        number = _number(value)
        return amount(number) if number is not None else value

    def masked(self, value: str) -> str:
        """Not hidden."""
        return ""

    def text(self, value: str) -> str:
        """As it is."""
        return value

    def parse(self, text: str) -> Parsed:
        """25, 25.5, 1,128.40 and $25 are amounts; empty: none."""
        if not text.strip():
            return Parsed("")
        number = _number(text)
        if number is None:
            return Parsed(problem=msg("Not an amount. Type it like 25.00."))
        return Parsed(f"{number:.2f}")


def _date(value: str) -> date | None:
    try:
        return date.fromisoformat(value.strip()[:10])
    except ValueError:
        return None


def _number(text: str) -> Decimal | None:
    digits = re.sub(r"[\s$,]", "", text).replace(MINUS, "-")
    return Decimal(digits) if re.fullmatch(r"-?\d{1,9}(\.\d{1,2})?|-?\.\d{1,2}", digits) else None
