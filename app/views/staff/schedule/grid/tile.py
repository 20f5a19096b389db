"""An appointment on the grid, and the colors and signs for its state."""

from __future__ import annotations

from typing import NamedTuple

from app.domain.schedule.layout import Slot
from app.domain.schedule.tile import TileText
from app.domain.schedule.visit import Mark
from app.views.staff.schedule.grid.geometry import Box
from app.views.theme.icons import Icon

MARKS = {
    Mark.ALERT: (Icon.ALERT, "alert"),
    Mark.NEW_PATIENT: (Icon.NEW_PATIENT, "accent_text"),
    Mark.TASK: (Icon.TASKS, "accent_text"),
    Mark.LAB_AWAY: (Icon.LAB, "money"),
    Mark.LAB: (Icon.LAB, "good"),
    Mark.ASAP: (Icon.ASAP, "money"),
    Mark.NOTE: (Icon.NOTE, "ink_2"),
}


class Tile(NamedTuple):
    """An appointment, its place, its texts, and how many of its minutes are before the grid."""

    slot: Slot
    box: Box
    text: TileText
    skipped: int
