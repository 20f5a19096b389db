"""The command that shows who fits free time."""

from __future__ import annotations

from app.core.text import msg
from app.viewmodels.command import CommandSpec

FILL = CommandSpec(
    "schedule.fill",
    msg("Fill this time"),
    "F",
    "Appointment",
    "ASAP",
    synonyms=msg(
        "free gap open slot opening hole asap unscheduled recall call list who fits", "search words"
    ),
    group=4,
)
FILL_COMMANDS = (FILL,)
