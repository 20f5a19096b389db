"""Opening days: how many requests, in which order, and what is known after each."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import date, timedelta

import pytest

from app.api.capabilities import Capabilities
from app.api.errors import ServerFault, Unreachable
from app.api.modes import Mode
from app.api.need import Need
from app.api.transport import Answer
from app.core.text import Text
from app.store.changes import ChangeKind
from app.store.lists import LIST_WORDS, ListName
from app.store.office import HOURS, NAMES
from app.store.schedule.pending import Pending
from tests.practice import office as tiny
from tests.support.bench_office import NO_QUERIES, READ_ALL, Bench, BenchMaker

TODAY, TOMORROW, YESTERDAY = tiny.TODAY, tiny.TOMORROW, tiny.YESTERDAY


async def test_a_cold_day_costs_three_requests(bench: Bench) -> None:
    """Once the lists are known, a day costs its appointments, its schedule, and one query for all names."""
    await bench.office.office_lists.read_missing()
    bench.wire.take()
    await bench.office.reader.open_day(TODAY)
    sent = bench.wire.take()
    assert sorted(line.split(" FROM ")[0].split("?")[0] for line in sent)[:2] == [
        "GET /appointments",
        "GET /schedules",
    ]
    assert "FROM patient WHERE PatNum IN (1,3)" in sent[-1]
    assert len(sent) == 3
    assert bench.office.still_coming([TODAY]) == ()


async def test_a_cold_start_costs_twelve_requests_at_most(bench: Bench) -> None:
    """The probe, the lists and the first day together need at most twelve requests."""
    await bench.client.probe()
    await bench.office.reader.open_day(TODAY)
    assert len(bench.wire.take()) <= 12
    lists = bench.office.lists
    assert lists is not None
    assert not lists.missing
    assert lists.stages.arrived == tiny.ARRIVED
    assert lists.preferences["BrokenApptProcedure"] == "3"


async def test_a_day_in_memory_costs_nothing(bench: Bench) -> None:
    """A known and fresh day is shown without a request, and read again once it is a minute old."""
    await bench.office.reader.open_day(TODAY)
    bench.wire.take()
    await bench.office.reader.open_day(TODAY)
    assert bench.wire.take() == []
    bench.clock.step(61)
    await bench.office.reader.open_day(TODAY)
    assert bench.wire.take() == [f"GET /appointments?date={TODAY}"]


async def test_a_prefetched_day_shows_without_a_request(bench: Bench) -> None:
    """The working days around the shown one are prefetched: appointments, hours and names."""
    await bench.office.reader.open_day(TODAY)
    await bench.office.reader.prefetch_around([TODAY])
    bench.wire.take()
    friday = TODAY - timedelta(days=3)
    for day in (TOMORROW, friday):
        known = bench.office.day(day)
        assert known is not None
        assert known.schedules is not None
        await bench.office.reader.open_day(day)
    assert bench.wire.take() == []


async def test_a_week_is_read_in_one_range(bench: Bench) -> None:
    """Consecutive days are read together: appointments, schedules and names, three requests for a week."""
    await bench.office.office_lists.read_missing()
    bench.wire.take()
    week = [TODAY + timedelta(days=each) for each in range(7)]
    await bench.office.reader.open_days(week)
    assert len(bench.wire.take()) == 3
    assert all(bench.office.day(day) is not None for day in week)


async def test_the_schedule_can_be_read_after_two_requests_of_a_free_key(open_bench: BenchMaker) -> None:
    """With one request in five seconds the visits come first, then the operatories; the rest is listed as loading."""
    bench = open_bench(permissions=READ_ALL, mode=Mode.REMOTE)
    bench.client.learn(Capabilities(None, READ_ALL))
    readable: list[tuple[int, tuple[Text, ...]]] = []

    def look(_: object) -> None:
        if bench.office.lists is not None and bench.office.day(TODAY) is not None:
            readable.append((len(bench.wire.sent), bench.office.still_coming([TODAY])))

    bench.office.watch(look)
    await bench.office.reader.open_day(TODAY)
    sent = [line.split("?")[0] for line in bench.wire.take()]
    assert sent[:2] == ["GET /appointments", "GET /operatories"]
    first, coming = readable[0]
    assert first in (2, 3)  # the third may have been sent while the second's answer was read
    assert coming[0] == NAMES
    assert HOURS in coming
    assert LIST_WORDS[ListName.PROVIDERS] in coming


async def test_without_queries_names_come_one_by_one_behind_everything(open_bench: BenchMaker) -> None:
    """Without Queries, names are read in single low-priority requests, each with a notification for its day."""
    bench = open_bench(permissions=NO_QUERIES)
    await bench.client.probe()
    await bench.office.reader.open_day(TODAY)
    assert NAMES in bench.office.still_coming([TODAY])
    assert not any("patients" in line for line in bench.wire.take())
    bench.changes.clear()
    await bench.office.people.read_one()
    await bench.office.people.read_one()
    assert bench.wire.take() == ["GET /patients/1", "GET /patients/3"]
    assert [change.kind for change in bench.changes] == [ChangeKind.NAMES] * 2
    assert bench.changes[0].dates == {TODAY}
    assert bench.office.still_coming([TODAY]) == ()


async def test_the_names_asked_for_last_come_first(open_bench: BenchMaker) -> None:
    """Returning to a day requested before gives it priority over the days requested since."""
    bench = open_bench(permissions=NO_QUERIES)
    await bench.client.probe()
    people = bench.office.people
    for wanted in ([tiny.ANN, tiny.BEN], [tiny.CARA], [tiny.ANN]):
        await people.read(wanted, Need.SCREEN)
    for _ in range(3):
        await people.read_one()
    assert [line for line in bench.wire.take() if "patients" in line] == [
        f"GET /patients/{each}" for each in (tiny.ANN, tiny.CARA, tiny.BEN)
    ]


@pytest.mark.parametrize(("status", "named"), [(200, "Patient 3"), (500, "")])
async def test_one_name_that_cannot_be_read_does_not_hold_up_the_others(
    open_bench: BenchMaker, status: int, named: str
) -> None:
    """A patient whose row is unreadable is shown by number; one that the server fails to return is retried last."""
    bench = open_bench(permissions=NO_QUERIES)
    await bench.client.probe()
    people = bench.office.people
    await people.read([tiny.CARA, tiny.ANN], Need.SCREEN)
    bench.wire.spoil(f"/patients/{tiny.CARA}", Answer(status, {}, b'{"PatNum": "no number"}'))
    for _ in range(2):
        with suppress(ServerFault):
            await people.read_one()
    assert people.get(tiny.ANN) is not None
    person = people.get(tiny.CARA)
    assert (person.display if person else "") == named


async def test_a_key_that_turns_out_to_be_without_queries_is_not_asked_again(open_bench: BenchMaker) -> None:
    """With unknown permissions, a refused query is sent once, and the names are read one by one."""
    bench = open_bench(permissions=NO_QUERIES)
    await bench.office.reader.open_day(TODAY)
    queries = [line for line in bench.wire.take() if "queries" in line]
    assert len(queries) == 2  # the names and the preferences, once each
    await bench.office.reader.open_day(TOMORROW)
    assert not any("queries" in line for line in bench.wire.take())
    assert bench.office.lists is not None
    assert bench.office.lists.stages.arrived == tiny.ARRIVED


async def test_an_office_that_refuses_a_list_is_used_without_it(open_bench: BenchMaker) -> None:
    """What the key may not read stays empty and is not requested again; the schedule works."""
    bench = open_bench(version="21.4")  # before appointment types and schedules could be read
    await bench.office.reader.open_day(TODAY)
    bench.wire.take()
    await bench.office.reader.open_day(TODAY)
    await bench.office.office_lists.read_missing()
    assert bench.wire.take() == []
    assert bench.office.lists is not None
    assert bench.office.lists.appointment_types == ()
    assert bench.office.still_coming([TODAY]) == ()


async def test_a_dead_server_is_told_and_costs_nothing_that_was_known(bench: Bench) -> None:
    """Opening a day raises the client's error; known data stay and age."""
    await bench.office.reader.open_day(TODAY)
    bench.wire.down = True
    bench.clock.step(61)
    with pytest.raises(Unreachable):
        await bench.office.reader.open_day(TODAY, Need.REFRESH)
    assert bench.office.day(TODAY) is not None
    age = bench.office.age(TODAY)
    assert age is not None
    assert age >= timedelta(seconds=61)


async def test_a_change_names_its_days_and_visits(bench: Bench) -> None:
    """Watchers are notified of the days that look different until they unsubscribe."""
    seen: list[object] = []
    stop = bench.office.watch(seen.append)
    await bench.office.reader.open_day(TODAY)
    days = [change for change in bench.changes if change.kind is ChangeKind.DAY]
    assert all(change.concerns([TODAY]) and not change.concerns([TOMORROW]) for change in days)
    assert any(change.kind is ChangeKind.LISTS and change.concerns([YESTERDAY]) for change in bench.changes)
    stop()
    count = len(seen)
    bench.office.set_pending(tiny.VISIT, Pending("moving…", lambda row: row))
    assert len(seen) == count
    assert bench.changes[-1].apt_nums == {tiny.VISIT}
    assert bench.office.pending.words(tiny.VISIT) == "moving…"
    bench.office.set_pending(tiny.VISIT, None)
    assert bench.office.pending.words(tiny.VISIT) == ""


async def test_days_in_memory_are_bounded(open_bench: BenchMaker) -> None:
    """Beyond the limit the least recently used days are dropped, but never today."""
    bench = open_bench(day_limit=3)
    for ahead in range(6):
        await bench.office.reader.open_day(TODAY + timedelta(days=ahead))
    known = [ahead for ahead in range(6) if bench.office.day(TODAY + timedelta(days=ahead)) is not None]
    assert known == [0, 4, 5]


async def test_visits_off_the_schedule_are_left_out(bench: Bench) -> None:
    """Planned and unscheduled appointments are not on the schedule; broken ones and notes are."""
    await bench.office.reader.open_day(YESTERDAY)
    known = bench.office.day(YESTERDAY)
    assert known is not None
    assert [row.AptNum for row in known.appointments] == [tiny.DONE, tiny.BROKEN]


async def test_two_who_read_the_lists_at_once_share_the_requests(bench: Bench) -> None:
    """A refresh that finds lists missing while they are being read sends nothing more, and undoes nothing."""
    await asyncio.gather(bench.office.reader.open_day(TODAY), bench.office.reader.complete([TODAY]))
    assert len(bench.wire.take()) <= 11
    assert bench.office.lists is not None
    assert not bench.office.lists.missing
    assert len(bench.office.lists.definitions) == 2


async def test_lists_can_be_read_again(bench: Bench) -> None:
    """A renamed operatory has its new name after the next read; until then the old lists stay complete."""
    await bench.office.office_lists.read_missing()
    bench.sql("UPDATE operatory SET OpName = 'Window' WHERE OperatoryNum = 1")
    bench.changes.clear()
    await bench.office.office_lists.reread()
    assert bench.office.lists is not None
    assert bench.office.lists.operatories[0].OpName == "Window"
    assert [change.kind for change in bench.changes] == [ChangeKind.LISTS]


@pytest.mark.parametrize("day", [date.min, date.max])
async def test_the_ends_of_the_calendar(day: date, bench: Bench) -> None:
    """Around the first and last possible day nothing beyond them is read, and nothing breaks."""
    await bench.office.reader.prefetch_around([day])
    await bench.office.reader.prefetch_around([day, day])
