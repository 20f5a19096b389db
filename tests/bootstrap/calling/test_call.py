"""`python -m app call`: one declared method from a terminal."""

from __future__ import annotations

import asyncio
import datetime
import errno
import io
import json
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from app.api.keys import Keys
from app.api.modes import service_address
from app.api.vault import Vault
from app.bootstrap.calling.command import NO_OBJECT, main
from app.bootstrap.calling.parsing import NotCallable, call_of
from app.bootstrap.calling.turn import NoTurn, turn
from app.bootstrap.calling.words import DONE, INTERRUPTED, NOT_SENT, NOT_VALID, REFUSED, UNKNOWN
from app.core.clock import SystemClock
from app.core.paths import program_folders
from app.core.settings import Settings, SettingsFile
from tests.api.offices import LinkedOffice, Switchboard, tiny_office
from tests.practice import office as tiny

__all__ = ["tiny_office"]

Call = Callable[..., Awaitable[tuple[int, str, str]]]


@pytest.fixture
async def line(
    tiny_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[LinkedOffice]:
    """A served practice that the environment names."""
    async with Switchboard(tiny_office, tmp_path, socket=True)() as line:
        monkeypatch.setenv("FRONT_DESK_OFFICE", line.office.address.base_url)
        monkeypatch.setenv("FRONT_DESK_DEVELOPER_KEY", line.practice.keys.developer_key)
        monkeypatch.setenv("FRONT_DESK_CUSTOMER_KEY", line.practice.keys.customer_key)
        yield line


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch) -> Call:
    """Types a command; returns the exit code, what is printed, and what is said of errors."""

    async def typed(*arguments: str, stdin: str | io.TextIOBase = "") -> tuple[int, str, str]:
        out, wrong = io.StringIO(), io.StringIO()
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin) if isinstance(stdin, str) else stdin)
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", wrong)
        code = await asyncio.to_thread(main, arguments)
        return code, out.getvalue(), wrong.getvalue()

    return typed


async def test_a_list(line: LinkedOffice, call: Call) -> None:
    """A list is JSON with a row a line, as the office wrote the rows; --first ends it early."""
    code, out, _ = await call("GET", "/appointments", f"date={tiny.TODAY}")
    assert code == DONE
    rows = json.loads(out)
    assert [row["AptNum"] for row in rows] == [1, 2]
    assert rows[0]["AptDateTime"] == f"{tiny.TODAY} 09:00:00"
    assert len(out.splitlines()) == 4
    code, out, _ = await call("get", f"/api/v1/appointments?date={tiny.TODAY}", "--first", "1")
    assert (code, [row["AptNum"] for row in json.loads(out)], len(out.splitlines())) == (DONE, [1], 3)
    assert await call("GET", "/appointments", "date=1999-01-01") == (DONE, "[]\n", "")


async def test_writes(line: LinkedOffice, call: Call) -> None:
    """Fields of a body are typed, or read from standard input; what is answered without a body prints nothing."""
    code, out, _ = await call(
        "POST", "/commlogs", "-", stdin=json.dumps({"PatNum": tiny.ANN, "Note": "Söhne"})
    )
    assert code == DONE
    made = json.loads(out)
    assert made["Note"] == "Söhne"
    assert (await call("PUT", f"/commlogs/{made['CommlogNum']}", "Note=Called"))[0] == DONE
    assert (await line.office.commlogs.get(made["CommlogNum"])).Note == "Called"
    assert await call("PUT", f"/appointments/{tiny.VISIT}/Note", "Note=Late") == (DONE, "", "")


async def test_refusals(line: LinkedOffice, call: Call) -> None:
    """What the office refuses ends with 1, and standard error has the office's own words."""
    code, out, wrong = await call("GET", "/appointments/4711")
    assert (code, out) == (REFUSED, "")
    assert wrong.startswith("The office refused Appointments.get (404): ")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("GET", "/appointmentz"), "GET /appointmentz isn't a method of the API"),
        (("DELETE", "/appointments"), "This path has GET and POST"),
        (("LOOK", "/appointments"), "LOOK isn't a verb of the API. Use GET, POST, PUT or DELETE."),
        (
            ("GET", "/appointments", "Date=2026-11-27"),
            "Appointments.list has no field Date. Did you mean date?",
        ),
        (
            ("GET", "/providers", "Colour=1"),
            "Providers.list has no field Colour. It has ClinicNum, DateTStamp.",
        ),
        (("GET", "/appointments", "date"), "Type fields as NAME=VALUE"),
        (("GET", "/appointments", "date=soon"), "date is invalid"),
        (("POST", "/commlogs", "Note=Called"), "PatNum is required"),
        (("POST", "/commlogs", "-"), "isn't a JSON object"),
    ],
)
async def test_what_is_no_call(call: Call, typed: tuple[str, ...], words: str) -> None:
    """It ends with 2 and says what is wrong, before any office is looked for."""
    code, out, wrong = await call(*typed, stdin="[1]")
    assert (code, out) == (NOT_VALID, "")
    assert words in wrong


@pytest.mark.parametrize("body", [b"\xff{}", b'{"Note": ' + b"[" * 5000 + b"]" * 5000 + b"}"])
async def test_what_is_no_json(call: Call, body: bytes) -> None:
    """Bytes that are no text, and more depth than can be read, are no JSON object either."""
    source = io.TextIOWrapper(io.BytesIO(body))
    code, _, wrong = await call("POST", "/commlogs", "-", stdin=source)
    assert (code, wrong) == (NOT_VALID, NO_OBJECT + "\n")


async def test_closed_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A process that was started without standard input has no JSON object there."""
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["POST", "/commlogs", "-"]) == NOT_VALID
    assert capsys.readouterr().err == f"{NO_OBJECT}\n"


class _FullDisk(io.StringIO):
    """A file that takes nothing more."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def fileno(self) -> int:
        return self.number

    def flush(self) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


async def test_a_full_disk(
    line: LinkedOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What can't be printed was answered all the same: a write was done, and nobody sends it again."""
    with (tmp_path / "out.json").open("wb") as file:
        monkeypatch.setattr(sys, "stdout", _FullDisk(file.fileno()))
        code = await asyncio.to_thread(main, ["POST", "/commlogs", f"PatNum={tiny.ANN}", "Note=Once"])
    why = os.strerror(errno.ENOSPC)
    assert code == UNKNOWN
    assert capsys.readouterr().err == f"The office has answered, but the answer can't be written: {why}.\n"
    assert [row.Note for row in await line.office.commlogs.list(PatNum=tiny.ANN)].count("Once") == 1


@pytest.mark.parametrize("first", ["0", "-1", "x"])
async def test_a_number_of_rows(call: Call, first: str) -> None:
    """--first is a number from 1: a negative one would leave out the last rows."""
    with pytest.raises(SystemExit) as ended:
        await call(f"--first={first}", "GET", "/providers")
    assert ended.value.code == NOT_VALID
    assert "argument --first: enter a whole number, 1 or more" in str(getattr(sys.stderr, "getvalue", str)())


@pytest.mark.parametrize(("path", "words"), [("/providers", ""), ("/commlogs/1", "It may have been done")])
async def test_an_interrupt(call: Call, monkeypatch: pytest.MonkeyPatch, path: str, words: str) -> None:
    """Ctrl+C ends with 130; after a write it is said that it may have been done."""

    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("app.bootstrap.calling.command._send", lambda *_: None)
    monkeypatch.setattr("app.bootstrap.calling.command.asyncio.run", interrupted)
    verb = ("PUT", path, "Note=x") if words else ("GET", path)
    code, _, wrong = await call(*verb)
    assert (code, words in wrong, bool(wrong)) == (INTERRUPTED, True, bool(words))


async def test_no_office(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an office, with one key only, or where nothing answers, nothing is sent and the exit code says so."""
    code, _, wrong = await call("GET", "/providers")
    assert code == NOT_VALID
    assert "No office is named" in wrong
    monkeypatch.setenv("FRONT_DESK_OFFICE", "server:70000")
    code, _, wrong = await call("GET", "/providers")
    assert (code, "There is no port 70000" in wrong) == (NOT_VALID, True)
    monkeypatch.setenv("FRONT_DESK_OFFICE", "127.0.0.1:1")
    code, _, wrong = await call("GET", "/providers")
    assert code == NOT_VALID
    assert "The vault " in wrong
    monkeypatch.setenv("FRONT_DESK_DEVELOPER_KEY", "developer-secret")
    assert "or neither" in (await call("GET", "/providers"))[2]
    monkeypatch.setenv("FRONT_DESK_CUSTOMER_KEY", "customer-secret")
    assert (await call("GET", "/providers"))[:2] == (NOT_SENT, "")  # and no bracket of a list
    code, _, wrong = await call("PUT", "/appointments/1/Note", "Note=Late")
    assert code == NOT_SENT
    assert "Nothing was sent." in wrong
    assert "secret" not in wrong


async def test_the_office_of_this_pc(line: LinkedOffice, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an environment, it is the one in the program's settings, with the keys of the vault."""
    for name in ("OFFICE", "DEVELOPER_KEY", "CUSTOMER_KEY"):
        monkeypatch.delenv(f"FRONT_DESK_{name}")
    asked = []

    def keys_of(_: Vault, address: object) -> Keys:
        asked.append(address)
        return Keys(line.practice.keys.developer_key, line.practice.keys.customer_key)

    monkeypatch.setattr(Vault, "read_keys", keys_of)
    folders = program_folders()
    folders.make()
    url = line.office.address.base_url
    SettingsFile(folders.config / "settings.json").save(Settings(mode="Service", server=url))
    code, out, _ = await call("GET", f"/patients/{tiny.ANN}")
    assert (code, json.loads(out)["FName"]) == (DONE, "Ann")
    assert asked == [service_address(url)]


def test_fields_have_their_declared_types() -> None:
    """Numbers, dates and lists are read from what is typed; of a query in the path too."""
    call = call_of("GET", "/appointments?PatNum=5", ["date=2026-11-27"], {"ClinicNum": "2"})
    assert call.arguments == {"PatNum": 5, "date": datetime.date(2026, 11, 27), "ClinicNum": 2}
    assert call_of("GET", "/patients", ["clinicNums=1,2"], {}).arguments == {"clinicNums": [1, 2]}
    with pytest.raises(NotCallable, match="AptNum is invalid"):
        call_of("GET", "/appointments/five", [], {})


class _Watch(SystemClock):
    """A clock that sleeps at once, and moves by it."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def utc(self) -> datetime.datetime:
        return datetime.datetime(2026, 11, 27, tzinfo=datetime.UTC) + datetime.timedelta(
            seconds=sum(self.slept)
        )

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await asyncio.sleep(0)


async def test_the_pace_is_kept_between_calls(tmp_path: Path) -> None:
    """A call waits until the one before has ended and its key's interval has passed; another key's time is its own."""
    path, clock = tmp_path / "data" / "turns.db", _Watch()
    async with turn(path, "a", 5.0, clock):
        assert clock.slept == [0.0]
    async with turn(path, "a", 5.0, clock):
        assert clock.slept == [0.0, 5.0]
    async with turn(path, "b", 5.0, clock):
        assert clock.slept[2:] == [0.0]
        second = asyncio.gather(_through(path, clock))
        while len(clock.slept) < 20:
            await asyncio.sleep(0)
        assert not second.done()
    await second
    async with turn(path, "a", 0.0, clock):
        pass


async def test_a_pace_that_cannot_be_kept(
    line: LinkedOffice, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where its file can't be used nothing is sent, and the file is named: a folder, or not a database."""
    (tmp_path / "file").write_text("not a database, and longer than the header of one" * 9)
    for path in (tmp_path, tmp_path / "file", tmp_path / "file" / "turns.db"):
        with pytest.raises(NoTurn, match="can't be used: check"):
            async with turn(path, "a", 5.0, _Watch()):
                pass
    monkeypatch.setenv("FRONT_DESK_OFFICE", "Remote")
    monkeypatch.setattr("app.bootstrap.calling.office._own_folder", lambda: tmp_path / "file")
    monkeypatch.setattr("app.bootstrap.calling.office._folders", lambda _: None)
    code, _, wrong = await call("GET", "/providers")
    assert (code, "call-turns.db, which can't be used" in wrong) == (NOT_VALID, True)


async def _through(path: Path, clock: _Watch) -> None:
    async with turn(path, "b", 5.0, clock):
        pass
