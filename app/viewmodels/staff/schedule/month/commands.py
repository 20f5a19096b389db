"""The command of the month at a glance, as data."""

from __future__ import annotations

from app.core.text import msg
from app.viewmodels.command import CommandSpec

MONTH = CommandSpec(
    "view.month",
    msg("Month"),
    "Ctrl+3",
    "View",
    synonyms=msg("schedule calendar how full busy utilization glance", "search words"),
)
MONTH_COMMANDS = (MONTH,)
