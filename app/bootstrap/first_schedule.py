"""Today's schedule on the screen before anything else of the desk: it is what people wait for."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from app.bootstrap.loading import load_here
from app.bootstrap.session import Session
from app.views.staff.frame.shell import Shell
from app.views.theme.tokens import HOUR_HEIGHT

if TYPE_CHECKING:  # loads while the window is already painted
    from app.views.staff.schedule.canvas import ScheduleCanvas


async def new_canvas(zoom: int = 100) -> ScheduleCanvas:
    """What the schedule will be painted on, with this zoom in per cent; nothing else is needed for it."""
    await load_here("app.views.staff.schedule.canvas")
    from app.views.staff.schedule.canvas import ScheduleCanvas

    canvas = ScheduleCanvas()
    canvas.set_zoom(round(HOUR_HEIGHT * zoom / 100))
    return canvas


async def show_first_schedule(
    session: Session, shell: Shell, canvas: ScheduleCanvas | None = None, *, clinic_num: int | None = None
) -> ScheduleCanvas:
    """Paint today's schedule in the window's frame, where it has come in a moment; the desk then takes its canvas over.

    `canvas` None: a new one, made while the office answers. `clinic_num` None: all clinics.
    """
    await session.begin()
    canvas = canvas or await new_canvas()
    schedule = await session.schedule()
    from app.viewmodels.staff.schedule.state import Ready

    if clinic_num is not None:
        schedule.set_filter(clinic_num=clinic_num, prov_num=None)
    if isinstance(schedule.state, Ready):
        canvas.show_grid(schedule.state.grid, schedule.state.now)
        shell.show_schedule(canvas)
        canvas.setFocus()
        await asyncio.sleep(0)  # it is painted now
    return canvas
