"""Opens the print preview; what prints is loaded when somebody first asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.views.staff.frame.shell import Shell

if TYPE_CHECKING:  # loads after the first paint
    from app.viewmodels.staff.desk import DeskViewModel


def show_preview(shell: Shell, desk: DeskViewModel) -> None:
    """Show what would be printed of the schedule."""
    from app.viewmodels.staff.schedule.printing import print_schedule
    from app.views.printing.preview import PrintPreview

    PrintPreview(print_schedule(desk.parts, desk.schedule, desk), shell).open()
