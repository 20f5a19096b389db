"""Finding Open Dental on a PC, and starting it with exactly the arguments it documents."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap.doors.installed import NAME, arguments_for, find_open_dental, start, this_registry
from tests.support.qt_loop import until

UNINSTALL = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall"
APP_PATHS = rf"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\{NAME}"


class Entries:
    """A registry with these values, by key and name."""

    def __init__(self, values: Mapping[tuple[str, str], str]) -> None:
        self._values = values

    def value(self, key: str, name: str) -> str:
        """One of them."""
        return self._values.get((key, name), "")

    def subkeys(self, key: str) -> Sequence[str]:
        """The keys in a key."""
        inside = {each.removeprefix(key + "\\") for each, _ in self._values if each.startswith(key + "\\")}
        return sorted(inside)


def installed(folder: Path) -> Path:
    """A program file in a folder."""
    folder.mkdir(parents=True)
    file = folder / NAME
    file.touch()
    return file


def test_where_it_is_found(tmp_path: Path) -> None:
    """The chosen file counts first, then what Windows has registered, then the usual folders."""
    usual = installed(tmp_path / "x86" / "Open Dental")
    registered = installed(tmp_path / "registered")
    removed = installed(tmp_path / "uninstall")
    chosen = installed(tmp_path / "chosen")
    environment = {"ProgramFiles(x86)": str(tmp_path / "x86"), "ProgramFiles": str(tmp_path / "none")}
    listed = {
        (rf"{UNINSTALL}\a", "DisplayName"): "Another program",
        (rf"{UNINSTALL}\a", "InstallLocation"): str(tmp_path),
        (rf"{UNINSTALL}\b", "DisplayName"): "Open Dental 25.3",
        (rf"{UNINSTALL}\b", "InstallLocation"): f'"{removed.parent}"',
    }
    both = Entries({**listed, (APP_PATHS, ""): f'"{registered}"'})
    assert find_open_dental(str(chosen), both, environment) == chosen
    assert find_open_dental(str(tmp_path / "gone.exe"), both, environment) == registered
    assert find_open_dental("", Entries(listed), environment) == removed
    assert find_open_dental("", Entries({}), environment) == usual
    assert find_open_dental(str(chosen), this_registry(), {}) == chosen


def test_where_it_is_not(tmp_path: Path) -> None:
    """A folder, a relative path and nonsense are no program."""
    for chosen in ("", str(tmp_path), NAME, "\0", "calc.exe & x", "a" * 5000):
        assert find_open_dental(chosen, Entries({}), {}) is None, chosen


def test_only_documented_arguments() -> None:
    """A positive PatNum and a documented module; nothing else can be passed on."""
    assert arguments_for(1234, "") == ["PatNum=1234"]
    assert arguments_for(1234, "Chart") == ["PatNum=1234", "Module=Chart"]
    for pat_num, module in ((0, ""), (-1, "Chart"), (1, "Chart UserName=Admin"), (1, "chart;x")):
        with pytest.raises(ValueError, match="not a patient"):
            arguments_for(pat_num, module)


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands in for the program")
async def test_no_shell(qapp: QApplication, tmp_path: Path) -> None:
    """The program gets each argument as it is, in its own folder; one that can't be started is reported."""
    folder = tmp_path / "Open Dental; touch x"
    folder.mkdir()
    script = folder / NAME
    script.write_text(
        '#!/bin/sh\n{ pwd; for each in "$@"; do echo "$each"; done; } > got.new; mv got.new got\n'
    )
    assert not start(script, ["PatNum=1"])
    script.chmod(0o700)
    assert start(script, ["PatNum=1234", "Module=$(id) & x"])
    await until((folder / "got").exists)
    assert (folder / "got").read_text().splitlines() == [str(folder), "PatNum=1234", "Module=$(id) & x"]
    assert not start(tmp_path / "none.exe", [])
