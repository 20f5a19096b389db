"""When a plan's benefits, and a patient's eligibility, were last verified."""

from __future__ import annotations

from datetime import date

from app.api.errors import BadRequest
from app.core.text import msg
from app.domain.schedule.visit import Person
from app.journal.entries import Intent, Wire
from app.services.writes.patients.change import PatientChange, with_patient
from app.store.topics import Part
from app.wire.codec import wire_row, wire_value
from app.wire.endpoint import Sender
from app.wire.fields import NO_DATE
from app.wire.resources.ins_verifies import InsVerifies, InsVerify, VerifyTypes

DATE = "DateLastVerified"


class Verify(PatientChange):
    """The office finds the row by what it verifies. The earlier date stays in the office's history."""

    async def read(self, office: Sender, intent: Intent) -> Wire:
        """The row; an empty one if it was never verified. Before 24.4.17 it is found among all of its type."""
        kind, key = VerifyTypes(intent.arguments["VerifyType"]), intent.arguments["FKey"]
        try:
            rows = await InsVerifies(office).list(VerifyType=kind, FKey=key)
        except BadRequest:
            rows = await InsVerifies(office).list(VerifyType=kind)
        found = next((row for row in rows if key == row.FKey), InsVerify(VerifyType=kind, FKey=key))
        return with_patient(intent, wire_row(found))


VERIFY = Verify(
    "verification",
    InsVerifies.verify,
    key="InsVerifyNum",
    part=Part.INSURANCE,
    not_done=msg("Verification not saved"),
)


def verify_intent(person: Person, kind: VerifyTypes, key: int, seen: date | None, day: date) -> Intent:
    """Record that a plan's benefits (key: PlanNum) or a patient's eligibility (PatPlanNum) were verified on a day.

    `seen` is the date of the last verification as the user saw it.
    """
    words = (
        msg("Benefits of {name} verified", name=person.display)
        if kind is VerifyTypes.INSURANCE_BENEFIT
        else msg("Eligibility of {name} verified", name=person.display)
    )
    return VERIFY.intent(
        subject=f"verification:{kind.value}:{key}",
        arguments={"VerifyType": kind.value, "FKey": key, DATE: wire_value(day)},
        before={DATE: wire_value(seen or NO_DATE)},
        after={DATE: wire_value(day)},
        context={"PatNum": person.pat_num},
        words=words,
        whose=person.display,
    )
