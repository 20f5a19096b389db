"""Reports of errors that nobody handled: where, never with what."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.bootstrap.system import reports
from app.core.paths import program_folders

ROOT = Path(__file__).parents[3]
NAME = "Walker, Alan"
FAILS = f"""
import sys, threading
import pytest

from app.bootstrap.system import reports
reports.install()
from app.core.outside import PAT_NUM
from app.bootstrap.doors.protocol import decode
def fail():
    patient = {NAME!r}
    try:
        decode(b"Walker")
    except ValueError as error:
        raise KeyError(patient) from error
if sys.argv[1] == "thread":
    one = threading.Thread(target=fail)
    one.start()
    one.join()
    print("goes on")
else:
    fail()
"""


def fail(how: str, home: Path) -> tuple[int, str, str, list[str]]:
    """Run what fails; its exit code, output, errors, and the reports it wrote."""
    done = subprocess.run(
        [sys.executable, "-c", FAILS, how],
        cwd=ROOT,
        env={**os.environ, "FRONT_DESK_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    written = [each.read_text("utf-8") for each in program_folders().logs.glob("report-*.txt")]
    return done.returncode, done.stdout, done.stderr, written


def test_an_error_that_ends_the_program(_own_home: Path) -> None:  # noqa: PT019  # its folder
    """The report has types and our frames, no value and no message; a person is told where it is."""
    code, _, said, (report,) = fail("main", _own_home)
    assert code == 1
    assert "builtins.KeyError\n" in report
    assert "app.bootstrap.doors.protocol.Malformed\n  app.bootstrap.doors.protocol:" in report
    for text in (report, said):
        assert "Walker" not in text
        assert "not a message" not in text
    assert said.startswith(reports.WORDS)
    assert str(_own_home) in said


def test_an_error_of_a_thread(_own_home: Path) -> None:  # noqa: PT019  # its folder
    """A thread's error is reported too, and the program goes on."""
    code, printed, said, (report,) = fail("thread", _own_home)
    assert (code, printed) == (0, "goes on\n")
    assert "thread other" in report
    assert "Walker" not in report + said


def test_the_same_error_is_reported_once(tmp_path: Path) -> None:
    """An error that comes back every second fills no disk, and old reports make room."""
    for number in range(reports.MOST_REPORTS):
        (tmp_path / f"report-20200101-{number:06}-1-1.txt").touch()

    def error() -> Exception:
        return type("Odd", (Exception,), {})("x")

    path = reports.write(error(), tmp_path, "20260131-120000")
    assert path is not None
    assert reports.write(error(), tmp_path, "20260131-120001") is None
    assert len(list(tmp_path.iterdir())) == reports.MOST_REPORTS
    assert path.exists()


def test_groups_and_causes() -> None:
    """A group's errors are described with it; a suppressed cause is not, and a circle ends."""
    first, second = ValueError("a"), TypeError("b")
    first.__cause__, second.__context__ = second, first
    words = reports.describe(ExceptionGroup("c", [first, second]))
    assert words.split() == ["builtins.ExceptionGroup", "builtins.ValueError", "builtins.TypeError"]


def test_an_interrupt_is_no_error(_own_home: Path) -> None:  # noqa: PT019  # its folder
    """What asyncio says without an exception, and a canceled thread, write no report."""
    reports._elsewhere(KeyboardInterrupt())
    reports._elsewhere(None)
    assert not list(program_folders().logs.glob("report-*.txt"))


@pytest.mark.logs("app.bootstrap.system.reports")
def test_who_is_told_of_errors_is_told_until_the_end(_own_home: Path) -> None:  # noqa: PT019  # its folder
    """A program that has ended isn't called any more."""
    told: list[BaseException] = []
    end = reports.tell(told.append)
    reports._elsewhere(first := type("OddFirst", (Exception,), {})(NAME))
    end()
    reports._elsewhere(type("OddSecond", (Exception,), {})(NAME))
    assert told == [first]


def test_a_task_that_fails_is_reported(_own_home: Path) -> None:  # noqa: PT019  # its folder
    """A bug in the background writes a report as a crash does."""
    reports.of_task(type("OddTask", (Exception,), {})(NAME))
    (report,) = program_folders().logs.glob("report-*.txt")
    assert "OddTask" in report.read_text("utf-8")
    assert "Walker" not in report.read_text("utf-8")
