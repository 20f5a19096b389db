"""The commands of the chart, known before it is loaded."""

from __future__ import annotations

from app.core.text import msg
from app.viewmodels.command import CommandSpec

SHOW = CommandSpec(
    "chart.show",
    msg("Go to the chart"),
    "Ctrl+H",
    "Patient",
    word=msg("Chart"),
    synonyms=msg("teeth odontogram progress notes treatment plan perio", "search words"),
    group=2,
)
SEARCH = CommandSpec(
    "chart.search",
    msg("Search progress notes"),
    "Ctrl+F",
    "Patient",
    "SEARCH",
    word=msg("Search"),
    synonyms=msg("find notes filter chart", "search words"),
    group=2,
)
REPORT = CommandSpec(
    "chart.report",
    msg("Report a change"),
    "Ctrl+Shift+M",
    "Patient",
    "NOTE",
    synonyms=msg("medication allergy medical history blood thinners update", "search words"),
    group=2,
)
NUMBERING = CommandSpec(
    "chart.numbering",
    msg("Change tooth numbers"),
    "Ctrl+Shift+T",
    "Patient",
    synonyms=msg("universal palmer fdi numbering system teeth", "search words"),
    group=2,
)
PRINT = CommandSpec(
    "chart.print",
    msg("Print the tooth chart"),
    "Ctrl+Shift+P",
    "Patient",
    "PRINT",
    synonyms=msg("paper pdf odontogram teeth", "search words"),
    group=2,
)
CHART_COMMANDS = (SHOW, SEARCH, REPORT, NUMBERING, PRINT)
