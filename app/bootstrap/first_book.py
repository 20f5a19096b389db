"""Today's book on the screen before anything else of the desk: it is what people wait for."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from app.bootstrap.loading import load_here
from app.bootstrap.session import Session
from app.views.staff.frame.shell import Shell
from app.views.theme.tokens import HOUR_HEIGHT

if TYPE_CHECKING:  # loads while the window is already painted
    from app.views.staff.schedule.canvas import BookCanvas


async def new_canvas(zoom: int = 100) -> BookCanvas:
    """What the book will be painted on, with this zoom in per cent; nothing else is needed for it."""
    await load_here("app.views.staff.schedule.canvas")
    from app.views.staff.schedule.canvas import BookCanvas

    canvas = BookCanvas()
    canvas.set_zoom(round(HOUR_HEIGHT * zoom / 100))
    return canvas


async def show_first_book(
    session: Session, shell: Shell, canvas: BookCanvas | None = None, *, clinic_num: int | None = None
) -> BookCanvas:
    """Paint today's book in the window's frame, where it has come in a moment; the desk then takes its canvas over.

    `canvas` None: a new one, made while the office answers. `clinic_num` None: all clinics.
    """
    await session.begin()
    canvas = canvas or await new_canvas()
    book = await session.book()
    from app.viewmodels.staff.schedule.state import Ready

    if clinic_num is not None:
        book.set_filter(clinic_num=clinic_num, prov_num=None)
    if isinstance(book.state, Ready):
        canvas.show_sheet(book.state.sheet, book.state.now)
        shell.show_book(canvas)
        canvas.setFocus()
        await asyncio.sleep(0)  # it is painted now
    return canvas
