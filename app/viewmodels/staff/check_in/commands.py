"""The commands of check-in, as data: a start knows them without loading anything of it."""

from __future__ import annotations

from app.core.text import msg
from app.viewmodels.command import CommandSpec

SCREEN = "check_in"
SEEN = CommandSpec(
    "check_in.seen",
    msg("Mark check-ins as seen"),
    "Shift+F3",
    "Patient",
    word=msg("Mark seen"),
    synonyms=msg("kiosk arrival acknowledge waiting room", "search words"),
    group=4,
)
CHANGES = CommandSpec(
    "check_in.changes",
    msg("Review changes from check-in"),
    "Ctrl+F3",
    "Patient",
    word=msg("Changes"),
    synonyms=msg("kiosk phone address proposals accept", "search words"),
    group=4,
)
TODAY = CommandSpec(
    "check_in.today",
    msg("Today's check-ins"),
    "Ctrl+1",
    "View",
    word=msg("Today"),
    synonyms=msg("kiosk arrivals log", "search words"),
    group=6,
)
PROPOSALS = CommandSpec(
    "check_in.proposals",
    msg("Changes from check-in"),
    "Ctrl+2",
    "View",
    word=msg("Changes"),
    synonyms=msg("kiosk proposals accept refuse", "search words"),
    group=6,
)
KIOSKS = CommandSpec(
    "check_in.kiosks",
    msg("Check-in PCs and their state"),
    "Ctrl+3",
    "View",
    word=msg("Check-in PCs"),
    synonyms=msg("kiosk online offline reset message restart", "search words"),
    group=6,
)
SETTINGS = CommandSpec(
    "check_in.settings",
    msg("Settings of check-in"),
    "Ctrl+4",
    "View",
    word=msg("Settings"),
    synonyms=msg("kiosk welcome logo languages questions windows PIN", "search words"),
    group=6,
)
PAIR = CommandSpec(
    "check_in.pair",
    msg("Add a check-in PC"),
    "Ctrl+N",
    "File",
    "ADD",
    word=msg("Add check-in PC"),
    synonyms=msg("pair kiosk code new", "search words"),
)
SAVE = CommandSpec(
    "check_in.save",
    msg("Save the settings of check-in"),
    "Ctrl+S",
    "File",
    word=msg("Save"),
    synonyms=msg("kiosk", "search words"),
)
TABS = (TODAY, PROPOSALS, KIOSKS, SETTINGS)
CHECK_IN_COMMANDS = (*TABS, PAIR, SAVE)
