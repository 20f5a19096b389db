"""What a kiosk shows: one immutable state. Each page has data of its own (`page_data.py`).

Named tuples rather than dataclasses or structs: the welcome page may take hardly longer than an empty window.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from app.viewmodels.kiosk.languages import Language

if TYPE_CHECKING:  # it loads after the first paint
    from app.viewmodels.kiosk.page_data import PageData


class Page(StrEnum):
    """The pages. Values are `app.wire.hub.kiosk.Step`'s where staff see the page by its name."""

    WELCOME = "welcome"
    BIRTHDATE = "birthdate"
    NAME = "name"
    IS_THIS_YOU = "is this you"
    WHO_IS_HERE = "who is here"
    CONTACT = "contact"
    CORRECT = "correct"
    CHANGES = "health"
    WHICH_CHANGED = "which changed"
    CHECKED_IN = "checked in"
    NEXT_VISIT = "next visit"
    BALANCE = "balance"
    SEE_DESK = "see the desk"


class HelpCall(StrEnum):
    """A call for help."""

    NONE = ""
    CALLING = "calling"
    CALLED = "called"
    """The front desk's program has it."""
    FAILED = "failed"


class Welcome(NamedTuple):
    """The first page. `open`: whether patients can check in here now."""

    open: bool = True

    @property
    def page(self) -> Page:
        """Where it is shown."""
        return Page.WELCOME


class Office(NamedTuple):
    """What all pages show of the office. `logo`: an image, base64."""

    practice: str = ""
    logo: str = ""
    languages: tuple[Language, ...] = (Language("en"),)
    welcome: tuple[tuple[str, str], ...] = ()
    """The office's own welcome line by language."""


class Look(NamedTuple):
    """What a patient chose; forgotten with the visit."""

    language: str = "en"
    larger: bool = False
    contrast: bool = False


class KioskState(NamedTuple):
    """Everything on the screen."""

    page: Page = Page.WELCOME
    data: PageData = Welcome()
    """Of this page. Named tuples of two pages may be equal, so the page itself is part of the state."""
    look: Look = Look()
    office: Office = Office()
    dots: tuple[int, int] = (0, 0)
    """Which step of how many, from 1; (0, 0): none are shown."""
    can_go_back: bool = False
    busy: bool = False
    """The hub is asked: nothing can be touched but Help."""
    help: HelpCall = HelpCall.NONE
    seconds_left: int = 0
    """"More time?" with so many seconds left; 0: not asked."""
    message: str = ""
    """From the front desk, on the welcome page."""
