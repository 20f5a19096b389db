"""What the verification under Wine judges by: each of its eyes sees the fault that it is there for."""

from __future__ import annotations

import http.client
import os
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import keyring
import keyring.backend
import pytest

from installer.verify_under_wine import inside
from installer.verify_under_wine.installed import Installed
from installer.verify_under_wine.installing import left_behind
from installer.verify_under_wine.office import Office
from installer.verify_under_wine.packages import Package
from installer.verify_under_wine.relay import Heard, Line, relay
from installer.verify_under_wine.running import Windows, processor_seconds, running, until
from installer.verify_under_wine.screen import Screen
from installer.wine.cache import Cache
from tests.installer.stand_in_basis import Ahead
from tools.words import Trouble

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Wine runs on Linux")


# --- the line to the office -------------------------------------------------------------------------------------


@contextmanager
def answering(closes_first: threading.Event | None = None) -> Iterator[int]:
    """A server that answers every request, on a port; the first connection it closes unanswered when told."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        serving = threading.Thread(target=answer_all, args=(server, closes_first), daemon=True)
        serving.start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)  # which ends the wait for the next caller
        serving.join()


def answer_all(server: socket.socket, closes_first: threading.Event | None) -> None:
    """One request a connection."""
    if closes_first is not None:
        with server.accept()[0]:
            closes_first.wait(10)
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        with connection:
            if connection.recv(65536):
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")


def ask(heard: Heard, method: str, patience: float = 10) -> bytes:
    """A request over the line."""
    caller = http.client.HTTPConnection("127.0.0.1", heard.port, timeout=patience)
    with closing(caller):
        caller.request(method, "/commlogs", b"{}" if method == "POST" else None)
        return caller.getresponse().read()


def test_a_line_that_holds_writes_passes_only_reads() -> None:
    """A write is neither answered nor passed on, and is not counted as one that was."""
    with answering() as port, relay(port) as heard:
        heard.be(Line.HOLDS_WRITES)
        assert ask(heard, "GET") == b"ok"
        with pytest.raises(TimeoutError):
            ask(heard, "POST", patience=0.3)
        until(lambda: heard.held == ["/commlogs"], "it was not held", 10)
        assert heard.added == []
        heard.be(Line.OPEN)
        assert ask(heard, "POST") == b"ok"
        assert heard.added == ["/commlogs"]


@pytest.mark.parametrize("idle", [None, threading.Event()], ids=["open", "closed"])
def test_a_held_write_is_passed_on_when_it_is_released(idle: threading.Event | None) -> None:
    """As by an office that takes its time, also if it closes idle connections: the one who waits gets the answer."""
    with answering(idle) as port, relay(port) as heard:
        heard.be(Line.HOLDS_WRITES)
        answers: list[bytes] = []
        waiting = threading.Thread(target=lambda: answers.append(ask(heard, "POST")))
        waiting.start()
        until(lambda: heard.held == ["/commlogs"], "it was not held", 10)
        assert (answers, heard.added) == ([], [])
        if idle is not None:
            idle.set()
        heard.release()
        waiting.join()
        assert (answers, heard.added) == ([b"ok"], ["/commlogs"])


def test_an_office_that_is_away_answers_nothing() -> None:
    """Every connection is cut."""
    with answering() as port, relay(port) as heard:
        heard.be(Line.AWAY)
        with pytest.raises((ConnectionError, http.client.HTTPException)):
            ask(heard, "GET")
        assert heard.paths == []


# --- writes -----------------------------------------------------------------------------------------------------


@dataclass
class FakeDesk:
    """Answers for the journal."""

    states: dict[str, str] = field(default_factory=dict)
    windows: Windows = field(default_factory=lambda: Windows(Cache(Path()), ":9", {}, Ahead()))

    def inside(self, command: str, *_: str) -> object:
        """Only what is asked for here."""
        return {"writes": self.states}.get(command)


def an_office(folder: Path, saved: list[str], states: dict[str, str]) -> Office:
    """With these commlogs in its database, and these writes in the desk's journal."""
    with closing(sqlite3.connect(folder / "practice.sqlite")) as database:
        database.execute("CREATE TABLE commlog (Note TEXT)")
        database.executemany("INSERT INTO commlog VALUES (?)", [(each,) for each in saved])
        database.commit()
    desk: Any = FakeDesk(states)
    return Office(Heard(1), folder / "practice.sqlite", "made", "up", desk, list(states))


@pytest.mark.parametrize(
    ("saved", "states"),
    [([], {"note": "done"}), (["note"], {"note": "waiting"}), ([], {"note": "refused"}), ([], {})],
)
def test_a_write_that_is_lost_or_sent_too_early_is_seen(
    tmp_path: Path, saved: list[str], states: dict[str, str]
) -> None:
    """It must be in the journal and not at the office."""
    with pytest.raises(Trouble):
        an_office(tmp_path, saved, states).must_wait("note")


def test_a_write_that_waits_is_seen(tmp_path: Path) -> None:
    """In the journal, and not at the office."""
    assert "not at the office" in an_office(tmp_path, [], {"note": "waiting"}).must_wait("note")


@pytest.mark.parametrize("count", [0, 2])
def test_a_write_that_is_lost_or_doubled_is_seen(tmp_path: Path, count: int) -> None:
    """One row for each write."""
    with pytest.raises(Trouble):
        an_office(tmp_path, ["note by Sam"] * count, {"note": "sent"}).sent_once("note")


def test_a_write_that_arrived_is_seen(tmp_path: Path) -> None:
    """Found by its text, behind which the program may sign."""
    assert "each once" in an_office(tmp_path, ["note by Sam", "another"], {"note": "sent"}).sent_once("note")


class Kept(keyring.backend.KeyringBackend):
    """A vault in memory."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """An entry."""
        return self._kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep an entry."""
        self._kept[service, username] = password


def test_a_write_is_put_into_the_journal_that_the_program_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It waits there to be sent."""
    monkeypatch.setenv("FRONT_DESK_HOME", str(tmp_path))
    before = keyring.get_keyring()
    keyring.set_keyring(Kept())
    try:
        assert inside.store_keys("127.0.0.1:30223", "made", "up") == "Kept"
        inside.add_write("127.0.0.1:30223", "200", "A call")
        assert inside.writes("127.0.0.1:30223") == {"A call": "waiting"}
        assert inside.own_key() == 32
    finally:
        keyring.set_keyring(before)
    assert list((tmp_path / "data").glob("journal-*.db"))


# --- what is installed ------------------------------------------------------------------------------------------


def installed(folder: Path) -> Installed:
    """A program in an empty Windows."""
    (folder / "prefix" / "drive_c" / "users" / "Public").mkdir(parents=True)
    (folder / "prefix" / "drive_c" / "users" / "somebody").mkdir()
    return Installed(Windows(Cache(folder), ":9", {}), Screen(":9", folder / "none"))


@pytest.mark.parametrize(
    "name",
    [
        "Program Files/Front Desk/FrontDesk.exe",
        "Program Files/Front Desk.old/python312.dll",
        "ProgramData/Front Desk/settings.json",
        "users/somebody/AppData/Local/Front Desk/journal-1.db",
        "users/Public/Desktop/Front Desk.lnk",
        "users/somebody/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Front Desk check-in.lnk",
    ],
)
def test_what_an_uninstallation_leaves_is_seen(tmp_path: Path, name: str) -> None:
    """Each place where something of the program can be."""
    desk = installed(tmp_path)
    assert left_behind(desk) == []
    (desk.drive / name).parent.mkdir(parents=True)
    (desk.drive / name).write_bytes(b"")
    assert any(each.endswith(Path(name).name) for each in left_behind(desk))


def test_each_installer_has_its_own_command_lines(tmp_path: Path) -> None:
    """Silent, with parameters in its own way."""
    setup = Package("NSIS", tmp_path / "a.exe", tmp_path / "b.exe")
    msi = Package("MSI", tmp_path / "a.msi", tmp_path / "b.msi")
    assert setup.install(setup.older, {"MODE": "Hub"})[1:] == ["/S", "/MODE=Hub"]
    assert msi.install(msi.older, {"MODE": "Hub"})[3:] == ["/qn", "MODE=Hub"]
    assert msi.install(msi.older)[2].startswith("Z:\\")
    assert msi.remove()[0] == "msiexec"
    assert "REMOVEDATA=1" in msi.remove()
    assert setup.repair() == setup.install(setup.newer)


@linux_only
def test_a_program_of_another_windows_is_not_taken_for_this_one(tmp_path: Path) -> None:
    """Several may run on this computer; what it uses of the processor is counted."""
    environment = {**os.environ, "WINEPREFIX": str(tmp_path)}
    with subprocess.Popen(["C:\\x\\FrontDesk.exe", "60"], executable="/bin/sleep", env=environment) as child:
        try:
            # A moment after its start Linux doesn't know its command line yet.
            until(lambda: running("frontdesk.exe", tmp_path) == [child.pid], "it is not found", 60)
            assert running("frontdesk.exe", tmp_path / "other") == []
            assert running("other.exe", tmp_path) == []
            assert 0 <= processor_seconds(child.pid) < 10
        finally:
            child.kill()


def test_a_few_pixels_tell_a_window_from_a_blank_screen(tmp_path: Path) -> None:
    """Looked at in the file that Xvfb keeps: a header of 100 bytes, then lines of pixels."""
    width, height = 100, 100
    header = [0] * 25
    header[0], header[4], header[5], header[12] = 100, width, height, width * 4
    head = b"".join(each.to_bytes(4, "big") for each in header)
    (tmp_path / "screen").write_bytes(head + bytes(width * height * 4))
    shown = Screen(":9", tmp_path / "screen")
    assert (shown.some_colors(), shown.picture().colors) == (1, 1)
    lines = b"".join(bytes([row, 0, 0, 0]) * width for row in range(height))
    (tmp_path / "screen").write_bytes(head + lines)
    assert (shown.some_colors(), shown.picture().colors) == (height, height)
