"""Every page of the kiosk with made-up patients: for the tour's pictures, and for tests that look at all of them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from app.viewmodels.kiosk.birthdate import Birthdate
from app.viewmodels.kiosk.formats import date_order
from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.viewmodels.kiosk.page_data import (
    BalancePage,
    BirthdatePage,
    ChangesPage,
    CheckedIn,
    ContactPage,
    ContactRow,
    CorrectPage,
    Entry,
    IsThisYou,
    NamePage,
    NextVisitPage,
    PageData,
    Problem,
    SeeDesk,
    WhichChanged,
    Who,
    WhoIsHere,
)
from app.viewmodels.kiosk.state import HelpCall, KioskState, Welcome

_ME = Who(0, "M. B.", 10, 20)
_FAMILY = (Who(1, "A. B.", 10, 20), Who(2, "T. B.", 10, 40), Who(3, "L. B.", 11, 0), Who(4, "J. B.", 11, 10))
_ADDRESS = (Entry.STREET, Entry.UNIT, Entry.CITY, Entry.STATE, Entry.ZIP)
_ROWS = (
    ContactRow((Entry.CELL_PHONE,), "•••-0142"),
    ContactRow((Entry.HOME_PHONE,), ""),
    ContactRow((Entry.EMAIL,), "m•••@•••.com", changed=True),
    ContactRow(_ADDRESS, "1204 • Ave, S•••, OR, 97•••"),
)
_NEXT = (datetime(2026, 12, 14, 9, 0), datetime(2027, 1, 4, 14, 30), datetime(2027, 6, 30, 11, 10))
_TYPED = {"m": "03", "d": "14", "y": "1980"}


def _birthdate(language: str, digits: str = "") -> Birthdate:
    made = Birthdate(date_order(language))
    for digit in digits or "".join(_TYPED[part] for part in made.order):
        made = made.type(digit)
    return made


def _step(data: PageData, at: int, **more: Any) -> dict[str, Any]:
    return {"data": data, "dots": (at, 5), "can_go_back": True, **more}


def pages(language: str = "en") -> dict[str, dict[str, Any]]:
    """What is shown, by the name of the picture; `show_page` shows one."""
    return {**_before(language), **_after(ContactPage(_ROWS))}


def _before(language: str) -> dict[str, dict[str, Any]]:
    impossible = "0230" if date_order(language) == "mdy" else "3002"
    return {
        "welcome": {"data": Welcome()},
        "welcome message": {"data": Welcome(), "message": "Dr. Lee is 20 minutes late today."},
        "welcome closed": {"data": Welcome(open=False)},
        "birthdate": _step(BirthdatePage(_birthdate(language)), 1),
        "birthdate impossible": _step(BirthdatePage(_birthdate(language, impossible), Problem.DAY), 1),
        "birthdate again": _step(BirthdatePage(_birthdate(language), Problem.AGAIN), 1),
        "name": _step(NamePage(), 2),
        "name missing": _step(NamePage(problem=Problem.NO_LETTER), 2),
        "is this you": _step(IsThisYou(_ME), 3),
        "who is here": _step(WhoIsHere(_ME, _FAMILY, frozenset({2})), 3),
        "contact": _step(ContactPage(_ROWS), 4),
        "correct phone": _step(CorrectPage(Entry.CELL_PHONE, "503555", 1, 1, Problem.PHONE), 4),
        "correct email": _step(CorrectPage(Entry.EMAIL, "maria@mail", 1, 1, Problem.EMAIL), 4),
        "correct street": _step(CorrectPage(Entry.STREET, "12 ELM ST", 1, 5), 4),
        "correct apartment": _step(CorrectPage(Entry.UNIT, "", 2, 5), 4),
        "correct city": _step(CorrectPage(Entry.CITY, "SALEM", 3, 5), 4),
        "correct state": _step(CorrectPage(Entry.STATE, "OR", 4, 5), 4),
        "correct ZIP": _step(CorrectPage(Entry.ZIP, "973", 5, 5, Problem.ZIP), 4),
    }


def _after(contact: ContactPage) -> dict[str, dict[str, Any]]:
    return {
        "changes": _step(ChangesPage(health=True, insurance=True), 5),
        "changes health": _step(ChangesPage(health=True, insurance=False), 5),
        "changes insurance": _step(ChangesPage(health=False, insurance=True), 5),
        "which changed": _step(WhichChanged(health=True), 5),
        "which changed none": _step(WhichChanged(problem=Problem.NO_CHOICE), 5),
        "checked in": {"data": CheckedIn(1, "", shows_balance=True)},
        "checked in without balance": {"data": CheckedIn(2, "", shows_balance=False)},
        "next appointment": {"data": NextVisitPage((("", _NEXT[0]),)), "can_go_back": True},
        "next appointments": {
            "data": NextVisitPage((("M. B.", _NEXT[0]), ("T. B.", _NEXT[1]), ("T. B.", _NEXT[2]))),
            "can_go_back": True,
        },
        "no next appointment": {"data": NextVisitPage(()), "can_go_back": True},
        "balance": {"data": BalancePage(12840), "can_go_back": True},
        "credit": {"data": BalancePage(-2500), "can_go_back": True},
        "see the desk": {"data": SeeDesk()},
        "see the desk afterward": {"data": SeeDesk(arrived=True)},
        "more time": _step(contact, 4, seconds_left=12),
        "one moment": _step(contact, 4, busy=True),
        "help calling": _step(contact, 4, help=HelpCall.CALLING),
        "help called": _step(contact, 4, help=HelpCall.CALLED),
        "help failed": _step(contact, 4, help=HelpCall.FAILED),
    }


def show_page(model: KioskViewModel, name: str) -> None:
    """Show one of the pages in the look that is chosen; the wait for a touch begins with it."""
    fresh = KioskState(look=model.state.look, office=model.state.office)
    model.wiped.emit()
    changes = dict(pages(model.state.look.language)[name])
    left = changes.pop("seconds_left", 0)
    model.put(**{**fresh._asdict(), **changes})
    model.put(seconds_left=left)  # another page begins without a countdown
