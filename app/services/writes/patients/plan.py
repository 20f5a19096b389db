"""Insurance plans and their subscribers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.api.errors import BadRequest, NotFound
from app.core.text import msg
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Check, Checked
from app.services.writes.create import Create
from app.services.writes.patients.change import edit
from app.services.writes.patients.only_one import OnlyOne
from app.services.writes.patients.text_change import TextChange
from app.store.topics import Part
from app.wire.codec import wire_row
from app.wire.endpoint import Sender
from app.wire.resources.ins_plans import InsPlan, InsPlans
from app.wire.resources.ins_subs import InsSub, InsSubs


class AddPlan(Create):
    """Known by carrier, group name and group number. A plan with the same group number is used instead of a second."""

    by_hand = msg("Change it in Open Dental's Family module.")

    async def check(self, office: Sender, intent: Intent) -> Checked:
        """A plan without a group number is always a new one: it may be another employer's."""
        checked = await super().check(office, intent)
        if checked.verdict is not Check.ALREADY or intent.after["GroupNum"]:
            return checked
        rows = await self.rows(office, intent)
        return Checked(Check.CLEAR, {self.known: [row[self.key] for row in rows]})

    async def rows(self, office: Sender, intent: Intent) -> list[Wire]:
        """The carrier's plans; before 24.2.11 they are found among all."""
        carrier_num = intent.arguments["CarrierNum"]
        try:
            rows = await InsPlans(office).list(CarrierNum=carrier_num)
        except (NotFound, BadRequest):
            rows = await InsPlans(office).list()
        return [wire_row(row) for row in rows if row.CarrierNum == carrier_num]

    def undo(self, entry: Entry) -> Intent | None:
        """None: no method deletes a plan."""
        return None


ADD_PLAN = AddPlan(
    "plan",
    InsPlans.create,
    key="PlanNum",
    part=Part.INSURANCE,
    identity=("CarrierNum", "GroupName", "GroupNum"),
    not_done=msg("Plan not added"),
)
EDIT_PLAN = TextChange(
    "plan edit",
    InsPlans.update,
    key="PlanNum",
    part=Part.INSURANCE,
    whose="CarrierNum",
    texts={"PlanNote": "insplan"},
    not_done=msg("Plan not saved"),
)
ADD_SUBSCRIBER = OnlyOne(
    "subscriber",
    InsSubs.create,
    key="InsSubNum",
    part=Part.INSURANCE,
    whose="Subscriber",
    identity=("PlanNum", "Subscriber"),
    not_done=msg("Subscriber not added"),
)
EDIT_SUBSCRIBER = TextChange(
    "subscriber edit",
    InsSubs.update,
    key="InsSubNum",
    part=Part.INSURANCE,
    whose="Subscriber",
    texts={"BenefitNotes": "inssub", "SubscNote": "inssub"},
    not_done=msg("Subscriber not saved"),
)


def add_plan_intent(carrier_num: int, fields: Mapping[str, Any], whose: str = "") -> Intent:
    """Add a carrier's plan (0: of a carrier that an earlier step adds)."""
    named = {"CarrierNum": carrier_num, "GroupName": "", "GroupNum": "", **fields}
    return ADD_PLAN.intent(
        subject=f"plans:{carrier_num}:{named['GroupName']}:{named['GroupNum']}".casefold(),
        arguments=named,
        after={name: named[name] for name in ADD_PLAN.identity},
        words=msg("Insurance plan added"),
        whose=whose,
    )


def edit_plan_intent(person: Person, row: InsPlan, changes: Mapping[str, Any]) -> Intent:
    """Change a plan for all its subscribers. `person` is the patient on whose page it is done."""
    return edit(
        EDIT_PLAN, f"plan:{row.PlanNum}", row, changes, person=person, context={"CarrierNum": row.CarrierNum}
    )


def add_subscriber_intent(
    subscriber: Person, plan_num: int, subscriber_id: str, fields: Mapping[str, Any]
) -> Intent:
    """Make someone a plan's subscriber (0: of a plan that an earlier step adds). It covers nobody yet."""
    named = {"PlanNum": plan_num, "Subscriber": subscriber.pat_num, "SubscriberID": subscriber_id.strip()}
    return ADD_SUBSCRIBER.intent(
        subject=f"subscribers:{subscriber.pat_num}",
        arguments={**named, **fields},
        after=named,
        words=msg("{name} added as a subscriber", name=subscriber.display),
        whose=subscriber.display,
    )


def edit_subscriber_intent(person: Person, row: InsSub, changes: Mapping[str, Any]) -> Intent:
    """Change a subscriber: ID, effective and termination date, notes. It holds for all covered by it."""
    return edit(
        EDIT_SUBSCRIBER, f"subscriber:{row.InsSubNum}", row, changes, person=person,
        context={"Subscriber": row.Subscriber},
    )  # fmt: skip
