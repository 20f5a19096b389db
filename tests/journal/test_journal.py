from __future__ import annotations

import asyncio
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.journal.entries import Outcome, WriteState
from app.journal.errors import JournalFailed, JournalInUse, JournalTooNew, NotPossible
from app.journal.file import SCHEMA_VERSION
from app.journal.journal import REMEMBERED, Journal
from app.journal.seal import AesGcmSeal, new_key
from app.journal.sealing import SealBroken
from tests.journal.paper_office import HandClock, change

DAY = 24 * 60 * 60.0


async def reopened(journal: Journal, path: Path, seal: AesGcmSeal, clock: HandClock) -> Journal:
    """The same journal after a restart."""
    await journal.close()
    return await Journal.open(path, seal, clock)


def everything_in(folder: Path) -> bytes:
    """The bytes of every file."""
    return b"".join(each.read_bytes() for each in folder.iterdir())


async def test_an_entry_comes_back_whole(path: Path, seal: AesGcmSeal, clock: HandClock):
    """An entry survives a restart with everything that was written down of it."""
    journal = await Journal.open(path, seal, clock)
    made = await journal.add(change("a", 1, 2, "day:2026-03-02"), "Ann")
    clock.pass_time(1.25)
    sent = await journal.advance(made.id, WriteState.SENT, Outcome(seen={"value": 1}))
    done = await journal.advance(
        made.id, WriteState.DONE, Outcome(outcome="Fine.", answer={"value": 2}, conflict={"value": 3})
    )
    journal = await reopened(journal, path, seal, clock)
    assert await journal.get(made.id) == done
    assert (done.sent_at, done.attempts, done.seen) == (sent.changed_at, 1, {"value": 1})
    await journal.close()


async def test_nothing_of_a_patient_is_readable_in_the_file(path: Path, seal: AesGcmSeal, clock: HandClock):
    """What a write says, who made it and what came of it stand in the file sealed, also in its WAL."""
    journal = await Journal.open(path, seal, clock)
    entry = await journal.add(change("appointment:412-Ortiz", 1, 2), "Receptionist")
    await journal.advance(entry.id, WriteState.REFUSED, Outcome(outcome="Outcome-words"))
    raw = everything_in(path.parent)
    await journal.close()
    raw += everything_in(path.parent)
    assert b"refused" in raw
    for secret in (b"Ortiz", b"appointment", b"Receptionist", b"Outcome-words", b"Paper.write"):
        assert secret not in raw


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ((), WriteState.UNKNOWN),
        ((WriteState.DONE,), WriteState.SENT),
        ((WriteState.DONE,), WriteState.REFUSED),
        ((WriteState.REFUSED,), WriteState.WAITING),
        ((WriteState.SENT, WriteState.UNKNOWN), WriteState.SENT),
        ((WriteState.SENT, WriteState.UNKNOWN), WriteState.WAITING),
    ],
)
async def test_no_way_back(journal: Journal, start: tuple[WriteState, ...], end: WriteState):
    """A state that may not follow is refused: above all, nothing unknown is ever sent again."""
    entry = await journal.add(change("a", 1, 2), "Ann")
    for state in start:
        await journal.advance(entry.id, state)
    with pytest.raises(NotPossible):
        await journal.advance(entry.id, end)


async def test_only_what_is_done_is_pruned(path: Path, seal: AesGcmSeal, clock: HandClock):
    """After 30 days only entries that were done, or refused and put away, leave the file."""
    journal = await Journal.open(path, seal, clock)
    ids = [
        (await journal.add(change(name, 1, 2), "Ann")).id for name in ("done", "put away", "refused", "open")
    ]
    await journal.advance(ids[0], WriteState.DONE)
    await journal.advance(ids[1], WriteState.REFUSED)
    await journal.dismiss(ids[1])
    await journal.advance(ids[2], WriteState.REFUSED)
    clock.pass_time(29 * DAY)
    journal = await reopened(journal, path, seal, clock)
    assert len(journal.recent(9)) == 4
    clock.pass_time(2 * DAY)
    journal = await reopened(journal, path, seal, clock)
    assert [entry.intent.subject for entry in journal.open_entries()] == ["refused", "open"]
    assert len(journal.recent(9)) == 2
    assert (await journal.add(change("new", 1, 2), "Ann")).id == ids[-1] + 1
    await journal.close()


async def test_another_key_sets_the_file_aside(path: Path, seal: AesGcmSeal, clock: HandClock):
    """A journal sealed with another key is renamed and named, never deleted, and a new one begins."""
    journal = await Journal.open(path, seal, clock)
    await journal.add(change("a", 1, 2), "Ann")
    await journal.close()
    second = await Journal.open(path, AesGcmSeal(new_key()), clock)
    aside = second.set_aside
    assert aside is not None
    assert second.open_entries() == ()
    await second.close()
    first_again = await Journal.open(aside, seal, clock)
    assert [entry.intent.subject for entry in first_again.open_entries()] == ["a"]
    await first_again.close()
    third = await Journal.open(path, AesGcmSeal(new_key()), clock)
    assert third.set_aside not in (None, aside)
    assert aside.exists()
    await third.close()


def write_text(path: Path) -> None:
    """A text file under the journal's name."""
    path.write_text("not a database at all, but long enough to have a header" * 20)


def write_database(path: Path) -> None:
    """Some other program's database under the journal's name."""
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE other (x)")
    database.close()


@pytest.mark.parametrize("write", [write_text, write_database])
async def test_a_file_that_is_none_of_ours_is_set_aside(
    path: Path, seal: AesGcmSeal, clock: HandClock, write: Callable[[Path], None]
):
    """Something else under the journal's name is moved away unchanged, and a new journal begins."""
    write(path)
    before = everything_in(path.parent)
    journal = await Journal.open(path, seal, clock)
    assert journal.set_aside is not None
    assert before in everything_in(path.parent)
    await journal.close()


async def test_one_altered_entry_is_named_and_the_rest_go_on(path: Path, seal: AesGcmSeal, clock: HandClock):
    """An entry whose seal is broken is named by its id and stays in the file; the others are read."""
    journal = await Journal.open(path, seal, clock)
    ids = [(await journal.add(change(name, 1, 2), "Ann")).id for name in ("a", "b", "c")]
    await journal.close()
    with sqlite3.connect(path) as database:
        database.execute(
            "UPDATE entry SET intent = (SELECT intent FROM entry WHERE id = ?) WHERE id = ?", ids[:2]
        )
    database.close()
    journal = await Journal.open(path, seal, clock)
    assert journal.unreadable == (ids[1],)
    assert [entry.id for entry in journal.open_entries()] == [ids[0], ids[2]]
    with pytest.raises(NotPossible):
        await journal.get(ids[1])
    await journal.close()


async def test_a_newer_format_is_left_alone(path: Path, seal: AesGcmSeal, clock: HandClock):
    """A journal that a newer program wrote is neither read nor moved: its writes belong to that program."""
    await (await Journal.open(path, seal, clock)).close()
    with sqlite3.connect(path) as database:
        database.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    database.close()
    with pytest.raises(JournalTooNew):
        await Journal.open(path, seal, clock)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


async def test_a_second_process_is_kept_out(journal: Journal, path: Path, seal: AesGcmSeal, clock: HandClock):
    """While one process has the journal open, no other can read or write it, and ours says so in words."""
    probe = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('SELECT * FROM entry')"
    other = await asyncio.create_subprocess_exec(
        sys.executable, "-c", probe, str(path), stderr=asyncio.subprocess.PIPE
    )
    assert b"locked" in (await other.communicate())[1]
    with pytest.raises(JournalInUse):
        await Journal.open(path, seal, clock)


async def test_a_disk_that_refuses_is_a_typed_error(tmp_path: Path, seal: AesGcmSeal, clock: HandClock):
    """A journal that cannot be opened raises JournalFailed, naming no path."""
    (tmp_path / "taken").mkdir()
    with pytest.raises(JournalFailed) as failed:
        await Journal.open(tmp_path / "taken", seal, clock)
    assert "taken" not in str(failed.value)


async def test_a_damaged_journal_is_set_aside(path: Path, seal: AesGcmSeal, clock: HandClock):
    """A file of ours whose pages are damaged is moved away and named, and a new journal begins."""
    journal = await Journal.open(path, seal, clock)
    for number in range(50):
        await journal.add(change("a", number, number + 1), "Ann")
    await journal.close()
    damage(path)
    again = await Journal.open(path, seal, clock)
    assert again.set_aside is not None
    assert again.unsettled() == ()
    await again.close()


async def test_a_journal_that_is_damaged_while_it_is_open_is_a_typed_error(
    path: Path, seal: AesGcmSeal, clock: HandClock
):
    """A write that cannot be written down because the file is damaged fails in words that say what to do."""
    journal = await Journal.open(path, seal, clock)
    journal._file._database.execute("DROP TABLE entry")
    with pytest.raises(JournalFailed, match=r"nothing was sent .*Start Front Desk again"):
        await journal.add(change("a", 1, 2), "Ann")
    await journal.close()


async def test_a_folder_that_cannot_be_made_is_a_typed_error(
    tmp_path: Path, seal: AesGcmSeal, clock: HandClock
):
    """Where a file stands in the folder's place, opening raises JournalFailed and leaves no thread behind."""
    (tmp_path / "taken").write_text("no folder")
    with pytest.raises(JournalFailed):
        await Journal.open(tmp_path / "taken" / "journal.db", seal, clock)


def damage(path: Path) -> None:
    """Overwrite every page but the first few, which hold the schema and the proof of the key."""
    content = bytearray(path.read_bytes())
    content[4096 * 4 :] = b"\xff" * (len(content) - 4096 * 4)
    path.write_bytes(content)


async def test_open_entries_are_never_forgotten(journal: Journal):
    """However many writes follow, an open entry stays in memory; a forgotten one is read from the file."""
    waits = await journal.add(change("waits", 1, 2), "Ann")
    first = await journal.add(change("first", 1, 2), "Ann")
    first = await journal.advance(first.id, WriteState.DONE)
    for _ in range(2 * REMEMBERED):
        entry = await journal.add(change("a", 1, 2), "Ann")
        await journal.advance(entry.id, WriteState.DONE)
    assert journal.unsettled() == (waits,)
    assert len(journal.recent(3 * REMEMBERED)) < 2 * REMEMBERED
    assert await journal.get(first.id) == first


async def test_watchers_hear_what_is_on_disk(journal: Journal):
    """A watcher is called after each change, and no more once it is taken off."""
    heard: list[WriteState] = []
    unwatch = journal.watch(lambda entry: heard.append(entry.state))
    entry = await journal.add(change("a", 1, 2), "Ann")
    await journal.advance(entry.id, WriteState.SENT)
    await asyncio.sleep(0)
    unwatch()
    await journal.advance(entry.id, WriteState.DONE)
    assert heard == [WriteState.WAITING, WriteState.SENT]


def test_a_seal_opens_only_in_its_place():
    """Sealed bytes open with their key and place alone, and not when a bit is turned."""
    seal = AesGcmSeal(new_key())
    sealed = seal.close(b"text", b"here")
    assert seal.open(sealed, b"here") == b"text"
    assert sealed != seal.close(b"text", b"here")
    for bytes_, place in (
        (sealed, b"there"),
        (sealed[:-1] + bytes([sealed[-1] ^ 1]), b"here"),
        (b"", b"here"),
    ):
        with pytest.raises(SealBroken):
            seal.open(bytes_, place)
    with pytest.raises(SealBroken):
        AesGcmSeal(new_key()).open(sealed, b"here")
