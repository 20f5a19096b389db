"""Is the contact data right? Has anything changed? What the patient says becomes a proposal; the desk decides."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.domain.kiosk.contact import typed_value
from app.domain.kiosk.masks import masked
from app.viewmodels.kiosk.journey import Journey
from app.viewmodels.kiosk.page_data import (
    ChangesPage,
    ContactPage,
    ContactRow,
    CorrectPage,
    Entry,
    Problem,
    WhichChanged,
)
from app.viewmodels.kiosk.state import Page
from app.wire.hub.kiosk import ContactField, Question

_ROWS = (
    (Entry.CELL_PHONE,),
    (Entry.HOME_PHONE,),
    (Entry.EMAIL,),
    (Entry.STREET, Entry.UNIT, Entry.CITY, Entry.STATE, Entry.ZIP),
)
_PHONES = (Entry.CELL_PHONE, Entry.HOME_PHONE)
_PROBLEMS = {Entry.EMAIL: Problem.EMAIL, Entry.STATE: Problem.STATE, Entry.ZIP: Problem.ZIP}


class Details:
    """From the contact data to the arrival. `finished` is called when everything is answered."""

    def __init__(self, journey: Journey, finished: Callable[[], None]) -> None:
        self._journey = journey
        self._finished = finished
        self._typed: dict[Entry, str] = {}
        """The fields of the row that is being corrected."""
        self.changes: dict[ContactField, str] = {}
        self.health_changed = False
        self.insurance_changed = False

    def begin(self, contact: dict[str, str]) -> None:
        """The first question that the office asks, or the end. `contact`: masked, by field."""
        rows = _rows(contact) if self._journey.asks(Question.CONTACT) else ()
        if rows:
            self._journey.forward(ContactPage(rows))
        else:
            self._ask_changes()

    # --- contact data ---------------------------------------------------------------------------------------

    def contact_is_right(self) -> None:
        """Nothing (more) to correct."""
        if self._journey.page is Page.CONTACT and not self._journey.busy:
            self._ask_changes()

    def correct(self, row: ContactRow) -> None:
        """Type a row anew."""
        if self._journey.page is Page.CONTACT:
            self._typed = {}
            self._journey.forward(CorrectPage(row.entries[0], "", 1, len(row.entries)))

    def submit_correction(self, typed: str) -> None:
        """The next line of the row, or back to the contact data."""
        data = self._journey.data
        if not isinstance(data, CorrectPage):
            return
        clean = " ".join(typed.split())
        problem = _problem(data.entry, clean)
        if problem is not Problem.NONE:
            self._journey.update(data._replace(typed=clean, problem=problem))
            return
        self._typed[data.entry] = clean
        self._journey.update(data._replace(typed=clean, problem=Problem.NONE))
        following = next((row for row in _ROWS if data.entry in row), ())[data.line :]
        if following:
            entry = following[0]
            typed_before = self._typed.get(entry, "")
            self._journey.forward(CorrectPage(entry, typed_before, data.line + 1, data.lines))
        else:
            self._take()

    def _take(self) -> None:
        page = self._journey.rewind(Page.CONTACT)
        assert isinstance(page, ContactPage)  # noqa: S101  # corrections begin there
        self.changes.update({ContactField(entry.value): text for entry, text in self._typed.items()})
        entries = tuple(self._typed)
        rows = tuple(
            ContactRow(row.entries, _masked(self._typed), changed=True) if row.entries == entries else row
            for row in page.rows
        )
        self._typed = {}
        self._journey.update(ContactPage(rows))

    # --- health and insurance -------------------------------------------------------------------------------

    def _ask_changes(self) -> None:
        health, insurance = self._journey.asks(Question.HEALTH), self._journey.asks(Question.INSURANCE)
        if health or insurance:
            self._journey.forward(ChangesPage(health, insurance))
        else:
            self._finished()

    def nothing_changed(self) -> None:
        """The answer no."""
        if self._journey.page is Page.CHANGES and not self._journey.busy:
            self.health_changed = self.insurance_changed = False
            self._finished()

    def something_changed(self) -> None:
        """The answer yes; where both were asked, which of the two."""
        data = self._journey.data
        if not isinstance(data, ChangesPage) or self._journey.busy:
            return
        if data.health and data.insurance:
            self._journey.forward(WhichChanged())
        else:
            self.health_changed, self.insurance_changed = data.health, data.insurance
            self._finished()

    def toggle_health(self) -> None:
        """Mark that the health has changed, or not."""
        if isinstance(data := self._journey.data, WhichChanged):
            self._journey.update(data._replace(health=not data.health, problem=Problem.NONE))

    def toggle_insurance(self) -> None:
        """Mark that the insurance has changed, or not."""
        if isinstance(data := self._journey.data, WhichChanged):
            self._journey.update(data._replace(insurance=not data.insurance, problem=Problem.NONE))

    def submit_which(self) -> None:
        """What is marked has changed."""
        data = self._journey.data
        if not isinstance(data, WhichChanged) or self._journey.busy:
            return
        if not (data.health or data.insurance):
            self._journey.update(data._replace(problem=Problem.NO_CHOICE))
            return
        self.health_changed, self.insurance_changed = data.health, data.insurance
        self._finished()


def _rows(contact: dict[str, str]) -> tuple[ContactRow, ...]:
    rows = []
    for entries in _ROWS:
        values = [contact[entry.value] for entry in entries if entry.value in contact]
        if values:
            rows.append(ContactRow(entries, ", ".join(filter(None, values))))
    return tuple(rows)


def _masked(typed: dict[Entry, str]) -> str:
    """What was typed, masked as the hub masks it: the screen may be in sight of others."""
    return ", ".join(filter(None, (masked(ContactField(entry.value), text) for entry, text in typed.items())))


def _problem(entry: Entry, text: str) -> Problem:
    """By the hub's own rules: what it would refuse is reported here, not at the end of the visit."""
    if entry is Entry.UNIT:
        return Problem.NONE
    if not text:
        return Problem.EMPTY
    if entry in _PHONES:
        digits = re.sub(r"\D", "", text)
        return Problem.NONE if len(digits.removeprefix("1")) == 10 else Problem.PHONE
    if typed_value(ContactField(entry.value), text) is not None:
        return Problem.NONE
    return _PROBLEMS.get(entry, Problem.EMPTY)
