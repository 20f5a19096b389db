"""The time of an appointment by its procedures."""

from __future__ import annotations

import pytest

from app.domain.schedule.pattern import MAX_SLOTS
from app.domain.schedule.procedure_time import combined, in_slots


@pytest.mark.parametrize(
    ("code", "increment", "slots"),
    [("/X/", 10, "//XX//"), ("/X/", 15, "///XXX///"), ("/X/", 5, "/X/"), ("", 10, "")],
)
def test_a_codes_time_is_in_the_offices_steps(code: str, increment: int, slots: str) -> None:
    """A code's pattern has one character for each step of the office, an appointment's one for five minutes."""
    assert in_slots(code, increment) == slots


@pytest.mark.parametrize(
    ("patterns", "whole"),
    [
        ((), ""),
        (("/X/",), "/X/"),
        (("X", "X"), "XX"),
        (("/X", "X"), "/XX"),
        (("//XXX", "X/"), "//XXXX/"),
        (("/X/", "/XX//"), "/XXX//"),
        (("/X//X/", "X"), "/X//XX/"),
        (("/", "/X/"), "/X/"),
        (("//",), "//"),
    ],
)
def test_procedures_of_one_sitting(patterns: tuple[str, ...], whole: str) -> None:
    """The longest time before and after the provider counts once, what is between adds up."""
    assert combined(patterns) == whole


def test_no_appointment_is_longer_than_nine_hours() -> None:
    """Open Dental cuts a pattern after nine hours."""
    assert len(combined(["X" * 70, "X" * 70])) == MAX_SLOTS
