"""The tour of a new patient: a call from somebody who is not there yet, and a relative of the patient on the screen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.bootstrap.tour.hands import Hands, there
from app.viewmodels.inline.kinds import DateKind
from app.viewmodels.staff.new_patient.form import NewPatientViewModel
from app.views.staff.frame.new_patient.panel import NewPatientPanel

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
NAME = "Zabelini, Oren"


async def relative(hands: Hands) -> None:
    """Ctrl+Shift+R: a family member of the patient on the screen, in three fields."""
    hands.key(Qt.Key.Key_R, CONTROL_SHIFT)
    await hands.until(lambda: _is_shown(hands) and _form(hands).relative.is_read)


async def nobody(hands: Hands) -> None:
    """A search that finds nobody offers a new patient."""
    hands.key(Qt.Key.Key_Escape)
    field = there(hands.program.workspace).frame.bar.find_field
    hands.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    await hands.until(field.hasFocus)
    hands.type_text(NAME)
    await hands.until(lambda: not hands.desk.find.state.asking)


async def more(hands: Hands) -> None:
    """Enter opens the form with the name in it; the rest of the fields is one step away."""
    hands.key(Qt.Key.Key_Return)
    await hands.until(lambda: _is_shown(hands))
    for text in ("6/5/1988", "m", "5415550155"):
        hands.type_text(text)
        hands.key(Qt.Key.Key_Tab)
    _page(hands).more.setChecked(True)
    await hands.until(lambda: len(_form(hands).fields["referral"].kind.choices) > 1)


async def known(hands: Hands) -> None:
    """A similar name with the same birthdate is named while typing."""
    person = there(hands.next_expected().person)
    page, form = _page(hands), _form(hands)
    page.more.setChecked(False)
    born = DateKind(hands.desk.now().date()).text(person.birthdate)
    entered = {"LName": person.last_name, "FName": person.first_name[:3], "Birthdate": born}
    for name, text in entered.items():
        form.type_text(name, text)
    page.entries["WirelessPhone"].setFocus()
    await hands.until(lambda: bool(form.state.twins))


async def added(hands: Hands) -> None:
    """Enter adds the patient, and goes straight to booking."""
    form = _form(hands)
    last, _, first = NAME.partition(", ")
    for name, text in {"LName": last, "FName": first, "Birthdate": "6/5/1988"}.items():
        form.type_text(name, text)
    hands.key(Qt.Key.Key_Return)
    booking = hands.model.booking
    await hands.until(lambda: booking.open and bool(booking.state.openings) and not booking.state.looking)


async def booked(hands: Hands) -> None:
    """Type by the arrow key, Enter: booked."""
    hands.key(Qt.Key.Key_Down)
    state = hands.model.booking
    await hands.until(lambda: bool(state.state.openings) and not state.state.looking)
    hands.key(Qt.Key.Key_Return)
    await hands.until(lambda: hands.told(f"{NAME} booked for"))


def _page(hands: Hands) -> NewPatientPanel:
    """The panel. LookupError before it was first shown."""
    page = there(hands.program.workspace).frame.new_patient.page
    return there(page if isinstance(page, NewPatientPanel) else None)


def _form(hands: Hands) -> NewPatientViewModel:
    return _page(hands).model


def _is_shown(hands: Hands) -> bool:
    page = there(hands.program.workspace).frame.new_patient.page
    return page is not None and page.isVisible()


Do = Callable[[Hands], Awaitable[QWidget | None]]

STEPS: tuple[tuple[str, Do], ...] = (
    ("a family member", relative),
    ("nobody found", nobody),
    ("a new patient", more),
    ("already a patient", known),
    ("added", added),
    ("new patient booked", booked),
)
