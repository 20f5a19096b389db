"""Totals as they are typed: unlike a payment, a batch or a count can be nothing, and a batch of refunds negative."""

from __future__ import annotations

from decimal import Decimal

from app.domain.money.cents import ZERO
from app.domain.money.typed_amount import read_amount
from app.viewmodels.clock_face import locale

_MINUS = ("-", "−")
_NOTHING = frozenset("0.,")


def typed_total(text: str) -> Decimal | None:
    """A total in US dollars, to the cent; None: it is no amount."""
    typed = "".join(text.split()).removeprefix("$")
    negative = typed.startswith(_MINUS)
    typed = typed[negative:].removeprefix("$")
    if "0" in typed and set(typed) <= _NOTHING:
        return ZERO
    used = locale()
    found = read_amount(typed, point=used.decimalPoint(), group=used.groupSeparator()).value
    return -found if found is not None and negative else found
