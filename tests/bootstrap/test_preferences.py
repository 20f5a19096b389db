"""What is kept in the settings while the program runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap.preferences import Preferences, SavedTables
from app.core.paths import program_folders
from app.core.policy import Policy, overruled
from app.core.settings import Loaded, Settings, SettingsFile
from app.viewmodels.tables.layout import TableLayout
from app.views.theme.theme import Theme


def test_a_table_is_arranged_as_it_was_left(qapp: QApplication) -> None:
    """The columns of each table are restored after the settings were written and read."""
    folders, theme = program_folders(), Theme(qapp)
    preferences = Preferences(folders, Loaded(Settings()), theme)
    tables, layout = SavedTables(preferences), TableLayout(("fee",), {"code": True}, {"fee": 90}, "fee")
    assert tables.recall("procedures") == TableLayout()
    tables.keep("procedures", layout)
    assert preferences.write() is None
    loaded = SettingsFile(folders.config / "settings.json").load()
    again = SavedTables(Preferences(folders, loaded, theme))
    assert again.recall("procedures") == layout
    assert again.recall("claims") == TableLayout()


def test_the_administrators_settings_are_not_changed(qapp: QApplication) -> None:
    """What the office's administrator has set stays in force, and the user's own values stay on disk."""
    folders, theme = program_folders(), Theme(qapp)
    policy = Policy({"mode": "Hub", "hub": "PC"}, folders.config)
    own = Settings(mode="Local", zoom=125)
    preferences = Preferences(folders, overruled(Loaded(own), policy), theme)
    preferences.change(mode="Remote", zoom=150)
    preferences.settings = preferences.settings.changed(hub="https://other:30224")
    assert (preferences.settings.mode, preferences.settings.hub, preferences.settings.zoom) == (
        "Hub",
        "PC",
        150,
    )
    assert preferences.fixed == {"mode", "hub"}
    assert preferences.write() is None
    assert SettingsFile(folders.config / "settings.json").load().settings == own.changed(zoom=150)


@pytest.mark.parametrize(
    ("policy", "words"),
    [
        (Policy(path=Path("settings.json"), damaged=True), "couldn't be read"),
        (Policy(path=Path("settings.json"), open_to_others=True), "Other users can change"),
        (Policy(path=Path("settings.json"), damaged=True, damaged_at="3:7"), "in line 3, near column 7"),
        (Policy({}, Path("settings.json"), unusable=("mode",)), "mode is one of Service, Hub,"),
        (Policy({}, Path("settings.json"), unusable=("kiosk",)), "kiosk is true or false"),
        (Policy({}, Path("settings.json"), unusable=("server",)), "server is a text"),
        (
            Policy({"server": "ftp://OD"}, Path("settings.json")),
            "server: An address starts with http:// or https://",
        ),
        (Policy({"hub": "the hub"}, Path("settings.json")), "hub: That isn't a server name or address."),
        (Policy({"language": "xx"}, Path("settings.json")), "isn't translated into xx."),
        (Policy({}, Path("settings.json"), unknown=("sever", "x")), "doesn't know: sever, x."),
    ],
)
def test_administrative_settings_that_are_not_used_are_reported(
    qapp: QApplication, policy: Policy, words: str
) -> None:
    """The user reads why, once, and the rest of the program starts."""
    preferences = Preferences(program_folders(), overruled(Loaded(Settings()), policy), Theme(qapp))
    said = preferences.lost()
    assert words in said
    assert said.endswith("settings.json.")
    assert preferences.lost() == ""


def test_settings_that_could_not_be_saved_last_time_are_reported(qapp: QApplication) -> None:
    """The user reads that another program held the file, and that nothing was lost."""
    preferences = Preferences(program_folders(), Loaded(Settings(), held=True), Theme(qapp))
    assert "Nothing was lost" in preferences.lost()


@pytest.mark.parametrize(
    "values",
    [
        {"mode": "Hub", "hub": "HUB-PC"},
        {"mode": "Hub"},
        {"mode": "Service", "server": "OD"},
        {"mode": "Service"},
    ],
)
def test_the_first_start_of_a_pc_that_was_set_up_silently_reports_nothing(
    qapp: QApplication, values: dict[str, str]
) -> None:
    """The administrator has said how the office is reached, and nobody has entered keys or a code yet."""
    policy = Policy(values, Path("settings.json"))
    assert Preferences(program_folders(), overruled(Loaded(Settings()), policy), Theme(qapp)).lost() == ""
