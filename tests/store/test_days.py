"""Which of two versions of a row is newer, whatever overtakes what."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import msgspec
import pytest

from app.store.changes import Touched
from app.store.schedule.days import LoadedDays, problems_of
from app.wire.resources.appointments import Appointment, ApptStatus
from app.wire.rows import RowList, UnreadableRow

MONDAY = date(2026, 11, 23)
DAYS = [MONDAY + timedelta(days=each) for each in range(3)]
NOW = datetime(2026, 11, 23, 12, 0)


def row(number: int, day: date = MONDAY, **fields: object) -> Appointment:
    """An appointment at nine."""
    at = datetime.combine(day, datetime.min.time()).replace(hour=9)
    return msgspec.structs.replace(Appointment(AptNum=number, AptDateTime=at, DateTStamp=NOW), **fields)


def opened(*rows: Appointment, days: tuple[date, ...] = (MONDAY,)) -> LoadedDays:
    """A schedule with these days read."""
    schedule = LoadedDays()
    _deliver(schedule, schedule.begin(days), list(days), RowList(list(rows)))
    return schedule


def numbers(schedule: LoadedDays, day: date = MONDAY) -> list[int]:
    """The appointments of a day."""
    known = schedule.day(day)
    assert known is not None
    return [each.AptNum for each in known.appointments]


def test_what_cannot_be_read_or_placed_is_named() -> None:
    """Unreadable rows and appointments without a date are listed as problems; the others are on the schedule."""
    schedule = LoadedDays()
    rows = RowList([row(1), row(2, AptDateTime=None)], [UnreadableRow(2, 7, "AptDateTime is no time")])
    _deliver(schedule, schedule.begin([MONDAY]), [MONDAY], rows)
    known = schedule.day(MONDAY)
    assert known is not None
    assert [each.AptNum for each in known.appointments] == [1]
    assert [(each.apt_num, str(each.words)) for each in known.problems] == [
        (7, "An appointment couldn't be read: AptDateTime is no time. Open it in Open Dental."),
        (2, "An appointment has no date. Open it in Open Dental to give it one."),
    ]


@pytest.mark.parametrize(
    "status", ["Scheduled", "Complete", "ASAP", "Broken", "PtNote", "PtNoteCompleted", "Newfangled"]
)
def test_these_statuses_stand_on_the_schedule(status: str) -> None:
    """All but planned and unscheduled appointments are shown, also one with an unknown status."""
    assert numbers(opened(row(1, AptStatus=ApptStatus(status)))) == [1]


@pytest.mark.parametrize("status", ["Planned", "UnschedList"])
def test_these_statuses_do_not(status: str) -> None:
    """Planned and unscheduled appointments are not on the schedule."""
    assert numbers(opened(row(1, AptStatus=ApptStatus(status)))) == []


def test_equal_rows_are_no_change() -> None:
    """A row that arrives unchanged changes nothing, whatever the server's time beside it."""
    schedule = opened(row(1))
    assert not schedule.take_changes([row(1, serverDateTime=NOW)], schedule.begin())


def test_an_earlier_request_may_bring_a_newer_row() -> None:
    """A row with a newer DateTStamp is stored even from a request sent before the last one."""
    schedule = opened(row(1))
    early, late = schedule.begin(), schedule.begin()
    schedule.take_changes([row(1, Note="late", DateTStamp=NOW + timedelta(seconds=1))], late)
    assert not schedule.take_changes([row(1, Note="old")], early)
    assert schedule.take_changes([row(1, Note="newest", DateTStamp=NOW + timedelta(seconds=2))], early)


def test_a_day_that_could_not_be_read_is_not_known() -> None:
    """A new day's first pages are dropped when the rest fails; a day that was known before stays."""
    schedule = opened(row(1))
    mark = schedule.begin([MONDAY, DAYS[1]])
    schedule.take_changes([row(1, Note="new"), row(2, DAYS[1])], mark)
    assert schedule.day(DAYS[1]) is None
    schedule.end(mark)
    assert numbers(schedule) == [1]
    assert DAYS[1] not in schedule
    assert schedule.row(2) is None


def test_a_row_that_came_before_its_day_was_asked_for_stands_on_it() -> None:
    """A row of another day, known from a refresh, is placed when its day's page contains the same row."""
    schedule = opened()
    other = schedule.begin()
    schedule.take_changes([row(1, DAYS[1])], schedule.begin())
    _deliver(schedule, schedule.begin([DAYS[1]]), [DAYS[1]], RowList([row(1, DAYS[1])]))
    schedule.end(other)
    assert numbers(schedule, DAYS[1]) == [1]


def test_nothing_is_kept_of_days_that_are_not_in_memory() -> None:
    """Rows of other days, and removed rows, are dropped once no older page can arrive."""
    schedule = opened(row(1), row(2))
    mark = schedule.begin()
    schedule.take_changes([row(1, DAYS[2]), row(3, DAYS[2])], mark)
    schedule.end(mark)
    schedule.apply(row(4, DAYS[2]))
    schedule.remove(2)
    assert schedule.day(MONDAY) is not None
    assert schedule._rows == {}


def test_what_was_deleted_does_not_come_back() -> None:
    """A deleted visit stays deleted, whatever older pages arrive; nothing is kept of it afterwards."""
    schedule = opened(row(1), row(2))
    whole, changed = schedule.begin([MONDAY]), schedule.begin()
    schedule.remove(1)
    schedule.take_changes([row(1, Note="old")], changed)
    schedule.end(changed)
    _deliver(schedule, whole, [MONDAY], RowList([row(1), row(2)]))
    assert numbers(schedule) == [2]
    _deliver(schedule, schedule.begin([MONDAY]), [MONDAY], RowList([row(1), row(2)]))
    assert numbers(schedule) == [1, 2]


@dataclass
class Server:
    """An office that changes while pages are in flight."""

    chance: random.Random
    second: int = 0
    rows: dict[int, Appointment] = field(default_factory=dict)

    def write(self) -> Appointment | None:
        """Book, move or note an appointment; the clock shows whole seconds."""
        self.second += self.chance.choice((0, 0, 1, 3))
        number = self.chance.randint(1, 6)
        stamp = NOW + timedelta(seconds=self.second)
        status = self.chance.choice((ApptStatus.SCHEDULED, ApptStatus.SCHEDULED, ApptStatus.UNSCHED_LIST))
        day = self.chance.choice(DAYS)
        note = str(self.chance.random())
        self.rows[number] = row(number, day, Note=note, DateTStamp=stamp, AptStatus=status)
        return msgspec.structs.replace(self.rows[number], DateTStamp=self.chance.choice((stamp, None)))

    def page(self, days: list[date]) -> RowList[Appointment]:
        """The current appointments of some days."""
        found = [each for each in self.rows.values() if each.AptDateTime and each.AptDateTime.date() in days]
        return RowList([msgspec.structs.replace(each) for each in found])

    def since(self, second: int) -> list[Appointment]:
        """The changes since a second."""
        after = NOW + timedelta(seconds=second)
        return [
            msgspec.structs.replace(each)
            for each in self.rows.values()
            if each.DateTStamp and each.DateTStamp > after
        ]


@pytest.mark.parametrize("seed", range(60))
def test_pages_may_overtake_each_other(seed: int) -> None:
    """Whatever overtakes what, no older page undoes our own write, and a last read brings memory up to date."""
    chance = random.Random(seed)
    server, schedule = Server(chance), LoadedDays()
    flying: list[tuple[int, list[date] | None, RowList[Appointment]]] = []
    written: dict[int, str] = {}
    for _ in range(120):
        deed = chance.random()
        if deed < 0.3:
            server.write()
            written.clear()
        elif deed < 0.5 and (answer := server.write()) is not None:
            schedule.apply(answer)
            written = {answer.AptNum: answer.Note}
        elif deed < 0.75:
            days = [chance.choice(DAYS)] if chance.random() < 0.7 else None
            rows = server.page(days) if days else RowList(server.since(server.second - 4))
            flying.append((schedule.begin(days or ()), days, rows))
        elif flying:
            mark, days, rows = flying.pop(chance.randrange(len(flying)))
            _deliver(schedule, mark, days, rows)
        for number, note in written.items():
            held = schedule.row(number)
            assert held is None or held.Note == note
    for mark, days, rows in flying:
        _deliver(schedule, mark, days, rows)
    _deliver(schedule, schedule.begin(DAYS), DAYS, server.page(DAYS))
    for day in DAYS:
        expected = {
            each.AptNum: each.Note for each in server.page([day]) if each.AptStatus is ApptStatus.SCHEDULED
        }
        known = schedule.day(day)
        assert known is not None
        assert {each.AptNum: each.Note for each in known.appointments} == expected


def _deliver(schedule: LoadedDays, mark: int, days: list[date] | None, rows: RowList[Appointment]) -> Touched:
    touched = schedule.take_changes(rows, mark)
    if days:
        touched.add(schedule.take_days(days, {each.AptNum for each in rows}, mark, 0.0, problems_of(rows)))
    schedule.end(mark)
    return touched
