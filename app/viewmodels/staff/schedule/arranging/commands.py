"""The commands of columns and saved views, as data."""

from __future__ import annotations

from app.core.text import msg
from app.domain.schedule.saved_view import KEYS
from app.viewmodels.command import CommandSpec

COLUMNS = CommandSpec(
    "view.columns",
    msg("Columns by provider"),
    "Ctrl+4",
    "View",
    synonyms=msg("operatory chair dentist hygienist lanes", "search words"),
)
ALL = CommandSpec(
    "view.all",
    msg("Leave the view"),
    "Ctrl+Shift+0",
    "View",
    synonyms=msg("saved view all operatories reset", "search words"),
)
EDIT = CommandSpec(
    "view.edit",
    msg("Edit views"),
    "Ctrl+Shift+F2",
    "View",
    synonyms=msg("saved views operatories providers card lines public screen import", "search words"),
)
ON_KEYS = tuple(
    CommandSpec(
        f"view.on_f{key}",
        msg("View on F{n}", n=key),
        f"F{key}",
        synonyms=msg("saved appointment view operatories", "search words"),
    )
    for key in KEYS
)

ARRANGING_COMMANDS = (COLUMNS, ALL, EDIT, *ON_KEYS)
"""In the order of the palette."""
