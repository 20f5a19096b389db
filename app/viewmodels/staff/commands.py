"""The commands of all screens, as data."""

from __future__ import annotations

from app.core.text import msg
from app.viewmodels.command import CommandSpec

FIND = CommandSpec(
    "find.patient",
    msg("Find a patient"),
    "Ctrl+P",
    "Go",
    "SEARCH",
    synonyms=msg("search look up name phone birthdate", "search words"),
)
PALETTE = CommandSpec(
    "palette", msg("All commands"), "Ctrl+K", "Help", synonyms=msg("palette menu", "search words")
)
MENU = CommandSpec("menu", msg("Menu"), "F10", icon="MENU", synonyms=msg("commands list Alt", "search words"))
HELP = CommandSpec(
    "help",
    msg("Keys and help"),
    "F1",
    "Help",
    synonyms=msg("shortcuts keyboard how to manual", "search words"),
)
ABOUT = CommandSpec(
    "about",
    msg("About Front Desk"),
    "Shift+F1",
    "Help",
    synonyms=msg("version licenses libraries support diagnose", "search words"),
)
REFRESH = CommandSpec(
    "view.refresh",
    msg("Refresh"),
    "Shift+F5",
    "View",
    "REFRESH",
    synonyms=msg("reload update read again", "search words"),
    group=3,
)
ATTENTION = CommandSpec(
    "view.attention",
    msg("Needs attention"),
    "Ctrl+U",
    "View",
    synonyms=msg("unsent waiting refused unknown settle", "search words"),
    group=4,
)
ACTIVITY = CommandSpec(
    "view.activity",
    msg("Recent activity"),
    "Ctrl+I",
    "View",
    "NOTICES",
    word=msg("Activity"),
    synonyms=msg("notices messages history log undo", "search words"),
    group=4,
)
TOAST = CommandSpec(
    "view.toast",
    msg("Go to the newest message"),
    "Shift+F6",
    "View",
    synonyms=msg("toast notice notification", "search words"),
    group=4,
)
PANEL = CommandSpec(
    "view.panel",
    msg("Side panel"),
    "Ctrl+\\",
    "View",
    "PANEL",
    synonyms=msg("fold hide show", "search words"),
    group=5,
)
THEME = CommandSpec(
    "app.theme",
    msg("Dark mode"),
    "Ctrl+Shift+L",
    "View",
    "THEME_DARK",
    word=msg("Dark"),
    synonyms=msg("theme light colors night", "search words"),
    group=5,
)
OFFICE = CommandSpec(
    "app.office",
    msg("Connect to another office"),
    "Ctrl+Shift+O",
    "File",
    "SERVICE",
    word=msg("Office"),
    synonyms=msg("server connection training practice log in key", "search words"),
)
OPEN_DENTAL = CommandSpec(
    "app.open_dental",
    msg("Where Open Dental is installed"),
    "Ctrl+Shift+E",
    "File",
    synonyms=msg("path program file exe setup", "search words"),
)

UNDO = CommandSpec(
    "undo",
    msg("Undo the last change"),
    "Ctrl+Z",
    "Appointment",
    "UNDO",
    synonyms=msg("take back revert", "search words"),
    group=3,
)

FRAME_COMMANDS = (
    FIND,
    PALETTE,
    UNDO,
    REFRESH,
    ATTENTION,
    ACTIVITY,
    TOAST,
    PANEL,
    THEME,
    OFFICE,
    OPEN_DENTAL,
    MENU,
    HELP,
    ABOUT,
)
"""In the order of the palette."""
RAIL_BOTTOM = (ACTIVITY.id, THEME.id, OFFICE.id, MENU.id)
"""The global commands on the rail, below the screens."""
ASKED_OF_THE_WINDOW = (
    FIND.id,
    PALETTE.id,
    ATTENTION.id,
    ACTIVITY.id,
    PANEL.id,
    THEME.id,
    OFFICE.id,
    OPEN_DENTAL.id,
    MENU.id,
    HELP.id,
    ABOUT.id,
)
"""Commands that only a view, or the program around it, can run."""
MENUS = (
    ("File", msg("&File")),  # words: the first is a name, never shown
    ("Appointment", msg("&Appointment")),  # words: the first is a name, never shown
    ("Patient", msg("&Patient")),  # words: the first is a name, never shown
    ("Task", msg("&Task")),  # words: the first is a name, never shown
    ("Go", msg("&Go")),  # words: the first is a name, never shown
    ("View", msg("&View")),  # words: the first is a name, never shown
    ("Help", msg("&Help")),  # words: the first is a name, never shown
)
"""The submenus of the menu, by the name that a CommandSpec has, with their titles."""
