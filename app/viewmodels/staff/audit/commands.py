"""The commands of the audit log."""

from __future__ import annotations

from app.core.text import msg
from app.viewmodels.command import CommandSpec

EXPORT = CommandSpec(
    "audit.export",
    msg("Export the audit log"),
    "Ctrl+Y",
    "File",
    word=msg("Export"),
    synonyms=msg("save CSV file statement hash verify", "search words"),
)
PRINT = CommandSpec(
    "audit.print",
    msg("Print the audit log"),
    "Ctrl+Shift+P",
    "File",
    "PRINT",
    word=msg("Print"),
    synonyms=msg("paper PDF", "search words"),
)
MORE = CommandSpec(
    "audit.more",
    msg("Show older records"),
    "Ctrl+Shift+H",
    "View",
    word=msg("Show older"),
    synonyms=msg("audit log next page", "search words"),
)
AUDIT_COMMANDS = (EXPORT, PRINT, MORE)
