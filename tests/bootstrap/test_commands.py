"""Invalid command lines get one sentence and exit code 2, never a traceback."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from app.bootstrap import USAGE, main
from tests.support.bench_fixtures import tiny_database

__all__ = ["tiny_database"]

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("nonsense", [["nonsense"], ["--trainng"], ["--training", "more"], [""]])
def test_nonsense_is_not_understood(nonsense: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown command is reported with the list of commands."""
    assert main(nonsense) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("Not understood: ")
    assert said.err.endswith(USAGE)


@pytest.mark.parametrize(
    "arguments",
    [
        ["practice"],
        ["practice", "--database", "x.db", "--port", "99999"],
        ["practice", "--database", "x.db", "--port", "-1"],
        ["practice", "--database", "x.db", "--port", "many"],
        ["practice", "--database", "x.db", "--version", "new"],
        ["practice", "--database", "x.db", "--today", "31.3.2026"],
        ["practice", "--database", "x.db", "--today", "9999-12-31"],
        ["tour"],
        ["tour", "--out", "pictures", "--size", "foo"],
        ["tour", "--out", "pictures", "--size", "0x768"],
        ["tour", "--out", "pictures", "--scale", "nan"],
        ["tour", "--out", "pictures", "--scale", "0.4"],
        ["tour", "--out", "pictures", "--scale", "large"],
        ["api", "--jsn"],
    ],
    ids=" ".join,
)
def test_a_wrong_argument_ends_in_a_sentence(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """An invalid argument is reported, and nothing is started."""
    try:
        code: object = main(arguments)
    except SystemExit as left:
        code = left.code
    assert code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err
    assert "Traceback" not in said.err
    assert not re.search(r"invalid \w+ value", said.err)


@pytest.mark.parametrize(
    ("database", "why"),
    [
        ("text.db", "file is not a database"),
        ("no/such/folder/practice.db", "unable to open database file"),
        ("oracle+nodriver://someone:secret@host/x", "no database URL that can be used"),
        ("mysql+mysqldb://someone:secret@127.0.0.1:9/x", "MySQLdb is not installed"),
        ("mysql+pymysql://someone:secret@127.0.0.1:9/x", "Can't connect"),
        ("://", "no database URL"),
    ],
)
def test_a_database_that_cannot_be_opened(
    database: str,
    why: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A practice that can't be opened is reported in one line, without the password of its address."""
    monkeypatch.chdir(tmp_path)
    Path("text.db").write_text("These are words, and long enough for the head of a database file. " * 3)
    assert main(["practice", "--database", database]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert why in said.err
    assert said.err.count("\n") == 1
    assert "secret" not in said.err


def test_a_port_that_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A port in use is reported in one line."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["practice", "--database", str(tmp_path / "x.db"), "--port", str(port)]) == 2
    assert f"port {port} cannot be opened" in capsys.readouterr().err


def test_a_database_that_holds_another_practice(
    tiny_database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An existing practice is served unchanged, and the output says so: options never change it silently."""
    database = shutil.copyfile(tiny_database, tmp_path / "practice.db")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        main(["practice", "--database", str(database), "--seed", "4711", "--port", port])
    assert "was made before, with seed" in capsys.readouterr().err


def test_pictures_that_can_go_nowhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A tour into a path that isn't a folder reports the path and what to do."""
    file = tmp_path / "pictures"
    file.touch()
    assert main(["tour", "--out", str(file)]) == 1
    said = capsys.readouterr()
    assert f"cannot go to {file} (File exists). Name a folder" in said.err
    assert said.err.count("\n") == 1


def test_every_option_of_the_tour_is_named() -> None:
    """The program's help lists the tour's arguments."""
    for option in ("--out", "--size", "--theme", "--scale"):
        assert option in USAGE


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_the_list_of_methods_has_help(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The method list's help goes to stdout."""
    assert main(["api", option]) == 0
    assert "--json" in capsys.readouterr().out


def test_a_reader_who_has_enough() -> None:
    """Closing the pipe early ends the method list without a traceback."""
    command = [sys.executable, "-m", "app", "api"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as listing:
        assert listing.stdout.readline().startswith(b"Resource")
        listing.stdout.close()
        assert listing.stderr.read() == b""
        assert listing.wait(timeout=30) == 0


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="a folder in which nobody can make one")
def test_a_home_that_cannot_be_written() -> None:
    """A program that can't write its files reports the folder and what to do, and ends."""
    done = subprocess.run(
        [sys.executable, "-m", "app", "--training"],
        cwd=ROOT,
        env={**os.environ, "FRONT_DESK_HOME": "/proc/nope"},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Front Desk cannot start: /proc/nope/config cannot be written to")
    assert "FRONT_DESK_HOME" in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_links_of_the_papers_exist() -> None:
    """The targets of local links in README.md, ARCHITECTURE.md and CHANGELOG.md exist."""
    for name in ("README.md", "ARCHITECTURE.md", "CHANGELOG.md", "THIRD-PARTY.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        links = [link.split("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
        assert [link for link in links if link and not (ROOT / link).exists()] == [], name
