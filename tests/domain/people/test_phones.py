"""Phone numbers on the screen."""

from __future__ import annotations

import pytest

from app.domain.people.phones import call_link, phone_text


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("5035551234", "(503) 555-1234"),
        ("(503)555-1234", "(503) 555-1234"),
        ("1-503-555-1234", "(503) 555-1234"),
        ("+1 503.555.1234", "(503) 555-1234"),
        (" 503 555 1234 ext. 12 ", "(503) 555-1234 x12"),
        ("503-555-1234x7", "(503) 555-1234 x7"),
        ("555-1234", "555-1234"),
        ("5551234", "555-1234"),
        ("+44 20 7946 0958", "+44 20 7946 0958"),
        ("ask his mother", "ask his mother"),
        ("", ""),
    ],
)
def test_numbers_are_written_alike(typed: str, shown: str) -> None:
    """Any notation of a number is displayed in one format; other than American numbers stay as typed."""
    assert phone_text(typed) == shown


@pytest.mark.parametrize(
    ("number", "link"),
    [
        ("(503)555-1234", "tel:5035551234"),
        ("+44 20 7946 0958", "tel:+442079460958"),
        ("(503)555-1234 x12", "tel:5035551234"),
        ("503-555-1234 ext. 12", "tel:5035551234"),
        ("503-555-1234 (x12)", "tel:5035551234"),
        ("503-555-1234#12 at work", "tel:5035551234"),
        ("503-555-1234, 503-555-9876", "tel:5035551234"),
        ("x12", "tel:12"),
    ],
)
def test_a_call_link_leaves_out_the_extension(number: str, link: str) -> None:
    """A call link dials the number without its extension; an extension alone is dialed."""
    assert call_link(number) == link
