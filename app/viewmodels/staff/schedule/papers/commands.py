"""The commands that print something of one patient."""

from __future__ import annotations

from app.core.text import msg
from app.viewmodels.command import CommandSpec

ROUTE_SLIP = CommandSpec(
    "visit.route_slip",
    msg("Print route slip"),
    "Alt+R",
    "Appointment",
    "PRINT",
    synonyms=msg("paper routing slip pdf", "search words"),
    group=3,
)
CARD = CommandSpec(
    "visit.card",
    msg("Print appointment card"),
    "Alt+C",
    "Patient",
    "PRINT",
    synonyms=msg("paper reminder next appointment pdf", "search words"),
    group=4,
)
LABEL = CommandSpec(
    "visit.label",
    msg("Print label"),
    "Alt+L",
    "Patient",
    "PRINT",
    synonyms=msg("paper address envelope mail chart sticker pdf", "search words"),
    group=4,
)
PAPER_COMMANDS = (ROUTE_SLIP, CARD, LABEL)
