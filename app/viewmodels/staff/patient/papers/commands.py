"""The commands of the two tabs. Those of other places are known before a tab is loaded."""

from __future__ import annotations

from app.core.text import msg
from app.viewmodels.command import CommandSpec

ADD = CommandSpec(
    "documents.add",
    msg("Add files…"),
    "Ctrl+O",
    "Patient",
    synonyms=msg("upload document scan attach picture insurance card", "search words"),
    group=2,
)
NEW_FORM = CommandSpec(
    "forms.new",
    msg("New form…"),
    "Ctrl+R",
    "Patient",
    synonyms=msg("sheet consent medical history registration letter", "search words"),
    group=2,
)
PASTE = CommandSpec("documents.paste", msg("Paste a picture"), "Ctrl+V", word=msg("Paste"))
SCAN = CommandSpec("documents.scan", msg("Scan a page"), "Ctrl+Shift+A", word=msg("Scan…"))
UPLOAD = CommandSpec("documents.upload", msg("Upload the chosen files"), "Ctrl+Return", word=msg("Upload"))
"""These three count on the Documents tab only."""

DOCUMENT_COMMANDS = (ADD,)
FORM_COMMANDS = (NEW_FORM,)
