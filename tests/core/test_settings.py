"""Settings on disk."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.settings import Settings, SettingsFile, Theme

CHANGED = Settings(
    mode="service",
    server="http://office:30222/api/v1",
    user="Ana Übung & Söhne",
    sign_in=True,
    language="es",
    theme=Theme.DARK,
    clinic_num=2,
    schedule_view=3,
    by_provider=True,
    hides_names=True,
    zoom=125,
    side_panel=False,
    geometry="AdnQywADAAA=",
    tables={"procedures": {"order": ["fee", "date"]}},
    tooth_numbers="fdi",
    pay_type="303",
    task_sound="on",
    waiting_tasks="on",
    hub="https://10.0.0.5:30224",
    hub_id="0123abcd",
    hub_runs="Service http://SERVER:30223/api/v1",
    open_dental="C:\\Open Dental\\OpenDental.exe",
)


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    """Settings that were never saved."""
    return SettingsFile(tmp_path / "config" / "settings.json")


def test_a_first_start_has_defaults(file: SettingsFile) -> None:
    """A missing file gives the defaults without an error."""
    loaded = file.load()
    assert (loaded.settings, loaded.damaged, loaded.unusable) == (Settings(), None, ())


def test_what_is_saved_is_read_again(file: SettingsFile) -> None:
    """Every setting is restored, and saving leaves no other file behind."""
    file.save(CHANGED)
    assert file.load().settings == CHANGED
    assert [path.name for path in file.path.parent.iterdir()] == ["settings.json"]


def test_every_setting_is_covered_here() -> None:
    """The round trip above changes every existing setting."""
    same = [
        each.name
        for each in fields(Settings)
        if getattr(CHANGED, each.name) == getattr(Settings(), each.name)
    ]
    assert same == ["others"]


def test_settings_of_a_newer_version_are_kept(file: SettingsFile) -> None:
    """An older program keeps settings it doesn't know."""
    file.save(Settings())
    file.path.write_text(json.dumps({"zoom": 150, "kiosk_language": {"first": "es"}}), encoding="utf-8")
    loaded = file.load()
    file.save(loaded.settings.changed(side_panel=False))
    written = json.loads(file.path.read_text(encoding="utf-8"))
    assert written["kiosk_language"] == {"first": "es"}
    assert (written["zoom"], written["side_panel"]) == (150, False)


@pytest.mark.parametrize(
    ("name", "value"),
    [("zoom", "large"), ("zoom", True), ("theme", "pink"), ("side_panel", 1), ("user", None), ("theme", [])],
)
def test_a_senseless_value_falls_back_alone(file: SettingsFile, name: str, value: object) -> None:
    """One invalid value resets only that setting, and is reported."""
    file.save(Settings())
    file.path.write_text(json.dumps({"server": "http://office", name: value}), encoding="utf-8")
    loaded = file.load()
    assert getattr(loaded.settings, name) == getattr(Settings(), name)
    assert loaded.settings.server == "http://office"
    assert loaded.unusable == (name,)


@pytest.mark.parametrize("damage", [b"", b"{", b"[1]", b"\xff\xfe\x00", b"nul", b"[" * 100_000])
def test_a_damaged_file_is_set_aside_and_named(file: SettingsFile, damage: bytes) -> None:
    """A file that can't be read is kept, and the program starts."""
    file.save(CHANGED)
    file.path.write_bytes(damage)
    first = file.load()
    assert first.settings == Settings()
    assert first.damaged is not None
    assert first.damaged.read_bytes() == damage
    assert not file.path.exists()
    file.path.write_bytes(damage)
    second = file.load()
    assert second.damaged not in {None, first.damaged}


def test_a_file_that_cannot_be_moved_is_named_where_it_is(tmp_path: Path) -> None:
    """Even a folder in the file's place only loses the settings."""
    file = SettingsFile(tmp_path / "settings.json")
    file.path.mkdir()
    assert file.load().damaged is not None


def test_settings_that_could_not_be_saved_are_there_at_the_next_start(tmp_path: Path) -> None:
    """While another program holds the file, the settings are kept beside it; the next start uses and reports them."""
    path = tmp_path / "settings.json"
    file = SettingsFile(path, wait=lambda _: None)
    path.mkdir()  # as good as held: nothing can take its place
    with pytest.raises(OSError, match=r".+"):
        file.save(CHANGED)
    path.rmdir()
    loaded = file.load()
    assert (loaded.settings, loaded.held, loaded.damaged) == (CHANGED, True, None)
    again = file.load()
    assert (again.settings, again.held) == (CHANGED, False)
    assert [each.name for each in tmp_path.iterdir()] == ["settings.json"]


def test_settings_kept_beside_an_older_file_are_replaced_by_a_later_save(file: SettingsFile) -> None:
    """What an earlier save kept beside the file never overrules a later one, even if it can't be deleted."""
    kept = file.path.with_name("settings.not-saved.json")
    file.save(CHANGED)
    kept.write_text("{}", encoding="utf-8")
    os.utime(kept, (1, 1))
    assert file.load().settings == CHANGED
    file.save(CHANGED)
    assert not kept.exists()


TEXTS = st.text(st.characters(), max_size=8)
"""Values with unpaired surrogates are saved: JSON can write them, UTF-8 can't."""


@given(st.dictionaries(TEXTS | st.sampled_from(["zoom", "theme", "user", "others"]), st.integers() | TEXTS))
def test_no_object_is_too_odd_to_read(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, object]
) -> None:
    """Any JSON object gives usable settings, and saving and reading them again gives the same."""
    file = SettingsFile(tmp_path_factory.mktemp("odd") / "settings.json")
    file.path.write_text(json.dumps(values), encoding="utf-8")
    settings = file.load().settings
    file.save(settings)
    assert file.load().settings == settings


def test_no_key_has_a_place_among_the_settings() -> None:
    """Keys are stored in the system's vault, not in a file."""
    assert not [each.name for each in fields(Settings) if "key" in each.name or "password" in each.name]


@pytest.mark.skipif(os.name == "nt", reason="Windows protects the user's folders with access lists")
def test_the_settings_file_is_private_to_this_user(file: SettingsFile) -> None:
    """The settings file is readable only for this user, even if an earlier version created it."""
    file.save(Settings())
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    file.path.chmod(0o644)
    file.load()
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
