"""What is told of a log line, an address and a path."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap.system.diagnosis.lines import LineFilter
from app.bootstrap.system.diagnosis.shown import shown_path, shown_server


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
        ("SERVER", "server"),
        ("10.0.0.5:30223", "10.0.0.5:30223"),
        ("https://Ortiz:secret@od.example.org/api?key=x", "od.example.org"),
        ("NFF6i0KrXrxDkZHtVzkmZEaUWOjnQX2z", "(set, but not a host's name)"),
        ("Maria Ortiz", "(set, but not a host's name)"),
        ("http://[::1", "(set, but not a host's name)"),
    ],
)
def test_of_an_address_only_the_host_is_shown(typed: str, shown: str) -> None:
    """Users, passwords, paths and queries of an address are left out."""
    assert shown_server(typed) == shown


def test_a_path_does_not_name_the_user(tmp_path: Path) -> None:
    """A path below the home folder or FRONT_DESK_HOME starts with that word; any other is not shown."""
    assert shown_path(Path.home() / "x" / "y", {}) == "~/x/y"
    assert shown_path(tmp_path / "data", {"FRONT_DESK_HOME": str(tmp_path)}) == "FRONT_DESK_HOME/data"
    assert shown_path(Path(tmp_path.anchor) / "Ortiz" / "x", {}) == "(elsewhere)"
