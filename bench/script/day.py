"""The day: the actions of every screen, in an order that is the same in every run."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import datetime

from bench.script import around, money, new_patient, patient, schedule, tasks
from bench.script.action import Action

SCREENS: tuple[tuple[Action, ...], ...] = (
    schedule.ACTIONS,
    patient.ACTIONS,
    new_patient.ACTIONS,
    money.ACTIONS,
    tasks.ACTIONS,
    around.ACTIONS,
)
"""A screen adds its actions here."""
BEGINS = datetime(2026, 11, 23, 10, 20)
"""A fixed Monday morning: the figures must not depend on the day on which they are measured."""
SEED = 7


def planned(seed: int = SEED) -> list[Action]:
    """All actions of the day, shuffled the same way in every run."""
    found = [action for actions in SCREENS for action in actions for _ in range(action.times)]
    random.Random(seed).shuffle(found)
    return sorted(found, key=lambda action: action.last)


def missing(written: Iterable[str]) -> list[str]:
    """The kinds of writes that the day should have made and has not."""
    return sorted(
        {action.writes for actions in SCREENS for action in actions if action.writes} - set(written)
    )
