"""Programs killed in the middle of a write, over a real socket: its outcome is determined, and it is done once."""

from __future__ import annotations

import asyncio
import json
import shutil
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from app.api.keys import Keys
from app.api.modes import service_address
from app.core.tasks import TaskScope
from app.journal.entries import WriteState
from app.practice.server.faults import Fault
from tests.api.raw_server import free_port
from tests.journal.fake_office import until
from tests.practice import office as tiny
from tests.services.front_desk import DONE, REFUSED, UNKNOWN, WAITING
from tests.services.killed_programs import desk_at

ROOT = Path(__file__).parents[3]


@asynccontextmanager
async def program(*arguments: object) -> AsyncIterator[tuple[asyncio.subprocess.Process, str]]:
    """A program to be killed, and the line it printed when ready."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.services.killed_programs",
        *map(str, arguments),
        stdout=asyncio.subprocess.PIPE,
        cwd=ROOT,
    )
    assert process.stdout is not None
    try:
        yield process, (await process.stdout.readline()).decode()
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


@pytest.fixture
def database(tiny_database: Path, tmp_path: Path) -> Path:
    """The tiny office, to be served by another process."""
    return Path(shutil.copyfile(tiny_database, tmp_path / "office.db"))


def history(database: Path) -> int:
    """How often the practice has changed an appointment."""
    with sqlite3.connect(database) as connection:
        found = connection.execute("SELECT count(*) FROM histappointment").fetchone()[0]
    connection.close()
    return int(found)


@pytest.mark.parametrize("fault", [Fault.HANG_AFTER, Fault.HANG_BEFORE])
async def test_a_desk_that_is_killed_while_it_waits_for_the_answer(
    database: Path, tmp_path: Path, fault: Fault
) -> None:
    """After a restart, a killed desk finds its write sent, reads it back, and never sends it again."""
    journal = tmp_path / "journal.db"
    async with program("practice", database, free_port(), fault) as (server, line):
        practice = server.stdout
        assert practice is not None
        address, *keys = json.loads(line)
        async with program("desk", address, *keys, journal) as (desk, told):
            assert (told, await practice.readline()) == ("sent\n", b"Appointments.confirm\n")
            if fault is Fault.HANG_AFTER:
                await until(lambda: history(database) == 1)
            desk.kill()
            await desk.wait()
        async with desk_at(service_address(address), Keys(*keys), journal) as again:
            assert again.entry().state is WriteState.SENT
            await again.outbox.resume()
            await until(lambda: not again.outbox.journal.unsettled())
            done = fault is Fault.HANG_AFTER
            assert again.entry().state is (DONE if done else REFUSED)
            assert history(database) == int(done)
            await again.look()
            assert (await again.visits.arrive(again.visit())).state is DONE
            assert history(database) == 1


async def test_a_server_that_is_killed_after_the_write_was_sent(
    database: Path, tmp_path: Path, tasks: TaskScope
) -> None:
    """When the server is back, what was in flight is settled, and later writes are sent."""
    port = free_port()
    async with program("practice", database, port, Fault.HANG_AFTER) as (server, line):
        address, *keys = json.loads(line)
        async with desk_at(service_address(address), Keys(*keys), tmp_path / "journal.db") as desk:
            arriving = tasks.start(desk.visits.arrive(desk.visit()), "arrive")
            await until(lambda: history(database) == 1)
            server.kill()
            await server.wait()
            await until(arriving.done)
            assert arriving.result().state is UNKNOWN
            waiting = await desk.visits.append_note(desk.visit(tiny.HYGIENE_VISIT), "Called")
            assert waiting.state is WAITING
            async with program("practice", database, port):
                await until(lambda: not desk.outbox.journal.unsettled())
                states = [entry.state for entry in desk.outbox.journal.recent(2)]
                assert (states, history(database)) == ([DONE, DONE], 2)
