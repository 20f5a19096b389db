"""Masked contact data."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kiosk.masks import HIDDEN, masked
from app.wire.hub.kiosk import ContactField as F


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        (F.WIRELESS_PHONE, "(503)555-1234", "•••-1234"),
        (F.HOME_PHONE, "+49 30 123456", "•••-3456"),
        (F.HOME_PHONE, "555", HIDDEN),
        (F.HOME_PHONE, "ask mother", HIDDEN),
        (F.EMAIL, "jane.doe@example.com", "j•••@•••.com"),
        (F.EMAIL, "j@example.co.uk", "•••@•••.uk"),
        (F.EMAIL, "none", HIDDEN),
        (F.ADDRESS, "12 Main St", "12 • St"),
        (F.ADDRESS, "12 Main Street Apt 4", "12 •"),
        (F.ADDRESS, "PO Box 77", HIDDEN),
        (F.ADDRESS2, "Apt 4", HIDDEN),
        (F.CITY, "Portland", "P•••"),
        (F.CITY, "Ai", HIDDEN),
        (F.STATE, "OR", "OR"),
        (F.STATE, "Oregon", HIDDEN),
        (F.ZIP, "97201-1234", "•••34"),
        (F.ZIP, "97", HIDDEN),
        (F.EMAIL, "  ", ""),
    ],
)
def test_masks(field: F, value: str, shown: str) -> None:
    """Enough to recognize one's own, and no more."""
    assert masked(field, value) == shown


@given(st.sampled_from([each for each in F if each is not F.STATE]), st.text(max_size=60))
def test_a_mask_never_shows_the_value(field: F, value: str) -> None:
    """Whatever is stored, the mask is another text, empty only for nothing."""
    shown = masked(field, value)
    assert bool(shown) == bool(value.split())
    if shown:
        assert "•" in shown
        assert shown != value or "•" in value


@given(st.sampled_from([F.WIRELESS_PHONE, F.HOME_PHONE]), st.text("0123456789()-+ x", max_size=24))
def test_a_phone_shows_at_most_four_digits(field: F, value: str) -> None:
    """Never more than the last four."""
    assert sum(each.isdigit() for each in masked(field, value)) in (0, 4)
