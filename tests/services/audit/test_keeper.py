from __future__ import annotations

from app.services.audit.audit import Action
from tests.services.audit.offices import Office


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
