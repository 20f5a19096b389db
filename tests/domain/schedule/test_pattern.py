"""Time patterns."""

from __future__ import annotations

import random

import pytest

from app.domain.schedule.pattern import (
    MAX_SLOTS,
    clean,
    minutes_of,
    plain,
    provider_runs,
    secondary_for,
    shown_minutes,
    stretch,
    stretch_secondary,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("/XX/", "/XX/"), ("", ""), ("xX/", "XX/"), ("X?X ", "X/X"), ("X" * 200, "X" * 108), (" \\XX", "/XX")],
)
def test_only_x_and_slash_are_kept(typed: str, kept: str) -> None:
    """An invalid pattern becomes one of X and / of at most nine hours."""
    assert clean(typed) == kept


def test_a_character_is_five_minutes() -> None:
    """A pattern lasts five minutes per character, nine hours at most, and nothing when it is empty."""
    assert [minutes_of(each) for each in ("", "X", "/XX/", "X" * 120)] == [0, 5, 20, 540]


def test_a_visit_without_a_pattern_can_still_be_seen() -> None:
    """An empty pattern takes ten minutes on the schedule."""
    assert (shown_minutes(""), shown_minutes("XXXX")) == (10, 20)


@pytest.mark.parametrize(("minutes", "pattern"), [(5, "X"), (10, "XX"), (15, "/X/"), (20, "/XX/"), (0, "X")])
def test_a_length_has_a_usual_shape(minutes: int, pattern: str) -> None:
    """A new appointment has one slot of the rest on either side of the provider's time, if it fits."""
    assert plain(minutes) == pattern


@pytest.mark.parametrize(
    ("pattern", "minutes", "stretched"),
    [
        ("/XX/", 30, "/XXXX/"),
        ("/XX/", 15, "/X/"),
        ("//XXXX//XX/", 65, "//XXXXXX//XX/"),
        ("//XXXX//XX/", 45, "//XX//XX/"),
        ("/XX/", 10, "/X"),
        ("/XX/", 5, "X"),
        ("/X/", 25, "/XXX/"),
        ("//", 20, "////"),
        ("////", 5, "/"),
        ("", 20, "/XX/"),
        ("X", 9999, "X" * MAX_SLOTS),
    ],
)
def test_stretching_keeps_the_shape(pattern: str, minutes: int, stretched: str) -> None:
    """The provider's longest run grows and shrinks; what is around it stays as long as possible."""
    assert stretch(pattern, minutes) == stretched


def test_stretching_and_going_back_changes_nothing() -> None:
    """An appointment made longer and then shorter again gets its old pattern back."""
    chance = random.Random(4)
    for _ in range(300):
        pattern = "".join(chance.choice("X/") for _ in range(chance.randint(1, 30)))
        longer = len(pattern) + chance.randint(0, 20)
        assert stretch(stretch(pattern, longer * 5), len(pattern) * 5) == pattern


def test_a_stretched_pattern_has_the_length_asked_for() -> None:
    """Whatever the pattern, the result lasts the given minutes, from five minutes to nine hours."""
    chance = random.Random(5)
    for _ in range(300):
        pattern = "".join(chance.choice("X/") for _ in range(chance.randint(0, 40)))
        slots = chance.randint(1, 108)
        assert len(stretch(pattern, slots * 5)) == slots


def test_the_second_pattern_follows_the_first_ones_length() -> None:
    """A second pattern is padded with / or cut to the first one's length."""
    assert secondary_for("/XX/", "") == "////"
    assert secondary_for("/XX/", "XXXXXX") == "XXXX"
    assert stretch_secondary("////", 30) == "//////"
    assert stretch_secondary("/X//", 30) == "/XXX//"


def test_provider_time_is_given_in_minutes_from_the_start() -> None:
    """The runs of X are returned as minutes from the appointment's start."""
    assert provider_runs("/XX//X") == ((5, 15), (25, 30))
    assert provider_runs("") == ()
