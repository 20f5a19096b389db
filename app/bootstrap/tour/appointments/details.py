"""Pictures of an appointment's details."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.bootstrap.tour.hands import Hands
from app.domain.schedule.visit import Mark, Stage, Visit
from app.services.schedule.grids import all_visits
from app.views.staff.schedule.visit_details.page import VisitDetailsPage


async def details(hands: Hands) -> None:
    """P: the procedures of the selected appointment, those that are planned, and what else belongs to it."""
    hands.close_popups()
    hands.screen.canvas.setFocus()
    hands.model.schedule.select(_with_lab(hands).apt_num, in_sight=True)
    hands.key(Qt.Key.Key_P)
    await hands.until(lambda: isinstance(hands.screen.panel.page, VisitDetailsPage))
    await hands.until(lambda: not hands.screen.details.page.viewmodel.shown.state)


async def code_typed(hands: Hands) -> None:
    """Typed words list the codes that match, each with the tooth it would be for."""
    page = hands.screen.details.page
    for key in "crown 30":
        hands.type_text(key)
    await hands.until(lambda: page.entry.field.offers.count() > 1)


async def place_asked(hands: Hands) -> None:
    """A surface that the tooth doesn't have is refused, with the reason."""
    page = hands.screen.details.page
    hands.key(Qt.Key.Key_Escape)
    for key in "2392 3 mi":
        hands.type_text(key)
    hands.key(Qt.Key.Key_Return)
    await hands.until(lambda: bool(page.viewmodel.entry.state.problem))


async def recall_added(hands: Hands) -> None:
    """One click adds what the patient's recall asks for, and the length follows; one that isn't due is in the menu."""
    page = hands.screen.details.page
    hands.key(Qt.Key.Key_Escape)
    told = len(hands.desk.notices.items)
    buttons = [each for each in page.sets if "Recall" in each.text()]
    if buttons:
        buttons[0].click()
    else:
        listed = page.more.menu().actions()
        next((each for each in listed if "Recall" in each.text()), listed[0]).trigger()
    await hands.until(lambda: len(hands.desk.notices.items) > told)


async def details_closed(hands: Hands) -> None:
    """Esc: the card again."""
    hands.key(Qt.Key.Key_Escape)
    await hands.until(lambda: hands.screen.panel.shows_card)


def _with_lab(hands: Hands) -> Visit:
    """An appointment of a crown, which has a lab case; else the next one. To a broken one nothing can be added."""
    today = all_visits(hands.model.parts.office, hands.desk.now().date())
    found = [
        each
        for each in today
        if "Crn" in each.procedures
        and not each.complete
        and each.stage is not Stage.BROKEN
        and Mark.ALERT not in each.marks
    ]
    return found[-1] if found else hands.next_expected()
