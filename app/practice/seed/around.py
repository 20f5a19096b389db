"""The state that the rest of the seed builds on: people, appointments, and the rows written so far."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from app.practice.seed.calendar import Calendar
from app.practice.seed.people.people import Person
from app.practice.seed.people.showcase import Showcase
from app.practice.seed.schedule import Visit
from app.practice.seed.visit_rows import VisitRows


@dataclass(frozen=True, slots=True)
class Around:
    """The practice so far. `today` is an ordinal; `dice` gives each part its own random generator."""

    people: list[Person]
    visits: list[Visit]
    written: VisitRows
    calendar: Calendar
    today: int
    showcase: Showcase
    dice: Callable[[str], random.Random]
