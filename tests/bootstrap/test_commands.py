"""What the command line answers to what it cannot do: one sentence and the exit code 2, never a traceback."""

from __future__ import annotations

import re
import socket
from pathlib import Path

import pytest

from app.bootstrap import USAGE, main

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("nonsense", [["nonsense"], ["--trainng"], ["--training", "more"], [""]])
def test_nonsense_is_not_understood(nonsense: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A command that there is none of is said not to be understood, with those that there are."""
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
        ["practice", "--database", "x.db", "--version", "new"],
        ["tour"],
        ["tour", "--out", "pictures", "--size", "foo"],
        ["tour", "--out", "pictures", "--size", "0x768"],
        ["api", "--jsn"],
    ],
    ids=" ".join,
)
def test_a_wrong_argument_ends_in_a_sentence(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong argument is named, and nothing is begun."""
    try:
        code: object = main(arguments)
    except SystemExit as left:
        code = left.code
    assert code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err
    assert "Traceback" not in said.err


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
    """A practice that cannot be opened is said in one line, without the password of its address."""
    monkeypatch.chdir(tmp_path)
    Path("text.db").write_text("These are words, and long enough for the head of a database file. " * 3)
    assert main(["practice", "--database", database]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert why in said.err
    assert said.err.count("\n") == 1
    assert "secret" not in said.err


def test_a_port_that_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A port on which somebody listens already is said in one line."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["practice", "--database", str(tmp_path / "x.db"), "--port", str(port)]) == 2
    assert f"port {port} cannot be opened" in capsys.readouterr().err


def test_the_links_of_the_papers_exist() -> None:
    """What README.md, ARCHITECTURE.md and CHANGELOG.md link to in this repository is there."""
    for name in ("README.md", "ARCHITECTURE.md", "CHANGELOG.md", "THIRD-PARTY.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        links = [link.split("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
        assert [link for link in links if link and not (ROOT / link).exists()] == [], name
