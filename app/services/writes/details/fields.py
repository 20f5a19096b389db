"""The office's own fields of an appointment."""

from __future__ import annotations

from typing import Any

from app.core.text import msg
from app.domain.schedule.visit import Visit
from app.journal.entries import Intent, Wire
from app.journal.kinds import ReadBack
from app.services.writes.change import Change
from app.store.topics import Part
from app.wire.codec import wire_row
from app.wire.endpoint import Sender
from app.wire.resources.appt_fields import ApptFields


class SetApptField(Change):
    """Found by the appointment and the field's name. It belongs to the patient, whom the office's row doesn't name."""

    async def read(self, office: Sender, intent: Intent) -> Wire:
        """The value now; empty without one."""
        wanted = intent.arguments
        row = await ApptFields(office).get(AptNum=wanted["AptNum"], FieldName=wanted["FieldName"])
        return {**wire_row(row), "PatNum": intent.context["PatNum"]}

    async def result(self, office: Sender, intent: Intent, answer: Any) -> ReadBack:
        """The method answers nothing: read it."""
        return self.judge(intent, await self.read(office, intent))


SET_APPT_FIELD = SetApptField(
    "appointment field", ApptFields.update, key="AptNum", part=Part.CHART, not_done=msg("Not saved")
)


def appt_field_subject(apt_num: int, name: str) -> str:
    """The subject of all writes of one field of an appointment."""
    return f"appointment-field:{apt_num}:{name}"


def appt_field_intent(visit: Visit, name: str, seen: str, value: str) -> Intent:
    """Give one of the appointment's fields a value; empty: none."""
    return SET_APPT_FIELD.intent(
        subject=appt_field_subject(visit.apt_num, name),
        arguments={"AptNum": visit.apt_num, "FieldName": name, "FieldValue": value.strip()},
        before={"FieldValue": seen},
        after={"FieldValue": value.strip()},
        context={"PatNum": visit.pat_num},
        words=msg("{name}: {field} changed", name=visit.name, field=name),
        whose=visit.name,
    )
