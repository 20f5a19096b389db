"""Building under Wine: which libraries are taken for Windows, and that the set-up names no place to take them from."""

from __future__ import annotations

import http.client
import re
import socket
import threading
from pathlib import Path

import pytest

from installer.verify_under_wine.relay import relay
from installer.verify_under_wine.screen import Picture
from installer.wine.cache import Cache, windows_path
from installer.wine.setup import LOCKS, ROOT, steps
from installer.wine.wanted import wanted

HASH = "--hash=sha256:" + "a" * 64
LOCK = f"""# Locked by hand.
always==1.0 \\
    {HASH}
for-windows==2.0 ; sys_platform == 'win32' \\
    {HASH} \\
    --hash=sha256:{"b" * 64}
for-linux==3.0 ; sys_platform == 'linux' \\
    {HASH}
not-for-macs==4.0 ; sys_platform != 'darwin' and python_full_version < '3.15' \\
    {HASH}
changing==5.0 ; python_full_version < '3.14' \\
    {HASH}
changing==6.0 ; python_full_version >= '3.14' \\
    {HASH}
"""


def names(text: str) -> list[str]:
    """The libraries with their versions."""
    return re.findall(r"^([a-z0-9-]+==[^\s\\]+)", text, re.MULTILINE)


def test_windows_takes_what_its_markers_say(tmp_path: Path) -> None:
    """A marker is decided for Windows and CPython 3.12, whatever system and Python run this."""
    lock = tmp_path / "lock.txt"
    lock.write_text(LOCK, encoding="utf-8")
    text = wanted(lock)
    assert names(text) == ["always==1.0", "for-windows==2.0", "not-for-macs==4.0", "changing==5.0"]
    assert ";" not in text
    assert text.count("--hash") == 5


def test_the_locks_give_windows_one_version_of_each_library() -> None:
    """Qt and the access to Windows' vault are among them, and no library twice."""
    found = dict(each.split("==") for each in names(wanted(*LOCKS)))
    assert found["pyside6-essentials"].startswith("6.9.")
    assert {"pywin32-ctypes", "pyinstaller", "pytest", "colorama"} <= set(found)
    assert not {"secretstorage", "jeepney"} & set(found)


def test_the_set_up_names_no_place_to_take_packages_from() -> None:
    """Where apt and pip take packages from is this computer's business."""
    for path in [*(ROOT / "installer" / "wine").iterdir(), ROOT / "tools" / "building" / "windows.py"]:
        if path.is_file():
            assert not re.search(r"https?://", path.read_text(encoding="utf-8")), path.name


def test_a_changed_lock_fetches_new_wheels() -> None:
    """Each part has a state of its own, so that a new lock doesn't make Wine again."""
    states = {each.name: each.state for each in steps()}
    assert list(states) == ["debian", "packages", "python", "wheels", "prefix"]
    assert states["wheels"] not in (states["packages"], states["python"])


def test_windows_variables_and_the_screen_come_before_the_program(tmp_path: Path) -> None:
    """What follows is the program's own, also if it looks like an option."""
    command = Cache(tmp_path).windows("C:/a.exe", "-d", "x", display=":7", variables={"QT_SCALE_FACTOR": "2"})
    assert command[1:3] == [f"FD_CACHE={tmp_path}", f"FD_PREFIX={tmp_path / 'prefix'}"]
    assert command[5:] == [
        "-x", ":7", "-d", str(tmp_path / "tree"), "-e", "QT_SCALE_FACTOR=2", "--", "C:/a.exe", "-d", "x",
    ]  # fmt: skip


def test_windows_sees_linux_below_a_drive() -> None:
    """Wine shows the root folder as drive Z."""
    assert windows_path(Path("/a/b.exe")) == "Z:/a/b.exe"


def test_the_relay_hears_requests_and_passes_them_on() -> None:
    """Two requests on one connection are both heard, also after a body, and answered by the server behind it."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        answering = threading.Thread(target=answer_twice, args=(server,))
        answering.start()
        with relay(server.getsockname()[1]) as heard:
            caller = http.client.HTTPConnection("127.0.0.1", heard.port, timeout=10)
            for method, path, body in (
                ("PUT", "/queries/ShortQuery", b"{}"),
                ("GET", "/recalls?PatNum=7", None),
            ):
                caller.request(method, path, body, headers={"Authorization": "ODFHIR made/up"})
                assert caller.getresponse().read() == b"ok"
            caller.close()
        answering.join(10)
    assert heard.paths == ["/queries/ShortQuery", "/recalls?PatNum=7"]
    assert heard.authorizations == {"ODFHIR made/up"}


def answer_twice(server: socket.socket) -> None:
    """One connection, two answers."""
    connection, _ = server.accept()
    with connection, connection.makefile("rb") as reading:
        for _ in range(2):
            length = 0
            while line := reading.readline().strip():
                name, _, value = line.lower().partition(b":")
                length = int(value) if name == b"content-length" else length
            reading.read(length)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")


@pytest.mark.parametrize(("pixels", "colors"), [(b"\0\0\0\0" * 4, 1), (b"\0\1\2\0" + b"\0\1\3\0" * 3, 2)])
def test_a_picture_counts_its_colors(pixels: bytes, colors: int) -> None:
    """A blank screen is told from one with text by that."""
    assert Picture(2, 2, pixels).colors == colors
