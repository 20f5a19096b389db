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
    Skip,
    Times,
    recorded,
    skip_of,
    stage_of,
    stage_rules,
)
from app.domain.schedule.visit import Stage
from tests.domain.builders import DAY, visit

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
    """A status with a meaning decides, an undone arrival counts as undone, others leave it to the times."""
    assert stage_of(confirmed, times, RULES) is stage


def test_broken_is_broken_and_complete_is_over() -> None:
    """A broken appointment is broken whatever its status; a complete one without an arrival counts as dismissed."""
    assert stage_of(22, HERE, RULES, broken=True) is Stage.BROKEN
    assert stage_of(21, NO_TIMES, RULES, complete=True) is Stage.DISMISSED
    assert stage_of(24, IN_CHAIR, RULES, complete=True) is Stage.SEATED


def test_plain_names_stand_in_for_unset_triggers() -> None:
    """An office without triggers is read by statuses with standard names, and 0 is not a status."""
    names = [(1, "Unconfirmed"), (2, "Confirmed"), (3, "arrived "), (4, "In Chair"), (5, "Checked out")]
    rules = stage_rules(names, {ARRIVED_TRIGGER: "0", SEATED_TRIGGER: ""})
    assert (rules.arrived, rules.seated, rules.dismissed, rules.accepted, rules.first) == (3, 4, 5, 2, 1)
    stages = [stage_of(number, NO_TIMES, rules) for number, _ in names]
    assert [stage.value for stage in stages] == ["U", "C", "A", "S", "D"]


def test_not_confirmed_is_not_confirmed() -> None:
    """Unconfirmed and not confirmed don't count as confirmed; text confirmed does."""
    rules = stage_rules([(1, "Unconfirmed"), (2, "Not confirmed"), (3, "Text Confirmed")], {})
    assert rules.confirmed == {3}


def test_without_statuses_there_are_still_stages() -> None:
    """While the statuses are still being read, recorded times determine the stage."""
    rules = stage_rules([], {})
    assert stage_of(22, HERE, rules) is Stage.ARRIVED
    assert stage_of(22, NO_TIMES, rules) is Stage.UNCONFIRMED


def test_midnight_is_an_empty_time() -> None:
    """No date and midnight both mean that nothing was recorded."""
    assert recorded(None) is None
    assert recorded(datetime(2026, 11, 23)) is None
    assert recorded(NINE) == NINE


@pytest.mark.parametrize(
    ("now", "stage", "target", "skip"),
    [
        (DAY.replace(hour=8, minute=50), Stage.CONFIRMED, Stage.ARRIVED, None),
        (DAY.replace(hour=7, minute=1), Stage.CONFIRMED, Stage.ARRIVED, None),
        (DAY.replace(hour=7), Stage.CONFIRMED, Stage.ARRIVED, Skip.EARLY),
        (DAY.replace(hour=17), Stage.UNCONFIRMED, Stage.ARRIVED, None),
        (DAY.replace(day=22, hour=9), Stage.CONFIRMED, Stage.ARRIVED, Skip.OTHER_DAY),
        (DAY.replace(day=24, hour=9), Stage.ARRIVED, Stage.SEATED, Skip.OTHER_DAY),
        (DAY.replace(hour=7), Stage.UNCONFIRMED, Stage.CONFIRMED, None),
        (DAY.replace(day=20), Stage.UNCONFIRMED, Stage.CONFIRMED, None),
        (DAY.replace(hour=9), Stage.CONFIRMED, Stage.SEATED, Skip.NOT_ARRIVED),
        (DAY.replace(hour=9), Stage.CONFIRMED, Stage.DISMISSED, Skip.NOT_ARRIVED),
        (DAY.replace(hour=9), Stage.ARRIVED, Stage.DISMISSED, Skip.NOT_SEATED),
        (DAY.replace(hour=7), Stage.ARRIVED, Stage.SEATED, None),
        (DAY.replace(hour=9), Stage.SEATED, Stage.DISMISSED, None),
        (DAY.replace(hour=9), Stage.DISMISSED, Stage.ARRIVED, None),
    ],
)
def test_what_skips_ahead(now: datetime, stage: Stage, target: Stage, skip: Skip | None) -> None:
    """A stage is unexpected on another day, two hours early, or when an earlier one was skipped."""
    assert skip_of(visit(9, 0, stage=stage), target, now, RULES) is skip


def test_a_stage_that_the_office_does_not_use_is_not_skipped() -> None:
    """If no status means seated, dismissing after the arrival is expected."""
    rules = stage_rules(
        [(19, "Not Called"), (22, "Arrived"), (25, "Gone")], {**PREFERENCES, SEATED_TRIGGER: "0"}
    )
    at_nine = DAY.replace(hour=9)
    assert skip_of(visit(9, 0, stage=Stage.ARRIVED), Stage.DISMISSED, at_nine, rules) is None
    assert skip_of(visit(9, 0), Stage.DISMISSED, at_nine, rules) is Skip.NOT_ARRIVED
