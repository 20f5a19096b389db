"""Failed tests are run again alone, a few of them, and named."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

UNSTEADY = """
import os, pathlib
def test_unsteady():
    counted = pathlib.Path("runs")
    runs = len(counted.read_text()) if counted.exists() else 0
    counted.write_text("x" * (runs + 1))
    assert runs not in {failing}
"""
BROKEN = "def test_broken{n}():\n    assert False\n"


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A command in a folder that has nothing but made-up tests."""
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def again(folder: Path, tests: str) -> subprocess.CompletedProcess[str]:
    """Run these tests once, then those that failed again."""
    (folder / "pytest.ini").write_text("[pytest]\n")
    (folder / "test_made_up.py").write_text(tests)
    assert run(folder, "pytest", "-q").returncode == 1
    return run(folder, "tools.again")


def test_a_test_that_failed_once_is_named_and_let_through(tmp_path: Path) -> None:
    """It passes three times alone."""
    done = again(tmp_path, UNSTEADY.format(failing="{0}"))
    assert done.returncode == 0
    assert "FAILED once, passed 3 times alone: find out why: test_made_up.py::test_unsteady" in done.stdout
    assert (tmp_path / "runs").read_text() == "xxxx"


@pytest.mark.parametrize("failing", ["{0, 1}", "{0, 2}", "{0, 3}"])
def test_a_test_that_fails_alone_in_one_of_three_times_is_refused(tmp_path: Path, failing: str) -> None:
    """Luck lets nothing through."""
    done = again(tmp_path, UNSTEADY.format(failing=failing))
    assert done.returncode == 1
    assert "FAILED again: test_made_up.py::test_unsteady" in done.stdout


def test_four_failures_are_not_run_again(tmp_path: Path) -> None:
    """So many come from a change."""
    done = again(tmp_path, UNSTEADY.format(failing="{0}") + "".join(BROKEN.format(n=n) for n in range(3)))
    assert done.returncode == 1
    assert "4 tests failed: too many" in done.stdout
    assert (tmp_path / "runs").read_text() == "x"


def test_what_broke_before_a_test_failed_is_no_success(tmp_path: Path) -> None:
    """Without a list of failed tests nothing is let through."""
    done = run(tmp_path, "tools.again")
    assert done.returncode == 1
    assert "no list of failed tests" in done.stderr


DEV = """
import pathlib, sys
failed = pathlib.Path(".pytest_cache/v/cache/lastfailed")
if sys.argv[1] == "test":
    sys.exit(1)
sys.exit(sys.argv[1] == "again" and not failed.exists())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="CI runs on Linux")
def test_an_earlier_run_s_failures_let_nothing_through(tmp_path: Path) -> None:
    """Tests that could not be begun end with the same exit code as failed ones."""
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "run", tmp_path / ".ci")
    (tmp_path / "dev.py").write_text(DEV)
    kept = tmp_path / ".pytest_cache" / "v" / "cache" / "lastfailed"
    kept.parent.mkdir(parents=True)
    kept.write_text(json.dumps({"test_made_up.py::test_of_yesterday": True}))
    tools = tmp_path / "tools"
    tools.mkdir()
    found = {name: shutil.which(name) for name in ("bash", "dirname", "rm")} | {"python3": sys.executable}
    for name in ("mariadb-install-db", "makensis", "wixl", "msibuild", "osslsigncode", "7z", "objdump"):
        found[name] = shutil.which("true")  # nothing is installed by a test
    for name, program in found.items():
        (tools / name).symlink_to(program)
    done = subprocess.run(
        [tools / "bash", tmp_path / ".ci" / "run"],
        env={**os.environ, "PATH": str(tools)},
        check=False,
    )
    assert done.returncode == 1
