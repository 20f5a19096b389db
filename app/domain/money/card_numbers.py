"""Card numbers in typed text: they may not be kept anywhere, not even in a log."""

from __future__ import annotations

import re
from itertools import accumulate

SHORTEST, LONGEST = 13, 19
"""The number of digits of a card number."""
_CHAIN = re.compile(r"\d+(?:[\s\-.\u00ad\u2010-\u2015\u2212_/]{1,3}\d+)*")
"""Groups of digits with little between them: 4111 1111-1111.1111."""
_GROUP = re.compile(r"\d+")


def has_card_number(text: str) -> bool:
    """Whether a text has 13 to 19 digits, in one piece or in neighboring groups, that pass the Luhn check."""
    return any(_holds(_GROUP.findall(chain)) for chain in _CHAIN.findall(text))


def without_card_numbers(text: str) -> str:
    """The text without them: no digit is left, because all but the last one tell the last one."""
    return _CHAIN.sub(lambda found: "" if has_card_number(found[0]) else found[0], text)


def _holds(groups: list[str]) -> bool:
    for start in range(len(groups)):
        for digits in accumulate(groups[start:]):
            if len(digits) > LONGEST:
                break
            if len(digits) >= SHORTEST and passes_luhn(digits):
                return True
    return False


def passes_luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of those before it. Zeros alone are no number."""
    numbers = [int(digit) for digit in reversed(digits)]
    doubled = [sum(divmod(2 * number, 10)) for number in numbers[1::2]]
    return any(numbers) and (sum(numbers[::2]) + sum(doubled)) % 10 == 0
