"""The outcome of each appointment: completed, missed, canceled, or upcoming; and when it was made."""

from __future__ import annotations

import random

from app.practice.seed import lists
from app.practice.seed.people import names
from app.practice.seed.rows import at, iso
from app.practice.seed.schedule import BROKEN, COMPLETE, UNSCHEDULED, Visit

MISSED, CANCELED = "D9986", "D9987"
_DUSK = 17 * 12 + 6
"""Nothing in the past was changed after 5:30 PM."""


class Outcomes:
    """Decides the outcome of appointments on days other than today."""

    def __init__(self, today: int, dice: random.Random) -> None:
        self._today = today
        self._dice = dice
        self.confirmed = {
            entry.name: lists.number(lists.CONFIRMED, entry.name)
            for entry in lists.DEFINITIONS[lists.CONFIRMED]
        }
        self._reasons = [
            lists.number(lists.UNSCHEDULED, name) for name in ("To call", "Left message", "Will call back")
        ]

    def settle(self, visit: Visit) -> None:
        """Set an appointment's status, times and note."""
        self.make(visit)
        if visit.day < self._today:
            self._past(visit)
        elif visit.day > self._today:
            self._ahead(visit)

    def make(self, visit: Visit) -> None:
        """When the appointment was booked, and its note."""
        dice = self._dice
        earliest = visit.person.joined if visit.new else 0
        made = min(visit.day - dice.choice((1, 2, 5, 9, 14, 21, 30, 60, 120, 170, 180)), self._today - 1)
        visit.created = at(iso(max(made, earliest)), dice.randrange(100, 200), dice.randrange(300))
        visit.changed = visit.created
        share = 0.07 if visit.day < self._today else 0.22 if visit.day > self._today else 0.36
        if dice.random() < share:
            visit.note = dice.choice(names.VISIT_NOTES)

    def came(self, visit: Visit) -> None:
        """The appointment took place: arrived around its start, seated, dismissed around its end."""
        dice = self._dice
        arrived = visit.slot - dice.choice((0, 1, 1, 2, 2, 3, -1))
        seated = max(arrived, visit.slot + dice.choice((0, 0, 0, 1, 1, 2)))
        out = max(seated + 2, visit.end + dice.choice((-1, 0, 0, 0, 1, 2)))
        visit.arrived = at(visit.text, arrived, dice.randrange(60, 240))
        visit.seated = at(visit.text, seated, dice.randrange(240, 300))
        visit.dismissed = at(visit.text, out, dice.randrange(60))
        visit.confirmed = self.confirmed["Dismissed"]
        visit.status = COMPLETE

    def failed(self, visit: Visit, code: str, *, listed: bool) -> None:
        """The patient did not come. Listed: on the Unscheduled List; else left on the schedule."""
        visit.broken_code = code
        visit.status = UNSCHEDULED if listed else BROKEN
        visit.confirmed = self.confirmed["Unconfirmed" if code == MISSED else "Left message"]
        visit.unscheduled = self._dice.choice(self._reasons) if listed else 0

    def _past(self, visit: Visit) -> None:
        dice = self._dice
        chance = dice.random()
        if chance < 0.915:
            self.came(visit)
        else:
            code = MISSED if chance < 0.95 else CANCELED if chance < 0.975 else ""
            self.failed(visit, code, listed=dice.random() < 0.12)
        visit.changed = at(visit.text, min(visit.end, _DUSK), dice.randrange(300))

    def _ahead(self, visit: Visit) -> None:
        dice, ahead = self._dice, visit.day - self._today
        soon = (30, 22, 10, 36, 1, 1) if ahead <= 2 else (60, 20, 4, 15, 1, 0)
        weights = soon if ahead <= 7 else (94, 0, 1, 5, 0, 0)
        status = dice.choices(tuple(self.confirmed)[:6], weights)[0]
        visit.confirmed = self.confirmed[status]
        visit.asap = dice.random() < 0.03
        if status != "Unconfirmed":
            self.noticed(visit)

    def noticed(self, visit: Visit) -> None:
        """The appointment was last changed a day or two ago."""
        noticed = at(iso(self._today - self._dice.randrange(1, 3)), self._dice.randrange(100, 200))
        visit.changed = max(visit.changed, noticed)
