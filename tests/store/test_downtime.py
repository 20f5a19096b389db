"""The downtime copy: saved sealed, restored as old, never replacing the office's data."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.api.errors import ApiError
from app.core.tasks import TaskScope
from app.sealed.errors import LocalStoreError, StoreFailed
from app.sealed.key_slots import OFFICE
from app.sealed.seal import AesGcmSeal
from app.sealed.store import LocalStore
from app.store.changes import ChangeKind
from app.store.downtime import LONGEST, LOOK_SECONDS, NAME, CopyKeeper, DowntimeCopy
from app.store.office import Office
from tests.practice import office as tiny
from tests.support.bench_office import Bench
from tests.support.manual_clock import settle

TODAY, TOMORROW = tiny.TODAY, tiny.TOMORROW


@pytest.fixture
async def store(bench: Bench, tmp_path: Path) -> AsyncIterator[LocalStore]:
    """The office's local store."""
    opened = await LocalStore.open(tmp_path / "store.db", {OFFICE: AesGcmSeal(bytes(32))}, bench.clock)
    yield opened
    await opened.close()


async def saved(bench: Bench, store: LocalStore) -> DowntimeCopy:
    """Today has been read and saved."""
    await bench.office.reader.open_day(TODAY)
    copy = DowntimeCopy(bench.office, store.documents, bench.clock)
    assert await copy.save()
    return copy


def another(bench: Bench) -> Office:
    """The same office at the next start: nothing is known."""
    return Office(bench.client, bench.clock)


def words(office: Office, day: object) -> list[tuple[int, str]]:
    """The readable data of a day."""
    known = office.day(day)
    assert known is not None
    return [(row.AptNum, str(office.person(row.PatNum))) for row in known.appointments]


async def test_the_next_start_shows_it(bench: Bench, store: LocalStore) -> None:
    """Today and the next working day are restored without a request, with names, hours and lists, and their age."""
    await saved(bench, store)
    bench.clock.step(3600)
    bench.wire.down = True
    bench.wire.take()
    office = another(bench)
    assert await DowntimeCopy(office, store.documents, bench.clock).load()
    assert bench.wire.take() == []
    for day in (TODAY, TOMORROW):
        assert words(office, day) == words(bench.office, day)
        assert office.day(day).schedules == bench.office.day(day).schedules
        assert office.is_copy(day)
    assert office.lists.operatories == bench.office.lists.operatories
    assert office.lists.stages == bench.office.lists.stages
    assert office.still_coming((TODAY,)) == ()
    assert office.age(TODAY) == timedelta(hours=1)
    with pytest.raises(ApiError):
        await office.reader.open_day(TODAY)
    assert office.is_copy(TODAY)


async def test_everything_in_it_is_read_again(bench: Bench, store: LocalStore) -> None:
    """As soon as the office answers, its appointments, names, hours and lists replace the copy's."""
    await saved(bench, store)
    bench.sql("UPDATE patient SET LName = 'Renamed' WHERE PatNum = ?", tiny.ANN)
    bench.sql("UPDATE operatory SET OpName = 'Renamed'")
    bench.sql("UPDATE appointment SET Note = 'Changed overnight' WHERE AptNum = ?", tiny.VISIT)
    bench.clock.step(3600)
    office = another(bench)
    await DowntimeCopy(office, store.documents, bench.clock).load()
    assert office.person(tiny.ANN).last_name != "Renamed"
    bench.wire.take()
    await office.reader.open_day(TODAY)
    assert not office.is_copy(TODAY)
    assert office.visit_row(tiny.VISIT).Note == "Changed overnight"
    assert office.person(tiny.ANN).last_name == "Renamed"
    assert {each.OpName for each in office.lists.operatories} == {"Renamed"}
    assert office.age(TODAY) == timedelta(0)
    assert any("/schedules" in line for line in bench.wire.take())
    await office.reader.refresh([TODAY])
    assert office.is_copy(TOMORROW)
    assert office.age(TOMORROW) == timedelta(hours=1)
    await office.reader.prefetch(TOMORROW)
    assert not office.is_copy(TOMORROW)


async def test_a_copy_never_replaces_data_already_read(bench: Bench, store: LocalStore) -> None:
    """A copy loaded after the answer, or while it is in flight, changes nothing."""
    await saved(bench, store)
    bench.sql("DELETE FROM appointment WHERE AptNum = ?", tiny.VISIT)
    bench.clock.step(1)
    office = another(bench)
    released = bench.wire.hold("/appointments")
    scope = TaskScope("test", lambda error: pytest.fail(str(error)))
    reading = scope.start(office.reader.open_day(TODAY), "today")
    await bench.wire.until("/appointments")
    await DowntimeCopy(office, store.documents, bench.clock).load()
    assert office.visit_row(tiny.VISIT) is not None
    released.set()
    await reading
    assert office.visit_row(tiny.VISIT) is None
    assert not office.is_copy(TODAY)
    await DowntimeCopy(office, store.documents, bench.clock).load()
    assert office.visit_row(tiny.VISIT) is None
    await scope.close()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"nonsense",
        msgspec.msgpack.encode({"version": 0}),
        msgspec.msgpack.encode({"version": 1, "days": 7}),
    ],
)
async def test_an_unreadable_copy_is_deleted(bench: Bench, store: LocalStore, data: bytes) -> None:
    """Invalid data, another version's copy and one of the past are ignored and deleted."""
    await store.documents.put(NAME, data, bench.clock.utc())
    office = another(bench)
    assert not await DowntimeCopy(office, store.documents, bench.clock).load()
    assert await store.documents.get(NAME) is None
    assert office.lists is None


async def test_an_old_copy_is_deleted(bench: Bench, store: LocalStore) -> None:
    """After two days nothing of a copy is used; after one, tomorrow's day is today's."""
    await saved(bench, store)
    bench.clock.step(24 * 3600)
    office = another(bench)
    assert await DowntimeCopy(office, store.documents, bench.clock).load()
    assert office.day(TODAY) is None
    assert office.is_copy(TOMORROW)
    bench.clock.step(24 * 3600)
    office = another(bench)
    assert not await DowntimeCopy(office, store.documents, bench.clock).load()
    assert await store.documents.get(NAME) is None


async def test_a_copy_is_not_copied(bench: Bench, store: LocalStore) -> None:
    """Without the office nothing newer is known, and the saved copy keeps its age."""
    await saved(bench, store)
    first = await store.documents.get(NAME)
    bench.clock.step(3600)
    bench.wire.down = True
    office = another(bench)
    copy = DowntimeCopy(office, store.documents, bench.clock)
    assert await copy.load()
    assert not await copy.save()
    assert await store.documents.get(NAME) == first


async def test_when_it_is_saved(bench: Bench, store: LocalStore, tasks: TaskScope) -> None:
    """A change is saved soon, an unchanged day within the hour, and the last change at the end."""
    copy = await saved(bench, store)
    keeper = CopyKeeper(copy, bench.office, bench.clock, lambda _: b"early")

    async def saved_at() -> float:
        return (await store.documents.get(NAME)).saved_at.timestamp() - bench.clock.utc().timestamp()

    bench.change(tiny.VISIT, Note="New")
    await bench.office.reader.refresh([TODAY])
    assert bench.changes[-1].kind is ChangeKind.VISITS
    assert LOOK_SECONDS < 60
    assert timedelta(hours=1) > LONGEST
    running = tasks.start(keeper.run(), "keeper")
    await settle()
    while keeper._saved_at is None:
        await settle()
    running.cancel()
    await settle()
    bench.clock.step(5)
    await keeper.finish()
    assert await saved_at() < 0
    bench.change(tiny.VISIT, Note="Newer")
    keeper = CopyKeeper(copy, bench.office, bench.clock, lambda _: b"early")
    await bench.office.reader.refresh([TODAY])
    await keeper.finish()
    assert await saved_at() == 0


@pytest.mark.logs("app.store.downtime")
async def test_a_full_disk_is_told_and_tried_again(
    bench: Bench, store: LocalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once when it begins, and once when it is over; until then each look tries again, though nothing changed."""
    copy, told, full = await saved(bench, store), list[LocalStoreError | None](), [True, True, False, False]
    put = store.documents.put

    async def fail(*args: Any) -> None:
        if full.pop(0):
            raise StoreFailed("SQLITE_FULL")
        await put(*args)

    monkeypatch.setattr(store.documents, "put", fail)
    keeper = CopyKeeper(copy, bench.office, bench.clock, lambda _: b"early", told.append)
    for _ in range(4):
        await keeper.finish()
    assert [type(each) for each in told] == [StoreFailed, type(None)]
    assert not full
