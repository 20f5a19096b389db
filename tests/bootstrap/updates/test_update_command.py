"""`python -m app update`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.bootstrap.updates.command import main
from app.core.paths import HOME_VARIABLE
from app.core.policy import FOLDER_VARIABLE
from tests.support.updates.source import INSTALLER, SETUP, Signer, manifest_of, offered, put, release

OURS = Signer()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's folders."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home"


def update(*arguments: str) -> int:
    """Run the command with the test's own key."""
    return main(arguments, [OURS.public])


def test_a_newer_version_is_said_and_downloaded(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--check` says what is new and keeps no installer; `--download` ends with its path."""
    share = str(put(tmp_path / "share", offered(OURS)))
    assert update("--from", share, "--check") == 0
    assert capsys.readouterr().out == "Front Desk 9.0.0 is available. What is new:\n  It is faster.\n"
    assert not (home / "data" / "updates").exists()
    assert update("--from", share, "--download") == 0
    got = Path(capsys.readouterr().out.splitlines()[-1])
    assert got == home / "data" / "updates" / SETUP
    assert got.read_bytes() == INSTALLER


def test_nothing_newer_is_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0, and a sentence for each reason."""
    offers = {
        "older versions": release("0.0.1"),
        "rolled out": release(percent=0),
        "can't be installed over": release(minimum="8.0.0"),
    }
    for number, (words, each) in enumerate(offers.items()):
        share = put(tmp_path / "share", offered(OURS, manifest_of(each, sequence=number + 1)))
        assert update("--from", str(share), "--download") == 0
        assert words in capsys.readouterr().out


def test_what_is_not_safe_is_exit_code_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence on the error stream: another key, plain http, no such kind of installer, another file."""
    foreign = str(put(tmp_path / "foreign", offered(Signer())))
    good = str(put(tmp_path / "good", offered(OURS)))
    other = str(put(tmp_path / "other", offered(OURS, installer=b"x" * len(INSTALLER))))
    for arguments, words in (
        (("--from", foreign, "--check"), "signed"),
        (("--from", "http://updates.example.com", "--check"), "https"),
        (("--from", good, "--download", "--kind", "deb"), "deb"),
        (("--from", other, "--download"), "thrown away"),
    ):
        assert update(*arguments) == 1
        assert words in capsys.readouterr().err


def test_without_an_action_nothing_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2, as of any wrong command line."""
    for arguments in ((), ("--from", "x"), ("--from", "x", "--check", "--download")):
        with pytest.raises(SystemExit) as left:
            update(*arguments)
        assert left.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_the_administrator_sets_the_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`update_from` of the PC's settings is used without `--from`; without either it is said."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    assert update("--check") == 1
    assert "--from" in capsys.readouterr().err
    share = put(tmp_path / "share", offered(OURS))
    (tmp_path / "settings.json").write_text(json.dumps({"update_from": str(share)}), encoding="utf-8")
    assert update("--check") == 0
    assert "9.0.0" in capsys.readouterr().out
