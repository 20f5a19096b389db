"""Breaking an appointment: canceled or no-show; it moves to the Unscheduled List or stays on the schedule as broken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from app.api.errors import ApiError
from app.core.text import NO_TEXT, Text, Value, join, msg
from app.domain.schedule.visit import Visit
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Check, Checked, ReadBack
from app.services.writes.schedule.appointment import (
    PLACE,
    AppointmentChange,
    day_keys,
    status_of,
    subject_of,
)
from app.services.writes.schedule.attach import PROCEDURES, attach_intent, procedures_on
from app.services.writes.schedule.restore import put_back
from app.services.writes.schedule.slots import Seen, with_left
from app.wire.codec import wire_value
from app.wire.endpoint import Sender
from app.wire.resources.appointments import Appointment, Appointments, ApptStatus, BreakType

BROKEN_FIELDS = ("AptStatus", "AptDateTime", "Op", "Confirmed")
"""The fields of it that breaking may change."""
TRACES = "traces"
"""In an intent's context: the side effects that can't be undone, according to the office's settings."""


class BreakKind(StrEnum):
    """Why an appointment is broken."""

    MISSED = "missed"
    CANCELED_LATE = "canceled late"
    CANCELED_IN_TIME = "canceled"


class Trace(StrEnum):
    """The side effects of a broken appointment in Open Dental."""

    MISSED = "D9986"
    CANCELED = "D9987"
    COMMLOG = "commlog"


BREAK_TYPES = {BreakKind.MISSED: BreakType.MISSED, BreakKind.CANCELED_LATE: BreakType.CANCELLED}
"""The procedure that Open Dental charts; none for a cancellation with enough notice."""
_PROCEDURES = {BreakKind.MISSED: Trace.MISSED, BreakKind.CANCELED_LATE: Trace.CANCELED}


class BreakChoice(Struct, frozen=True):
    """How an appointment is broken."""

    kind: BreakKind
    to_unscheduled: bool
    """Move it to the Unscheduled List; else it stays on the schedule, marked broken."""


def traces_of(kind: BreakKind, preferences: Mapping[str, str] | None) -> tuple[Trace, ...]:
    """The side effects of breaking that can't be undone. For unread preferences (None): all possible ones."""
    found = [_PROCEDURES[kind]] if kind in _PROCEDURES else []
    if preferences is None or preferences.get("BrokenApptCommLog") == "1":
        found.append(Trace.COMMLOG)
    return tuple(found)


class Break(AppointmentChange):
    """Some offices detach the procedures of a broken appointment, so they are recorded for the undo."""

    async def check(self, office: Sender, intent: Intent) -> Checked:
        """As for any change; also records the attached procedures."""
        checked = await super().check(office, intent)
        if checked.verdict is not Check.CLEAR or checked.row is None:
            return checked
        return replace(checked, row={**checked.row, **await procedures_on(office, checked.row)})

    async def result(self, office: Sender, intent: Intent, answer: Any) -> ReadBack:
        """The row, with the procedures still attached if they can be read."""
        found = await super().result(office, intent, answer)
        if found.row is None:
            return found
        try:
            return replace(found, row={**found.row, **await procedures_on(office, found.row)})
        except ApiError:
            return found

    def changes(self, intent: Intent) -> frozenset[str]:
        """Its status, and its place if it leaves the schedule."""
        return frozenset(BROKEN_FIELDS)

    def undo(self, entry: Entry) -> Intent | None:
        """Restore its place and status; its procedures follow."""
        unread = PROCEDURES not in (entry.seen or {})
        look = msg("check in Open Dental whether its procedures are still on it") if unread else NO_TEXT
        return put_back(entry, BROKEN_FIELDS, join([self.leaves(entry.intent), look], "; "))

    def after_undo(self, entry: Entry) -> Sequence[Intent]:
        """Reattach the procedures that breaking detached, one by one."""
        if not entry.seen or not entry.answer:
            return ()
        left = entry.answer.get(PROCEDURES)  # unknown after a read-back: each is checked before it is sent
        return [
            attach_intent(entry, proc_num, code)
            for proc_num, code in entry.seen.get(PROCEDURES, ())
            if [proc_num, code] not in (left or ())
        ]

    def expected(self, intent: Intent, row: Wire) -> Wire:
        """The row as broken in its place, wherever it goes to: people see what they have canceled."""
        return {**row, "AptStatus": ApptStatus.BROKEN.value}

    def leaves(self, intent: Intent) -> Text:
        """The procedure with its fee, and the commlog entry."""
        traces = intent.context.get(TRACES)
        if traces is None:  # an entry from an older version
            charted = {"Missed": Trace.MISSED, "Cancelled": Trace.CANCELED}
            traces = [charted[intent.arguments["breakType"]]] if "breakType" in intent.arguments else []
        told = [_stays(Trace(each)) for each in traces]
        return join(told, "; ")


BREAK = Break("break", Appointments.break_, msg("Not canceled"))


def break_intent(
    visit: Visit,
    choice: BreakChoice,
    left: Seen,
    row: Appointment | None,
    preferences: Mapping[str, str] | None,
) -> Intent:
    """Break an appointment."""
    to_list = choice.to_unscheduled
    status = ApptStatus.UNSCHED_LIST if to_list else ApptStatus.BROKEN
    arguments = {"AptNum": visit.apt_num, "sendToUnscheduledList": wire_value(to_list)}
    if (kind := BREAK_TYPES.get(choice.kind)) is not None:
        arguments["breakType"] = kind.value
    traces = [each.value for each in traces_of(choice.kind, preferences)]
    return BREAK.intent(
        subject=subject_of(visit.apt_num),
        arguments=arguments,
        before={
            "AptStatus": status_of(visit, row),
            "AptDateTime": wire_value(visit.start),
            "Op": visit.op_num,
        },
        follows=PLACE,
        after={"AptStatus": status.value},
        context=with_left({TRACES: traces}, left),
        words=_words(choice, visit.name),
        whose=visit.name,
        keep_order_with=day_keys(visit.start.date()),
    )


def _words(choice: BreakChoice, name: Value) -> Text:
    match choice.kind, choice.to_unscheduled:
        case BreakKind.MISSED, True:
            return msg("{name}: no-show, on the Unscheduled List", name=name)
        case BreakKind.MISSED, False:
            return msg("{name}: no-show", name=name)
        case BreakKind.CANCELED_LATE, True:
            return msg("{name} canceled late, on the Unscheduled List", name=name)
        case BreakKind.CANCELED_LATE, False:
            return msg("{name} canceled late", name=name)
        case _, True:
            return msg("{name} canceled, on the Unscheduled List", name=name)
        case _:
            return msg("{name} canceled", name=name)


def _stays(trace: Trace) -> Text:
    match trace:
        case Trace.COMMLOG:
            return msg("the commlog entry stays")
        case _:
            return msg("the {code} procedure and its fee stay in Open Dental", code=trace.value)
