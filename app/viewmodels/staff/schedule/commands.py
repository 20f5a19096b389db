"""The schedule's commands, as data."""

from __future__ import annotations

from app.core.text import msg
from app.viewmodels.command import CommandSpec
from app.viewmodels.staff.schedule.arranging.commands import ARRANGING_COMMANDS
from app.viewmodels.staff.schedule.details.commands import DETAILS_COMMANDS
from app.viewmodels.staff.schedule.filling.commands import FILL_COMMANDS
from app.viewmodels.staff.schedule.history.commands import HISTORY_COMMANDS
from app.viewmodels.staff.schedule.month.commands import MONTH_COMMANDS
from app.viewmodels.staff.schedule.papers.commands import PAPER_COMMANDS
from app.viewmodels.staff.schedule.pinboard.commands import PINBOARD_COMMANDS

PREVIOUS = CommandSpec(
    "go.previous",
    msg("Previous"),
    "Alt+Left",
    "Go",
    "PREVIOUS",
    repeats=True,
    synonyms=msg("day week back before", "search words"),
)
TODAY = CommandSpec("go.today", msg("Today"), "T", "Go", synonyms=msg("now", "search words"))
NEXT = CommandSpec(
    "go.next",
    msg("Next"),
    "Alt+Right",
    "Go",
    "NEXT",
    repeats=True,
    synonyms=msg("day week forward after", "search words"),
)
DATE = CommandSpec(
    "go.date", msg("Pick a date"), "Ctrl+G", "Go", "DATE", synonyms=msg("calendar day jump", "search words")
)
DAY = CommandSpec("view.day", msg("Day"), "Ctrl+1", "View", synonyms=msg("schedule", "search words"))
WEEK = CommandSpec("view.week", msg("Week"), "Ctrl+2", "View", synonyms=msg("schedule", "search words"))
ZOOM_IN = CommandSpec(
    "view.zoom_in",
    msg("Zoom in"),
    "Ctrl++",
    "View",
    "ZOOM_IN",
    repeats=True,
    synonyms=msg("larger bigger", "search words"),
    group=1,
)
ZOOM_OUT = CommandSpec(
    "view.zoom_out",
    msg("Zoom out"),
    "Ctrl+-",
    "View",
    "ZOOM_OUT",
    repeats=True,
    synonyms=msg("smaller", "search words"),
    group=1,
)
ZOOM_USUAL = CommandSpec(
    "view.zoom_usual",
    msg("Usual zoom"),
    "Ctrl+0",
    "View",
    synonyms=msg("zoom reset 100 percent normal", "search words"),
    group=1,
)
ZOOM_FIT = CommandSpec(
    "view.zoom_fit",
    msg("Fit the day"),
    "Ctrl+9",
    "View",
    synonyms=msg("zoom whole day all", "search words"),
    group=1,
)
PROBLEMS = CommandSpec(
    "view.problems",
    msg("Appointments that can't be shown"),
    "Ctrl+Shift+U",
    "View",
    synonyms=msg("problems missing unreadable look at", "search words"),
    group=4,
)
PRINT = CommandSpec(
    "schedule.print",
    msg("Print the schedule"),
    "Ctrl+Shift+P",
    "File",
    "PRINT",
    synonyms=msg("paper pdf day list", "search words"),
)
CONFIRMED = CommandSpec(
    "visit.confirmed",
    msg("Confirmed"),
    "C",
    "Appointment",
    "CONFIRM",
    synonyms=msg("appointment status confirm", "search words"),
)
ARRIVED = CommandSpec(
    "visit.arrived",
    msg("Arrived"),
    "A",
    "Appointment",
    "ARRIVE",
    synonyms=msg("appointment status check in here waiting", "search words"),
)
SEATED = CommandSpec(
    "visit.seated",
    msg("Seated"),
    "S",
    "Appointment",
    "SEAT",
    synonyms=msg("appointment status seat operatory", "search words"),
)
DISMISSED = CommandSpec(
    "visit.dismissed",
    msg("Dismissed"),
    "D",
    "Appointment",
    "DISMISS",
    synonyms=msg("appointment status check out done left", "search words"),
)
LONGER = CommandSpec(
    "visit.longer",
    msg("Make longer"),
    "+",
    "Appointment",
    "RESIZE",
    synonyms=msg("appointment length extend resize", "search words"),
    group=1,
)
SHORTER = CommandSpec(
    "visit.shorter",
    msg("Make shorter"),
    "-",
    "Appointment",
    "RESIZE",
    synonyms=msg("appointment length shorten resize", "search words"),
    group=1,
)
NOTE = CommandSpec(
    "visit.note",
    msg("Add to note"),
    "N",
    "Appointment",
    "NOTE",
    synonyms=msg("appointment comment write", "search words"),
    group=2,
)
TASK = CommandSpec(
    "visit.task",
    msg("Open its task"),
    "O",
    "Appointment",
    "TASKS",
    synonyms=msg("appointment tasks to do", "search words"),
    group=2,
)
MOVE = CommandSpec(
    "visit.move",
    msg("Move"),
    "Ctrl+M",
    "Appointment",
    "MOVE",
    synonyms=msg("appointment reschedule change time", "search words"),
    group=2,
)
CARRY = CommandSpec(
    "visit.carry",
    msg("Move with the arrow keys"),
    "M",
    "Appointment",
    "MOVE",
    synonyms=msg("appointment reschedule keyboard", "search words"),
    group=2,
)
BREAK = CommandSpec(
    "visit.break",
    msg("Cancel or no-show"),
    "Del",
    "Appointment",
    "BREAK",
    word=msg("Cancel"),
    synonyms=msg("appointment break broken no show missed delete remove", "search words"),
    group=2,
)
NEW_TASK = CommandSpec(
    "visit.new_task",
    msg("New task for this appointment"),
    "K",
    "Appointment",
    "NEW_TASK",
    word=msg("Task"),
    synonyms=msg("to do reminder follow up attach", "search words"),
    group=2,
)
FILL_TASK = CommandSpec(
    "schedule.fill_task",
    msg("New task to fill this time"),
    "Ctrl+Alt+K",
    icon="NEW_TASK",
    synonyms=msg("free gap open slot opening to do", "search words"),
)
NEW = CommandSpec(
    "visit.new",
    msg("New appointment"),
    "Ctrl+N",
    "Appointment",
    "ADD",
    synonyms=msg("book schedule add create visit", "search words"),
    group=4,
)

SCHEDULE_COMMANDS = (
    PREVIOUS, TODAY, NEXT, DATE, DAY, WEEK, ZOOM_IN, ZOOM_OUT, ZOOM_USUAL, ZOOM_FIT, *MONTH_COMMANDS,
    *ARRANGING_COMMANDS,
    PROBLEMS, PRINT,
    CONFIRMED, ARRIVED, SEATED, DISMISSED, LONGER, SHORTER, NEW, NOTE, *DETAILS_COMMANDS, TASK, NEW_TASK, MOVE,
    CARRY, BREAK, *FILL_COMMANDS, FILL_TASK, *PAPER_COMMANDS, *PINBOARD_COMMANDS, *HISTORY_COMMANDS,
)  # fmt: skip
"""In the order of the palette."""
