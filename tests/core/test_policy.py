"""The administrator's settings: they overrule the user's, and never stop a start."""

from __future__ import annotations

import json
import os
import time
from dataclasses import fields
from pathlib import Path

import pytest

from app.api.modes import Mode
from app.core.policy import (
    FOLDER_VARIABLE,
    MODES,
    NAME,
    NO_POLICY,
    OVERRULING,
    Policy,
    overruled,
    read_policy,
    system_folder,
)
from app.core.settings import Loaded, Settings

OWN = Settings(mode="Local", server="http://mine:30223/api/v1", zoom=125, task_sound="on")
SET = {
    "mode": "Hub",
    "server": "SERVER",
    "hub": "FRONTDESK-PC",
    "open_dental": "D:\\Open Dental\\OpenDental.exe",
    "language": "es",
    "task_sound": "off",
    "waiting_tasks": "on",
    "kiosk": True,
    "start_with_windows": False,
    "update_from": "\\\\SERVER\\updates",
}


def policy_of(folder: Path, content: bytes) -> Policy:
    """A policy whose file has this content."""
    folder.mkdir(exist_ok=True)
    (folder / NAME).write_bytes(content)
    return read_policy({FOLDER_VARIABLE: str(folder)}, folder / "nowhere")


def test_without_a_file_the_users_settings_count(tmp_path: Path) -> None:
    """A PC without administrative settings changes nothing."""
    policy = read_policy({}, tmp_path)
    assert policy is NO_POLICY
    assert overruled(Loaded(OWN), policy).settings == OWN


def test_every_key_can_be_set(tmp_path: Path) -> None:
    """All documented keys are read; those of a user's settings overrule them, and the rest stays."""
    policy = policy_of(tmp_path, json.dumps(SET).encode())
    assert dict(policy.values) == SET
    assert policy.fixed == set(OVERRULING)
    loaded = overruled(Loaded(OWN), policy)
    assert {name: getattr(loaded.settings, name) for name in OVERRULING} == {
        name: SET[name] for name in OVERRULING
    }
    assert loaded.settings.zoom == 125
    assert loaded.own == OWN


def test_the_users_own_values_survive(tmp_path: Path) -> None:
    """What is stored for the user has her values, so that they count again without the administrator's."""
    policy = policy_of(tmp_path, json.dumps(SET).encode())
    in_force = policy.over(OWN).changed(zoom=150)
    assert policy.without(in_force, OWN) == OWN.changed(zoom=150)


@pytest.mark.parametrize("damage", [b"", b"{", b"[1]", b"\xff\xfe\x00", b"[" * 100_000])
def test_a_damaged_file_is_reported_and_not_used(tmp_path: Path, damage: bytes) -> None:
    """Nothing of a file that can't be read counts."""
    policy = policy_of(tmp_path, damage)
    assert (policy.damaged, policy.path, policy.fixed) == (True, tmp_path / NAME, frozenset())


def test_a_slip_in_the_file_is_named_by_its_place(tmp_path: Path) -> None:
    """Line and column of what isn't JSON, such as a comma at the end or a single backslash."""
    policy = policy_of(tmp_path, b'{\n  "mode": "Hub",\n  "server": "\\\\od\\share"\n}')
    assert (policy.damaged, policy.damaged_at) == (True, "3:18")


def test_a_key_that_is_not_known_is_reported(tmp_path: Path) -> None:
    """A slip of the pen would otherwise look as if the setting had been taken."""
    policy = policy_of(tmp_path, b'{"mode": "Hub", "sever": "OD"}')
    assert (dict(policy.values), policy.unknown) == ({"mode": "Hub"}, ("sever",))


def test_a_value_of_another_kind_is_ignored_alone(tmp_path: Path) -> None:
    """Other keys still count, and unknown ones of a newer version do no harm."""
    policy = policy_of(
        tmp_path, b'\xef\xbb\xbf{"mode": "Cloud", "server": 7, "kiosk": 1, "hub": "PC", "later": []}'
    )
    assert policy.fixed == {"hub"}
    assert policy.unusable == ("mode", "server", "kiosk")


def test_the_variable_never_stands_in_for_the_administrators_file(tmp_path: Path) -> None:
    """A user who names another folder changes nothing where the administrator has set something."""
    system, other = tmp_path / "system", tmp_path / "other"
    other.mkdir()
    (other / NAME).write_text('{"mode": "Local"}', encoding="utf-8")
    variables = {FOLDER_VARIABLE: str(other)}
    assert read_policy(variables, system).values == {"mode": "Local"}
    system.mkdir()
    (system / NAME).write_text('{"mode": "Hub"}', encoding="utf-8")
    found = read_policy(variables, system)
    assert found.path == system / NAME
    assert found.open_to_others or found.values == {"mode": "Hub"}  # as who runs the tests may write it


@pytest.mark.skipif(os.name == "nt", reason="Windows has access lists: tests/core/test_windows_access.py")
@pytest.mark.parametrize("mode", [0o666, 0o664])
def test_a_file_that_users_can_write_is_not_used(tmp_path: Path, mode: int) -> None:
    """Whoever can write it could set a server for everybody."""
    (tmp_path / NAME).write_text('{"server": "EVIL"}', encoding="utf-8")
    (tmp_path / NAME).chmod(mode)
    policy = read_policy({}, tmp_path)
    assert (policy.open_to_others, policy.fixed) == (True, frozenset())


def test_modes_and_keys_are_the_programs() -> None:
    """The names here are those of the connection modes and of the user's settings."""
    assert set(MODES) == {each.value for each in Mode}
    assert set(OVERRULING) <= {each.name for each in fields(Settings)}


def test_reading_it_takes_no_time(tmp_path: Path) -> None:
    """A start is not slowed down: less than a millisecond with a file that sets everything.

    Six on Windows, where it also has to find its folder, and a scanner or Wine looks at every opened file.
    """
    (tmp_path / NAME).write_text(json.dumps(SET), encoding="utf-8")
    seconds = []
    for _ in range(20):
        began = time.perf_counter()
        overruled(Loaded(OWN), read_policy({FOLDER_VARIABLE: str(tmp_path)}))
        seconds.append(time.perf_counter() - began)
    assert min(seconds) < (0.006 if os.name == "nt" else 0.001)


def test_the_systems_folder_does_not_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Variables that a user can set don't move it."""
    before = system_folder()
    for name in ("PROGRAMDATA", "ALLUSERSPROFILE", "WIN_PD_OVERRIDE_COMMON_APPDATA", "XDG_CONFIG_DIRS"):
        monkeypatch.setenv(name, "/elsewhere")
    assert system_folder() == before
    assert before.name == "Front Desk"
