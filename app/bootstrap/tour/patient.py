"""The tour of the patient page: a phone call about one patient."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.bootstrap.screens import PATIENT
from app.bootstrap.tour.hands import Hands, there
from app.core.outside import OutsideRequest
from app.domain.people.dialed import dialed_number
from app.viewmodels.staff.patient.overview import SECTIONS, OverviewModel
from app.viewmodels.staff.patient.screen import PatientScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.translation import tr


async def page(hands: Hands) -> None:
    """The page of a patient with a family, all sections read."""
    lists = hands.desk.parts.search.known("mar")
    hands.desk.patient.select(lists[0].person.pat_num, Origin.SEARCH)
    await hands.until(lambda: _is_read(hands))


def _is_read(hands: Hands) -> bool:
    screen = hands.desk.screens.model(PATIENT)
    strip = hands.desk.strip.model
    if (
        strip is None
        or strip.summary is None
        or not isinstance(screen, PatientScreenViewModel)
        or not screen.current
    ):
        return False
    overview = screen.model("overview")
    if not isinstance(overview, OverviewModel) or len(overview.sections) < len(SECTIONS):
        return False
    return all(each.value is not None for each in overview.sections.values())


async def called(hands: Hands) -> None:
    """A phone system asks for the caller while something is typed: a notice offers them."""
    person = there(hands.next_expected().person)
    field = there(hands.program.workspace).frame.bar.find_field
    field.setFocus()
    hands.type_text("ort")
    hands.program.entrance.ask(OutsideRequest(phone=dialed_number(person.phone)))
    await hands.until(lambda: hands.told("Call from"))


async def answered(hands: Hands) -> None:
    """One click shows them."""
    notices = hands.desk.notices
    notices.act(notices.items[-1].id, tr("Show"))
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_Escape)
    await hands.until(lambda: _is_read(hands))


Do = Callable[[Hands], Awaitable[QWidget | None]]

STEPS: tuple[tuple[str, Do], ...] = (
    ("patient page", page),
    ("a call while typing", called),
    ("the caller", answered),
)
