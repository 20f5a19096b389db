"""Recalls derived from appointments: due, overdue, reminded and scheduled."""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass, field

from app.practice.rules.intervals import Interval
from app.practice.schema.columns import NO_DATE
from app.practice.schema.recalls import recall, recalltrigger, recalltype
from app.practice.seed import lists
from app.practice.seed.around import Around
from app.practice.seed.codes import NUMBERS
from app.practice.seed.people.people import PATIENT, Person
from app.practice.seed.rows import Rows, at, iso
from app.practice.seed.schedule import SCHEDULED
from app.practice.seed.treatment import DONE

PROPHY, CHILD_PROPHY, PERIO, BITEWINGS, FULL_MOUTH = range(1, 6)
"""RecallTypeNums."""
_TYPES = (
    ("Prophy", Interval(months=6, days=1), "/XXXX/", "D0120,D1110", ("D1110", "D1120")),
    ("Child Prophy", Interval(), "/XXX/", "D0120,D1120,D1206", ()),
    ("Perio", Interval(months=4), "/XXXX/", "D4910", ("D4910", "D4341", "D4342")),
    ("Bitewings", Interval(years=1), "", "D0274", ("D0272", "D0274")),
    ("Full mouth X-rays", Interval(years=5), "", "D0210", ("D0210", "D0330")),
)
"""Name, interval, pattern, procedures of the appointment, trigger procedures."""
INTERVALS = {number: kind[1] for number, kind in enumerate(_TYPES, 1)}
_EMAIL, _PHONE, _TEXT = 1, 3, 5
_SENT = 1
_NOTES = (
    "Afternoons only",
    "Call the mother",
    "Back in spring",
    "With the children",
    "Prefers the same hygienist",
)


def recall_rows(around: Around) -> list[Rows]:
    """The types with their triggers, and the recalls of active patients."""
    types = Rows(recalltype, "Description", "DefaultInterval", "TimePattern", "Procedures", "AppendToSpecial")
    triggers = Rows(recalltrigger, "RecallTypeNum", "CodeNum")
    for number, (name, interval, pattern, procedures, followed) in enumerate(_TYPES, 1):
        types.add(name, interval.number, pattern, procedures, int(number > PERIO))
        for code in followed:
            triggers.add(number, NUMBERS[code])
    return [types, triggers, _Recalls(around).rows]


@dataclass(slots=True)
class _Times:
    """The last and next date of each type for a patient."""

    done: dict[int, str] = field(default_factory=dict)
    planned: dict[int, str] = field(default_factory=dict)


class _Recalls:
    """Collects the recalls."""

    def __init__(self, around: Around) -> None:
        self._around = around
        self._dice: random.Random = around.dice("recalls")
        self._reasons = [
            lists.number(lists.UNSCHEDULED, name)
            for name in ("Left message", "Mailed postcard", "Will call back")
        ]
        self._reminder = lists.number(lists.COMM_TYPES, "Recall")
        self.rows = Rows(
            recall, "PatNum", "DateDueCalc", "DateDue", "DatePrevious", "RecallInterval", "RecallStatus", "Note",
            "IsDisabled", "DateTStamp", "RecallTypeNum", "DisableUntilBalance", "DisableUntilDate", "DateScheduled",
            "Priority",
        )  # fmt: skip
        times = _times(around)
        for person in around.people:
            if person.status == PATIENT:
                self._of(person, times.get(person.num, _Times()))

    def _of(self, person: Person, times: _Times) -> None:
        done, planned = times.done, times.planned
        ahead = min(planned.get(PROPHY, "9"), planned.get(PERIO, "9"))
        ahead = NO_DATE if ahead == "9" else ahead
        if PROPHY in done or PERIO in done:
            # On the same day, perio maintenance counts: it includes a cleaning.
            kind = PERIO if done.get(PERIO, "") >= done.get(PROPHY, "") else PROPHY
            self._cleaning(person, kind, max(done.get(PROPHY, ""), done.get(PERIO, "")), ahead)
        elif not person.is_new:
            self._from_before(person, ahead)
        for number in (BITEWINGS, FULL_MOUTH):
            if number in done:
                due = _after(done[number], INTERVALS[number])
                coming = planned.get(number, NO_DATE)
                self._add(person, number, INTERVALS[number], done[number], due, coming)

    def _cleaning(self, person: Person, kind: int, last: str, ahead: str) -> None:
        dice = self._dice
        interval = INTERVALS[kind]
        if dice.random() < 0.12:
            interval = Interval(months=3) if kind == PERIO else Interval(years=1)
        due = _after(last, interval)
        waits = ahead == NO_DATE and due < iso(self._around.today)
        disabled = waits and dice.random() < 0.03
        status = 0
        if waits and not disabled and dice.random() < 0.45:
            status = self._remind(person, last, due)
        self._add(
            person,
            kind,
            interval,
            last,
            NO_DATE if disabled else due,
            ahead,
            status=status,
            disabled=int(disabled),
        )

    def _from_before(self, person: Person, ahead: str) -> None:
        """A patient not seen since the practice changed software: the date was entered by hand."""
        due = iso(self._around.today - self._dice.randrange(40, 600))
        self._add(person, PROPHY, INTERVALS[PROPHY], NO_DATE, due, ahead, by_hand=True)

    def _add(
        self, person: Person, kind: int, interval: Interval, last: str, due: str, ahead: str,
        *, status: int = 0, disabled: int = 0, by_hand: bool = False,
    ) -> None:  # fmt: skip
        dice = self._dice
        until = NO_DATE
        if kind in {PROPHY, PERIO} and due < iso(self._around.today) and dice.random() < 0.03:
            until = iso(self._around.today + dice.randrange(10, 90))
        note = dice.choice(_NOTES) if kind in {PROPHY, PERIO} and dice.random() < 0.05 else ""
        changed = min(max(last, iso(person.joined)), iso(self._around.today - 1))
        self.rows.add(
            person.num, NO_DATE if by_hand else due, due, last, interval.number, status, note, disabled,
            at(changed, 210), kind, 300.0 if dice.random() < 0.01 else 0.0, until, ahead,
            int(kind in {PROPHY, PERIO} and dice.random() < 0.02),
        )  # fmt: skip

    def _remind(self, person: Person, last: str, due: str) -> int:
        """One or two reminders since the recall was due; returns the recall's status."""
        dice, today = self._dice, self._around.today
        first = max(_ordinal(last), _ordinal(due) - 20) + 1
        status = dice.choice(self._reasons)
        for _ in range(dice.choice((1, 1, 2))):
            day = min(today - 1, dice.randrange(first, today))
            when = at(iso(day), dice.randrange(100, 200), dice.randrange(300))
            mode = dice.choice((_EMAIL, _PHONE, _TEXT))
            self._around.written.commlogs.add(
                person.num,
                when,
                self._reminder,
                "Recall reminder",
                mode,
                _SENT,
                dice.randrange(1, 5),
                when,
                when,
            )
        return status


def _times(around: Around) -> dict[int, _Times]:
    """What each patient's procedures imply."""
    rows = around.written.treatment.rows
    patient, visit, day, status, code = (
        rows.columns.index(name) + 1 for name in ("PatNum", "AptNum", "ProcDate", "ProcStatus", "CodeNum")
    )
    types = {NUMBERS[each]: number for number, kind in enumerate(_TYPES, 1) for each in kind[4]}
    coming = {
        each.num: each.text for each in around.visits if each.status == SCHEDULED and each.day >= around.today
    }
    found: dict[int, _Times] = {}
    for row in rows.rows:
        kind = types.get(row[code])
        if kind is None:
            continue
        times = found.get(row[patient])
        if times is None:
            times = found[row[patient]] = _Times()
        if row[status] == DONE:
            times.done[kind] = max(times.done.get(kind, ""), row[day])
        elif row[visit] in coming:
            times.planned[kind] = min(times.planned.get(kind, "9"), coming[row[visit]])
    return found


def _after(day: str, interval: Interval) -> str:
    return interval.after(datetime.date.fromisoformat(day)).isoformat()


def _ordinal(day: str) -> int:
    return datetime.date.fromisoformat(day).toordinal()
