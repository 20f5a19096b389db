from __future__ import annotations

import asyncio
import os
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.core.tasks import TaskScope
from app.sealed import damage, key_slots
from app.sealed.errors import StoreFailed, StoreInUse, StoreTooNew
from app.sealed.key_slots import OFFICE, VAULT
from app.sealed.seal import AesGcmSeal, new_key
from app.sealed.sealed_file import SealedFile
from app.sealed.sealing import Seal
from app.sealed.store import LocalStore
from app.sealed.tables import DOCUMENTS, Row
from tests.sealed.files import bytes_in
from tests.support.manual_clock import ManualClock

Seals = dict[str, Seal]


class Ended(Exception):
    """The program ended."""


class Ending(AesGcmSeal):
    """A seal during whose first use the program ends."""

    def close(self, plain: bytes, place: bytes) -> bytes:
        """As Seal."""
        raise Ended


async def kept(path: Path, seals: Seals, clock: ManualClock) -> bytes | None:
    """The content of the document "a", after opening and closing the store."""
    store = await LocalStore.open(path, seals, clock)
    try:
        document = await store.documents.get("a")
    finally:
        await store.close()
    return document.data if document else None


async def keep(path: Path, seals: Seals, clock: ManualClock, data: bytes) -> None:
    """Save the document "a"."""
    store = await LocalStore.open(path, seals, clock)
    await store.documents.put("a", data, clock.utc())
    await store.close()


async def test_documents(path: Path, seals: Seals, clock: ManualClock) -> None:
    """A document is returned as last saved, with its time, also after a restart; a deleted one is gone."""
    store = await LocalStore.open(path, seals, clock)
    assert await store.documents.get("downtime") is None
    await store.documents.put("downtime", b"first", clock.utc())
    await store.documents.put("other", b"", clock.utc())
    await clock.advance(60)
    await store.documents.put("downtime", b"\x00second" * 50_000, clock.utc())
    await store.close()
    store = await LocalStore.open(path, seals, clock)
    found = await store.documents.get("downtime")
    assert found is not None
    assert (found.data, found.saved_at) == (b"\x00second" * 50_000, clock.utc())
    await store.documents.delete("downtime")
    await store.documents.delete("downtime")
    assert await store.documents.get("downtime") is None
    other = await store.documents.get("other")
    assert other is not None
    assert other.data == b""
    await store.close()


async def test_nothing_is_readable_in_the_file(path: Path, seals: Seals, clock: ManualClock) -> None:
    """Documents are sealed in the file and in its WAL."""
    store = await LocalStore.open(path, seals, clock)
    await store.documents.put("downtime", b"Ortiz, Maria", clock.utc())
    raw = bytes_in(path.parent)
    await store.close()
    raw += bytes_in(path.parent)
    assert b"downtime" in raw
    assert b"Ortiz" not in raw


async def test_rows_cannot_be_swapped(path: Path, seals: Seals, clock: ManualClock) -> None:
    """A row copied over another one, or with changed clear columns, is not accepted."""
    for tampering in (
        "UPDATE document SET body = (SELECT body FROM document WHERE name = 'b') WHERE name = 'a'",
        "UPDATE document SET saved_at = '2020-01-01T00:00:00.000000+00:00'",
        "UPDATE document SET id = id + 7",
    ):
        store = await LocalStore.open(path, seals, clock)
        for name in ("a", "b"):
            await store.documents.put(name, name.encode(), clock.utc())
        await store.close()
        with closing(sqlite3.connect(path)) as database, database:
            database.execute(tampering)
        assert await kept(path, seals, clock) is None


async def test_either_key_opens_the_store(path: Path, seals: Seals, clock: ManualClock) -> None:
    """The vault's key and the office's each open the store alone, and a replaced one is added again."""
    await keep(path, seals, clock, b"kept")
    assert await kept(path, {VAULT: seals[VAULT]}, clock) == b"kept"
    assert await kept(path, {OFFICE: seals[OFFICE]}, clock) == b"kept"
    replaced: Seals = {VAULT: AesGcmSeal(new_key()), OFFICE: seals[OFFICE]}
    assert await kept(path, replaced, clock) == b"kept"
    assert await kept(path, {VAULT: replaced[VAULT]}, clock) == b"kept"


async def test_another_key_sets_the_file_aside(path: Path, seals: Seals, clock: ManualClock) -> None:
    """A store that no key opens is renamed and reported, never deleted, and a new one is created."""
    await keep(path, seals, clock, b"kept")
    asides = []
    for _ in range(2):
        store = await LocalStore.open(path, {VAULT: AesGcmSeal(new_key())}, clock)
        await store.check()
        assert [damage.reason for damage in store.damage] == ["key"]
        asides.append(path.with_name(store.damage[0].aside))
        await store.close()
    assert asides[0] != asides[1]
    assert asides[1].exists()
    assert await kept(asides[0], seals, clock) == b"kept"


async def test_a_report_stays_until_it_is_dismissed(path: Path, seals: Seals, clock: ManualClock) -> None:
    """Damage is reported at every start until the user dismisses it. The file that was set aside stays."""
    path.write_text("not a store")
    for start in range(3):
        store = await LocalStore.open(path, seals, clock)
        await store.check()
        (report,) = store.damage
        if start == 2:
            await store.dismiss(report.aside)
            assert store.damage == ()
        await store.close()
    store = await LocalStore.open(path, seals, clock)
    await store.check()
    assert store.damage == ()
    await store.close()
    assert path.with_name(report.aside).read_text() == "not a store"


def write_text(path: Path) -> None:
    """A text file under the store's name."""
    path.write_text("not a database at all, but long enough to have a header" * 20)


def write_database(path: Path) -> None:
    """Another program's database under the store's name."""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE other (x)")


def write_nothing(path: Path) -> None:
    """An empty file under the store's name."""
    path.touch()


async def test_a_file_that_is_not_ours_is_set_aside(tmp_path: Path, seals: Seals, clock: ManualClock) -> None:
    """A foreign file under the store's name is moved away unchanged, and a new store is created."""
    for write in (write_text, write_database, write_nothing):
        folder = tmp_path / write.__name__
        folder.mkdir()
        path = folder / "office.db"
        write(path)
        before = path.read_bytes()
        store = await LocalStore.open(path, seals, clock)
        await store.check()
        assert path.with_name(store.damage[0].aside).read_bytes() == before
        await store.close()


async def test_a_newer_format_is_left_alone(
    path: Path, seals: Seals, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A store written by a newer version is neither read nor moved: its writes belong to that version."""
    with monkeypatch.context() as newer:
        newer.setattr(key_slots, "FORMAT", key_slots.FORMAT + 1)
        await keep(path, seals, clock, b"newer")
    before = path.read_bytes()
    with pytest.raises(StoreTooNew):
        await LocalStore.open(path, seals, clock)
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert path.read_bytes() == before


async def test_a_second_process_is_kept_out(path: Path, seals: Seals, clock: ManualClock) -> None:
    """While one process has the store open, another can't read or write it, and gets StoreInUse."""
    store = await LocalStore.open(path, seals, clock)
    probe = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('SELECT * FROM entry')"
    other = await asyncio.create_subprocess_exec(
        sys.executable, "-c", probe, str(path), stderr=asyncio.subprocess.PIPE
    )
    assert b"locked" in (await other.communicate())[1]
    with pytest.raises(StoreInUse):
        await LocalStore.open(path, seals, clock)
    await store.close()
    assert await kept(path, seals, clock) is None


async def test_a_disk_that_refuses_is_a_typed_error(tmp_path: Path, seals: Seals, clock: ManualClock) -> None:
    """A store that can't be opened or created raises StoreFailed, without a path, and leaves no thread behind."""
    (tmp_path / "taken").mkdir()
    (tmp_path / "file").write_text("no folder")
    for path in (tmp_path / "taken", tmp_path / "file" / "office.db"):
        with pytest.raises(StoreFailed) as failed:
            await LocalStore.open(path, seals, clock)
        assert str(tmp_path) not in str(failed.value)


async def test_an_opening_that_was_canceled_keeps_nobody_out(
    path: Path, seals: Seals, clock: ManualClock, tasks: TaskScope
) -> None:
    """Canceling the opening of a store closes it, so that the next one can open it."""
    await keep(path, seals, clock, b"kept")
    opening = tasks.start(LocalStore.open(path, seals, clock), "opening")
    await asyncio.sleep(0)
    opening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await opening
    assert await kept(path, seals, clock) == b"kept"


async def test_a_half_made_new_file_is_forgotten(path: Path, seals: Seals, clock: ManualClock) -> None:
    """A crash while the file is being replaced loses nothing: the old file counts until the new one is complete."""
    await keep(path, seals, clock, b"old")
    new = path.with_name(path.name + ".new")
    new.write_text("half made")
    assert await kept(path, seals, clock) == b"old"
    assert not new.exists()
    SealedFile.create(new, seals, bytes(32))
    with closing(SealedFile(new, seals)) as file:
        file.put(DOCUMENTS, Row(1, ("a", clock.utc().isoformat()), b"new"))
    path.unlink()  # renamed, and then the crash
    path.with_name(path.name + "-wal").write_text("of the old file")
    assert await kept(path, seals, clock) == b"new"


async def test_a_first_file_that_was_not_completed_is_begun_again(
    path: Path, seals: Seals, clock: ManualClock
) -> None:
    """A program that ends while it creates the very first file leaves nothing that looks like a damaged store."""
    with pytest.raises(Ended):
        await LocalStore.open(path, {**seals, OFFICE: Ending(new_key())}, clock)
    store = await LocalStore.open(path, seals, clock)
    assert await store.run(damage.reports) == ()
    await store.close()
    assert [each.name for each in path.parent.iterdir() if each.suffix not in (".db", ".db-wal")] == []


@pytest.mark.skipif(os.name == "nt", reason="Windows protects the user's folders with access lists")
async def test_only_this_user_may_read_it(path: Path, seals: Seals, clock: ManualClock) -> None:
    """The store and its WAL are readable only for this user, even if they were readable for others."""
    store = await LocalStore.open(path, seals, clock)
    await store.close()
    path.chmod(0o644)
    store = await LocalStore.open(path, seals, clock)
    await store.documents.put("a", b"", clock.utc())
    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}
    await store.close()
    assert modes == {"office.db": 0o600, "office.db-wal": 0o600}
