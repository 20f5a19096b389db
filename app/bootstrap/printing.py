"""Opens the print preview; printing is loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.views.staff.frame.window import MainWindow

if TYPE_CHECKING:  # loads after the first paint
    from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel


def show_preview(window: MainWindow, model: ScheduleScreenViewModel) -> None:
    """Preview the schedule as it would be printed."""
    from app.viewmodels.staff.schedule.papers.schedule_sheets import print_schedule
    from app.views.printing.preview import PrintPreview

    PrintPreview(print_schedule(model.parts, model.schedule, model), window).open()
