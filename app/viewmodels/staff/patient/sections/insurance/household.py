"""The patient's family as subscribers: who can be one, and what the patient is to them."""

from __future__ import annotations

from datetime import date

from app.domain.people.ages import age_on
from app.domain.schedule.visit import Person
from app.services.patients.parts.family import FamilyReader
from app.store.patients.parts import Ready
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.sections.insurance.form_state import Offer
from app.wire.resources.pat_plans import PatPlanRelat
from app.wire.resources.patients import Patient

GROWN = 19
"""From this age on, a relative's plan covers a patient as the spouse rather than as a child."""


class Household:
    """The family as it has been read; before that, the patient alone."""

    def __init__(self, desk: DeskViewModel, person: Person) -> None:
        self._me = person
        self._today = desk.now().date()
        state = desk.parts.patients.of(FamilyReader).state(person.pat_num)
        members = state.value.members if isinstance(state, Ready) else ()
        self._rows: dict[int, Patient] = {each.row.PatNum: each.row for each in members}

    @property
    def subscribers(self) -> tuple[Offer, ...]:
        """Everyone, the patient first."""
        me = self._me
        own = Offer(me.pat_num, f"{me.first_name} {me.last_name}".strip() or me.display)
        others = (row for number, row in self._rows.items() if number != me.pat_num)
        return (own, *(Offer(row.PatNum, f"{row.FName} {row.LName}".strip()) for row in others))

    @property
    def relatives(self) -> tuple[int, ...]:
        """The PatNums of everyone else, the guarantor first."""
        return tuple(number for number in self._rows if number != self._me.pat_num)

    def person(self, pat_num: int) -> Person:
        """A member of the family."""
        row = self._rows.get(pat_num)
        if row is None or pat_num == self._me.pat_num:
            return self._me
        return Person(row.PatNum, row.LName, row.FName, row.Preferred)

    def relationship(self, subscriber: int) -> PatPlanRelat:
        """What the patient probably is to a subscriber, by age."""
        if subscriber == self._me.pat_num:
            return PatPlanRelat.SELF
        age = age_on(self._birthdate, self._today)
        return PatPlanRelat.SPOUSE if age is None or age >= GROWN else PatPlanRelat.CHILD

    @property
    def _birthdate(self) -> date | None:
        row = self._rows.get(self._me.pat_num)
        return row.Birthdate if row is not None else self._me.birthdate
