"""The commands of the huddle, as data."""

from __future__ import annotations

from app.core.text import msg
from app.viewmodels.command import CommandSpec

READINESS = CommandSpec(
    "huddle.readiness",
    msg("Readiness of the day"),
    "Ctrl+1",
    word=msg("Readiness"),
    synonyms=msg("morning huddle balance insurance verified forms alerts to do", "search words"),
)
PRODUCTION = CommandSpec(
    "huddle.production",
    msg("Production of the day"),
    "Ctrl+2",
    word=msg("Production"),
    synonyms=msg("gross net goal scheduled fees money", "search words"),
)
REVEAL = CommandSpec(
    "huddle.reveal",
    msg("Show or hide production"),
    "S",
    word=msg("Show"),
    synonyms=msg("hidden amounts reveal money", "search words"),
)
SPAN = CommandSpec(
    "huddle.span",
    msg("Production of the day, week or month"),
    "W",
    word=msg("Day, week or month"),
    synonyms=msg("sum total period gross net goal", "search words"),
)
WAITS = CommandSpec(
    "huddle.waits",
    msg("Waits and punctuality"),
    "Ctrl+3",
    word=msg("Waits"),
    synonyms=msg("late on time delay month statistics provider", "search words"),
)
PREVIOUS = CommandSpec(
    "huddle.previous",
    msg("Previous working day"),
    "Alt+Left",
    icon="PREVIOUS",
    word=msg("Previous"),
    repeats=True,
    synonyms=msg("day back before huddle", "search words"),
)
TODAY = CommandSpec(
    "huddle.today", msg("Today's huddle"), "T", word=msg("Today"), synonyms=msg("now", "search words")
)
NEXT = CommandSpec(
    "huddle.next",
    msg("Next working day"),
    "Alt+Right",
    icon="NEXT",
    word=msg("Next"),
    repeats=True,
    synonyms=msg("day forward tomorrow huddle", "search words"),
)
ONLY_TO_DO = CommandSpec(
    "huddle.only_to_do",
    msg("Only appointments with something to do"),
    "O",
    word=msg("Only to do"),
    synonyms=msg("filter hide ready", "search words"),
)
PRINT = CommandSpec(
    "huddle.print",
    msg("Print the huddle page"),
    "Ctrl+Shift+P",
    "File",
    "PRINT",
    word=msg("Huddle page"),
    synonyms=msg("paper pdf morning meeting", "search words"),
)
STEPS = (PREVIOUS, TODAY, NEXT)
TABS = (READINESS, PRODUCTION, WAITS)
HUDDLE_COMMANDS = (*TABS, *STEPS, ONLY_TO_DO, REVEAL, SPAN, PRINT)
"""In the order of the palette."""
