"""The office's own slots: with a limited key they are asked for days that are not in memory."""

from __future__ import annotations

from datetime import date

import pytest

from app.api.modes import Mode
from app.api.transport import Answer
from app.services.schedule.clash_check import type_rules_of
from app.services.schedule.openings import Opening, OpeningFinder, OpeningWish
from app.services.schedule.slots import FRESH_SECONDS
from tests.practice import office as tiny
from tests.support.bench_office import Bench, BenchMaker

TODAY, TOMORROW = tiny.TODAY, tiny.TOMORROW
DAY = date(2026, 12, 1)
EXAM, CLEAN = 1, 2
EMERGENCY = 41
"""The blockout that exams are limited to."""


@pytest.fixture
async def bench(open_bench: BenchMaker) -> Bench:
    """Today and tomorrow in memory. On December 1 the dentist works from 8 to 11; from 8 to 9 is for exams."""
    bench = open_bench(mode=Mode.REMOTE)
    for number, start, end, kind, row in (
        (90, "08:00:00", "11:00:00", 1, {"ProvNum": tiny.DOC}),
        (91, "08:00:00", "09:00:00", 2, {"BlockoutType": EMERGENCY}),
    ):
        fields = {"ScheduleNum": number, "SchedDate": DAY.isoformat(), "StartTime": start, "StopTime": end}
        fields |= {"SchedType": kind, **row}
        bench.sql(
            f"INSERT INTO schedule ({','.join(fields)}) VALUES ({','.join('?' * len(fields))})",
            *fields.values(),
        )
        bench.sql(
            "INSERT INTO scheduleop (ScheduleOpNum, ScheduleNum, OperatoryNum) VALUES (?, ?, 1)",
            number,
            number,
        )
    return bench


async def wish_for(bench: Bench, type_num: int) -> OpeningWish:
    """An hour with the dentist from December 1 on, once today and tomorrow are in memory."""
    await bench.office.reader.open_days([TODAY, TOMORROW])
    assert bench.office.lists is not None
    rules = type_rules_of(bench.office.lists)
    bench.wire.take()
    return OpeningWish(60, prov_num=tiny.DOC, type_num=type_num, rules=rules, first_day=DAY)


async def openings(bench: Bench, type_num: int) -> list[tuple[Opening, bool]]:
    """The openings of December 1, and whether its blockouts are not known."""
    wish = await wish_for(bench, type_num)
    finder = OpeningFinder(bench.client, bench.office, bench.clock)
    found = await finder.first(wish, 1)
    return [(each, finder.is_unchecked(wish, each)) for each in found]


def limit_exams(bench: Bench) -> None:
    """Exams are only scheduled on their blockout."""
    bench.sql(
        "UPDATE appointmenttype SET BlockoutTypes = ? WHERE AppointmentTypeNum = ?", str(EMERGENCY), EXAM
    )


def schedules_read(bench: Bench) -> list[str]:
    """The requests for schedules that were sent."""
    return [each for each in bench.wire.take() if each.startswith("GET /schedules")]


@pytest.mark.parametrize(("type_num", "hour"), [(EXAM, 8), (CLEAN, 9)])
async def test_the_offices_slots_keep_to_its_blockouts(bench: Bench, type_num: int, hour: int) -> None:
    """A limited type is offered on its blockout, another one after it; one request reads the blockouts."""
    limit_exams(bench)
    ((found, unchecked),) = await openings(bench, type_num)
    assert (found.start.date(), found.start.hour, unchecked) == (DAY, hour, False)
    (sent,) = schedules_read(bench)
    assert "SchedType=Blockout" in sent


async def test_blockouts_are_read_again_after_a_while(bench: Bench) -> None:
    """A second search uses the blockouts of the first; one after five minutes reads them again."""
    limit_exams(bench)
    wish = await wish_for(bench, EXAM)
    finder = OpeningFinder(bench.client, bench.office, bench.clock)
    read = []
    for seconds in (0.0, FRESH_SECONDS - 1, 2.0):
        bench.clock.step(seconds)
        await finder.first(wish, 1)
        read.append(len(schedules_read(bench)))
    assert read == [1, 0, 1]


async def test_without_limited_types_no_blockouts_are_read(bench: Bench) -> None:
    """Only the office's slots are asked: they leave out no-schedule blockouts by themselves."""
    ((found, unchecked),) = await openings(bench, EXAM)
    assert (found.start.hour, unchecked) == (8, False)
    assert schedules_read(bench) == []


async def test_what_could_not_be_checked_is_told(bench: Bench) -> None:
    """If the blockouts can't be read, the office's slots are offered as unchecked."""
    limit_exams(bench)
    bench.wire.spoil("SchedType=Blockout", Answer(500, {}, b""))
    ((found, unchecked),) = await openings(bench, CLEAN)
    assert (found.start.hour, unchecked) == (8, True)
