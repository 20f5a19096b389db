"""Whatever is damaged in the file, the store opens, and every entry is readable or reported."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from contextlib import suppress
from pathlib import Path

from app.journal.entries import Author, Entry, Outcome, WriteState
from app.journal.errors import NotPossible
from app.journal.journal import Journal
from app.sealed.damage import Damage
from app.sealed.sealing import Seal
from app.sealed.store import LocalStore
from tests.journal.fake_office import change
from tests.sealed.files import copy_as_crashed, flip
from tests.support.manual_clock import ManualClock

FLIPS = 200
SEED = 16
LAST_BYTES = 40_000
"""Of the WAL: more than its last transaction."""
STATES = (WriteState.WAITING, WriteState.SENT, WriteState.UNKNOWN, WriteState.REFUSED, WriteState.DONE)
Seals = dict[str, Seal]
Everything = tuple[dict[int, Entry], bytes | None, tuple[Damage, ...]]
DOCUMENT = b"today" * 2000


async def fill(path: Path, seals: Seals, clock: ManualClock) -> LocalStore:
    """An open store with a document and entries in every state, small ones and ones of several pages."""
    store = await LocalStore.open(path, seals, clock)
    journal = await Journal.open(store, clock)
    await store.documents.put("downtime", DOCUMENT, clock.utc())
    for number in range(40):
        entry = await journal.add(change(f"appointment:{number}", number, 2), Author("Ann"))
        await clock.advance(1)
        for state in STATES[1 : STATES.index(STATES[number % 5]) + 1]:
            if entry.state in (WriteState.WAITING, WriteState.SENT, WriteState.UNKNOWN):
                long = Outcome(answer={"Note": "long " * 2000} if number % 10 == 9 else None)
                entry = await journal.advance(entry.id, state, long)
    return store


async def everything(path: Path, seals: Seals, clock: ManualClock) -> Everything:
    """All readable entries, the document, and the reports."""
    store = await LocalStore.open(path, seals, clock)
    try:
        await store.documents.get("downtime")  # as at startup: before anything was checked
        journal = await Journal.open(store, clock)
        entries = {}
        for number in range(1, 41):
            with suppress(NotPossible):
                entries[number] = await journal.get(number)
        document = await store.documents.get("downtime")
        return entries, document.data if document else None, store.damage
    finally:
        await store.close()


async def flip_and_look(
    original: Path, seals: Seals, clock: ManualClock, flipped: str, bits: list[int], folder: Path
) -> Counter[str]:
    """Change one bit at a time and check what remains."""
    whole, document, damage = await everything(copied(original, folder / "whole"), seals, clock)
    assert (len(whole), document, damage) == (40, DOCUMENT, ())
    seen: Counter[str] = Counter()
    for bit in bits:
        path = copied(original, folder / "flipped")
        flip(path.with_name(path.name + flipped), bit)
        entries, document, damage = await everything(path, seals, clock)
        lost = [number for number in whole if entries.get(number) != whole[number]]
        for number in lost:
            assert number not in entries or is_older(entries[number], damage), f"bit {bit}: entry {number}"
        if lost or document != DOCUMENT:
            assert damage, f"bit {bit}: {lost} lost without a word"
        seen["damaged" if damage else "unharmed"] += 1
        seen["lost"] += len(whole) - len(entries)
    return seen


def is_older(entry: Entry, damage: tuple[Damage, ...]) -> bool:
    """Whether an entry that differs is known to be outdated and will not be sent again."""
    return damage[0].stale and entry.state is not WriteState.WAITING


def copied(original: Path, folder: Path) -> Path:
    """The store's files in a fresh folder."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(original.parent, folder)
    return folder / original.name


async def test_any_single_bit(tmp_path: Path, seals: Seals, clock: ManualClock) -> None:
    """Whichever bit of the file changes, the store opens, and each entry is unchanged or the damage is reported."""
    (tmp_path / "store").mkdir()
    path = tmp_path / "store" / "office.db"
    await (await fill(path, seals, clock)).close()
    chosen = random.Random(SEED).sample(range(8 * path.stat().st_size), FLIPS)
    header = list(range(0, 8 * 100, 7))
    seen = await flip_and_look(path, seals, clock, "", header + chosen, tmp_path)
    assert seen["damaged"] > FLIPS / 2
    assert seen["lost"] < seen["damaged"]


async def test_any_single_bit_after_a_crash(tmp_path: Path, seals: Seals, clock: ManualClock) -> None:
    """The same holds for the WAL after a crash, except for its last transaction, which may have been cut off."""
    store = await fill(tmp_path / "office.db", seals, clock)
    path = copy_as_crashed(tmp_path / "office.db", tmp_path / "store")
    await store.close()
    size = path.with_name(path.name + "-wal").stat().st_size
    bits = [*range(0, 8 * 64, 5), *random.Random(SEED).sample(range(8 * (size - LAST_BYTES)), FLIPS // 3)]
    seen = await flip_and_look(path, seals, clock, "-wal", bits, tmp_path)
    assert seen["damaged"] > FLIPS / 4
    assert seen["lost"] < seen["damaged"]


async def test_a_lost_page(tmp_path: Path, seals: Seals, clock: ManualClock) -> None:
    """Any page may be lost, even the first: the others are recovered, and the damage is reported."""
    (tmp_path / "store").mkdir()
    original = tmp_path / "store" / "office.db"
    await (await fill(original, seals, clock)).close()
    for page in range(original.stat().st_size // 4096):
        path = copied(original, tmp_path / "lost")
        with path.open("r+b") as file:
            file.seek(page * 4096)
            file.write(b"\xff" * 4096)
        entries, document, damage = await everything(path, seals, clock)
        assert damage or (len(entries), document) == (40, DOCUMENT), f"page {page + 1} lost without a word"
        assert len(entries) >= 20
