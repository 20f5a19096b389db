"""The commands of the lists, as data."""

from __future__ import annotations

from app.core.text import msg
from app.viewmodels.command import CommandSpec

CONFIRMATIONS = CommandSpec(
    "lists.confirmations",
    msg("Appointments to confirm"),
    "Ctrl+1",
    word=msg("Confirmations"),
    synonyms=msg("confirm call tomorrow next days remind", "search words"),
)
RECALLS = CommandSpec(
    "lists.recalls",
    msg("Recall due"),
    "Ctrl+2",
    word=msg("Recall due"),
    synonyms=msg("hygiene overdue cleaning list remind", "search words"),
)
UNSCHEDULED = CommandSpec(
    "lists.unscheduled",
    msg("Unscheduled list"),
    "Ctrl+3",
    word=msg("Unscheduled"),
    synonyms=msg("canceled broken no-show waiting", "search words"),
)
ASAP = CommandSpec(
    "lists.asap",
    msg("ASAP list"),
    "Ctrl+4",
    word=msg("ASAP"),
    synonyms=msg("sooner earlier short notice", "search words"),
)
PLANNED = CommandSpec(
    "lists.planned",
    msg("Planned appointments"),
    "Ctrl+5",
    word=msg("Planned"),
    synonyms=msg("tracker treatment not scheduled", "search words"),
)
LAB = CommandSpec(
    "lists.lab",
    msg("Lab cases that are not back"),
    "Ctrl+8",
    word=msg("Lab cases"),
    synonyms=msg("laboratory crown denture sent waiting", "search words"),
)
TREATMENT = CommandSpec(
    "lists.treatment",
    msg("Unscheduled treatment"),
    "Ctrl+9",
    word=msg("Treatment"),
    synonyms=msg("treatment coordinator plans value benefits insurance estimate", "search words"),
)
CONFIRM = CommandSpec(
    "lists.confirm",
    msg("Confirmed, next row"),
    "C",
    "Patient",
    "CONFIRM",
    word=msg("Confirmed"),
    synonyms=msg("confirm done", "search words"),
)
FAMILY = CommandSpec(
    "lists.family",
    msg("Whole family confirmed, next row"),
    "F",
    "Patient",
    "CONFIRM",
    word=msg("Whole family"),
    synonyms=msg("household relatives all confirm together", "search words"),
)
STATUS = CommandSpec(
    "lists.status",
    msg("Set status, next row"),
    "S",
    "Patient",
    word=msg("Status"),
    synonyms=msg("unscheduled recall confirmation definition left message postcard", "search words"),
)
MESSAGE = CommandSpec(
    "lists.message",
    msg("Left a message, next row"),
    "M",
    "Patient",
    word=msg("Left message"),
    synonyms=msg("voicemail call log", "search words"),
)
NO_ANSWER = CommandSpec(
    "lists.no_answer",
    msg("No answer, next row"),
    "N",
    "Patient",
    word=msg("No answer"),
    synonyms=msg("call log nobody busy", "search words"),
)
LOG = CommandSpec(
    "lists.log",
    msg("Log a call"),
    "L",
    "Patient",
    word=msg("Log call"),
    synonyms=msg("commlog note said", "search words"),
)
BOOK = CommandSpec(
    "lists.book",
    msg("Book it now"),
    "B",
    "Patient",
    "ADD",
    word=msg("Book now"),
    synonyms=msg("schedule opening find time move", "search words"),
)
CALL = CommandSpec(
    "lists.call",
    msg("Call the patient of this row"),
    "D",
    "Patient",
    "PHONE",
    word=msg("Call"),
    synonyms=msg("phone dial telephone", "search words"),
)
SHOW = CommandSpec(
    "lists.show",
    msg("Show the patient of this row"),
    "P",
    "Patient",
    "PATIENT",
    word=msg("Show patient"),
    synonyms=msg("select open strip", "search words"),
)
ESTIMATE = CommandSpec(
    "lists.estimate",
    msg("Print the treatment estimate of this row"),
    "E",
    "Patient",
    "PRINT",
    word=msg("Print estimate"),
    synonyms=msg("paper pdf plan fees insurance", "search words"),
)
TABS = (CONFIRMATIONS, RECALLS, UNSCHEDULED, ASAP, PLANNED, LAB, TREATMENT)
ROW_COMMANDS = (CONFIRM, FAMILY, STATUS, MESSAGE, NO_ANSWER, LOG, BOOK, CALL, SHOW, ESTIMATE)
GOING_ON = frozenset({CONFIRM, MESSAGE, NO_ANSWER})
"""Those that select the next row."""
LISTS_COMMANDS = (*TABS, *ROW_COMMANDS)
"""In the order of the palette."""
