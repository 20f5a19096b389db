"""Stages from statuses, triggers and recorded times."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.domain.schedule.stages import (
    ARRIVED_TRIGGER,
    DISMISSED_TRIGGER,
    NO_TIMES,
    SEATED_TRIGGER,
    STATUS_ACCEPTED,
    STATUS_SENT,
    Times,
    recorded,
    stage_of,
    stage_rules,
)
from app.domain.schedule.visit import Stage

STATUSES = [
    (19, "Not Called"),
    (20, "E-mailed"),
    (21, "OK"),
    (22, "Arrived"),
    (23, "Ready"),
    (24, "Op"),
    (25, "Gone"),
]
PREFERENCES = {
    ARRIVED_TRIGGER: "22",
    SEATED_TRIGGER: "24",
    DISMISSED_TRIGGER: "25",
    STATUS_ACCEPTED: "21",
    STATUS_SENT: "20",
}
RULES = stage_rules(STATUSES, PREFERENCES)
NINE = datetime(2026, 11, 23, 9, 0)
HERE = Times(arrived=NINE)
IN_CHAIR = Times(arrived=NINE, seated=NINE)
GONE = Times(arrived=NINE, seated=NINE, dismissed=NINE)


@pytest.mark.parametrize(
    ("confirmed", "times", "stage"),
    [
        (19, NO_TIMES, Stage.UNCONFIRMED),
        (20, NO_TIMES, Stage.UNCONFIRMED),
        (21, NO_TIMES, Stage.CONFIRMED),
        (22, NO_TIMES, Stage.ARRIVED),
        (24, NO_TIMES, Stage.SEATED),
        (25, NO_TIMES, Stage.DISMISSED),
        (21, HERE, Stage.CONFIRMED),
        (19, GONE, Stage.UNCONFIRMED),
        (23, NO_TIMES, Stage.UNCONFIRMED),
        (23, HERE, Stage.ARRIVED),
        (23, IN_CHAIR, Stage.SEATED),
        (23, GONE, Stage.DISMISSED),
        (0, HERE, Stage.ARRIVED),
        (999, NO_TIMES, Stage.UNCONFIRMED),
    ],
)
def test_the_status_decides_and_the_times_where_it_does_not(
    confirmed: int, times: Times, stage: Stage
) -> None:
    """A status with a meaning decides, an arrival taken back counts as taken back, others leave it to the times."""
    assert stage_of(confirmed, times, RULES) is stage


def test_broken_is_broken_and_complete_is_over() -> None:
    """A broken appointment is broken whatever its status; a complete one without an arrival counts as dismissed."""
    assert stage_of(22, HERE, RULES, broken=True) is Stage.BROKEN
    assert stage_of(21, NO_TIMES, RULES, complete=True) is Stage.DISMISSED
    assert stage_of(24, IN_CHAIR, RULES, complete=True) is Stage.SEATED


def test_plain_names_stand_in_for_unset_triggers() -> None:
    """An office that set no triggers is read by statuses with plain names, and 0 is not a status."""
    names = [(1, "Unconfirmed"), (2, "Confirmed"), (3, "arrived "), (4, "In Chair"), (5, "Checked out")]
    rules = stage_rules(names, {ARRIVED_TRIGGER: "0", SEATED_TRIGGER: ""})
    assert (rules.arrived, rules.seated, rules.dismissed, rules.accepted, rules.first) == (3, 4, 5, 2, 1)
    stages = [stage_of(number, NO_TIMES, rules) for number, _ in names]
    assert [stage.value for stage in stages] == ["U", "C", "A", "S", "D"]


def test_not_confirmed_is_not_confirmed() -> None:
    """Unconfirmed and not confirmed do not count as confirmed; text confirmed does."""
    rules = stage_rules([(1, "Unconfirmed"), (2, "Not confirmed"), (3, "Text Confirmed")], {})
    assert rules.confirmed == {3}


def test_without_statuses_there_are_still_stages() -> None:
    """While the statuses are still being read, recorded times tell the stage."""
    rules = stage_rules([], {})
    assert stage_of(22, HERE, rules) is Stage.ARRIVED
    assert stage_of(22, NO_TIMES, rules) is Stage.UNCONFIRMED


def test_midnight_is_an_empty_time() -> None:
    """No date and midnight both mean that nothing was recorded."""
    assert recorded(None) is None
    assert recorded(datetime(2026, 11, 23)) is None
    assert recorded(NINE) == NINE
