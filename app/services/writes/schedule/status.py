"""Confirmed, arrived, seated, dismissed: sets one of the office's confirmation statuses."""

from __future__ import annotations

from datetime import datetime

from app.core.text import Text, Value, msg
from app.domain.schedule.stages import StageRules
from app.domain.schedule.visit import Stage, Visit
from app.journal.entries import Entry, Intent, Wire
from app.services.writes.schedule.appointment import (
    AppointmentChange,
    status_of,
    subject_of,
    whose,
    with_rest,
)
from app.wire.codec import wire_value
from app.wire.resources.appointments import Appointment, Appointments, ApptStatus

STAGE = "stage"
"""In an intent's context: the stage that the appointment reaches."""
NAMED = "status"
"""In it, if it is a status that is no stage: its name."""
AT = "at"
"""In it as well: when it was marked, in the wire's form."""
TIMES = ("DateTimeArrived", "DateTimeSeated", "DateTimeDismissed")
TIME_OF = {"ARRIVED": "DateTimeArrived", "SEATED": "DateTimeSeated", "DISMISSED": "DateTimeDismissed"}
TIME_STAYS = msg("the recorded time can't be removed")


class SetStatus(AppointmentChange):
    """Undone by the previous status; the time recorded by the office stays."""

    def undo(self, entry: Entry) -> Intent | None:
        """Restore the previous status."""
        before, after = entry.seen, entry.answer
        if before is None or after is None:
            return None
        if not before["Confirmed"] or before["Confirmed"] == after["Confirmed"]:
            return None
        stays = any(before.get(field) != after.get(field) for field in TIMES)
        status = before["confirmed"] or msg("the status before")
        words = msg("{name} back to {status}", name=whose(entry.intent), status=status)
        return self.intent(
            subject=entry.intent.subject,
            arguments={"AptNum": entry.intent.arguments["AptNum"], "defNum": before["Confirmed"]},
            before={field: after[field] for field in ("Confirmed", "AptStatus")},
            after={"Confirmed": before["Confirmed"]},
            words=with_rest(words, TIME_STAYS) if stays else words,
            whose=entry.intent.whose,
            undo_of=entry.id,
        )

    def expected(self, intent: Intent, row: Wire) -> Wire:
        """The row with its new status; the office's name for it is unknown until it answers."""
        stage = intent.context.get(STAGE, "")
        name = intent.context.get(NAMED) or stage.capitalize()
        row = {**super().expected(intent, row), "confirmed": name}
        if (time := TIME_OF.get(stage)) is not None and AT in intent.context:
            row[time] = intent.context[AT]
        return row


SET_STATUS = SetStatus("stage", Appointments.confirm, msg("Status not changed"))


def stage_intent(
    visit: Visit, stage: Stage, def_num: int, row: Appointment | None, rules: StageRules, now: datetime
) -> Intent:
    """Set an appointment's status. Going forward also accepts statuses set by others on the way; going back doesn't."""
    passed = {
        Stage.CONFIRMED: rules.before - rules.confirmed,
        Stage.ARRIVED: rules.before,
        Stage.SEATED: rules.before | {rules.arrived},
        Stage.DISMISSED: rules.before | {rules.arrived, rules.seated},
    }
    ours = {visit.confirmed} | passed.get(stage, frozenset())
    return SET_STATUS.intent(
        subject=subject_of(visit.apt_num),
        arguments={"AptNum": visit.apt_num, "defNum": def_num},
        before={
            "Confirmed": sorted(ours - {def_num}),
            "AptStatus": sorted({status_of(visit, row), ApptStatus.COMPLETE.value}),
        },
        after={"Confirmed": def_num},
        context={STAGE: stage.name, AT: wire_value(now)},
        words=_words(stage, visit.name),
        whose=visit.name,
    )


def status_intent(visit: Visit, def_num: int, name: str, row: Appointment | None) -> Intent:
    """Give an appointment one of the office's own statuses, such as "Left message"."""
    return SET_STATUS.intent(
        subject=subject_of(visit.apt_num),
        arguments={"AptNum": visit.apt_num, "defNum": def_num},
        before={"Confirmed": visit.confirmed, "AptStatus": status_of(visit, row)},
        after={"Confirmed": def_num},
        context={NAMED: name},
        words=msg("{name}: status {status}", name=visit.name, status=name),
        whose=visit.name,
    )


def _words(stage: Stage, name: Value) -> Text:
    match stage:
        case Stage.CONFIRMED:
            return msg("{name} confirmed", name=name)
        case Stage.ARRIVED:
            return msg("{name} arrived", name=name)
        case Stage.SEATED:
            return msg("{name} seated", name=name)
        case _:
            return msg("{name} dismissed", name=name)
