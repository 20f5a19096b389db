"""The fields of a plan that are edited in place: the patient's own, the subscriber's, the plan's and the carrier's."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from app.core.text import Text, Words, msg
from app.domain.schedule.visit import Person
from app.journal.entries import Entry
from app.services.patients.parts.insurance import CoveredPlan
from app.services.writes.patients.insurance_writes import InsuranceWrites
from app.viewmodels.inline.edit import FieldSpec
from app.viewmodels.inline.kinds import Choice, ChoiceKind, DateKind, FieldKind, PhoneKind, TextKind
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.sections.field_group import RowField, Rows
from app.viewmodels.staff.patient.sections.insurance.cards import RELATIONSHIPS
from app.viewmodels.translation import typed
from app.wire.record import Record
from app.wire.resources.carriers import Carrier, Carriers
from app.wire.resources.claims import Relat
from app.wire.resources.ins_plans import InsPlan, InsPlans
from app.wire.resources.ins_subs import InsSub, InsSubs
from app.wire.resources.pat_plans import PatPlan, PatPlanRelat, PatPlans

YEARS_AHEAD = 10
"""How far a termination date may be ahead."""
PLAINTIFF = {Relat.INJURED_PLAINTIFF: PatPlanRelat.INJURED_PLANTIFF}
"""The one relationship that PatPlans spells differently."""
UPDATES: dict[type[Record], Callable[..., object]] = {
    InsSub: InsSubs.update,
    PatPlan: PatPlans.update,
    InsPlan: InsPlans.update,
    Carrier: Carriers.update,
}

KEYS: dict[type[Record], str] = {
    InsSub: "InsSubNum",
    PatPlan: "PatPlanNum",
    InsPlan: "PlanNum",
    Carrier: "CarrierNum",
}
"""The number of each row."""


def relationship_of(relat: Relat) -> PatPlanRelat:
    """A relationship as PatPlans spells it."""
    return PLAINTIFF.get(relat) or PatPlanRelat(relat.value)


RELATIONSHIP_CHOICES = tuple(Choice(relationship_of(relat), words) for relat, words in RELATIONSHIPS.items())


def plan_fields(desk: DeskViewModel) -> tuple[RowField, ...]:
    """All of them, in their order."""
    day = desk.now().date()
    dates = DateKind(latest=day.replace(year=day.year + YEARS_AHEAD, day=min(day.day, 28)))
    line, long = TextKind(longest=100), TextKind(is_long=True)

    def writes() -> InsuranceWrites:
        return desk.parts.patient_writes().insurance

    def sub(person: Person, row: InsSub, changes: dict[str, Any]) -> Awaitable[Entry]:
        return writes().edit_subscriber(person, row, changes)

    def own(person: Person, row: PatPlan, changes: dict[str, Any]) -> Awaitable[Entry]:
        return writes().edit_coverage(person, row, changes)

    def plan(person: Person, row: InsPlan, changes: dict[str, Any]) -> Awaitable[Entry]:
        return writes().edit_plan(person, row, changes)

    def carrier(person: Person, row: Carrier, changes: dict[str, Any]) -> Awaitable[Entry]:
        return writes().edit_carrier(person, row, changes)

    return (
        _field("SubscriberID", msg("Subscriber ID"), TextKind(longest=20, required=True), InsSub, sub),
        _field("Relationship", msg("Relationship"), ChoiceKind(RELATIONSHIP_CHOICES), PatPlan, own),
        _field("PatID", msg("Patient ID"), line, PatPlan, own),
        _field("DateEffective", msg("Effective"), dates, InsSub, sub),
        _field("DateTerm", msg("Ends"), dates, InsSub, sub),
        _field("GroupName", msg("Group name"), TextKind(longest=50), InsPlan, plan),
        _field("GroupNum", msg("Group number"), TextKind(longest=25), InsPlan, plan),
        _field("Phone", msg("Carrier phone"), PhoneKind(desk.parts.typed_phone), Carrier, carrier),
        _field("SubscNote", msg("Subscriber note"), long, InsSub, sub),
        _field("BenefitNotes", msg("Benefit notes"), long, InsSub, sub),
        _field("PlanNote", msg("Plan note"), long, InsPlan, plan),
    )


def _field(name: str, label: Text, kind: FieldKind, record: type[Record], write: Any) -> RowField:
    return RowField(FieldSpec(name, label, kind), record, KEYS[record], write)


def pat_plan(plan: CoveredPlan) -> PatPlan:
    """The patient's own row of a plan."""
    row = plan.coverage
    return PatPlan(
        PatPlanNum=row.PatPlanNum,
        PatNum=row.PatNum,
        Ordinal=row.Ordinal,
        IsPending=row.IsPending,
        Relationship=relationship_of(row.Relationship),
        PatID=row.PatID,
        InsSubNum=row.InsSubNum,
    )


def plan_rows(plan: CoveredPlan) -> Rows:
    """The rows behind a plan, with the fields that can be edited."""
    row, sub = plan.coverage, plan.subscription
    rows: dict[type[Record], Record] = {
        PatPlan: pat_plan(plan),
        InsPlan: InsPlan(
            PlanNum=row.PlanNum,
            CarrierNum=row.CarrierNum,
            GroupName=row.GroupName,
            GroupNum=row.GroupNum,
            PlanNote=row.PlanNote,
        ),
        Carrier: Carrier(CarrierNum=row.CarrierNum, CarrierName=row.CarrierName, Phone=plan.carrier_phone),
    }
    return rows if sub is None else {**rows, InsSub: sub}


def refusals(desk: DeskViewModel, fields: tuple[RowField, ...]) -> Mapping[str, str]:
    """Why a field can't be edited, by its id: the key lacks a permission, or the office is too old."""
    can = {record: desk.parts.client.can(method) for record, method in UPDATES.items()}
    reasons: dict[str, Words] = {field.spec.id: can[field.record].reason for field in fields}
    return {name: typed(reason) for name, reason in reasons.items()}
