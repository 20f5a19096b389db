"""Journals of the first format."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.core.clock import SystemClock, local
from app.journal.entries import Author, Entry, WriteState
from app.journal.journal import Journal
from app.sealed.errors import StoreLocked
from app.sealed.key_slots import OFFICE, VAULT
from app.sealed.seal import AesGcmSeal, new_key
from app.sealed.sealing import Seal
from app.sealed.store import LocalStore
from tests.journal.fake_office import change
from tests.sealed.files import flip, make_format1
from tests.support.manual_clock import ManualClock

MOMENT = datetime(2026, 11, 20, 16, 30, 1, 250_000)
INTENTS = {state.value: change(state.value, 1, 2) for state in WriteState}


async def opened(path: Path, seals: dict[str, Seal], clock: ManualClock) -> tuple[LocalStore, Journal]:
    """The store and its journal."""
    store = await LocalStore.open(path, seals, clock)
    return store, await Journal.open(store, clock)


async def test_a_journal_of_format_1_is_converted(path: Path, clock: ManualClock) -> None:
    """All entries of an older journal are converted, with times in UTC, and open with either key from then on."""
    old = AesGcmSeal(new_key())
    make_format1(path, old, INTENTS, MOMENT)
    seals: dict[str, Seal] = {VAULT: old, OFFICE: AesGcmSeal(new_key())}
    for keys in (seals, {OFFICE: seals[OFFICE]}):
        store, journal = await opened(path, keys, clock)
        entries = [await journal.get(number) for number in range(1, len(INTENTS) + 1)]
        assert [entry.state for entry in entries] == list(WriteState)
        assert [entry.intent for entry in entries] == list(INTENTS.values())
        assert {(entry.who, entry.outcome, entry.attempts) for entry in entries} == {("Ann", "Fine.", 1)}
        for time in (entries[0].made_at, entries[0].changed_at, entries[0].sent_at):
            assert time is not None
            assert (local(time, SystemClock()), time.utcoffset()) == (MOMENT, timedelta())
        assert store.damage == ()
        assert (await journal.add(change("new", 1, 2), Author("Ann"))).id > len(INTENTS)
        await store.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


async def test_a_damaged_journal_of_format_1_is_converted_as_far_as_it_goes(
    path: Path, clock: ManualClock
) -> None:
    """If an older journal has a damaged entry, the rest is converted, the entry reported, and the old file kept."""
    old = AesGcmSeal(new_key())
    make_format1(path, old, INTENTS, MOMENT)
    content = path.read_bytes()
    flip(path, 8 * content.index(b"sent" + MOMENT.isoformat().encode()))
    store, journal = await opened(path, {VAULT: old}, clock)
    (report,) = store.damage
    assert (report.kept, report.unreadable) == (4, (2,))
    found: list[Entry] = [await journal.get(number) for number in (1, 3, 4, 5)]
    assert [entry.state for entry in found] == [each for each in WriteState if each is not WriteState.SENT]
    assert path.with_name(report.aside).exists()
    await store.close()


async def test_a_journal_of_format_1_that_another_key_sealed(path: Path, clock: ManualClock) -> None:
    """An older journal that no key opens is set aside and reported."""
    make_format1(path, AesGcmSeal(new_key()), INTENTS, MOMENT)
    before = path.read_bytes()
    store, journal = await opened(path, {VAULT: AesGcmSeal(new_key())}, clock)
    assert journal.recent(9) == ()
    assert [report.reason for report in store.damage] == ["key"]
    assert path.with_name(store.damage[0].aside).read_bytes() == before
    await store.close()


async def test_without_the_vault_nothing_is_set_aside_that_only_its_key_opens(
    path: Path, clock: ManualClock
) -> None:
    """While the vault is unavailable, an older journal is left alone; it is converted once the vault is back."""
    old = AesGcmSeal(new_key())
    make_format1(path, old, INTENTS, MOMENT)
    with pytest.raises(StoreLocked):
        await LocalStore.open(path, {OFFICE: AesGcmSeal(new_key())}, clock)
    store, journal = await opened(path, {VAULT: old}, clock)
    assert len(journal.recent(9)) == len(INTENTS)
    await store.close()
