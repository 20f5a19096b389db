"""The commands of the details of an appointment, as data."""

from __future__ import annotations

from app.core.text import msg
from app.viewmodels.command import CommandSpec

DETAILS = CommandSpec(
    "visit.details",
    msg("Procedures and details"),
    "P",
    "Appointment",
    "DETAILS",
    word=msg("Details"),
    synonyms=msg(
        "appointment edit treatment plan attach detach type fields lab referral form", "search words"
    ),
    group=2,
)
ASAP = CommandSpec(
    "visit.asap",
    msg("On the ASAP List or off it"),
    "Q",
    "Appointment",
    "ASAP",
    word=msg("ASAP"),
    synonyms=msg("appointment priority sooner short notice waiting list", "search words"),
    group=2,
)
DETAILS_COMMANDS = (DETAILS, ASAP)
"""In the order of the palette."""
