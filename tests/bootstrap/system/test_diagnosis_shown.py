"""What is told of a log line, an address and a path."""

from __future__ import annotations

import platform
import re
from pathlib import Path

import pytest

from app.bootstrap.system.diagnosis.lines import LineFilter
from app.bootstrap.system.diagnosis.shown import shown_path, shown_server

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("2026-03-02 09:12:01.250 INFO    app.hub  listens on 10.0.0.5:30224", "10.0.0.5:30224"),
        (
            "2026-03-02 09:12:01.250 ERROR   app.api  httpx.ConnectError after 3 tries in 250 ms",
            "httpx.ConnectError",
        ),
        ("  app/views/staff/frame/frame.py:199 in open", "frame.py:199 in open"),
        ("app.api.keys.VaultClosed: no answer", "app.api.keys.VaultClosed: no answer"),
        ("2026-03-02 09:12:01.250 WARNING app.x  no seal key: NoKeyringError", "no seal key: NoKeyringError"),
    ],
)
def test_what_helps_stays_in_a_line(line: str, stays: str) -> None:
    """Times, modules, classes, line numbers, addresses and our ports survive the filter."""
    cleaned = LineFilter().clean(line)
    assert stays in cleaned
    assert cleaned.startswith(line[:23])


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("", ""),
        ("SERVER", "(a name)"),
        ("10.0.0.5:30223", "10.0.0.5:30223"),
        ("https://Ortiz:secret@od.example.org/api?key=x", "(a name with a domain)"),
        ("https://api.opendental.com/api/v1", "api.opendental.com"),
        ("[::1]:30224", "::1:30224"),
        (f"{platform.node()}:30224", "(this PC):30224"),
        ("NFF6i0KrXrxDkZHtVzkmZEaUWOjnQX2z", "(a name)"),
        ("Maria Ortiz", "(set, but not a host's name)"),
        ("http://[::1", "(set, but not a host's name)"),
    ],
)
def test_of_an_address_only_its_kind_is_shown(typed: str, shown: str) -> None:
    """Names of PCs, users, passwords, paths and queries of an address are left out."""
    assert shown_server(typed) == shown


def test_a_path_does_not_name_the_user(tmp_path: Path) -> None:
    """A path below the home folder or FRONT_DESK_HOME starts with that word; any other is not shown."""
    local = Path.home() / "AppData" / "Local" / "Front Desk"
    assert shown_path(local, {}) == "~/AppData/Local/Front Desk"
    assert shown_path(Path.home() / "Ortiz" / "data", {}) == "~/(a folder)/data"
    assert shown_path(tmp_path / "data", {"FRONT_DESK_HOME": str(tmp_path)}) == "FRONT_DESK_HOME/data"
    assert shown_path(Path(tmp_path.anchor) / "Ortiz" / "x", {}) == "(elsewhere)"


def test_the_programs_own_log_lines_stay_whole() -> None:
    """What the program logs by itself is not blanked: support could do nothing with it otherwise."""
    known = LineFilter()
    texts = [
        found
        for path in (ROOT / "app").rglob("*.py")
        if not path.is_relative_to(ROOT / "app" / "practice")  # its names of people are made up
        for found in re.findall(
            r'\blog\.(?:info|warning|error|exception)\(\s*"([^"]*)"', path.read_text("utf-8")
        )
    ]
    assert len(texts) > 50
    lines = [known.clean(f"2026-03-02 09:12:01.250 WARNING app.x.y  {each}") for each in texts]
    assert [each for each in lines if "***" in each] == []
