"""Patients who may be the one being entered, looked up in the pauses of typing."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.core.clock import Clock
from app.core.tasks import LatestTask, TaskScope
from app.core.text import NO_TEXT, msg
from app.domain.people.ages import age_on
from app.domain.people.duplicates import NAME, Named, Same
from app.domain.people.phones import phone_text
from app.domain.schedule.visit import Person
from app.services.patients.duplicates import Candidate, DuplicateFinder, FoundDuplicates, still_found
from app.viewmodels.tables.column import date_text
from app.viewmodels.translation import tr

PAUSE_SECONDS = 0.3
"""Debounce, in seconds, before the office is searched."""


BOTH = Same.BIRTHDATE | Same.PHONE
SHARED = {
    Same.BIRTHDATE: msg("Same birthdate"),
    Same.PHONE: msg("Same phone"),
    BOTH: msg("Same birthdate and phone"),
}


class TwinRow(Struct, frozen=True):
    """One of them, ready to be shown."""

    pat_num: int
    name: str
    particulars: str
    """Birthdate, age and phone."""
    why: str
    """What is the same."""
    likely: bool
    """Whether it is probably the same person."""

    @property
    def spoken(self) -> str:
        """The whole row for a screen reader."""
        return ", ".join(part for part in (self.name, self.particulars, self.why) if part)


class TwinSearch(QObject):
    """`found` follows what is typed; `changed` when it does."""

    changed = Signal()

    def __init__(
        self, finder: DuplicateFinder, clock: Clock, scope: TaskScope, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._finder = finder
        self._clock = clock
        self._asking = LatestTask(scope)
        self._asked = Named()
        self.found = FoundDuplicates()
        self.looking = False
        """Whether an answer is awaited."""

    def look(self, person: Named) -> None:
        """Look for this person after a pause, unless nothing that is compared has changed."""
        if person != self._asked:
            self._show(still_found(self.found, person))
            self._asked, self.looking = person, True
            self._asking.start(self._look(person), "duplicates")

    async def now(self, person: Named, *, again: bool = False) -> FoundDuplicates:
        """Look for this person at once; `again`: although the office has answered the same before.

        Shown unless somebody else has been asked for meanwhile.
        """
        self._asking.cancel()
        self._asked = person
        if again:
            self._finder.forget()
        found = await self._finder.find(person)
        if person == self._asked:
            self._show(found)
        return found

    def forget(self) -> None:
        """Stop, and show nobody."""
        self._asking.cancel()
        self._asked = Named()
        self._show(FoundDuplicates())

    async def _look(self, person: Named) -> None:
        await self._clock.sleep(PAUSE_SECONDS)
        self._show(await self._finder.find(person))

    def _show(self, found: FoundDuplicates) -> None:
        self.looking = False
        if found != self.found:
            self.found = found
            self.changed.emit()


def twin_row(candidate: Candidate, today: date) -> TwinRow:
    """A candidate in words."""
    row, same = candidate.row, candidate.found.same
    born = ""
    if row.Birthdate is not None:
        born = date_text(row.Birthdate)
        age = age_on(row.Birthdate, today)
        born += f" ({age})" if age is not None else ""
    phone = phone_text(row.WirelessPhone.strip() or row.HmPhone.strip() or row.WkPhone.strip())
    reasons = [tr("Similar name") if NAME in same else "", tr(SHARED.get(same & BOTH, NO_TEXT))]
    return TwinRow(
        row.PatNum,
        Person(row.PatNum, row.LName, row.FName, row.Preferred).display,
        " · ".join(part for part in (born, phone) if part),
        " · ".join(reason for reason in reasons if reason),
        candidate.found.likely,
    )
