"""What a family member shares with the patient on the screen: read once it is asked for, and copied."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.api.need import Need
from app.core.text import Text, Words, msg
from app.domain.people.ages import age_on
from app.domain.people.phones import phone_text
from app.domain.schedule.visit import Person
from app.services.patients.page import ContactReader
from app.services.patients.parts.insurance import InsuranceReader
from app.store.patients.parts import Ready, Refused
from app.viewmodels.messages import explain
from app.viewmodels.staff.new_patient.drafts import RelativeChoice
from app.viewmodels.staff.parts import Parts
from app.viewmodels.translation import tr, typed
from app.wire.resources.pat_plans import PatPlan, PatPlanRelat, PatPlans
from app.wire.resources.patients import Patient

OLDEST_CHILD = 25
"""The age in years up to which plans cover children."""
RELATIONSHIPS: dict[PatPlanRelat, Text] = {
    PatPlanRelat.CHILD: msg("Child"),
    PatPlanRelat.SPOUSE: msg("Spouse"),
    PatPlanRelat.DEPENDENT: msg("Dependent"),
    PatPlanRelat.LIFE_PARTNER: msg("Life partner"),
    PatPlanRelat.SIGNIF_OTHER: msg("Significant other"),
    PatPlanRelat.SELF: msg("Self"),
}
"""To the subscriber, in the order in which they are offered."""
SHARED = ("HmPhone", "Address", "City", "State", "Zip", "ClinicNum", "PriProv")  # words: fields of the API
"""The form's fields that a family member shares, unless something else is entered."""


class RelativeViewModel(QObject):
    """The choice, and what would be copied. `changed` follows both."""

    changed = Signal()

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._contact = parts.patients.of(ContactReader)
        self._insurance = parts.patients.of(InsuranceReader)
        self._ends: list[Callable[[], None]] = []
        self._unwatch = [part.watch(self._on_part) for part in (self._contact, self._insurance)]
        self.choice = RelativeChoice()

    def show(self, choice: RelativeChoice) -> None:
        """Show this choice."""
        self._stop()
        self.choice = choice
        if choice.on:
            self._ends = [part.need(choice.pat_num, Need.CLICK) for part in (self._contact, self._insurance)]
        self.changed.emit()

    def offer(self, person: Person | None, *, on: bool = False, keep: bool = False) -> None:
        """Offer to add a relative of this patient; None: of nobody. `keep`: not if a relative is being entered."""
        if keep and self.choice.on:
            return
        known = RelativeChoice(person.pat_num, person.display, on=on) if person is not None else None
        self.show(known or RelativeChoice())

    def turn(self, on: bool) -> None:  # the check box's value
        """The new patient is a relative, or is not."""
        if on is not self.choice.on:
            self.show(replace(self.choice, on=on))

    def set_relationship(self, place: int) -> None:
        """Set the relationship to the subscriber, by its place."""
        self.choice = replace(self.choice, relationship=place, chosen=True)

    def suggest(self, born: date | None) -> None:
        """Suggest a relationship by the birthdate, unless one was chosen: a child, or a spouse."""
        age = age_on(born, self._parts.clock.now().date())
        place = 1 if age is not None and age > OLDEST_CHILD else 0
        if not self.choice.chosen and place != self.choice.relationship:
            self.choice = replace(self.choice, relationship=place)
            self.changed.emit()

    def set_copies(self, copies: bool) -> None:  # the check box's value
        """Copy the insurance, or don't."""
        self.choice = replace(self.choice, copies=copies)
        self.changed.emit()

    def close(self) -> None:
        """Stop following the office."""
        self._stop()
        for unwatch in self._unwatch:
            unwatch()

    @property
    def row(self) -> Patient | None:
        """The row of the patient on the screen; None while it is not read."""
        state = self._contact.state(self.choice.pat_num)
        return state.value if isinstance(state, Ready) else None

    def copied(self, field: str) -> object:
        """The value of a field that is copied if nothing else is entered; None: it is not copied."""
        row = self.row if self.choice.on else None
        shared = field in SHARED or (field == "WirelessPhone" and row is not None and not row.HmPhone.strip())
        return getattr(row, field) if row is not None and shared else None

    @property
    def relationship(self) -> PatPlanRelat:
        """The chosen one."""
        return tuple(RELATIONSHIPS)[self.choice.relationship]

    @property
    def coverage(self) -> tuple[PatPlan, ...]:
        """The plans that are copied."""
        if not self.choice.copies or self.why_no_insurance:
            return ()
        return tuple(PatPlan(InsSubNum=number, Ordinal=place) for number, place, _ in self._plans)

    @property
    def is_read(self) -> bool:
        """Whether everything that is copied is known."""
        insurance = self._insurance.state(self.choice.pat_num)
        known = isinstance(insurance, Ready | Refused)
        return self.row is not None and (known or not self.choice.copies or bool(self.why_no_insurance))

    @property
    def shared(self) -> str:
        """What is copied, in words; or why nothing can be."""
        state = self._contact.state(self.choice.pat_num)
        if isinstance(state, Refused):
            return explain(state.why).sentence
        if (row := self.row) is None:
            return tr("Loading…")
        address = ", ".join(part.strip() for part in (row.Address, row.City) if part.strip())
        phone = phone_text(row.HmPhone.strip() or row.WirelessPhone.strip())
        return "\n".join(
            part for part in (address, phone, tr("Same guarantor, provider, and clinic.")) if part
        )

    @property
    def insurance(self) -> str:
        """The insurance that is copied, in words; empty: none is."""
        state = self._insurance.state(self.choice.pat_num)
        if isinstance(state, Refused):
            return explain(state.why).title
        if not isinstance(state, Ready):
            return tr("Loading…")
        return ", ".join(name for _, _, name in self._plans)

    @property
    def has_insurance(self) -> bool:
        """Whether there is insurance to copy."""
        return bool(self._plans)

    @property
    def why_no_insurance(self) -> Words:
        """Why insurance can't be copied with this key; empty: it can."""
        return self._parts.client.can(PatPlans.create).reason

    @property
    def _plans(self) -> list[tuple[int, int, str]]:
        """InsSubNum, place and carrier of the plans that cover today."""
        state = self._insurance.state(self.choice.pat_num)
        if not isinstance(state, Ready):
            return []
        today = self._parts.clock.now().date()
        rows = [plan.coverage for plan in state.value.plans if plan.is_active(today)]
        return [(row.InsSubNum, row.Ordinal, row.CarrierName) for row in rows]

    def _stop(self) -> None:
        for end in self._ends:
            end()
        self._ends = []

    def _on_part(self, pat_num: int) -> None:
        if self.choice.on and pat_num == self.choice.pat_num:
            self.changed.emit()


def relationship_choices() -> list[tuple[int | None, str]]:
    """The relationships to choose from, by place."""
    return [(place, typed(title)) for place, title in enumerate(RELATIONSHIPS.values())]
