"""The commands in the headers of the Overview's sections, known before the page is loaded."""

from __future__ import annotations

from app.core.text import msg
from app.viewmodels.command import CommandSpec

ADD_INSURANCE = CommandSpec(
    "patient.add_insurance",
    msg("Add insurance"),
    "Ctrl+Shift+I",
    "Patient",
    synonyms=msg("coverage plan carrier subscriber", "search words"),
    group=2,
)
ADD_RECALL = CommandSpec(
    "patient.add_recall",
    msg("Add recall"),
    "Ctrl+Shift+Y",
    "Patient",
    synonyms=msg("due hygiene interval", "search words"),
    group=2,
)
ADD_POPUP = CommandSpec(
    "patient.add_popup",
    msg("Add popup"),
    "Ctrl+Shift+G",
    "Patient",
    word=msg("Add"),
    synonyms=msg("alert note warning message", "search words"),
    group=2,
)
ADD_REFERRAL = CommandSpec(
    "patient.add_referral",
    msg("Add referral"),
    "Ctrl+Shift+J",
    "Patient",
    word=msg("Add"),
    synonyms=msg("referred specialist source", "search words"),
    group=2,
)
SECTION_COMMANDS = (ADD_INSURANCE, ADD_RECALL, ADD_POPUP, ADD_REFERRAL)
"""A section has one of these as its `command`."""
