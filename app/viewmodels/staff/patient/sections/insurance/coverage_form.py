"""The form that adds coverage: a relative's plan in one click, or carrier, group and subscriber as they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.core.tasks import LatestTask
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, WriteState
from app.services.patients.family_plans import family_plans
from app.services.patients.insurance_lookup import InsuranceLookup
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.sections.insurance.cards import order_words
from app.viewmodels.staff.patient.sections.insurance.form_state import (
    FormState,
    carrier_offers,
    family_offers,
    plan_offers,
)
from app.viewmodels.staff.patient.sections.insurance.form_writes import lacking, write_of
from app.viewmodels.staff.patient.sections.insurance.household import Household
from app.viewmodels.translation import tr, typed
from app.wire.resources.family_modules import FamilyInsurance
from app.wire.resources.ins_plans import InsPlan
from app.wire.resources.ins_subs import InsSub
from app.wire.resources.pat_plans import PatPlanRelat


class CoverageForm(QObject):
    """`changed` follows `state`; `closed`: it was saved or given up; `wrong` names the field to be corrected."""

    changed = Signal()
    closed = Signal()
    wrong = Signal(str)

    def __init__(
        self,
        desk: DeskViewModel,
        person: Person,
        covered_by: Sequence[int],
        replaces: InsSub | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`covered_by`: the InsSubNums of the patient's plans. `replaces`: the subscriber whose plan is replaced."""
        super().__init__(parent)
        self._desk = desk
        self.person = person
        self._covered_by = covered_by
        self.replaces = replaces
        self._is_closed = False
        self._lookup = InsuranceLookup(desk.parts.client)
        self._asking = LatestTask(desk.parts.scope)
        self._plans: tuple[InsPlan, ...] = ()
        self._family: tuple[FamilyInsurance, ...] = ()
        self._household = Household(desk, person)
        self.state = FormState(
            title=tr("New plan for this subscriber")
            if replaces is not None
            else tr("New {order} insurance", order=order_words(len(covered_by)).lower()),
            replaces=replaces is not None,
            subscribers=self._household.subscribers,
            subscriber=person.pat_num,
        )
        if replaces is None:
            desk.parts.scope.start(self._offer_family(), "plans of the family")

    def close(self) -> None:
        """Close it, once; what is being sent goes on, and is told as any write."""
        if not self._is_closed:
            self._is_closed = True
            self._asking.cancel()
            self.closed.emit()

    # --- what is typed -------------------------------------------------------------------------------------

    def use_family_plan(self, ins_sub_num: int) -> None:
        """Cover the patient by a relative's plan."""
        row = next(each for each in self._family if each.InsSubNum == ins_sub_num)
        self._show(
            ins_sub_num=ins_sub_num,
            carrier=row.CarrierName,
            carrier_num=row.CarrierNum,
            plan_num=row.PlanNum,
            group_name=row.GroupName,
            group_num=row.GroupNum,
            subscriber=row.Subscriber,
            subscriber_id=row.SubscriberID,
            relationship=self._household.relationship(row.Subscriber),
            carriers=(),
            plans=(),
        )

    def type_carrier(self, text: str) -> None:
        """Carriers of that name are offered."""
        self._plans = ()
        self._show(carrier=text, carrier_num=0, plan_num=0, ins_sub_num=0, plans=())
        self._asking.start(self._offer_carriers(text), "carriers")

    def choose_carrier(self, number: int) -> None:
        """Use a carrier that is there; its plans are offered."""
        offer = next((each for each in self.state.carriers if each.number == number), None)
        if offer is not None:
            self._show(carrier=offer.text, carrier_num=number, phone="", carriers=())
            self._asking.start(self._offer_plans(), "plans")

    def type_phone(self, text: str) -> None:
        """The phone of a new carrier."""
        self._show(phone=text)

    def type_group(self, *, name: str | None = None, number: str | None = None) -> None:
        """The group; plans of that group are offered."""
        state = self.state
        self._show(
            group_name=state.group_name if name is None else name,
            group_num=state.group_num if number is None else number,
            plan_num=0,
        )
        if self.state.carrier_num:
            self._asking.start(self._offer_plans(), "plans")

    def choose_plan(self, number: int) -> None:
        """Use a plan that is there."""
        row = next((each for each in self._plans if each.PlanNum == number), None)
        if row is not None:
            self._show(plan_num=number, group_name=row.GroupName, group_num=row.GroupNum, plans=())

    def set_subscriber(self, pat_num: int) -> None:
        """Whose plan it is."""
        self._show(subscriber=pat_num, relationship=self._household.relationship(pat_num), ins_sub_num=0)

    def set_relationship(self, relationship: PatPlanRelat) -> None:
        """What the patient is to the subscriber."""
        self._show(relationship=relationship)

    def type_subscriber_id(self, text: str) -> None:
        """The number on the card."""
        self._show(subscriber_id=text)

    # --- saving --------------------------------------------------------------------------------------------

    def add(self) -> None:
        """Send it, or show what is missing."""
        if self.state.sending:
            return
        missing, words = lacking(self.state, self._desk.parts)
        if missing:
            self._show(problem=words, missing=missing)
            self.wrong.emit(missing)
            return
        self._show(sending=True)
        self._desk.parts.scope.start(self._send(), "coverage")

    async def _send(self) -> None:
        subscriber = self._household.person(self.state.subscriber)
        ordinal = len(self._covered_by) + 1
        write = write_of(self.state, self._desk.parts, self.person, subscriber, ordinal, self.replaces)
        entry = await self._desk.outcomes.tell(write)
        if entry is None or entry.state is WriteState.REFUSED:
            self._refused(entry)
        else:
            self.close()

    def _refused(self, entry: Entry | None) -> None:
        """The form stays as it was typed. A carrier that is there already is used the next time."""
        if entry is None or self._is_closed:
            self._show(sending=False)
            return
        self._desk.outcomes.hide_refusal(entry.id)
        self._desk.parts.writes.dismiss(entry)
        row = entry.conflict or {}
        if number := int(row.get("CarrierNum") or 0):
            words = tr(
                "{carrier} is in Open Dental already and will be used.", carrier=str(row.get("CarrierName"))
            )
            self._show(sending=False, carrier_num=number, problem=words, missing="carrier")
            self._asking.start(self._offer_plans(), "plans")
        else:
            self._show(sending=False, problem=typed(entry.outcome))
        self.wrong.emit(self.state.missing)

    # --- what is offered -----------------------------------------------------------------------------------

    async def _offer_family(self) -> None:
        relatives = self._household.relatives
        try:
            self._family = await family_plans(self._desk.parts.client, relatives, self._covered_by)
        except ApiError:  # an offer only: everything can be typed
            return
        self._show(family=family_offers(self._family))

    async def _offer_carriers(self, text: str) -> None:
        try:
            rows = await self._lookup.carriers(text)
        except ApiError as error:
            self._show(problem=explain(error).title)
            return
        self._show(carriers=carrier_offers(rows))

    async def _offer_plans(self) -> None:
        state = self.state
        try:
            self._plans = await self._lookup.plans(state.carrier_num, state.group_num, state.group_name)
        except ApiError as error:
            self._show(problem=explain(error).title)
            return
        self._show(plans=plan_offers(self._plans))

    def _show(self, **fields: Any) -> None:
        if self._is_closed:  # an answer that arrives late
            return
        cleared = {"problem": "", "missing": ""} if "problem" not in fields else {}
        self.state = replace(self.state, **cleared, **fields)
        self.changed.emit()
