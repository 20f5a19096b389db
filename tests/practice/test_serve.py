"""The practice on a port, in a process of its own."""

from __future__ import annotations

import asyncio
import datetime
import json
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.core.tasks import TaskScope
from app.practice.server.faults import Fault, Faults
from app.practice.server.serve import parser, serve
from app.wire.permissions import Permission
from tests.practice import office
from tests.practice.conftest import Opener, good, refused
from tests.support.systems.wine import not_under_wine

START = "import sys; from app.practice.server.serve import main; sys.exit(main(sys.argv[1:]))"
ROOT = Path(__file__).parents[2]
STOPS: list[Any] = [signal.SIGTERM, signal.SIGINT]
IN_ITS_GROUP: dict[str, Any] = {}
if sys.platform == "win32":  # Ctrl+C reaches all of a console, Ctrl+Break one group of processes
    STOPS, IN_ITS_GROUP = [signal.CTRL_BREAK_EVENT], {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}


@asynccontextmanager
async def served(*arguments: str) -> AsyncIterator[tuple[asyncio.subprocess.Process, dict[str, str]]]:
    """The practice in another process, and its printed line."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", START, *arguments,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE, cwd=ROOT, **IN_ITS_GROUP,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        line = await process.stdout.readline()
        if not line:
            _, errors = await process.communicate()
            raise AssertionError(errors.decode())
        yield process, json.loads(line)
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


def client(line: dict[str, str]) -> httpx.AsyncClient:
    """A client with the printed address and keys."""
    keys = f"ODFHIR {line['developer_key']}/{line['customer_key']}"
    headers = {"Authorization": keys, "Content-Type": "application/json"}
    return httpx.AsyncClient(base_url=line["address"], headers=headers)


@not_under_wine("without a console nobody can be sent Ctrl+Break")
@pytest.mark.parametrize("how", STOPS)
async def test_a_served_practice_says_where_it_is_and_stops(template: Path, tmp_path: Path, how: int) -> None:
    """It prints one JSON line with address and keys, answers there, and ends cleanly on SIGTERM and Ctrl+C."""
    path = tmp_path / "office.db"
    shutil.copyfile(template, path)
    arguments = [
        "--port",
        "0",
        "--database",
        str(path),
        "--seed",
        "0",
        "--today",
        str(office.TODAY),
        "--time",
        "12:00",  # at the computer's own time of day midnight could come between
        "--permissions",
        "ReadAll,Comm",
    ]
    async with served(*arguments) as (process, line):
        assert set(line) == {"address", "developer_key", "customer_key"}
        async with client(line) as http:
            rows = good(await http.get("/appointments", params={"date": str(office.TODAY)})).json()
            assert rows[0]["serverDateTime"].startswith(str(office.TODAY))
            good(await http.put("/appointments/1/Note", json={"Note": "kept"}))
            refused(await http.put("/appointments/1", json={"Op": 2}), 401, "ApiAppointments")
        process.send_signal(how)
        output, errors = await process.communicate()
        assert (process.returncode, output, errors) == (0, b"", b"")
    async with (
        served("--database", str(path), "--today", str(office.TODAY)) as (_, line),
        client(line) as http,
    ):
        assert "kept" in good(await http.get("/appointments/1")).json()["Note"]


@pytest.mark.logs("uvicorn.error")
async def test_a_dropped_connection_breaks_on_a_socket(open_desk: Opener, tasks: TaskScope) -> None:
    """On a socket a planned drop ends the answer in the middle."""
    faults = Faults()
    desk = open_desk(faults=faults)
    listening: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    tasks.start(serve(desk.practice, port=0, announce=listening.set_result), "serve")
    address = await listening
    headers = {"Authorization": desk.practice.keys.header, "Content-Type": "application/json"}
    async with httpx.AsyncClient(base_url=address, headers=headers) as http:
        faults.plan("Appointments.append_note", Fault.DROP_AFTER)
        with pytest.raises(httpx.RemoteProtocolError):
            await http.put("/appointments/1/Note", json={"Note": "kept"})
        assert "kept" in good(await http.get("/appointments/1")).json()["Note"]


@pytest.mark.parametrize(
    ("arguments", "field", "value"),
    [
        ([], "permissions", frozenset(Permission)),
        (
            ["--permissions", "ReadAll, ApiComm"],
            "permissions",
            frozenset({Permission.READ_ALL, Permission.COMM}),
        ),
        (["--version", "22.4.28"], "version", (22, 4, 28)),
        (["--pace", "paid"], "pace", "paid"),
        (["--today", "2026-11-23"], "today", office.TODAY),
        (["--time", "10:20"], "time", datetime.time(10, 20)),
    ],
)
def test_the_command_line_is_read(arguments: list[str], field: str, value: Any) -> None:
    """Each argument has a sensible default and its own type."""
    assert getattr(parser().parse_args(["--database", "x.db", *arguments]), field) == value


@pytest.mark.parametrize(
    "arguments", [["--permissions", "Everything"], ["--version", "new"], ["--pace", "fast"]]
)
def test_a_wrong_argument_is_explained(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """An invalid argument gives the usual message."""
    with pytest.raises(SystemExit):
        parser().parse_args(["--database", "x.db", *arguments])
    assert arguments[0] in capsys.readouterr().err
