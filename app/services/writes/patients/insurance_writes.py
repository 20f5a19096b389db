"""All actions on insurance; each is a write in its own module, sent the same way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from app.core.clock import Clock
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent
from app.services.writes.patients.carrier import add_carrier_intent, edit_carrier_intent
from app.services.writes.patients.coverage import (
    add_coverage_intent,
    drop_coverage_intent,
    edit_coverage_intent,
)
from app.services.writes.patients.plan import (
    add_plan_intent,
    add_subscriber_intent,
    edit_plan_intent,
    edit_subscriber_intent,
)
from app.services.writes.patients.verification import verify_intent
from app.services.writes.steps import with_steps
from app.services.writes.writes import Writes
from app.wire.resources.carriers import Carrier
from app.wire.resources.ins_plans import InsPlan
from app.wire.resources.ins_subs import InsSub
from app.wire.resources.ins_verifies import VerifyTypes
from app.wire.resources.pat_plans import PatPlan, PatPlanRelat

__all__ = ["InsuranceWrites", "NewCoverage", "NewPlan", "PatPlanRelat"]


class NewCoverage(Struct, frozen=True, kw_only=True):
    """Coverage to add: by a subscriber that is there (`ins_sub_num`), a plan (`plan_num`), a carrier, or all new.

    What has a number is used; what has none is added first.
    """

    person: Person
    """The patient to be covered."""
    relationship: PatPlanRelat = PatPlanRelat.SELF
    ordinal: int = 1
    ins_sub_num: int = 0
    subscriber: Person | None = None
    """None: the patient."""
    subscriber_id: str = ""
    subscriber_fields: Mapping[str, Any] = {}
    """DateEffective and the like, in the wire's form."""
    plan_num: int = 0
    plan_fields: Mapping[str, Any] = {}
    """GroupName, GroupNum and the like."""
    carrier_num: int = 0
    carrier_name: str = ""
    carrier_fields: Mapping[str, Any] = {}


class NewPlan(Struct, frozen=True, kw_only=True):
    """The plan that replaces a subscriber's: one that is there (`plan_num`), or a new one, also of a new carrier."""

    person: Person
    """The patient on whose page it is done."""
    subscription: InsSub
    """As it was seen."""
    plan_num: int = 0
    plan_fields: Mapping[str, Any] = {}
    carrier_num: int = 0
    carrier_name: str = ""
    carrier_fields: Mapping[str, Any] = {}


class InsuranceWrites:
    """Each method returns the journal entry and raises as `Writes.send` does."""

    def __init__(self, writes: Writes, clock: Clock) -> None:
        """`clock` is the office's."""
        self._writes = writes
        self._clock = clock

    async def add_coverage(self, new: NewCoverage) -> Entry:
        """Cover a patient. Returns the first of up to four writes; the others follow (`Writes.steps.after`)."""
        return await self._writes.send(add_coverage_steps(new))

    async def replace_plan(self, new: NewPlan) -> Entry:
        """Give a subscriber another plan, for everyone covered by it. As `add_coverage`, up to three writes."""
        return await self._writes.send(replace_plan_steps(new))

    async def edit_coverage(self, person: Person, row: PatPlan, changes: Mapping[str, Any]) -> Entry:
        """Change a coverage: order, relationship, patient ID, subscriber."""
        return await self._writes.send(edit_coverage_intent(person, row, changes))

    async def drop_coverage(self, person: Person, row: PatPlan) -> Entry:
        """End a coverage; the plan and the subscriber stay."""
        return await self._writes.send(drop_coverage_intent(person, row))

    async def edit_subscriber(self, person: Person, row: InsSub, changes: Mapping[str, Any]) -> Entry:
        """Change a subscriber's ID, dates or notes, for everyone covered by it."""
        return await self._writes.send(edit_subscriber_intent(person, row, changes))

    async def edit_plan(self, person: Person, row: InsPlan, changes: Mapping[str, Any]) -> Entry:
        """Change a plan for all its subscribers."""
        return await self._writes.send(edit_plan_intent(person, row, changes))

    async def edit_carrier(self, person: Person, row: Carrier, changes: Mapping[str, Any]) -> Entry:
        """Change a carrier for everyone."""
        return await self._writes.send(edit_carrier_intent(person, row, changes))

    async def verify_benefits(self, person: Person, plan_num: int, seen: date | None) -> Entry:
        """Record that a plan's benefits were verified today; `seen` is the date shown."""
        return await self._verify(person, VerifyTypes.INSURANCE_BENEFIT, plan_num, seen)

    async def verify_eligibility(self, person: Person, pat_plan_num: int, seen: date | None) -> Entry:
        """Record that the patient's eligibility was verified today; `seen` is the date shown."""
        return await self._verify(person, VerifyTypes.PATIENT_ENROLLMENT, pat_plan_num, seen)

    async def _verify(self, person: Person, kind: VerifyTypes, key: int, seen: date | None) -> Entry:
        today = self._clock.now().date()
        return await self._writes.send(verify_intent(person, kind, key, seen, today))


def add_coverage_steps(new: NewCoverage) -> Intent:
    """The first write of adding coverage, with those that follow it."""
    subscriber = new.subscriber or new.person
    intents: list[Intent] = []
    if not new.ins_sub_num:
        intents += _plan_steps(new)
        intents.append(
            add_subscriber_intent(subscriber, new.plan_num, new.subscriber_id, new.subscriber_fields)
        )
    intents.append(add_coverage_intent(new.person, new.ins_sub_num, new.relationship, new.ordinal))
    return with_steps(intents[0], *intents[1:])


def replace_plan_steps(new: NewPlan) -> Intent:
    """The first write of replacing a subscriber's plan, with those that follow it."""
    changed = edit_subscriber_intent(new.person, new.subscription, {"PlanNum": new.plan_num})
    first, *rest = (*_plan_steps(new), changed)
    return with_steps(first, *rest)


def _plan_steps(new: NewCoverage | NewPlan) -> list[Intent]:
    """The writes that add a carrier and its plan, where they aren't there."""
    intents: list[Intent] = []
    if not new.plan_num:
        whose = new.person.display
        if not new.carrier_num:
            intents.append(add_carrier_intent(new.carrier_name, new.carrier_fields, whose))
        intents.append(add_plan_intent(new.carrier_num, new.plan_fields, whose))
    return intents
