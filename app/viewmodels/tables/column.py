"""The columns of a table as data: how a value is shown, aligned, sorted and exported."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any

from msgspec import Struct

from app.core.text import At, Shape, Words
from app.domain.texts.folding import folded
from app.viewmodels.amounts import MINUS
from app.viewmodels.amounts import amount as amount_text
from app.viewmodels.clock_face import locale
from app.viewmodels.translation import tr, typed


class Kind(StrEnum):
    """What a column's values are. None is an empty cell in each of them."""

    TEXT = "text"
    """Typed text or a text of ours."""
    DATE = "date"
    """A date, or a datetime, which is shown with its time."""
    MONEY = "money"
    """A Decimal in US dollars."""
    NUMBER = "number"
    """An int or a Decimal."""
    STATUS = "status"
    """A text of ours, in the color of its meaning."""


NUMERIC = frozenset({Kind.MONEY, Kind.NUMBER})


class Column(Struct, frozen=True, kw_only=True):
    """One column of a table."""

    id: str
    """Under which its width and place are saved."""
    title: Words
    value: Callable[[Any], Any]
    """Gets the value from a row, of the type that `kind` names."""
    kind: Kind = Kind.TEXT
    blank: Words = ""
    """What a cell shows whose value is None."""
    width: int = 12
    """The usual width, in letters."""
    share: int = 0
    """Its share of the space left over in a wide window, and of what is missing in a narrow one."""
    sort: Callable[[Any], Any] | None = None
    """Gets what a row is sorted by; None: the value itself."""
    tone: Callable[[Any], str] | None = None
    """Gets the name of the color that the text has in the tokens ("alert"); empty: as usual."""
    optional: bool = True
    """Whether users may hide it."""
    hidden: bool = False
    """Whether it is hidden until a user shows it."""
    searched: bool = True
    """Whether the filter looks into it. Numbers of days or tries are found by chance only."""
    gives_way: bool = False
    """Whether it is left out where there is no room for all; printed and saved it is there."""

    @property
    def is_numeric(self) -> bool:
        """Whether it is right-aligned, in tabular figures."""
        return self.kind in NUMERIC

    def text(self, row: Any) -> str:
        """A row's value as text in the user's language and format."""
        value = self.value(row)
        if value is None:
            return typed(self.blank)
        match self.kind:
            case Kind.MONEY:
                return money_text(value)
            case Kind.DATE:
                return date_text(value)
            case Kind.NUMBER:
                return number_text(value)
            case _:
                return typed(value)

    def order(self, row: Any) -> Any:
        """What a row is sorted by: numbers and dates by value, text without case and accents. None: an empty cell."""
        value = (self.sort or self.value)(row)
        if value is None or self.sort is not None:
            return value
        if self.kind in (Kind.TEXT, Kind.STATUS):
            return folded(typed(value)) or None
        if isinstance(value, date) and not isinstance(value, datetime):
            return datetime.combine(value, time())
        return value

    def exported(self, row: Any) -> str:
        """A row's value for other programs: dates as 2026-11-23, amounts as 1234.50."""
        value = self.value(row)
        if value is None:
            return ""
        if self.kind is Kind.DATE:
            return str(value.isoformat(" ", "minutes") if isinstance(value, datetime) else value.isoformat())
        return str(value) if self.is_numeric else typed(value)


def money_text(amount: Decimal) -> str:
    """An amount with two decimals and thousands separators, as the PC's locale writes them; negative with a minus."""
    return amount_text(amount)


def number_text(number: float | Decimal) -> str:
    """A number as the PC's locale writes it."""
    used = locale()
    text = used.toString(abs(number)) if isinstance(number, int) else used.toString(abs(float(number)))
    return f"{MINUS}{text}" if number < 0 else text


def date_text(value: date) -> str:
    """A date, with its time if it has one."""
    if isinstance(value, datetime):
        return f"{tr(At(value, Shape.DATE))}, {tr(At(value))}"
    return tr(At(datetime.combine(value, time()), Shape.DATE))
