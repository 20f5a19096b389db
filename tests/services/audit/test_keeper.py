from __future__ import annotations

import asyncio

from app.sealed.errors import StoreFailed
from app.services.audit.audit import Action
from app.services.audit.keeper import ANCHOR_SECONDS, RETRY_SECONDS
from app.services.audit.search import NEWEST, Search
from app.services.audit.writer import AuditWriter
from tests.services.audit.offices import Office
from tests.support.manual_clock import ManualClock
from tests.support.qt_loop import until


async def test_records_are_kept(office: Office) -> None:
    """What was noted is there after a restart, in order, with person, workstation and time, in one intact chain."""
    async with office.running() as running:
        running.notes.note(Action.OPEN_PATIENT, "patient", 12)
        running.notes.note(Action.EXPORT, "table", result="31 rows", who="Bea")
        await running.check()
    async with office.running() as running:
        await running.check()
        records = await running.records()
        assert running.intact
        assert running.findings == []
    assert [each.action for each in reversed(records)] == [
        Action.BEGIN,
        Action.START,
        Action.OPEN_PATIENT,
        Action.EXPORT,
        Action.STOP,
        Action.START,
    ]
    opened, exported = records[3], records[2]
    assert (opened.who, opened.workstation, opened.key, opened.patient) == ("Ana", "PC-1", 12, 12)
    assert (exported.who, exported.result, exported.patient) == ("Bea", "31 rows", 0)
    assert opened.at == office.clock.utc()


async def test_nothing_readable_is_on_disk(office: Office) -> None:
    """Neither a person's name nor what was done is readable in the file."""
    await office.used()
    found = b"".join(each.read_bytes() for each in office.home.path.parent.iterdir())
    assert b"Ana" not in found
    assert b"patient" not in found


async def test_a_disk_that_refuses(office: Office) -> None:
    """What the disk refuses is kept in memory, said, and written in order once there is room."""
    clock = office.clock
    assert isinstance(clock, ManualClock)
    async with office.running() as running:
        running.keeper.start(running.scope)
        await running.check()
        await running.keeper.run(lambda writer: full(writer, on=True))
        running.notes.note(Action.OPEN_PATIENT, "patient", 1)
        running.notes.note(Action.OPEN_PATIENT, "patient", 2)
        await until(lambda: running.keeper.status.unwritten == 2)
        assert isinstance(running.keeper.status.error, StoreFailed)
        await running.keeper.run(lambda writer: full(writer, on=False))
        await clock.advance(RETRY_SECONDS)
        await until(lambda: running.keeper.status.unwritten == 0 and running.keeper.status.error is None)
        assert [each.key for each in await running.records()][:2] == [2, 1]


async def test_the_vault_is_not_asked_for_each_record(office: Office) -> None:
    """Many records within some seconds are one write to the vault, and the end of the program is one more."""
    clock = office.clock
    assert isinstance(clock, ManualClock)
    async with office.running() as running:
        running.keeper.start(running.scope)
        await running.keeper._tasks[
            0
        ]  # its check: another one beside it could write to the vault once more, later
        await clock.advance(ANCHOR_SECONDS)
        before = office.vault.writes
        for number in range(50):
            running.notes.note(Action.OPEN_PATIENT, "patient", number)
            await running.written()
        assert office.vault.writes == before
        await clock.advance(ANCHOR_SECONDS)
        await until(lambda: office.vault.writes == before + 1)
    assert office.vault.writes == before + 2


async def test_names_do_not_get_in_by_mistake(office: Office) -> None:
    """A kind or result that would be a sentence is cut, and loses what can't be stored."""
    async with office.running() as running:
        running.notes.note(Action.EXPORT, "ta\x1fble\n\ud800", result="x" * 500)
        await running.written()
        record = (await running.records())[0]
        assert record.kind == "table"
        assert len(record.result) == 60


def full(writer: AuditWriter, *, on: bool) -> None:
    """Let SQLite refuse to write, or not any more."""
    writer.file._database.change(f"PRAGMA query_only = {int(on)}")


async def test_an_altered_record_that_would_be_deleted(office: Office) -> None:
    """Altered between the check and the deletion of old records, it is found then, and nothing fails."""
    async with office.running() as running:
        await running.check()

        def alter_and_prune(writer: AuditWriter) -> None:
            writer.file._database.change("UPDATE record SET digest = zeroblob(32) WHERE id = 2")
            writer.prune(office.clock.utc())

        await running.keeper.run(alter_and_prune)
        await running.check()
        assert running.findings == ["changed"]
        assert Action.TAMPERED in {each.action for each in await running.records()}


async def test_two_checks_find_one_thing(office: Office) -> None:
    """The new chain that one check begins is not altered records for another one that goes on."""
    async with office.running() as running:
        await running.check()

        def alter(writer: AuditWriter) -> None:
            writer.file._database.change("UPDATE record SET digest = zeroblob(32) WHERE id = 1")

        await running.keeper.run(alter)
        await asyncio.gather(running.keeper.check(), running.keeper.check())
        assert running.findings == ["changed"]


async def test_what_a_search_finds_amid_a_check_is_found_once(office: Office) -> None:
    """The new chain that a search begins is checked from its start: it is not altered records for the check."""
    async with office.running() as running:
        await running.check()

        def search_amid_check(writer: AuditWriter) -> None:
            writer.check_anew()
            writer.file._database.change("UPDATE record SET digest = zeroblob(32) WHERE id = 1")
            writer.older(Search(), NEWEST)
            for _ in range(9):
                writer.verified(1)

        await running.keeper.run(search_amid_check)
        await running.check()
        assert running.findings == ["changed"]
