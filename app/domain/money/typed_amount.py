"""Amounts as they are typed: read exactly, or refused with the reason. Nothing is guessed."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct

from app.core.text import NO_TEXT, Dollars, Text, msg
from app.domain.money.cents import ZERO, cents

MOST = Decimal("999999.99")
"""More than this is a slip of the keyboard, not a dental bill."""
_SIGN = "$"
_MINUS = ("-", "−", "(")


class TypedAmount(Struct, frozen=True):
    """What was read."""

    value: Decimal | None = None
    """In US dollars, positive; None: nothing was typed, or it is no amount."""
    problem: Text = NO_TEXT
    """Why it is none; empty: it is one, or nothing was typed."""

    def __bool__(self) -> bool:
        return self.value is not None


def read_amount(text: str, *, point: str = ".", group: str = ",") -> TypedAmount:
    """Read an amount of money as it was typed.

    `point` and `group` are the locale's separators of decimals and of thousands. A comma where thousands are
    separated by commas separates thousands or nothing: "12,50" is refused there, never read as 1,250.
    """
    typed = "".join(text.split()).removeprefix(_SIGN).removesuffix(_SIGN)
    if not typed:
        return TypedAmount()
    if typed.startswith(_MINUS):
        return TypedAmount(problem=msg("The amount can't be negative."))
    if not re.fullmatch(_pattern(point, group), typed, re.ASCII):
        return TypedAmount(problem=_what_is_wrong(typed, point))
    whole, _, fraction = typed.replace(group, "").partition(point)
    value = Decimal(f"{whole or 0}.{fraction or 0}")
    if value > MOST:
        return TypedAmount(problem=msg("This amount is too large. The most is {most}.", most=Dollars(MOST)))
    return (
        TypedAmount(cents(value))
        if value > ZERO
        else TypedAmount(problem=msg("The amount must be more than 0."))
    )


def _pattern(point: str, group: str) -> str:
    """Digits, or groups of three of them; at most two behind the point."""
    groups = rf"\d{{1,3}}({re.escape(group)}\d{{3}})+|" if group.strip() else ""
    return rf"({groups}\d+)({re.escape(point)}\d{{0,2}})?|{re.escape(point)}\d{{1,2}}"


def _what_is_wrong(typed: str, point: str) -> Text:
    if re.fullmatch(r"[\d.,]+", typed, re.ASCII):
        if re.search(rf"{re.escape(point)}\d{{3,}}$", typed) and typed.count(point) == 1:
            return msg("An amount has two decimals at most.")
        return msg("Type this amount as {example}.", example=f"1234{point}56")
    return msg("This is not an amount.")
