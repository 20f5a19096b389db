from __future__ import annotations

import asyncio
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.sealed.key_slots import OFFICE, VAULT
from app.sealed.seal import AesGcmSeal, new_key
from app.services.audit.audit import Action, Record
from tests.services.audit.offices import Office
from tests.support.manual_clock import ManualClock

RECORDS = 40


class Original:
    """A closed audit of some records: the file now and at earlier times, the vault, and the records."""

    def __init__(self, folder: Path) -> None:
        self.seals = {OFFICE: AesGcmSeal(new_key()), VAULT: AesGcmSeal(new_key())}
        self.office = Office(folder / "audit-0123.db", dict(self.seals), ManualClock())
        self.earlier: list[Path] = []
        for _ in range(3):
            asyncio.run(self.office.used(RECORDS // 3))
            self.earlier.append(
                Path(shutil.copy(self.office.home.path, folder / f"{len(self.earlier)}.kept"))
            )
        self.records = asyncio.run(records_of(self.copied(folder / "read"))).records

    def copied(self, folder: Path) -> Office:
        """The same office in another folder."""
        folder.mkdir(parents=True, exist_ok=True)
        home = self.office.home
        found = Office(folder / home.path.name, dict(self.seals), self.office.clock, home.office)
        shutil.copyfile(home.path, found.home.path)
        found.vault.content, found.store.content = self.office.vault.content, self.office.store.content
        return found


class Seen:
    """What the next start makes of an audit."""

    def __init__(self, findings: list[str], records: list[Record]) -> None:
        self.findings = findings
        self.records = records


async def records_of(office: Office) -> Seen:
    """Open and check it; what was there before this start, oldest first."""
    async with office.running() as running:
        await running.check()
        found = [each for each in reversed(await running.records()) if each.action != Action.TAMPERED]
        return Seen(running.findings, found[:-1])


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Original]:
    """An audit to tamper with copies of."""
    return Original(tmp_path_factory.mktemp("original"))


NUMBER = st.integers(1, RECORDS + 10)
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("byte"), st.integers(0, 10**6), st.integers(0, 7)),
        st.tuples(st.just("delete"), NUMBER, NUMBER),
        st.tuples(st.just("move"), NUMBER, st.integers(1, RECORDS + 60)),
        st.tuples(st.just("swap"), NUMBER, NUMBER),
        st.tuples(st.just("graft"), st.integers(0, 2), NUMBER),
        st.tuples(st.just("older"), st.integers(0, 1), st.just(0)),
        st.tuples(st.just("cut file"), st.integers(0, 10**5), st.just(0)),
        st.tuples(st.just("vault"), st.integers(0, 10**4), st.integers(0, 7)),
    ),
    min_size=1,
    max_size=3,
)
SQL = {
    "delete": ("DELETE FROM record WHERE id BETWEEN {a} AND {b}",),
    "move": ("UPDATE OR IGNORE record SET id = {b} WHERE id = {a}",),
    "swap": (
        "UPDATE record SET id = -1 WHERE id = {a}",
        "UPDATE record SET id = {a} WHERE id = {b}",
        "UPDATE record SET id = {b} WHERE id = -1",
    ),
}


def apply(edit: tuple[str, int, int], office: Office, original: Original) -> None:
    """Make one change to the closed file, with any tool."""
    what, a, b = edit
    path = office.home.path
    if what == "byte":
        path.write_bytes(flipped(path.read_bytes(), a, b))
    elif what == "vault":
        office.vault.content = flipped(office.vault.content or b"", a, b)
    elif what == "cut file":
        path.write_bytes(path.read_bytes()[:a])
    elif what == "older":
        shutil.copyfile(original.earlier[a], path)
    else:
        statements = SQL.get(what) or (
            f"ATTACH '{original.earlier[a]}' AS old",
            f"INSERT OR REPLACE INTO record SELECT * FROM old.record WHERE id >= {b}",
        )
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            for statement in statements:
                database.execute(statement.format(a=a, b=b))


def flipped(data: bytes, at: int, bit: int) -> bytes:
    """The bytes with one bit changed; none if there are none."""
    changed = bytearray(data)
    if changed:
        changed[at % len(changed)] ^= 1 << bit
    return bytes(changed)


@settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(edits=EDITS)
def test_random_tampering_never_passes(original: Original, edits: list[tuple[str, int, int]]) -> None:
    """Whatever is changed in the file, it is reported, or every record is still as it was written."""
    with tempfile.TemporaryDirectory() as folder:
        office = original.copied(Path(folder))
        for edit in edits:
            try:
                apply(edit, office, original)
            except sqlite3.Error:  # damaged by the edit before
                continue
        seen = asyncio.run(records_of(office))
        assert seen.findings or seen.records == original.records


def test_untouched(original: Original, tmp_path: Path) -> None:
    """A copy that nobody touched is intact and complete."""
    seen = asyncio.run(records_of(original.copied(tmp_path)))
    assert seen.findings == []
    assert seen.records == original.records
    assert len(seen.records) > RECORDS
