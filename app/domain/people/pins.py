"""Which PINs are accepted, and how long a person waits after wrong ones."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from app.core.text import NO_TEXT, Text, msg

FEWEST_DIGITS, MOST_DIGITS = 4, 12
FREE_TRIES = 3
"""Wrong PINs in a row before the first wait."""
WAITS = tuple(timedelta(seconds=each) for each in (15, 60, 300, 900))
"""The wait after each further wrong PIN; the last one repeats: at most 96 tries a day."""

_ROWS = ("01234567890", "147", "258", "369", "2580", "159", "357")
"""Digits that lie in a row, in order or on a keypad."""
_YEARS = ("19", "20")


def pin_trouble(pin: str) -> Text:
    """Why a PIN can't be used; empty if it can."""
    if not pin.isascii() or not pin.isdigit() or len(pin) < FEWEST_DIGITS:
        return msg("A PIN has at least {n} digits, and nothing else.", n=FEWEST_DIGITS)
    if len(pin) > MOST_DIGITS:
        return msg("A PIN has at most {n} digits.", n=MOST_DIGITS)
    if _is_easy(pin):
        return msg("This PIN is too easy to guess. Avoid repeated digits, digits in a row and years.")
    return NO_TEXT


def wait_after(failures: int) -> timedelta:
    """How long nobody may try again after so many wrong PINs in a row."""
    over = failures - FREE_TRIES
    return timedelta(0) if over < 0 else WAITS[min(over, len(WAITS) - 1)]


def _is_easy(pin: str) -> bool:
    """Whether it is among the first that a thief would try."""
    if len(set(pin)) <= 1 or any(pin in row * 2 or pin in row[::-1] * 2 for row in _ROWS if len(row) > 1):
        return True
    half = len(pin) // 2
    repeats = len(pin) % 2 == 0 and pin == pin[:half] * 2
    doubled = len(pin) % 2 == 0 and pin[::2] == pin[1::2] and len(set(pin)) <= half and _is_row(pin[::2])
    year = len(pin) == FEWEST_DIGITS and pin.startswith(_YEARS)
    return repeats or doubled or year or _is_row(pin)


def _is_row(pin: str) -> bool:
    """Whether each digit follows the one before by the same step: 1357, 9876; by one also over the 0: 8901."""
    steps = [int(after) - int(before) for before, after in pairwise(pin)]
    return len(set(steps)) <= 1 or {step % 10 for step in steps} in ({1}, {9})
