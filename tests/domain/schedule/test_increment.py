"""The office's time increment."""

from __future__ import annotations

from app.domain.schedule.increment import PREFERENCE, increment_of, next_step, step_from


def test_the_office_decides_about_its_steps() -> None:
    """5, 10 and 15 minutes are Open Dental's choices; anything else, or nothing, counts as the default of ten."""
    read = {text: increment_of({PREFERENCE: text}) for text in ("5", "10", " 15 ", "", "0", "-5", "7", "ten")}
    assert read == {"5": 5, "10": 10, " 15 ": 15, "": 10, "0": 10, "-5": 10, "7": 10, "ten": 10}
    assert increment_of({}) == 10


def test_a_minute_goes_up_to_its_step() -> None:
    """A minute between two multiples becomes the later one."""
    assert [step_from(minute, 15) for minute in (0, 1, 15, 481)] == [0, 15, 15, 495]


def test_the_next_step_is_a_whole_one() -> None:
    """A length between two multiples goes to the nearest one above or below, a multiple to the next one."""
    assert [next_step(minutes, 10, 1) for minutes in (20, 25)] == [30, 30]
    assert [next_step(minutes, 10, -1) for minutes in (20, 25)] == [10, 20]
    assert [next_step(minutes, 15, -1) for minutes in (30, 40, 15)] == [15, 30, 0]
