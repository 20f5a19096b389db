"""Contact data as patients type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kiosk.contact import LONGEST, MAY_BE_CLEARED, same_value, typed_value
from app.wire.hub.kiosk import ContactField as F


@pytest.mark.parametrize(
    ("field", "typed", "stored"),
    [
        (F.EMAIL, " Jane@Example.com ", "Jane@Example.com"),
        (F.EMAIL, "jane@example", None),
        (F.EMAIL, "jane@@example.com", None),
        (F.EMAIL, "jane@example..com", None),
        (F.EMAIL, "", ""),
        (F.STATE, "or", "OR"),
        (F.STATE, "XX", None),
        (F.STATE, "", None),
        (F.ZIP, "97201", "97201"),
        (F.ZIP, "972011234", "97201-1234"),
        (F.ZIP, "97201 1234", "97201-1234"),
        (F.ZIP, "9720", None),
        (F.CITY, "  San   José ", "San José"),
        (F.CITY, "12345", None),
        (F.ADDRESS, "12 Main St", "12 Main St"),
        (F.ADDRESS, "...", None),
        (F.ADDRESS, "", None),
        (F.ADDRESS2, "", ""),
        (F.CITY, "a" * 101, None),
        (F.ADDRESS, "12 Main\x00St", None),
    ],
)
def test_typed_values(field: F, typed: str, stored: str | None) -> None:
    """Normalized as Open Dental stores them; what can't be right is refused."""
    assert typed_value(field, typed) == stored


@given(st.sampled_from(list(F)), st.text(max_size=120))
def test_what_is_stored_is_stable(field: F, typed: str) -> None:
    """A stored value is stored as it is, fits its column, and means the same."""
    stored = typed_value(field, typed)
    if stored is None:
        return
    assert len(stored) <= LONGEST[field]
    assert typed_value(field, stored) == stored
    assert stored or field in MAY_BE_CLEARED
    if field is not F.ZIP:
        assert same_value(field, typed, stored)


def test_same_values() -> None:
    """Spelling is no change."""
    assert same_value(F.HOME_PHONE, "(503)555-0100", "503.555.0100")
    assert same_value(F.HOME_PHONE, "+1 503 555 0100", "(503)555-0100")
    assert not same_value(F.HOME_PHONE, "(503)555-0100", "(503)555-0101")
    assert same_value(F.EMAIL, "A@b.com", "a@B.com")
    assert same_value(F.CITY, "San José ", "san jose")
    assert not same_value(F.HOME_PHONE, "", "(503)555-0100")
