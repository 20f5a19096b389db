"""What the verification under Wine tells, whatever happens, and what it leaves behind: nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from installer.verify_under_wine.checks import clean_up
from installer.verify_under_wine.report import Report
from installer.verify_under_wine.running import until
from installer.wine.cache import Cache
from tools.building.parts import ROOT
from tools.words import Trouble

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Wine runs on Linux")


def fail() -> str:
    """A check that finds something."""
    raise Trouble("a fault")


# --- the report -------------------------------------------------------------------------------------------------


def test_one_failed_check_fails_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    """Each check has a line, and the JSON says what failed."""
    report = Report()
    assert not report.passed  # nothing was checked
    assert report.check("good", lambda: "seen")
    assert report.passed
    assert not report.check("bad", fail)
    assert not report.passed
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["good:", "bad:"]
    assert [line.split()[1] for line in lines] == ["ok", "FAILED"]
    told = json.loads(report.text())
    assert (told["passed"], [each["words"] for each in told["checks"]]) == (False, ["seen", "a fault"])


def test_a_figure_over_its_limit_fails() -> None:
    """The figure is kept either way."""
    report = Report()
    report.at_most("paint", 0.69, 0.7)
    with pytest.raises(Trouble, match=r"0\.71"):
        report.at_most("slow paint", 0.71, 0.7)
    assert report.figures == {"paint": 0.69, "slow paint": 0.71}


def test_a_check_that_was_not_reached_is_told_and_fails() -> None:
    """Otherwise a run that broke off early would look shorter, and good."""
    report = Report(("first", "second"))
    report.check("first", lambda: "seen")
    assert report.not_made == ["second"]
    assert not report.passed
    lines = report.table().splitlines()
    assert [line.split()[1] for line in lines[:2]] == ["ok", "NOT"]
    assert lines[2].startswith("1 of 2 ok, 0 failed, 1 not made")
    assert json.loads(report.text())["not made"] == ["second"]
    report.check("second", lambda: "seen")
    assert report.passed


def test_what_breaks_between_checks_fails_and_the_next_part_is_begun(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whatever it is, also a fault of the verification itself."""
    report = Report()
    with report.part("NSIS"):
        report.check("broken", lambda: next(iter(())))
        raise RuntimeError("gone")
    assert [each["words"] for each in report.checks] == [
        "StopIteration: ", "RuntimeError: gone",
    ]  # fmt: skip
    assert not report.passed
    assert "NSIS: is done to its end: FAILED" in capsys.readouterr().out


# --- what stays behind ------------------------------------------------------------------------------------------


@linux_only
def test_a_killed_runs_programs_are_ended_and_its_folder_removed(tmp_path: Path) -> None:
    """They are known by the folder in their variables; what others run stays."""
    left, other = tmp_path / "run-of-verify-1", tmp_path / "run-of-verify-10"
    (left / "prefix").mkdir(parents=True)
    children = [
        subprocess.Popen(["sleep", "600"], env={**os.environ, "WINEPREFIX": str(each / "prefix")})
        for each in (left, other)
    ]
    try:
        # A moment after its start Linux doesn't know its variables yet.
        environs = [Path(f"/proc/{each.pid}/environ") for each in children]
        until(lambda: all(b"WINEPREFIX" in each.read_bytes() for each in environs), "not started", 60)
        clean_up(Cache(tmp_path))
        assert children[0].wait(60) == -signal.SIGKILL
        assert children[1].poll() is None
        assert not left.exists()
    finally:
        for each in children:
            each.kill()
            each.wait()


@linux_only
def test_a_run_that_is_told_to_end_tells_what_it_found(tmp_path: Path) -> None:
    """SIGTERM, as a time limit or a workflow sends it: everything is ended and removed, and the table is there."""
    script = (
        "import os, signal\n"
        "from pathlib import Path\n"
        "from installer.verify_under_wine import checks\n"
        "from installer.wine.cache import Cache\n"
        "from tests.installer.test_planted_faults import made\n"
        "def ends(*_): os.kill(os.getpid(), signal.SIGTERM)\n"
        "checks.sizes = ends\n"
        f"folder = Path({str(tmp_path)!r})\n"
        "checks.verify(Cache(folder), made(folder / 'made', set()), ['sizes'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 128 + signal.SIGTERM, done.stderr
    assert "0 of 3 ok, 0 failed, 3 not made" in done.stdout
    assert not list(tmp_path.glob("run-of-verify-*"))
