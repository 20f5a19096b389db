"""Scanning through a program that prints the page: here a stand-in for PowerShell."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

from app.bootstrap.desk.scanner import CANCELED, NO_SCANNER, SCRIPT, WiaScanner, find_scanner
from app.core.tasks import TaskScope
from app.services.scanning import ScanFailed
from tests.journal.fake_office import until
from tests.support.systems.other_processes import is_running

JPEG = b"\xff\xd8\xff\xe0 a page"
BITMAP = b"BM a page of a driver that gives no JPEG"


def stand_in(code: str) -> WiaScanner:
    """A scanner whose program runs this Python."""
    return WiaScanner((sys.executable, "-c", f"import sys; {code}"))


def printing(content: bytes, more: int = 0) -> WiaScanner:
    """One that prints a page as the script does, with so many zeros at its end."""
    page = f"{content!r} + bytes({more})"
    return stand_in(f"import base64; sys.stdout.write(base64.b64encode({page}).decode())")


async def test_a_page() -> None:
    """The page comes back whole, with the extension of its own format."""
    for content, more, extension in ((JPEG, 0, ".jpg"), (BITMAP, 0, ".bmp"), (JPEG, 3_000_000, ".jpg")):
        page = await printing(content, more).scan()
        assert page is not None
        assert (page.content, page.extension) == (content + bytes(more), extension)


async def test_no_page() -> None:
    """Closing the window is no failure; no scanner, a blocked PowerShell and a driver's failure are told apart."""
    assert await stand_in(f"sys.exit({CANCELED})").scan() is None
    failures = {
        "No scanner was found": stand_in(f"sys.exit({NO_SCANNER})"),
        "doesn't let Front Desk scan": WiaScanner(("/no/such/program",)),
        "(0x80210006)": stand_in("sys.stderr.write('0x80210006'); sys.exit(1)"),
        "didn't deliver a page": printing(b"no picture"),
        "(0)": stand_in("sys.stdout.write('not base64!')"),
    }
    for words, scanner in failures.items():
        with pytest.raises(ScanFailed) as caught:
            await scanner.scan()
        assert words in str(caught.value)


async def test_canceling_ends_the_program(tasks: TaskScope, tmp_path: Path) -> None:
    """Canceling the scan ends the process, whose window is open."""
    mark = tmp_path / "open"
    code = f"import os, pathlib, time; new = pathlib.Path({str(mark)!r} + '.new'); "
    code += f"new.write_text(str(os.getpid())); new.rename({str(mark)!r}); time.sleep(60)"
    task = tasks.start(stand_in(code).scan(), "scan")
    await until(mark.exists)
    number = int(mark.read_text(encoding="utf-8"))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await until(lambda: not is_running(number))


def test_where_there_is_a_scanner() -> None:
    """Only Windows has WIA; the script is one fixed statement without double quotes, so it needs no quoting."""
    assert find_scanner("linux") is None
    assert find_scanner("darwin") is None
    assert find_scanner("win32") is not None
    assert '"' not in SCRIPT
    assert "\n" not in SCRIPT
