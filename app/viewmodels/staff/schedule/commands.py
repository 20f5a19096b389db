"""The schedule's commands, as data."""

from __future__ import annotations

from app.viewmodels.command import CommandSpec

PREVIOUS = CommandSpec(
    "go.previous", "Previous", "Alt+Left", "Go", "PREVIOUS", repeats=True, synonyms="day week back before"
)
TODAY = CommandSpec("go.today", "Today", "T", "Go", synonyms="now")
NEXT = CommandSpec(
    "go.next", "Next", "Alt+Right", "Go", "NEXT", repeats=True, synonyms="day week forward after"
)
DATE = CommandSpec("go.date", "Pick a date", "Ctrl+G", "Go", "DATE", synonyms="calendar day jump")
DAY = CommandSpec("view.day", "Day", "Ctrl+1", "View", synonyms="schedule")
WEEK = CommandSpec("view.week", "Week", "Ctrl+2", "View", synonyms="schedule")
ZOOM_IN = CommandSpec(
    "view.zoom_in", "Zoom in", "Ctrl++", "View", "ZOOM_IN", repeats=True, synonyms="larger bigger", group=1
)
ZOOM_OUT = CommandSpec(
    "view.zoom_out", "Zoom out", "Ctrl+-", "View", "ZOOM_OUT", repeats=True, synonyms="smaller", group=1
)
PROBLEMS = CommandSpec(
    "view.problems",
    "Appointments that can't be shown",
    "Ctrl+Shift+U",
    "View",
    synonyms="problems missing unreadable look at",
    group=4,
)
PRINT = CommandSpec(
    "schedule.print", "Print the schedule", "Ctrl+Shift+P", "File", "PRINT", synonyms="paper pdf day list"
)
CONFIRMED = CommandSpec(
    "visit.confirmed", "Confirmed", "C", "Appointment", "CONFIRM", synonyms="appointment status confirm"
)
ARRIVED = CommandSpec(
    "visit.arrived",
    "Arrived",
    "A",
    "Appointment",
    "ARRIVE",
    synonyms="appointment status check in here waiting",
)
SEATED = CommandSpec(
    "visit.seated", "Seated", "S", "Appointment", "SEAT", synonyms="appointment status seat operatory"
)
DISMISSED = CommandSpec(
    "visit.dismissed",
    "Dismissed",
    "D",
    "Appointment",
    "DISMISS",
    synonyms="appointment status check out done left",
)
LONGER = CommandSpec(
    "visit.longer",
    "Make longer",
    "+",
    "Appointment",
    "RESIZE",
    synonyms="appointment length extend resize",
    group=1,
)
SHORTER = CommandSpec(
    "visit.shorter",
    "Make shorter",
    "-",
    "Appointment",
    "RESIZE",
    synonyms="appointment length shorten resize",
    group=1,
)
NOTE = CommandSpec(
    "visit.note", "Add to note", "N", "Appointment", "NOTE", synonyms="appointment comment write", group=2
)
MOVE = CommandSpec(
    "visit.move",
    "Move",
    "Ctrl+M",
    "Appointment",
    "MOVE",
    synonyms="appointment reschedule change time",
    group=2,
)
CARRY = CommandSpec(
    "visit.carry",
    "Move with the arrow keys",
    "M",
    "Appointment",
    "MOVE",
    synonyms="appointment reschedule keyboard",
    group=2,
)
BREAK = CommandSpec(
    "visit.break",
    "Cancel or no-show",
    "B",
    "Appointment",
    "BREAK",
    word="Cancel",
    synonyms="appointment break broken no show missed delete remove",
    group=2,
)
NEW = CommandSpec(
    "visit.new",
    "New appointment",
    "Ctrl+N",
    "Appointment",
    "ADD",
    synonyms="book schedule add create visit",
    group=4,
)

SCHEDULE_COMMANDS = (
    PREVIOUS, TODAY, NEXT, DATE, DAY, WEEK, ZOOM_IN, ZOOM_OUT, PROBLEMS, PRINT,
    CONFIRMED, ARRIVED, SEATED, DISMISSED, LONGER, SHORTER, NEW, NOTE, MOVE, CARRY, BREAK,
)  # fmt: skip
"""In the order of the palette."""
