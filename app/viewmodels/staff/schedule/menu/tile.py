"""The menu of an appointment on the schedule, in the order in which Open Dental's has the same things."""

from __future__ import annotations

from collections.abc import Sequence

from app.viewmodels.command import AsyncCommand, CommandSet

GROUPS: tuple[tuple[str, ...], ...] = (
    ("visit.pin", "visit.move"),
    ("visit.break", "visit.asap"),
    ("visit.confirmed", "visit.arrived", "visit.seated", "visit.dismissed"),
    ("visit.details", "visit.note", "visit.history"),
    ("visit.label", "visit.card", "visit.route_slip"),
    ("screen.ledger", "screen.patient"),
    ("visit.new_task", "visit.task"),
    ("patient.open_dental",),
)
"""Command ids. Open Dental's order: pinboard, break, ASAP, status, details, label, card, routing slip; then what it
has in other modules. It fits into 640 pixels; the rest is in the main menu. What a desk lacks is left out."""


def tile_menu(commands: CommandSet) -> Sequence[Sequence[AsyncCommand]]:
    """The commands in their groups; groups without any are left out."""
    groups = [[commands[each] for each in ids if each in commands] for ids in GROUPS]
    return [group for group in groups if group]
