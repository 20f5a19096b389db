"""The file for support has what support needs, and nothing of patients, keys or people, wherever these are planted."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import keyring
import pytest

from app.api.keys import Keys
from app.api.modes import service_address
from app.api.vault import Vault
from app.bootstrap.single_instance import SingleInstance
from app.bootstrap.system import diagnose
from app.bootstrap.system.diagnosis import stores
from app.core.logs import Redaction, start_log, stop_log
from app.core.paths import program_folders
from app.core.policy import FOLDER_VARIABLE
from tests.support.planted import NOW, PATIENCE, PLANTED, Home, entries, plant
from tests.support.vaults import MemoryKeyring

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Empty folders."""
    return Home(tmp_path / "home")


def found_in(whole: str) -> list[str]:
    """Which of the planted texts are there, or a part of them that is a secret by itself."""
    # Any digits may be in these: the second one grows with the calendar, and was 6555 on November 30, 2026.
    whole = re.sub(r'"(free disk, MB|hours since the oldest open one)": [\d.]+', "", whole)
    parts = ("Núñez", "NFF6", "tokenOf", "84-02", "555", "wilhelmina", "ortez", "eyJ", "8153")
    return [each for each in (*PLANTED, *parts) if each.casefold() in whole.casefold()]


def test_nothing_that_is_planted_gets_into_the_file(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not one of the names, birthdates, numbers, keys and tokens is in any member, or in a member's name."""
    plant(home)
    monkeypatch.setenv("FRONT_DESK_CUSTOMER_KEY", "VzkmZEaUWOjnQX2z")
    monkeypatch.setenv("HTTPS_PROXY", "http://Ortiz:NFF6i0KrXrxDkZHt@proxy:8080")
    _, whole = home.collected()
    assert found_in(whole) == []


def test_names_of_the_account_the_pc_and_the_servers_stay_here(tmp_path: Path) -> None:
    """Home folder, user, time zone, language, temporary folder and addresses may all have somebody's name."""
    named = tmp_path / "wilhelmina ortez" / "Ortiz's office"
    (named / "Desktop").mkdir(parents=True)
    home = Home(named / "home")
    plant(home)
    server, hub = "ortez-pc:1", "https://wilhelmina.ortez.example.org:1"
    home.settings(mode="Hub", server=server, hub=hub, hub_id="x", user="ortez")
    named_after_her = {
        "USER": "wilhelmina.ortez",
        "LOGNAME": "wilhelmina.ortez",
        "USERNAME": "wilhelmina.ortez",
        "COMPUTERNAME": "ORTEZ-PC",
        "TZ": "ORTEZ4",
        "LANG": "ortez",
        "LC_ALL": "ortez",
    }
    folders = dict.fromkeys(("HOME", "USERPROFILE", "ProgramFiles", FOLDER_VARIABLE), str(named))
    with in_a_process(tmp_path, {"FRONT_DESK_HOME": str(home.root), **folders, **named_after_her}) as zipped:
        whole = "\n".join([*zipped.namelist(), *(zipped.read(each).decode() for each in zipped.namelist())])
    assert found_in(whole) == []
    assert '"failed"' not in whole


def test_it_works_where_qt_can_not_be_loaded(tmp_path: Path) -> None:
    """A damaged installation is one of the reasons to make the file: it is told, and the rest is there."""
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text("raise ImportError('broken')", encoding="utf-8")
    environment = {"FRONT_DESK_HOME": str(tmp_path / "home"), "PYTHONPATH": str(tmp_path)}
    with in_a_process(tmp_path, environment) as zipped:
        facts = json.loads(zipped.read("facts.json"))
    assert facts["versions"]["Qt"] == "can't be loaded (ImportError)"
    assert facts["versions"]["libraries"]["httpx"]
    assert facts["settings"]["file"] == "none"


def in_a_process(folder: Path, environment: dict[str, str]) -> zipfile.ZipFile:
    """What the command writes in a process of its own, with these variables changed."""
    out = folder / "x.zip"
    done = subprocess.run(
        [sys.executable, "-m", "app", "diagnose", "--out", str(out)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return zipfile.ZipFile(out)


def test_what_support_needs_is_there(home: Home) -> None:
    """Every part has its facts: none failed, and the planted values are told as counts and as "set"."""
    plant(home)
    facts, whole = home.collected()
    assert [name for name, part in facts.items() if "failed" in part] == []
    assert facts["settings"]["server"] == "(a name)"
    assert facts["settings"]["hub"] == "(a name):30224"
    assert facts["folders"]["data"]["trouble"] == []
    assert facts["settings"]["user"] == "set"
    assert facts["settings"]["mode"] == "Local"
    # Not by name: Windows sorts capitals among small letters.
    damaged, good = sorted(facts["journal"]["offices"], key=lambda each: each["read"])
    assert good["changes"] == {"done": 1, "waiting": 1, "other": 1}
    assert good["hours since the oldest open one"] == 2.0
    assert damaged["read"] == "can't be read (DatabaseError)"
    assert facts["hub"]["devices"] == {"desk": 1, "other, removed": 1}
    assert facts["kiosk"]["paired"] is True
    assert facts["folders"]["data"]["path"] == "FRONT_DESK_HOME/data" or "elsewhere" in str(facts["folders"])
    assert "2026-03-02 09:12:01.250 WARNING app.bootstrap.program" in whole
    assert "app.api.errors.Refused" in whole


@pytest.mark.parametrize(
    "content", ["{", "[]", "null", '{"zoom": "Ortiz", "server": 5, "mode": {}}', "\ud83d"]
)
def test_damaged_settings_stay_as_they_are(home: Home, content: str) -> None:
    """With settings that can't be read, or have wrong values, the rest is collected and the file is not touched."""
    path = home.folders.config / "settings.json"
    path.write_bytes(content.encode("utf-8", "surrogatepass"))
    facts, whole = home.collected()
    assert [name for name, part in facts.items() if "failed" in part] == []
    assert facts["connection"]["office"] == "none is set up"
    assert path.read_bytes() == content.encode("utf-8", "surrogatepass")
    assert "Ortiz" not in whole


def test_a_pc_on_which_nothing_is_set_up(tmp_path: Path) -> None:
    """Before the first start there is not even a folder: the file is written all the same, and no folder is made."""
    folders = program_folders({"FRONT_DESK_HOME": str(tmp_path / "none")})
    diagnose.write(tmp_path / "x.zip", folders, NOW, seconds=PATIENCE)
    with zipfile.ZipFile(tmp_path / "x.zip") as zipped:
        facts = json.loads(zipped.read("facts.json"))
    assert facts["settings"]["file"] == "none"
    assert facts["running"] == {"running": False}
    assert not (tmp_path / "none").exists()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["x.zip"]


def test_what_the_administrator_has_set(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """The administrator's settings are told like the user's, and are the ones by which the office is tried."""
    words = " ".join(PLANTED)
    values = {
        "mode": "Service",
        "server": "127.0.0.1:1",
        "kiosk": True,
        "language": words,
    }
    more = {
        "open_dental": words,
        "update_from": f"https://Ortiz@updates.example.org/{words}",
        "task_sound": 5,
    }
    home.policy(**values, **more)
    monkeypatch.setenv(FOLDER_VARIABLE, str(home.root))
    home.settings(mode="Local")
    facts, whole = home.collected()
    assert facts["administrator"]["set"] == {
        "mode": "Service",
        "server": "127.0.0.1:1",
        "kiosk": True,
        "language": "(other)",
        "open_dental": "set",
        "update_from": "(a name with a domain)",
    }
    assert facts["administrator"]["unusable"] == ["task_sound"]
    assert facts["connection"]["office"]["server"] == "127.0.0.1:1"
    assert found_in(whole) == []


def test_while_the_program_runs(home: Home) -> None:
    """The running copy keeps its lock, its locked journal is counted, and its log goes on."""
    path = home.folders.data / "journal-c0ffee5ea1ed.db"
    entries(path, [("done", "x")])
    instance = SingleInstance(home.folders.data)
    assert instance.take()
    locked = sqlite3.connect(path, isolation_level=None)
    for each in ("locking_mode=EXCLUSIVE", "journal_mode=WAL"):
        locked.execute(f"PRAGMA {each}")
    locked.execute("INSERT INTO entry VALUES (NULL, 'waiting', '2026-03-02T09:00:00Z', 'x', NULL, 0, 0, 'x')")
    handler = start_log(home.folders.logs, Redaction())
    try:
        facts, _ = home.collected()
    finally:
        stop_log(handler)
        locked.close()
    assert facts["running"] == {"running": True}
    assert facts["journal"]["offices"][0]["changes"] == {"done": 1, "waiting": 1}
    assert not SingleInstance(home.folders.data).take()
    instance.release()


def test_the_vault_keeps_its_values(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the vault its kind is told and what it holds; it gets no new entry, and none of its values leaves it."""
    vault = MemoryKeyring()
    address = service_address("server")
    Vault(vault).write_keys(address, Keys("NFF6i0KrXrxDkZHt", "VzkmZEaUWOjnQX2z"))
    vault.set_password("Front Desk", "Ortiz", "Marchetti")
    before = dict(vault.kept)
    monkeypatch.setattr(keyring, "get_keyring", lambda: vault)
    found = stores.vault(home.folders, {"mode": "Service", "server": "server"}, seconds=PATIENCE)
    assert found == {
        "vault": "tests.support.vaults.MemoryKeyring",
        "usable": True,
        "key of local files": "not stored",
        "keys of the office": "stored",
    }
    assert vault.kept == before


def test_the_command_says_where_the_file_is(tmp_path: Path) -> None:
    """In a process of its own it prints the file's path; for a folder that isn't there, what to do instead."""
    environment = {**os.environ, "FRONT_DESK_HOME": str(tmp_path / "home")}
    for out, code in ((tmp_path / "support.zip", 0), (tmp_path / "none" / "support.zip", 1)):
        done = subprocess.run(
            [sys.executable, "-m", "app", "diagnose", "--out", str(out)],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert (done.returncode, done.stderr) == (code, "")
        assert str(out) in done.stdout
        assert ("--out" in done.stdout) is bool(code)
    assert zipfile.is_zipfile(tmp_path / "support.zip")
    shutil.rmtree(tmp_path / "home", ignore_errors=True)
