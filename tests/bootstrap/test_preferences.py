"""What is kept in the settings while the program runs."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app.bootstrap.preferences import Preferences, SavedTables
from app.core.paths import program_folders
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
    preferences.save("")
    loaded = SettingsFile(folders.config / "settings.json").load()
    again = SavedTables(Preferences(folders, loaded, theme))
    assert again.recall("procedures") == layout
    assert again.recall("claims") == TableLayout()
