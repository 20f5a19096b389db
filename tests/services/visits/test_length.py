"""How long an appointment is by its procedures, and when it follows them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from app.domain.schedule.clashes import ClashKind
from app.services.schedule.grids import all_visits
from app.services.visits.length import follows, new_clashes, pattern_by_procedures, type_of
from app.wire.resources.appointment_types import AppointmentType
from app.wire.resources.procedure_codes import ProcedureCode
from app.wire.resources.procedure_logs import ProcedureLog
from tests.practice import office as tiny
from tests.support.bench_office import Bench

CODES = {
    1: ProcedureCode(CodeNum=1, ProcCode="D0120", ProcTime="/X/"),
    2: ProcedureCode(CodeNum=2, ProcCode="D1110", ProcTime="/XXX/"),
}
EXAM = ProcedureLog(ProcNum=1, CodeNum=1, procCode="D0120")
CLEANING = ProcedureLog(ProcNum=2, CodeNum=2, procCode="D1110")
UNKNOWN = ProcedureLog(ProcNum=3, CodeNum=9, procCode="D9999")
KIND = AppointmentType(AppointmentTypeNum=7, Pattern="/XXXXXX/", CodeStr="D0120,D1110")


@pytest.mark.parametrize(
    ("rows", "kind", "pattern"),
    [
        ((EXAM, CLEANING), None, "//XXXXXXXX//"),
        ((EXAM, CLEANING), KIND, "/XXXXXX/"),
        ((EXAM,), KIND, "//XX//"),
        ((EXAM, UNKNOWN), None, "//XX//"),
        ((), KIND, ""),
    ],
)
def test_the_time_of_the_procedures(
    rows: tuple[ProcedureLog, ...], kind: AppointmentType | None, pattern: str
) -> None:
    """Codes add up in the office's steps; just the procedures of the appointment's type take the type's own time."""
    assert pattern_by_procedures(rows, CODES, 10, kind) == pattern


async def test_when_the_length_follows(bench: Bench) -> None:
    """When it was that of the procedures or the type, or there were none; a locked or chosen length stays."""
    await bench.office.office_lists.read_missing()
    await bench.office.reader.open_days((tiny.TODAY,))
    visit = next(each for each in all_visits(bench.office, tiny.TODAY) if each.apt_num == tiny.VISIT)
    visit = replace(visit, pattern="X" * 8, time_locked=False)
    assert follows(visit, "X" * 8, None)
    assert follows(visit, "", None)
    assert follows(visit, "X" * 4, KIND)
    assert not follows(visit, "X" * 4, None)
    assert not follows(replace(visit, time_locked=True), "X" * 8, None)
    assert type_of(7, [KIND]) is KIND
    assert type_of(0, [KIND]) is None


async def test_only_new_clashes_stand_in_the_way(bench: Bench) -> None:
    """What an appointment overlaps already doesn't keep it from following; what it would overlap does."""
    await bench.office.office_lists.read_missing()
    await bench.office.reader.open_days((tiny.TODAY,))
    visit = next(each for each in all_visits(bench.office, tiny.TODAY) if each.apt_num == tiny.VISIT)
    bench.visit(90, f"{visit.end:%Y-%m-%d %H:%M:%S}", PatNum=tiny.BEN, Op=visit.op_num)
    await bench.office.reader.reread((tiny.TODAY,))
    longer = visit.pattern + "XX"
    (clash,) = [each for each in new_clashes(bench.office, visit, longer) if each.apt_num == 90]
    assert clash.minutes == 10
    assert not [each for each in new_clashes(bench.office, visit, visit.pattern) if each.apt_num == 90]


async def test_a_longer_overlap_is_new(bench: Bench) -> None:
    """An appointment that overlaps the next one by ten minutes doesn't grow to overlap it by twenty unsaid."""
    await bench.office.office_lists.read_missing()
    await bench.office.reader.open_days((tiny.TODAY,))
    visit = next(each for each in all_visits(bench.office, tiny.TODAY) if each.apt_num == tiny.VISIT)
    start = visit.end - timedelta(minutes=10)
    bench.visit(90, f"{start:%Y-%m-%d %H:%M:%S}", PatNum=tiny.BEN, Op=visit.op_num)
    await bench.office.reader.reread((tiny.TODAY,))
    (clash,) = [each for each in new_clashes(bench.office, visit, visit.pattern + "XX") if each.apt_num == 90]
    assert clash.minutes == 20
    assert not [each for each in new_clashes(bench.office, visit, visit.pattern[:-1]) if each.apt_num == 90]


async def test_another_blockout_is_a_new_clash(bench: Bench) -> None:
    """An appointment that overlaps a blockout doesn't grow into the next one."""
    for number, start, stop in ((90, "09:20:00", "09:40:00"), (91, "09:45:00", "10:30:00")):
        bench.sql(
            "INSERT INTO schedule (ScheduleNum, SchedDate, StartTime, StopTime, SchedType, BlockoutType, ProvNum)"
            " VALUES (?, ?, ?, ?, 2, 40, 0)",
            number,
            str(tiny.TODAY),
            start,
            stop,
        )
        bench.sql("INSERT INTO scheduleop (ScheduleNum, OperatoryNum) VALUES (?, 1)", number)
    await bench.office.office_lists.read_missing()
    await bench.office.reader.open_days((tiny.TODAY,))
    visit = next(each for each in all_visits(bench.office, tiny.TODAY) if each.apt_num == tiny.VISIT)
    clashes = new_clashes(bench.office, visit, visit.pattern + "XXXX")
    assert [each.minutes for each in clashes if each.kind is ClashKind.BLOCKOUT] == [15]
