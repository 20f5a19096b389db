"""The made-up practice around many dates: invariants of the schedule for any date."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
import sqlalchemy as sa

from app.practice.schema import columns
from app.practice.schema import schedule as book
from app.practice.schema.describe import describe_procedure, describe_visit
from tests.practice.conftest import Seeded, reading

DAYS = (
    datetime.date(2026, 3, 11),
    datetime.date(2028, 2, 29),
    datetime.date(2026, 3, 14),
    datetime.date(2026, 12, 31),
    datetime.date(2029, 1, 1),
)
"""A Wednesday, a leap day, a Saturday, a year's last day and a holiday."""
NOT_ON_SCHEDULE = {3, 6}
"""`AptStatus` of appointments on the Unscheduled List or only planned."""


class Office:
    """A practice and its date. In its queries ? is the date."""

    def __init__(self, connection: sa.Connection, today: datetime.date) -> None:
        self.today = today
        self.connection = connection
        self.visits = connection.execute(
            sa.select(book.appointment).order_by(book.appointment.c.AptDateTime)
        ).all()
        self.todays = [
            each
            for each in self.visits
            if each.AptDateTime[:10] == today.isoformat() and each.AptStatus not in NOT_ON_SCHEDULE
        ]

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        return [
            tuple(row) for row in self.connection.exec_driver_sql(sql, (str(self.today),) * sql.count("?"))
        ]

    def pairs(self, sql: str) -> dict[Any, Any]:
        """The rows of a query with two columns."""
        return dict(self.ask(sql))


@pytest.fixture(scope="module", params=DAYS, ids=str)
def office(request: pytest.FixtureRequest, seeded: Seeded) -> Iterator[Office]:
    """The practice of each of the days."""
    with reading(seeded(request.param)) as connection:
        yield Office(connection, request.param)


def minutes(when: str) -> int:
    """Minutes after midnight of a moment."""
    return int(when[11:13]) * 60 + int(when[14:16])


def span(visit: sa.Row[Any]) -> tuple[int, int]:
    """An appointment's first minute and the one after its last."""
    start = minutes(visit.AptDateTime)
    return start, start + 5 * len(visit.Pattern)


def test_today_mix(office: Office) -> None:
    """Today has about sixty appointments in every state."""
    names = office.pairs("SELECT DefNum, ItemName FROM definition WHERE Category=2")
    visits = [each for each in office.todays if each.AptStatus != 7]
    states = Counter(names[each.Confirmed] for each in visits if each.AptStatus in {1, 2})
    assert 54 <= len(visits) <= 64
    assert states["Unconfirmed"] >= 5
    assert states["Confirmed"] >= 5
    assert states["Arrived"] >= 3
    assert states["In Operatory"] >= 3
    assert states["Dismissed"] >= 6
    assert sum(each.AptStatus == 2 for each in visits) >= 5
    assert sum(each.AptStatus == 5 for each in visits) == 2
    assert len([each for each in office.todays if each.AptStatus == 7]) == 1
    assert sum(each.IsNewPatient for each in visits) >= 1
    assert sum(each.Priority for each in visits) >= 3
    assert sum(bool(each.Note) for each in visits) >= 8
    late = [each for each in visits if each.AptStatus == 1 and minutes(each.AptDateTime) <= 620]
    assert [each for each in late if each.DateTimeArrived == columns.NO_TIME]
    assert {each.Op for each in visits} == set(range(1, 9))
    assert len({each.PatNum for each in office.todays}) == len(office.todays)


def test_today_alerts(office: Office) -> None:
    """Some of today's patients have a medical alert."""
    alerted = office.ask(
        "SELECT p.PatNum FROM appointment a JOIN patient p ON p.PatNum=a.PatNum "
        "WHERE DATE(a.AptDateTime)=? AND (p.MedUrgNote<>'' OR p.Premed=1)"
    )
    assert len(alerted) >= 5


def test_today_stages_agree(office: Office) -> None:
    """Arrived, seated and dismissed have their times, in order, and match the status."""
    prefs = office.pairs("SELECT PrefName, ValueString FROM preference")
    arrived, seated, dismissed = (
        int(prefs[f"AppointmentTime{stage}Trigger"]) for stage in ("Arrived", "Seated", "Dismissed")
    )
    for each in office.visits:
        times = [each.DateTimeArrived, each.DateTimeSeated, each.DateTimeDismissed]
        known = [time for time in times if time != columns.NO_TIME]
        assert known == sorted(known) == times[: len(known)], each.AptNum
        assert all(time[:10] == each.AptDateTime[:10] for time in known)
        assert len(known) == {arrived: 1, seated: 2, dismissed: 3}.get(each.Confirmed, 0), each.AptNum
        assert each.AptStatus != 2 or each.Confirmed == dismissed


def test_no_unintended_overlaps(office: Office) -> None:
    """Appointments of an operatory don't overlap, except for today's one double-booking and two overlaps."""
    chairs = defaultdict(list)
    for each in office.visits:
        if each.AptStatus not in NOT_ON_SCHEDULE:
            chairs[each.AptDateTime[:10], each.Op].append(span(each))
    clashes = Counter[str]()
    for (day, _), spans in chairs.items():
        for one, other in pairwise(sorted(spans)):
            if other[0] < one[1]:
                clashes[day] += 1
                assert day == office.today.isoformat()
    assert sum(clashes.values()) >= 2
    doubles = Counter((each.Op, span(each)) for each in office.todays)
    assert [many for many in doubles.values() if many > 1] == [2]


def test_provider_in_one_place(office: Office) -> None:
    """A provider's own time is in one operatory at once, on every day except today."""
    spent = Counter[tuple[str, int, int]]()
    for each in office.visits:
        day = each.AptDateTime[:10]
        if each.AptStatus in NOT_ON_SCHEDULE or day == office.today.isoformat():
            continue
        worker = each.ProvHyg if each.IsHygiene else each.ProvNum
        start = span(each)[0]
        spent.update((day, worker, start + 5 * slot) for slot, sign in enumerate(each.Pattern) if sign == "X")
    assert max(spent.values()) == 1


def test_patient_in_one_place(office: Office) -> None:
    """Nobody has two appointments on one day, before birth, or after leaving the practice."""
    seen = Counter((each.PatNum, each.AptDateTime[:10]) for each in office.visits if each.Op)
    assert max(seen.values()) == 1
    born = office.pairs("SELECT PatNum, Birthdate FROM patient")
    assert all(born[each.PatNum] < each.AptDateTime for each in office.visits if each.Op)
    gone = office.ask(
        "SELECT a.AptNum FROM appointment a JOIN patient p ON p.PatNum=a.PatNum "
        "WHERE p.PatStatus IN (1,2,3,4,5) AND a.AptDateTime>=?"
    )
    assert gone == []


def test_inside_schedules(office: Office) -> None:
    """Appointments are inside their provider's shifts and outside lunch, except today."""
    shifts, blocked = defaultdict(list), defaultdict(list)
    for day, provider, start, end in office.ask(
        "SELECT SchedDate, ProvNum, StartTime, StopTime FROM schedule WHERE SchedType=1"
    ):
        shifts[day, provider].append((start, end))
    for day, chair, start, end in office.ask(
        "SELECT s.SchedDate, o.OperatoryNum, s.StartTime, s.StopTime FROM schedule s "
        "JOIN scheduleop o ON o.ScheduleNum=s.ScheduleNum "
        "JOIN definition d ON d.DefNum=s.BlockoutType AND d.ItemValue LIKE '%NS%' WHERE s.SchedType=2"
    ):
        blocked[day, chair].append((start, end))
    for each in office.visits:
        day = each.AptDateTime[:10]
        if each.AptStatus in NOT_ON_SCHEDULE or day == office.today.isoformat():
            continue
        worker = each.ProvHyg if each.IsHygiene else each.ProvNum
        begins, ends = (f"{minute // 60:02}:{minute % 60:02}:00" for minute in span(each))
        assert any(start <= begins and ends <= end for start, end in shifts[day, worker]), each.AptNum
        assert not any(start < ends and begins < end for start, end in blocked[day, each.Op]), each.AptNum


def test_working_days(office: Office) -> None:
    """Everybody works today, whatever the date; other weekends and holidays are closed, and holidays are named."""
    shifts = office.ask("SELECT DISTINCT ProvNum FROM schedule WHERE SchedType=1 AND SchedDate=?")
    assert len(shifts) == 6
    days = office.ask("SELECT DISTINCT SchedDate FROM schedule WHERE SchedType=1 AND SchedDate<>?")
    assert all(datetime.date.fromisoformat(day).weekday() < 5 for (day,) in days)
    closed = office.ask("SELECT Note, SchedDate FROM schedule WHERE SchedType=0 AND Status=2")
    assert "Thanksgiving" in {note for note, _ in closed}
    assert office.today.isoformat() not in {day for _, day in closed}


def test_visits_agree_with_procedures(office: Office) -> None:
    """An appointment's description matches its procedures, and they are complete when it is."""
    rows = office.connection.exec_driver_sql(
        "SELECT l.AptNum, l.PlannedAptNum, c.AbbrDesc, c.TreatArea, l.ToothNum, l.Surf, l.ProcStatus "
        "FROM procedurelog l JOIN procedurecode c ON c.CodeNum=l.CodeNum ORDER BY l.ProcNum"
    ).all()
    words, states = defaultdict(list), defaultdict(set)
    for row in rows:
        for visit in {row.AptNum, row.PlannedAptNum} - {0}:
            words[visit].append(describe_procedure(row.TreatArea, row.AbbrDesc, row.ToothNum, row.Surf))
            states[visit].add(row.ProcStatus)
    for each in office.visits:
        assert each.ProcDescript == describe_visit(words[each.AptNum])
        assert states[each.AptNum] <= ({2} if each.AptStatus == 2 else {1})
        assert 10 <= 5 * len(each.Pattern) <= 120
        assert set(each.Pattern) <= {"X", "/"}
        assert len(each.PatternSecondary) == len(each.Pattern)


def test_new_patients(office: Office) -> None:
    """The first appointment of a patient is marked as a new patient's, and its date is the first visit."""
    firsts = {}
    for each in office.visits:
        if each.Op:
            firsts.setdefault(each.PatNum, each)
    since = office.pairs("SELECT PatNum, DateFirstVisit FROM patient")
    new = [each for each in office.visits if each.IsNewPatient]
    assert len(new) > 200
    for each in new:
        assert firsts[each.PatNum] is each
        assert since[each.PatNum] == each.AptDateTime[:10]
