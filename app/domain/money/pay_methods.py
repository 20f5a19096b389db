"""What a payment type of the office is: cash and checks are counted, cards are in the terminal's batch."""

# words: names of payment types that offices use
from __future__ import annotations

from enum import StrEnum

from app.domain.texts.folding import folded


class Method(StrEnum):
    """How money was paid."""

    CASH = "cash"
    CHECK = "check"
    CARD = "card"
    OTHER = "other"


_WORDS = (
    (Method.CASH, ("cash",)),
    (Method.CHECK, ("check", "cheque", "money order", "cashier")),
    (
        Method.CARD,
        ("credit", "debit", "card", "visa", "master", "amex", "american express", "discover", "terminal"),
    ),
)
_NEITHER = ("care", "cash app", "cashapp", "gift", "echeck", "e-check", "checking")
"""Names that contain one of the words but are paid another way: CareCredit, Cash App, gift cards, eChecks."""


def method_of(name: str) -> Method:
    """What a payment type is, by the name that the office gave it."""
    words = folded(name)
    if any(each in words for each in _NEITHER):
        return Method.OTHER
    return next((method for method, known in _WORDS if any(each in words for each in known)), Method.OTHER)


def goes_to_bank(method: Method) -> bool:
    """Whether it is taken to the bank on a deposit slip; cards and transfers arrive there by themselves."""
    return method in (Method.CASH, Method.CHECK)
