"""The parts of the chart: few requests, and the same data with and without Queries."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest

from app.api.errors import PermissionMissing
from app.api.need import Need
from app.api.transport import Answer
from app.core.tasks import TaskScope
from app.services.patients.chart import branches
from app.services.patients.chart.exams import ExamsReader, PerioRows
from app.services.patients.chart.notes import NotesReader
from app.services.patients.chart.plans import PlansReader
from app.services.patients.chart.teeth import TeethReader
from app.services.patients.parts.union import Branches
from app.store.patients.parts import PatientPart, Ready, Refused
from app.store.patients.readers import PartReader
from app.store.topics import Part
from tests.services.patients.parts.test_readers import NO_QUERIES, plain, read_fields
from tests.support.bench_office import Bench, BenchMaker
from tests.support.qt_loop import until

READERS: dict[type[PartReader[Any]], Branches] = {
    TeethReader: branches.TEETH,
    PlansReader: branches.PLANS,
    ExamsReader: branches.EXAMS,
}
LACKING = b"The customer key lacks the permission ApiReadAll."


def interesting(bench: Bench) -> Iterator[int]:
    """Patients of every kind: with missing teeth, plans of every status, estimates, two exams, vital signs."""
    with sqlite3.connect(bench.path) as connection:
        for source in (
            "toothinitial",
            "treatplan WHERE TPStatus = 0",
            "treatplan WHERE TPStatus = 2",
            "claimproc WHERE Status = 6",
            "perioexam GROUP BY PatNum HAVING COUNT(*) > 1",
            "vitalsign",
            "popup WHERE PopupLevel = 2",
        ):
            rows = connection.execute(f"SELECT DISTINCT PatNum FROM {source} ORDER BY PatNum LIMIT 2")
            yield from (row[0] for row in rows)
    connection.close()


async def test_queries_and_methods_agree(open_seeded: BenchMaker, subtests: pytest.Subtests) -> None:
    """Whatever the patient, a key without Queries reads the same chart, in more requests."""
    fast, slow = open_seeded(), open_seeded(permissions=NO_QUERIES)
    await slow.client.probe()
    for pat_num in sorted(set(interesting(fast))):
        for reader, read_by in READERS.items():
            with subtests.test(f"{reader.__name__} of patient {pat_num}"):
                fast.wire.take()
                one = await reader(fast.client, fast.office).read(pat_num, Need.SCREEN)
                assert len(fast.wire.take()) <= 1 + rows_of(one) // 100
                other = await reader(slow.client, slow.office).read(pat_num, Need.SCREEN)
                fields = read_fields(read_by)
                assert plain(one, fields) == plain(other, fields)


def rows_of(value: Any) -> int:
    """How many rows an answer had."""
    if isinstance(value, tuple):
        return len(value)
    return sum(rows_of(getattr(value, name)) for name in getattr(value, "__struct_fields__", ()))


async def test_codes_are_read_once(open_seeded: BenchMaker) -> None:
    """The office's list of codes is read with the first chart; the next ones take two requests."""
    bench = open_seeded(permissions=NO_QUERIES)
    await bench.client.probe()
    reader = TeethReader(bench.client, bench.office)
    counts = []
    for pat_num in (1, 2, 3):
        bench.wire.take()
        await reader.read(pat_num, Need.SCREEN)
        counts.append(len(bench.wire.take()))
    assert counts == [3, 2, 2]


async def test_what_is_refused_takes_nothing_with_it(open_seeded: BenchMaker) -> None:
    """Without Queries, vital signs, codes or tooth positions that are refused leave the rest."""
    bench = open_seeded(permissions=NO_QUERIES)
    await bench.client.probe()
    (pat_num, *_) = interesting(bench)
    for path in ("/vitalsigns", "/procedurecodes", "/toothinitials", "/claimprocs"):
        bench.wire.spoil(path, Answer(401, {}, LACKING))
    exams = await ExamsReader(bench.client, bench.office).read(pat_num, Need.SCREEN)
    teeth = await TeethReader(bench.client, bench.office).read(pat_num, Need.SCREEN)
    plans = await PlansReader(bench.client, bench.office).read(pat_num, Need.SCREEN)
    assert isinstance(exams.vitals, Refused)
    assert isinstance(exams.vitals.why, PermissionMissing)
    assert isinstance(exams.perio, PerioRows)
    assert isinstance(teeth.codes, Refused)
    assert isinstance(teeth.initials, Refused)
    assert teeth.procedures
    assert isinstance(plans.no_estimates, PermissionMissing) is bool(plans.rows.plans)


async def test_thousands_of_notes_are_shown_page_by_page(open_seeded: BenchMaker) -> None:
    """1,100 notes are three pages: what has come is shown at once, marked as incomplete until the last page."""
    bench = open_seeded()
    with sqlite3.connect(bench.path) as connection:
        connection.executemany(
            "INSERT INTO commlog (PatNum, CommDateTime, CommType, Note, Mode_, SentOrReceived, UserNum)"
            " VALUES (1, ?, 0, 'x', 0, 0, 0)",
            [(f"2020-01-{1 + n % 28:02d} {n % 24:02d}:00:00",) for n in range(1100)],
        )
    connection.close()
    reader = NotesReader(bench.client, bench.office)
    errors: list[BaseException] = []
    scope = TaskScope("test", errors.append)
    part = PatientPart(
        Part.CHART, reader.read, bench.office.watch, scope, bench.clock, concerns=reader.concerns
    )
    reader.publish = part.publish
    seen: list[tuple[int, bool]] = []

    def look(_: int) -> None:
        state = part.state(1)
        if isinstance(state, Ready):
            seen.append((len(state.value.rows), state.value.complete))

    part.watch(look)
    bench.wire.take()
    release = part.need(1, Need.SCREEN)
    await until(lambda: bool(seen) and seen[-1][1])
    assert len(bench.wire.take()) == 3
    assert [count for count, _ in seen[:2]] == [500, 1000]
    assert seen[-1][0] >= 1100
    assert [complete for _, complete in seen].index(True) == len(seen) - 1
    release()
    part.close()
    await scope.close()
    assert not errors
