"""The command that shows an appointment's history, as data."""

from __future__ import annotations

from app.core.text import msg
from app.viewmodels.command import CommandSpec

HISTORY = CommandSpec(
    "visit.history",
    msg("History"),
    "H",
    "Appointment",
    "UNDO",
    synonyms=msg("appointment who moved changed audit trail when", "search words"),
    group=2,
)
HISTORY_COMMANDS = (HISTORY,)
