from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from app.journal.entries import Author, Outcome, WriteState
from app.journal.errors import NotPossible
from app.journal.journal import REMEMBERED, Journal
from app.sealed.seal import AesGcmSeal
from tests.journal.fake_office import JournalClock, change
from tests.sealed.files import bytes_in
from tests.support.journals import open_journal

DAY = 24 * 60 * 60.0


async def reopened(journal: Journal, path: Path, seal: AesGcmSeal, clock: JournalClock) -> Journal:
    """The same journal after a restart."""
    await journal.store.close()
    return await open_journal(path, seal, clock)


async def test_an_entry_comes_back_whole(path: Path, seal: AesGcmSeal, clock: JournalClock):
    """An entry with all its data survives a restart."""
    journal = await open_journal(path, seal, clock)
    made = await journal.add(change("a", 1, 2, "day:2026-03-02"), Author("Ann"))
    clock.pass_time(1.25)
    sent = await journal.advance(made.id, WriteState.SENT, Outcome(seen={"value": 1}))
    done = await journal.advance(
        made.id, WriteState.DONE, Outcome(outcome="Fine.", answer={"value": 2}, conflict={"value": 3})
    )
    journal = await reopened(journal, path, seal, clock)
    assert await journal.get(made.id) == done
    assert (done.sent_at, done.attempts, done.seen) == (sent.changed_at, 1, {"value": 1})
    await journal.store.close()


async def test_nothing_of_a_patient_is_readable_in_the_file(
    path: Path, seal: AesGcmSeal, clock: JournalClock
):
    """A write's content, its user and its outcome are sealed in the file and in its WAL."""
    journal = await open_journal(path, seal, clock)
    entry = await journal.add(change("appointment:412-Ortiz", 1, 2), Author("Receptionist"))
    await journal.advance(entry.id, WriteState.REFUSED, Outcome(outcome="Outcome-words"))
    raw = bytes_in(path.parent)
    await journal.store.close()
    raw += bytes_in(path.parent)
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
    """An invalid state transition is refused; in particular, an unknown write is never sent again."""
    entry = await journal.add(change("a", 1, 2), Author("Ann"))
    for state in start:
        await journal.advance(entry.id, state)
    with pytest.raises(NotPossible):
        await journal.advance(entry.id, end)


async def test_only_what_is_done_is_pruned(path: Path, seal: AesGcmSeal, clock: JournalClock):
    """After 30 days only entries that were done, or refused and dismissed, are deleted."""
    journal = await open_journal(path, seal, clock)
    ids = [
        (await journal.add(change(name, 1, 2), Author("Ann"))).id
        for name in ("done", "put away", "refused", "open")
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
    assert (await journal.add(change("new", 1, 2), Author("Ann"))).id == ids[-1] + 1
    await journal.store.close()


async def test_a_journal_that_is_damaged_while_it_is_open(path: Path, seal: AesGcmSeal, clock: JournalClock):
    """Damage found at run time is repaired and reported at once; what is in memory is kept."""
    journal = await open_journal(path, seal, clock)
    waits = await journal.add(change("a", 1, 2), Author("Ann"))
    heard: list[int] = []
    journal.store.watch_damage(lambda damage: heard.append(len(damage)))
    journal.store._file._database.change("DROP TABLE entry")
    second = await journal.add(change("b", 1, 2), Author("Ann"))
    assert heard == [1]
    journal = await reopened(journal, path, seal, clock)
    assert journal.unsettled() == (waits, second)
    await journal.store.close()


async def test_open_entries_are_never_forgotten(journal: Journal):
    """However many writes follow, an open entry stays in memory; one no longer in memory is read from the file."""
    waits = await journal.add(change("waits", 1, 2), Author("Ann"))
    first = await journal.add(change("first", 1, 2), Author("Ann"))
    first = await journal.advance(first.id, WriteState.DONE)
    for _ in range(2 * REMEMBERED):
        entry = await journal.add(change("a", 1, 2), Author("Ann"))
        await journal.advance(entry.id, WriteState.DONE)
    assert journal.unsettled() == (waits,)
    assert len(journal.recent(3 * REMEMBERED)) < 2 * REMEMBERED
    assert await journal.get(first.id) == first


async def test_watchers_hear_what_is_on_disk(journal: Journal):
    """A watcher is called after each change until it unsubscribes."""
    heard: list[WriteState] = []
    unwatch = journal.watch(lambda entry: heard.append(entry.state))
    entry = await journal.add(change("a", 1, 2), Author("Ann"))
    await journal.advance(entry.id, WriteState.SENT)
    await asyncio.sleep(0)
    unwatch()
    await journal.advance(entry.id, WriteState.DONE)
    assert heard == [WriteState.WAITING, WriteState.SENT]
