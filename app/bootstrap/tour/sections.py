"""The tour of what is written about a patient: a commlog, notes, popups, and a planned appointment that is booked."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from app.bootstrap.tour.hands import Hands, there
from app.viewmodels.staff.selected_patient import Origin
from app.views.staff.commlog.form import CommlogForm
from app.views.staff.patient.overview import OverviewView
from app.wire.resources.appointments import ApptStatus

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


async def commlog(hands: Hands) -> None:
    """Ctrl+L: the form below the strip, with ready-made notes while an abbreviation is typed."""
    hands.key(Qt.Key.Key_L, CONTROL)
    await hands.until(lambda: bool(_form(hands)) and there(_form(hands)).field.hasFocus())
    await hands.until(lambda: bool(hands.desk.commlog.model.state.types))
    hands.type_text("Mother called. ?c")


async def added(hands: Hands) -> None:
    """Enter puts the first note in, Ctrl+Enter saves; for ten seconds it can be taken back."""
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Return, CONTROL)
    await hands.until(lambda: hands.told("Commlog added for "))


async def below(hands: Hands) -> None:
    """The lower part of the page."""
    view = there(hands.program.window.findChild(OverviewView))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())


async def planned(hands: Hands) -> None:
    """A patient with a planned appointment is booked: it is offered first."""
    client = hands.desk.parts.client
    rows = await client.appointments.list(AptStatus=ApptStatus.PLANNED)
    for row in rows:
        if not await client.appointments.list(PatNum=row.PatNum, AptStatus=ApptStatus.SCHEDULED):
            hands.desk.patient.select(row.PatNum, Origin.SEARCH)
            break
    hands.key(Qt.Key.Key_B, CONTROL | SHIFT)
    booking = hands.model.booking
    await hands.until(lambda: booking.state.waiting is not None and not booking.state.looking)
    await hands.until(lambda: bool(booking.state.openings) and not booking.state.looking)


async def booked(hands: Hands) -> None:
    """Enter books it."""
    name = there(hands.model.booking.state.person).display
    await hands.until(lambda: hands.model.booking.state.ready)
    hands.key(Qt.Key.Key_Return)
    await hands.until(lambda: hands.told(f"{name} booked for "))


def _form(hands: Hands) -> Any:
    return hands.program.window.findChild(CommlogForm)


ON_THE_PAGE = (("a commlog", commlog), ("commlog added", added))
FURTHER_DOWN = (("lower sections", below),)
ON_THE_SCHEDULE = (("planned first", planned), ("planned booked", booked))
