"""The client against the practice: the same results in process and over a socket."""

from __future__ import annotations

import asyncio
import datetime
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.api import errors
from app.api.client import MOST_ROWS, OpenDental
from app.api.keys import Keys
from app.api.modes import Mode
from app.api.need import Need
from app.api.pace import ENTERPRISE_PACE, PAID_PACE, READ_ALL_PACE
from app.practice.server.faults import EVERY, Fault
from app.practice.server.pace import PaceRule
from app.wire.catalog import endpoints
from app.wire.endpoint import Call, Endpoint
from app.wire.permissions import Permission
from app.wire.resources.appointments import Appointments
from app.wire.rows import UnreadableRow
from app.wire.version import Version
from tests.api.offices import ALL, PATIENCE, Switchboard, connect, connect_directly, tiny_office
from tests.practice import office as tiny

__all__ = ["connect", "connect_directly", "tiny_office"]

READ = frozenset({Permission.READ_ALL})
LISTS = [
    each
    for each in endpoints()
    if each.verb == "GET" and each.lists and not any(field.required for field in each.parameters)
]


async def test_every_list_is_readable(connect: Switchboard) -> None:
    """Every list of the API is complete and readable, unless the practice requires a filter."""
    async with connect() as line:
        found = {each.name: await unreadable(line.office, each) for each in LISTS}
        assert [name for name, rows in found.items() if rows] == []


async def unreadable(office: OpenDental, endpoint: Endpoint) -> list[UnreadableRow]:
    """The unreadable rows of a list. A list that is only returned filtered has none."""
    try:
        return (await office.rows(Call(endpoint, {}))).unreadable
    except errors.BadRequest:
        return []


async def test_a_write_is_done(connect: Switchboard) -> None:
    """A write arrives, once, and is read back; typed and by name."""
    async with connect() as line:
        [before] = await line.office.appointments.list(PatNum=tiny.ANN, date=tiny.TODAY)
        await line.office.appointments.append_note(before.AptNum, Note="Called twice")
        await line.office.send_raw("Appointments.append_note", {"AptNum": before.AptNum, "Note": "And again"})
        after = await line.office.appointments.get(before.AptNum)
        assert after.Note.count("Called twice") == after.Note.count("And again") == 1
        assert line.faults.seen.count("Appointments.append_note") == 2


async def test_made(connect: Switchboard) -> None:
    """A new row is returned with its key."""
    async with connect() as line:
        made = await line.office.commlogs.create(PatNum=tiny.ANN, Note="Called")
        assert made.CommlogNum
        status, answer = await line.office.send_raw("Commlogs.create", {"PatNum": tiny.ANN, "Note": "Called"})
        assert status == 201
        assert answer["CommlogNum"] != made.CommlogNum


@pytest.mark.parametrize(
    ("permissions", "pace", "limit"),
    [
        (READ, READ_ALL_PACE, 100),
        (ALL - {Permission.ENTERPRISE}, PAID_PACE, 100),
        (ALL, ENTERPRISE_PACE, 1_000),
    ],
)
async def test_probe(connect: Switchboard, permissions: frozenset[Permission], pace, limit: int) -> None:
    """One request reads the key's permissions; from then on its rate limit and page limit apply."""
    async with connect(permissions=permissions, mode=Mode.REMOTE) as line:
        known = await line.office.probe()
        assert known.permissions == permissions
        assert line.faults.seen == ["SecurityPerms.list"]
        assert line.office.status.pace_text == pace.text
        assert bool(line.office.can(Appointments.update)) is (Permission.APPOINTMENTS in permissions)


async def test_probe_of_a_version(connect: Switchboard) -> None:
    """The version is read from the preferences, in a separate request; known permissions stay."""
    async with connect() as line:
        await line.office.probe()
        line.sql("INSERT INTO preference (PrefName, ValueString) VALUES ('ProgramVersion', '24.3.7.0')")
        known = await line.office.probe_version()
        assert known.permissions == ALL
        assert known.version == Version(24, 3, 7)


async def test_a_practice_says_the_version_that_it_is_served_as(tiny_office: Path, tmp_path: Path) -> None:
    """A file served as one version before reports the other one when served as that."""
    path = tmp_path / "served.db"
    shutil.copyfile(tiny_office, path)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            "INSERT INTO preference (PrefName, ValueString) VALUES ('ProgramVersion', '25.1.12.0')"
        )
    for served in ("24.3.7", "21.1"):
        async with Switchboard(path, tmp_path, socket=False)(version=served) as line:
            assert (await line.office.probe_version()).version == Version.parse(served)


async def test_an_old_office_is_asked_its_version(connect: Switchboard) -> None:
    """An office without SecurityPerms answers with its version."""
    async with connect(version="22.1") as line:
        known = await line.office.probe()
        assert known.permissions is None
        assert line.faults.seen[-1] == "Preferences.list"


async def test_refusals(connect: Switchboard) -> None:
    """A wrong key, a missing permission, an old version, a missing row: each has its own error with a text."""
    async with connect(keys=Keys("wrong", "keys")) as line:
        with pytest.raises(errors.KeyRefused, match=r"^KeyRefused in SecurityPerms\.list") as refused:
            await line.office.probe()
        assert "developer key" in refused.value.explanation
    async with connect(permissions=READ, version="21.1") as line:
        with pytest.raises(errors.PermissionMissing) as missing:
            await line.office.appointments.confirm(1, defNum=20)
        assert missing.value.permission is Permission.COMM
        with pytest.raises(errors.BadRequest) as old:
            await line.office.security_perms.list()
        assert "22.2" in old.value.explanation
        with pytest.raises(errors.NotFound):
            await line.office.appointments.get(987_654)


async def test_a_query_that_writes_is_no_key_trouble(connect: Switchboard) -> None:
    """A query refused for its content is a bad request."""
    async with connect() as line:
        with pytest.raises(errors.BadRequest):
            await line.office.queries.short_query(SqlCommand="DELETE FROM patient")


async def test_many_pages(connect: Switchboard) -> None:
    """Ten thousand five hundred patients are read in the mode's pages, each once; queries in pages of a hundred."""
    async with connect() as line:
        line.sql(
            "WITH RECURSIVE more(n) AS (SELECT 1000 UNION ALL SELECT n + 1 FROM more WHERE n < 11499) "
            "INSERT INTO patient (PatNum, LName, FName) SELECT n, 'Row' || n, 'Some' FROM more"
        )
        found = await line.office.patients.simple(LName="Row")
        assert sorted(row.PatNum for row in found) == list(range(1000, 11_500))
        asked = line.faults.seen.count("Patients.simple")
        assert asked == 10_500 // MOST_ROWS + 1
        rows = await line.office.queries.short_query(
            SqlCommand="SELECT PatNum FROM patient WHERE PatNum BETWEEN 1000 AND 1249 ORDER BY PatNum"
        )
        assert [row["PatNum"] for row in rows] == list(range(1000, 1250))


FAULTS = [
    (Fault.DROP_BEFORE, errors.ConnectionLost, False),
    (Fault.DROP_AFTER, errors.ConnectionLost, True),
    (Fault.HANG_BEFORE, errors.TimedOut, False),
    (Fault.HANG_AFTER, errors.TimedOut, True),
    (Fault.TIMEOUT_BEFORE, errors.GatewayTimeout, False),
    (Fault.TIMEOUT_AFTER, errors.GatewayTimeout, True),
    (Fault.SERVER_ERROR, errors.ServerFault, False),
]


@pytest.mark.logs("uvicorn")
@pytest.mark.parametrize(("fault", "error", "done"), FAULTS)
async def test_a_write_meets_a_fault(
    connect: Switchboard, fault: Fault, error: type[errors.ApiError], done: bool
) -> None:
    """Each way to lose a write is its own error, the write is sent once, and done once."""
    async with connect(patience=1.0 if error is errors.TimedOut else PATIENCE) as line:
        [visit] = await line.office.appointments.list(PatNum=tiny.ANN, date=tiny.TODAY)
        line.faults.plan("Appointments.append_note", fault)
        with pytest.raises(error):
            await line.office.appointments.append_note(visit.AptNum, Note="Called twice")
        assert line.faults.seen.count("Appointments.append_note") == 1
        after = await line.office.appointments.get(visit.AptNum)
        assert after.Note.count("Called twice") == int(done)


@pytest.mark.logs("uvicorn")
@pytest.mark.parametrize("fault", [Fault.DROP_BEFORE, Fault.TIMEOUT_BEFORE, Fault.SERVER_ERROR, Fault.BUSY])
async def test_a_read_meets_a_fault(connect: Switchboard, fault: Fault) -> None:
    """A read with a temporary fault succeeds."""
    async with connect() as line:
        line.faults.plan(EVERY, fault)
        assert len(await line.office.operatories.list()) > 1
        assert len(line.faults.seen) == 2


async def test_busy_with_writes(connect: Switchboard) -> None:
    """Writes that an office with a full queue refuses with 429 are all done in the end, each once."""
    async with connect(pace=PaceRule(0.1, depth=0)) as line:
        [visit] = line.sql("SELECT AptNum FROM appointment WHERE PatNum = ? LIMIT 1", tiny.ANN)
        notes = ("One.", "Two.")
        await asyncio.gather(*(line.office.appointments.append_note(visit[0], Note=note) for note in notes))
        [(text,)] = line.sql("SELECT Note FROM appointment WHERE AptNum = ?", visit[0])
        assert all(text.count(note) == 1 for note in notes)


async def test_the_office_goes_and_comes_back(connect_directly: Switchboard) -> None:
    """While it is down clicks get the error and the status shows it; the first answer after that shows too."""
    async with connect_directly() as line:
        line.faults.unreachable = True
        with pytest.raises(errors.Unreachable):
            await line.office.operatories.list()
        assert not line.office.status.connected
        with pytest.raises(errors.Unreachable):
            await line.office.at(Need.REFRESH).operatories.list()
        line.faults.unreachable = False
        await line.office.operatories.list()
        assert line.office.status.connected


async def test_a_day(connect: Switchboard) -> None:
    """A day's appointments are read by date, typed."""
    async with connect() as line:
        rows = await line.office.appointments.list(date=tiny.TODAY)
        assert rows
        assert all(isinstance(row.AptDateTime, datetime.datetime) for row in rows)
        assert {row.AptDateTime.date() for row in rows if row.AptDateTime} == {tiny.TODAY}
