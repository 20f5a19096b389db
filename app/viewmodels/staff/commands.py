"""The commands that every screen has, as data."""

from __future__ import annotations

from app.viewmodels.command import CommandSpec

FIND = CommandSpec(
    "find.patient",
    "Find a patient",
    "Ctrl+P",
    "Go",
    "SEARCH",
    synonyms="search look up name phone birthdate",
)
PALETTE = CommandSpec("palette", "All commands", "Ctrl+K", "Help", synonyms="palette menu")
REFRESH = CommandSpec(
    "view.refresh", "Refresh", "F5", "View", "REFRESH", synonyms="reload update read again", group=3
)
ATTENTION = CommandSpec(
    "view.attention",
    "Needs attention",
    "Ctrl+U",
    "View",
    synonyms="unsent waiting refused unknown settle",
    group=4,
)
ACTIVITY = CommandSpec(
    "view.activity",
    "Recent activity",
    "Ctrl+I",
    "View",
    "NOTICES",
    word="Activity",
    synonyms="notices messages history log undo",
    group=4,
)
TOAST = CommandSpec(
    "view.toast", "Go to the newest message", "F6", "View", synonyms="toast notice notification", group=4
)
PANEL = CommandSpec(
    "view.panel", "Side panel", "Ctrl+\\", "View", "PANEL", synonyms="fold hide show", group=5
)
THEME = CommandSpec(
    "app.theme",
    "Dark mode",
    "Ctrl+Shift+L",
    "View",
    "THEME_DARK",
    word="Dark",
    synonyms="theme light colors night",
    group=5,
)
OFFICE = CommandSpec(
    "app.office",
    "Connect to another office",
    "Ctrl+Shift+O",
    "File",
    "SERVICE",
    word="Office",
    synonyms="server connection training practice log in key",
)

UNDO = CommandSpec(
    "undo", "Undo the last change", "Ctrl+Z", "Appointment", "UNDO", synonyms="take back revert", group=3
)

FRAME_COMMANDS = (FIND, PALETTE, UNDO, REFRESH, ATTENTION, ACTIVITY, TOAST, PANEL, THEME, OFFICE)
"""In the order of the palette."""
RAIL_BOTTOM = (ACTIVITY.id, THEME.id, OFFICE.id)
"""What the rail offers for the whole program, below the screens."""
ASKED_OF_THE_WINDOW = (FIND.id, PALETTE.id, ATTENTION.id, ACTIVITY.id, PANEL.id, THEME.id, OFFICE.id)
"""What only a view, or the program around it, can do."""
