"""Phone numbers as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.people.phones import TypedPhone
from app.domain.people.typed_phone import typed_phone

COMPLETE = {
    "5035550123": ("(503)555-0123", "5035550123"),
    " 503 555  0123 ": ("(503)555-0123", "5035550123"),
    "(503) 555-0123": ("(503)555-0123", "5035550123"),
    "503.555.0123": ("(503)555-0123", "5035550123"),
    "1-503-555-0123": ("(503)555-0123", "5035550123"),
    "+1 (503) 555 0123": ("(503)555-0123", "5035550123"),
    "5035550123x44": ("(503)555-0123 x44", "5035550123"),
    "503-555-0123 ext. 4": ("(503)555-0123 x4", "5035550123"),
    "+49 30 123456": ("+49 30 123456", "30123456"),
    "+39 06 698 12345": ("+39 06 6981 2345", "0669812345"),
    "503 555 0123 mother": ("503 555 0123 mother", "5035550123"),
    "work: 503 555 0123": ("work: 503 555 0123", "5035550123"),
}
"""As typed, as saved, and the digits to search for."""


def test_a_complete_number_is_saved_as_open_dental_writes_it() -> None:
    """Any notation gives the same number; words beside it stay."""
    for text, (stored, digits) in COMPLETE.items():
        assert typed_phone(text) == TypedPhone(stored, digits, complete=True), text


@pytest.mark.parametrize(
    ("text", "digits", "too_long"),
    [("503", "503", False), ("555-0123", "5550123", False), ("50355501234567", "50355501234567", True),
     ("no phone", "", False), ("", "", False), ("4", "", False)],
)  # fmt: skip
def test_an_incomplete_number_stays_as_typed(text: str, digits: str, too_long: bool) -> None:
    """Too few or too many digits, or none at all, are no reason to change what was typed."""
    assert typed_phone(text) == TypedPhone(text, digits, complete=False, too_long=too_long)


def test_another_region() -> None:
    """An office abroad types its own numbers without a country code."""
    assert typed_phone("030 123456", "DE").stored == "+49 30 123456"


@given(st.text())
def test_no_typed_letter_is_lost(text: str) -> None:
    """Whatever is typed, no letter of it is lost unless it is a number."""
    found = typed_phone(text)
    assert found.complete or found.stored == " ".join(text.split())


@given(st.from_regex(r"[2-9][0-9]{9}", fullmatch=True))
def test_saving_twice_changes_nothing(text: str) -> None:
    """The saved form is read as the same number."""
    once = typed_phone(text)
    assert typed_phone(once.stored) == once
