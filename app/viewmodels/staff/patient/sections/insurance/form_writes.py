"""What the form of new coverage sends, and what it lacks before it can."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

from app.core.text import msg
from app.domain.schedule.visit import Person
from app.journal.entries import Entry
from app.services.writes.patients.insurance_writes import NewCoverage, NewPlan
from app.viewmodels.staff.parts import Parts
from app.viewmodels.staff.patient.sections.insurance.form_state import FormState
from app.viewmodels.translation import tr, typed
from app.wire.resources.carriers import Carriers
from app.wire.resources.ins_plans import InsPlans
from app.wire.resources.ins_subs import InsSub

NO_CARRIER = msg("Enter the insurance company.")
NO_SUBSCRIBER_ID = msg("Enter the subscriber ID from the card.")
NOTHING = ("", "")


def lacking(state: FormState, parts: Parts) -> tuple[str, str]:
    """The field that is missing or wrong, and why; two empty texts: none."""
    if state.copies:
        return NOTHING
    found = _carrier(state, parts)
    if found == NOTHING and not state.plan_num:
        verdict = parts.client.can(InsPlans.create)
        found = NOTHING if verdict.ok else ("group", typed(verdict.reason))
    if found == NOTHING and not state.replaces and not state.subscriber_id.strip():
        found = ("subscriber_id", tr(NO_SUBSCRIBER_ID))
    return found


def write_of(
    state: FormState, parts: Parts, person: Person, subscriber: Person, ordinal: int, replaces: InsSub | None
) -> Coroutine[Any, Any, Entry]:
    """The write, to be awaited. `replaces`: the subscriber who gets another plan; None: coverage is added."""
    writes, plan = parts.patient_writes().insurance, _plan(state, parts)
    if replaces is not None:
        return writes.replace_plan(NewPlan(person=person, subscription=replaces, **plan))
    new = NewCoverage(
        person=person,
        relationship=state.relationship,
        ordinal=ordinal,
        ins_sub_num=state.ins_sub_num,
        subscriber=subscriber,
        subscriber_id=state.subscriber_id,
        **plan,
    )
    return writes.add_coverage(new)


def _carrier(state: FormState, parts: Parts) -> tuple[str, str]:
    if not state.carrier.strip():
        return "carrier", tr(NO_CARRIER)
    verdict = parts.client.can(Carriers.create)
    if not state.carrier_num and not verdict.ok:
        return "carrier", typed(verdict.reason)
    if state.phone.strip() and not parts.typed_phone(state.phone).complete:
        return "phone", tr("This isn't a phone number.")
    return NOTHING


def _plan(state: FormState, parts: Parts) -> dict[str, Any]:
    phone = parts.typed_phone(state.phone).stored if state.phone.strip() else ""
    return {
        "plan_num": state.plan_num,
        "plan_fields": {"GroupName": state.group_name.strip(), "GroupNum": state.group_num.strip()},
        "carrier_num": state.carrier_num,
        "carrier_name": state.carrier,
        "carrier_fields": {"Phone": phone},
    }
