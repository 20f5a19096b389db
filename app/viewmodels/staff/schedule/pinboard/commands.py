"""The pinboard's commands, as data."""

from __future__ import annotations

from app.core.text import msg
from app.viewmodels.command import CommandSpec

PIN = CommandSpec(
    "visit.pin",
    msg("Put on pinboard"),
    "B",
    "Appointment",
    "PIN",
    word=msg("Pin"),
    synonyms=msg("appointment move later keep aside reschedule clipboard", "search words"),
    group=2,
)
PINBOARD = CommandSpec(
    "schedule.pinboard",
    msg("Go to the pinboard"),
    "Alt+B",
    "Go",
    "PIN",
    synonyms=msg("pinned appointments to move", "search words"),
)

PINBOARD_COMMANDS = (PIN, PINBOARD)
