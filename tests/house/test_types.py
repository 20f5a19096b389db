"""What `dev.py check` reads for types: every module of the checkout, tests and benches too."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from mypy import api

from tools.setup import ROOT

MYPY = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["mypy"]
APART = {"installer"}
"""Run by PyInstaller, with names of its own."""
THERE = """
class Has:
    def __init__(self, here: int) -> None:
        self.here = here
"""
MOVED = '''
import tests.gone  # found
from tests.there import Gone, Has  # found


def test_it(kept: Has | None, unlike) -> None:
    """What is left out of a test's types is no reason not to look."""
    assert kept.here
    assert kept.gone  # found
    assert unlike.gone
    assert gone  # found
    Has(here=1, gone=2)  # found
'''


def test_every_folder_with_modules_is_read() -> None:
    """A folder of modules that the check doesn't read may import what has moved, until it is run."""
    folders = {
        each.parent.name if each.name == "__init__.py" else each.name
        for each in (*ROOT.glob("*.py"), *ROOT.glob("*/__init__.py"), ROOT / "tests")
    }
    assert folders - APART == set(MYPY["files"])


def test_what_is_gone_is_found_in_a_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the rules for tests: a module, a name of one, an attribute, also of what may be None, and an argument."""
    folder = tmp_path / "tests"
    folder.mkdir()
    (folder / "there.py").write_text(THERE, encoding="utf-8")
    (folder / "moved.py").write_text(MOVED, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    said, _, _ = api.run(["--config-file", str(ROOT / "pyproject.toml"), "--cache-dir", "cache", "tests"])
    found = {int(line) for line in re.findall(r"moved.py:(\d+): error", said)}
    assert found == {at for at, line in enumerate(MOVED.splitlines(), 1) if line.endswith("# found")}, said
