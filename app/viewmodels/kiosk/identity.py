"""Who is the patient? Birthdate, first letters of the last name, "is this you?", who else is here."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from app.viewmodels.kiosk.birthdate import Birthdate
from app.viewmodels.kiosk.formats import date_order
from app.viewmodels.kiosk.journey import Journey
from app.viewmodels.kiosk.page_data import (
    BirthdatePage,
    IsThisYou,
    NamePage,
    Problem,
    Who,
    WhoIsHere,
)
from app.viewmodels.kiosk.state import Page
from app.wire.hub.kiosk import Identify, Outcome, Person, VisitNamed

MOST_LETTERS = 3
TRIES = 3
_BETWEEN = "'’`-. "  # words: characters
"""What may stand between the letters of a name."""


def letters_of(typed: str) -> str:
    """What of the typed text is taken: at most three letters, with apostrophes and spaces between them."""
    kept, count = "", 0
    for each in unicodedata.normalize("NFC", typed):
        counts = each.isalpha()
        if count < MOST_LETTERS and (counts or (each in _BETWEEN and kept)):
            kept, count = kept + each, count + counts
    return kept


class Identity:
    """From the first digit to the appointment. `found` is called with those who are here."""

    def __init__(self, journey: Journey, found: Callable[[Who, tuple[Who, ...]], None]) -> None:
        self._journey = journey
        self._found = found
        self._birthdate = Birthdate()
        self._tries = 0
        self.masked: dict[str, str] = {}
        """The patient's masked contact data by field, once "is this you" is answered."""

    def begin(self) -> None:
        """The birthdate's page, empty."""
        self._journey.restart(BirthdatePage(Birthdate(date_order(self._journey.language))))

    # --- birthdate ------------------------------------------------------------------------------------------

    def type_digit(self, digit: str) -> None:
        """One digit of the birthdate."""
        self._edit(lambda birthdate: birthdate.type(digit))

    def erase_digit(self) -> None:
        """Erase the last digit."""
        self._edit(lambda birthdate: birthdate.erase())

    def go_to_part(self, number: int) -> None:
        """Type month, day or year anew."""
        self._edit(lambda birthdate: birthdate.at_part(number))

    def change_language(self) -> None:
        """The parts are in the order of the language."""
        self._edit(lambda birthdate: birthdate.reordered(date_order(self._journey.language)))

    def submit_birthdate(self) -> None:
        """Go on to the name, or say what is wrong."""
        data = self._journey.data
        if not isinstance(data, BirthdatePage):
            return
        problem = self._problem(data.birthdate)
        if problem is Problem.NONE and not data.birthdate.complete:
            problem = Problem.INCOMPLETE
        if problem is not Problem.NONE:
            self._journey.update(data._replace(problem=problem))
            return
        self._birthdate = data.birthdate
        self._journey.update(data._replace(problem=Problem.NONE))
        self._journey.forward(NamePage())

    def _edit(self, change: Callable[[Birthdate], Birthdate]) -> None:
        data = self._journey.data
        if isinstance(data, BirthdatePage):
            birthdate = change(data.birthdate)
            self._journey.update(BirthdatePage(birthdate, self._problem(birthdate)))

    def _problem(self, birthdate: Birthdate) -> Problem:
        return Problem(birthdate.trouble(self._journey.clock.now().date()))

    # --- name -----------------------------------------------------------------------------------------------

    def submit_name(self, typed: str) -> None:
        """Look for the appointment."""
        data, letters = self._journey.data, letters_of(typed).strip(_BETWEEN)
        if not isinstance(data, NamePage) or self._journey.busy:
            return
        wrong = Problem.NONE if letters else Problem.NO_LETTER
        self._journey.update(NamePage(letters, wrong))
        if letters:
            self._journey.ask(self._identify(letters))

    async def _identify(self, letters: str) -> None:
        journey = self._journey
        birthdate = self._birthdate.date()
        assert birthdate is not None  # noqa: S101  # submit_birthdate took it
        answer = await journey.desk.identify(
            Identify(birthdate=birthdate, letters=letters, language=journey.language)
        )
        if answer.outcome is Outcome.OK and answer.person is not None:
            journey.visit = answer.visit
            journey.forward(IsThisYou(_who(answer.person)))
        elif answer.outcome is Outcome.AGAIN:
            self._again(self._birthdate.reordered(date_order(journey.language)).at_part(0))
        else:
            journey.see_desk()

    def _again(self, birthdate: Birthdate) -> None:
        self._tries += 1
        self._journey.visit = ""
        if self._tries >= TRIES:
            self._journey.see_desk()
        else:
            self._journey.restart(BirthdatePage(birthdate, Problem.AGAIN))

    # --- is this you? ---------------------------------------------------------------------------------------

    def deny(self) -> None:
        """That is somebody else: another try."""
        if self._journey.page is Page.IS_THIS_YOU and not self._journey.busy:
            self._again(Birthdate(date_order(self._journey.language)))

    def confirm(self) -> None:
        """Yes: ask who else is here."""
        if self._journey.page is Page.IS_THIS_YOU:
            self._journey.ask(self._ask_company())

    async def _ask_company(self) -> None:
        journey = self._journey
        company = await journey.desk.who_is_here(VisitNamed(visit=journey.visit))
        if company.outcome is not Outcome.OK or company.me is None:
            journey.see_desk()
            return
        self.masked = {field.value: masked for field, masked in company.contact.items()}
        journey.questions = company.asks
        me, others = _who(company.me), tuple(_who(each) for each in company.others)
        if others:
            journey.forward(WhoIsHere(me, others))
        else:
            journey.answered()
            self._found(me, ())

    def toggle(self, index: int) -> None:
        """Mark a family member as here, or not."""
        data = self._journey.data
        if isinstance(data, WhoIsHere):
            self._journey.update(data._replace(here=data.here ^ {index}))

    def submit_people(self) -> None:
        """Those marked are here."""
        data = self._journey.data
        if isinstance(data, WhoIsHere) and not self._journey.busy:
            self._found(data.me, tuple(who for who in data.others if who.number in data.here))


def _who(person: Person) -> Who:
    return Who(person.index, person.initials, person.at.hour, person.at.minute)
