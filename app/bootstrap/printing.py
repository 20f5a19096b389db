"""Opens the print preview; what prints is loaded when somebody first asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.views.staff.frame.window import MainWindow

if TYPE_CHECKING:  # loads after the first paint
    from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel


def show_preview(window: MainWindow, model: ScheduleScreenViewModel) -> None:
    """Show what would be printed of the schedule."""
    from app.viewmodels.staff.schedule.printing import print_schedule
    from app.views.printing.preview import PrintPreview

    PrintPreview(print_schedule(model.parts, model.schedule, model), window).open()
