"""The tour's steps on who is at the desk: the first set-up, a start code, the lock page, and an approval."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.bootstrap.tour.hands import Hands, there
from app.bootstrap.workspace import Workspace
from app.domain.people.rights import Demand, Right
from app.viewmodels.staff.hub.late import HUB
from app.views.staff.frame.lock.lock_page import LockPage
from app.views.staff.people.page import PeoplePage

FIRST_PIN, SECOND_PIN = "2794", "5163"
BEN = 2
"""The UserNum of the person who is added."""


async def first_person(hands: Hands) -> None:
    """After the first connection: who works here, and her PIN twice."""
    page = await _page(hands)
    page.set_up.user.setCurrentIndex(1)
    for field in (page.set_up.pin, page.set_up.again):
        field.setFocus()
        hands.type_text(FIRST_PIN)


async def people(hands: Hands) -> None:
    """Enter: she is signed in, and manages people and roles."""
    hands.key(Qt.Key.Key_Return)
    await hands.until(lambda: hands.desk.user.signed_in)
    page = await _page(hands)
    await hands.until(lambda: not page.set_up.isVisible())


async def start_code(hands: Hands) -> None:
    """A second person is added, with a code for her first sign-in."""
    page = await _page(hands)
    page.members.user.setCurrentIndex(page.members.user.findData(BEN))
    page.members.add()
    await hands.until(lambda: bool(page.code))
    hands.noted = "".join(filter(str.isdigit, page.code))


async def office_hub(hands: Hands) -> None:
    """The office hub can be run on this PC, or this PC connected to one."""
    hands.desk.commands[HUB.id].run()
    await hands.until(lambda: hands.desk.hub.is_open)


async def locked(hands: Hands) -> None:
    """Shift+F9: everything is hidden."""
    hands.key(Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    await hands.until(lambda: _office(hands).gate.locked)


async def first_sign_in(hands: Hands) -> None:
    """The second person signs in with the code, and chooses a PIN."""
    lock = _lock(hands)
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_2)
    hands.type_text(hands.noted)
    hands.key(Qt.Key.Key_Return)
    await hands.until(lock.new.isVisible)


async def approval(hands: Hands) -> QWidget | None:
    """What the second person may not do alone asks for the first one's PIN."""
    lock = _lock(hands)
    for field in (lock.new, lock.again):
        field.setFocus()
        hands.type_text(SECOND_PIN)
    hands.key(Qt.Key.Key_Return)
    await hands.until(lambda: not _office(hands).gate.locked)
    refund = Demand(Right.REFUND, Decimal(120))
    hands.desk.parts.scope.start(hands.desk.people.approve(refund), "approval")
    place = _office(hands).frame.people
    await hands.until(lambda: place.approval is not None and place.approval.isVisible())
    dialog: QWidget = place.approval
    return dialog


async def switched(hands: Hands) -> None:
    """The first person is back by Shift+F8, a digit and her PIN."""
    _office(hands).frame.people.approval.reject()
    await hands.until(hands.has_keys)
    hands.key(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    await hands.until(lambda: _office(hands).gate.locked)
    hands.key(Qt.Key.Key_1)
    hands.type_text(FIRST_PIN)
    hands.key(Qt.Key.Key_Return)
    await hands.until(lambda: not _office(hands).gate.locked)
    hands.key(Qt.Key.Key_Escape)


Do = Callable[[Hands], Awaitable[QWidget | None]]

STEPS: tuple[tuple[str, Do], ...] = (
    ("first person", first_person),
    ("people and roles", people),
    ("a start code", start_code),
    ("office hub", office_hub),
    ("locked", locked),
    ("a first sign-in", first_sign_in),
    ("approval", approval),
    ("switched", switched),
)


def _office(hands: Hands) -> Workspace:
    return there(hands.program.workspace)


def _lock(hands: Hands) -> LockPage:
    page = there(_office(hands).window.findChild(LockPage))
    if not isinstance(page, LockPage):
        raise TypeError("no lock page")
    return page


async def _page(hands: Hands) -> PeoplePage:
    """The page of the people, with Open Dental's users read."""
    place, late = _office(hands).frame.people, hands.desk.people
    await hands.until(lambda: place.page is not None and place.page.isVisible() and not late.page.busy)
    page: PeoplePage = place.page
    return page
