"""AsapComms: texts that offer openings to patients on the ASAP list."""

from __future__ import annotations

import datetime
import operator
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from app.domain.schedule.visit import SLOT_MINUTES
from app.practice.handlers.schedule.room_rules import Span, blockouts_in, overlaps, visits_in
from app.practice.handlers.schedule.visit_rules import DEFAULT_PATTERN
from app.practice.schema.columns import NO_TIME
from app.practice.schema.enums.base import APT_PRIORITY, APT_STATUS, SCHED_TYPE, YES_NO_UNKNOWN
from app.practice.schema.enums.people import (
    ASAP_KEY_TYPE,
    ASAP_RSVP_STATUS,
    AUTO_COMM_STATUS,
    RECALL_PRIORITY,
)
from app.practice.schema.office import clinic, operatory
from app.practice.schema.people import patient
from app.practice.schema.recalls import asapcomm, recall, recalltype
from app.practice.schema.schedule import schedule, scheduleop
from app.practice.server.access import is_newer
from app.practice.server.audit import log, signal
from app.practice.server.formats import net_format
from app.practice.server.listings import Filter, Listing, columns_of
from app.practice.server.periods import DAY, midnight, picked
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.work import Given, Outcome, Row, Work
from app.wire.resources.asap_comms import (
    AsapComm,
    AsapCommFKeyType,
    AsapComms,
    AsapRSVPStatus,
    AutoCommStatus,
)

_C = asapcomm.c
ROWS = Listing(
    name="AsapComm",
    columns=lambda: columns_of(AsapComm, asapcomm),
    source=asapcomm,
    filters={
        "AsapCommNum": Filter(_C.AsapCommNum),
        "ClinicNum": Filter(_C.ClinicNum),
        "from": Filter(_C.DateTimeEntry, operator.ge),
        "before": Filter(_C.DateTimeEntry, operator.lt),
    },
    order=(_C.AsapCommNum,),
)
RECENT = datetime.timedelta(days=7)
OFFER = datetime.timedelta(days=7)
"""How long a text's link stays valid after the opening."""
RECALLS_SINCE = "25.2.9"
"""The version since which a recall can be offered an opening."""
TEMPLATE = "[NameF], a time has opened on [Date] at [Time] at [OfficeName]. Take it here: [AsapURL]"
"""The text when the preference WebSchedAsapTextTemplate is empty."""
_KINDS: Mapping[int, AsapCommFKeyType] = MappingProxyType(
    {
        APT_STATUS.number("Scheduled"): AsapCommFKeyType.SCHEDULED_APPT,
        APT_STATUS.number("UnschedList"): AsapCommFKeyType.UNSCHEDULED_APPT,
        APT_STATUS.number("Planned"): AsapCommFKeyType.PLANNED_APPT,
        APT_STATUS.number("Broken"): AsapCommFKeyType.BROKEN,
    }
)
"""The text's name for an appointment, by its status."""
_RECALL = ASAP_KEY_TYPE.number(AsapCommFKeyType.RECALL)


class Waiting(Struct, frozen=True):
    """The appointment or recall that an opening is offered for."""

    kind: AsapCommFKeyType
    key: int
    pat_num: int
    pattern: str
    """Its length is that of the opening to hold."""
    now_at: str
    """The appointment's time, or midnight of the day on which the recall is due."""
    apt_num: int = 0
    """The appointment to leave out when looking for overlaps; 0 for a recall."""


@serves(AsapComms.get)
def get(work: Work, given: Given) -> Outcome:
    """One text."""
    return work.one(ROWS, "AsapComm", given)


@serves(AsapComms.list)
def list_(work: Work, given: Given) -> Outcome:
    """The texts of a day, or from dateStart until before dateEnd; by default the last 7 days."""
    if "date" in given:
        span = {"from": midnight(given["date"]), "before": midnight(given["date"]) + DAY}
    else:
        first = midnight(given.get("dateStart", work.today - RECENT))
        last = midnight(given["dateEnd"]) if "dateEnd" in given else midnight(work.today) + DAY
        span = {"from": first, "before": last}
    if span["before"] < span["from"]:
        raise BadRequest("dateEnd is before dateStart.")
    return work.page(ROWS, {**picked(given, "ClinicNum"), **span})


@serves(AsapComms.create)
def create(work: Work, given: Given) -> Outcome:
    """Reserve the opening with a blockout, and prepare the text."""
    waiting = _waiting(work, given)
    refuse_deleted_patient(work, waiting.pat_num)
    place = work.find(operatory, given["op"], "Operatory")
    start = given["dateTimeStart"]
    span = (start, start + datetime.timedelta(minutes=len(waiting.pattern) * SLOT_MINUTES))
    _check_room(work, waiting, place, span)
    schedule_num = _hold(work, place, span)
    values = {
        "FKey": waiting.key,
        "FKeyType": ASAP_KEY_TYPE.number(waiting.kind),
        "ScheduleNum": schedule_num,
        "PatNum": waiting.pat_num,
        "ClinicNum": place.ClinicNum,
        "DateTimeEntry": work.now,
        "DateTimeExpire": start + OFFER,
        "DateTimeOrig": waiting.now_at,
        "TemplateText": _text(work, place, start),
        "EmailSendStatus": AUTO_COMM_STATUS.number(AutoCommStatus.DO_NOT_SEND),
        **_sending(work, waiting),
    }
    key = work.insert(asapcomm, values)
    log(work, "Blockouts", "Web Sched ASAP blockout created.", pat_num=waiting.pat_num, key=schedule_num)
    signal(work, "Schedules", day=start.date())
    return work.created(ROWS, f"/asapcomms/{key}", {"AsapCommNum": key})


def _waiting(work: Work, given: Given) -> Waiting:
    if ("aptNum" in given) == ("recallNum" in given):
        newer = not is_newer(RECALLS_SINCE, work.office.version)
        which = "Exactly one of aptNum and recallNum" if newer else "aptNum"
        raise BadRequest(f"{which} is required.")
    return _recall(work, given["recallNum"]) if "recallNum" in given else _visit(work, given["aptNum"])


def _visit(work: Work, key: int) -> Waiting:
    row = work.appointment(key)
    if row.Priority != APT_PRIORITY.number("ASAP"):
        raise BadRequest("aptNum is invalid: the priority of the appointment is not ASAP.")
    if row.AptStatus not in _KINDS:
        raise BadRequest("aptNum is invalid: the appointment is neither to come nor to be rescheduled.")
    return Waiting(_KINDS[row.AptStatus], key, row.PatNum, row.Pattern, row.AptDateTime, key)


def _recall(work: Work, key: int) -> Waiting:
    row = work.find(recall, key, "Recall")
    if row.Priority != RECALL_PRIORITY.number("ASAP"):
        raise BadRequest("recallNum is invalid: the priority of the recall is not ASAP.")
    wanted = sa.select(recalltype.c.TimePattern).where(recalltype.c.RecallTypeNum == row.RecallTypeNum)
    usual = work.connection.execute(wanted).scalar()
    pattern = row.TimePatternOverride or usual or DEFAULT_PATTERN
    return Waiting(AsapCommFKeyType.RECALL, key, row.PatNum, pattern, f"{row.DateDue} 00:00:00")


def _check_room(work: Work, waiting: Waiting, place: Row, span: Span) -> None:
    if span[1].date() != span[0].date():
        raise BadRequest("dateTimeStart is invalid: the appointment would last into the next day.")
    if overlaps(visits_in(work, place.OperatoryNum, span, waiting.apt_num), span):
        raise BadRequest("dateTimeStart is invalid: it would overlap an appointment in the operatory.")
    if overlaps(blockouts_in(work, place.OperatoryNum, span[0].date()), span):
        raise BadRequest("dateTimeStart is invalid: it would overlap a blockout that allows no overlap.")


def _hold(work: Work, place: Row, span: Span) -> int:
    values = {
        "SchedDate": span[0].date(),
        "StartTime": span[0].time(),
        "StopTime": span[1].time(),
        "SchedType": SCHED_TYPE.number("WebSchedASAP"),
        "ClinicNum": place.ClinicNum,
    }
    key = work.insert(schedule, values)
    work.insert(scheduleop, {"ScheduleNum": key, "OperatoryNum": place.OperatoryNum})
    return key


def _text(work: Work, place: Row, start: datetime.datetime) -> str:
    """The office's template with the opening filled in; name and link are filled in when it is sent."""
    wanted = sa.select(clinic.c.Description).where(clinic.c.ClinicNum == place.ClinicNum)
    office = work.connection.execute(wanted).scalar() or work.preference("PracticeTitle")
    text = work.preference("WebSchedAsapTextTemplate") or TEMPLATE
    for tag, words in (
        ("[Date]", net_format(start, "MM/dd/yyyy")),
        ("[Time]", net_format(start, "t")),
        ("[OfficeName]", office),
        ("[ClinicName]", office),
    ):
        text = text.replace(tag, words)
    return text


def _sending(work: Work, waiting: Waiting) -> dict[str, Any]:
    """Whether and when the text may be sent: now, or never with a note explaining why."""
    why = _why_not(work, waiting)
    if why:
        sending, response = AutoCommStatus.DO_NOT_SEND, AsapRSVPStatus.UNABLE_TO_SEND
    else:
        sending, response = AutoCommStatus.SEND_NOT_ATTEMPTED, AsapRSVPStatus.AWAITING_TRANSMIT
    return {
        "DateTimeSmsScheduled": NO_TIME if why else work.now,
        "SmsSendStatus": AUTO_COMM_STATUS.number(sending),
        "ResponseStatus": ASAP_RSVP_STATUS.number(response),
        "Note": why,
    }


def _why_not(work: Work, waiting: Waiting) -> str:
    person = work.find(patient, waiting.pat_num, "Patient")
    if not person.WirelessPhone:
        return "Not sent: the patient has no mobile phone."
    if person.TxtMsgOk == YES_NO_UNKNOWN.number("No"):
        return "Not sent: the patient does not want automated texts."
    noun = "recall" if waiting.kind is AsapCommFKeyType.RECALL else "appointment"
    stopped = sa.select(_C.AsapCommNum).where(
        _C.FKey == waiting.key,
        _C.FKeyType == _RECALL if waiting.kind is AsapCommFKeyType.RECALL else _C.FKeyType != _RECALL,
        _C.PatNum == waiting.pat_num,
        _C.ResponseStatus == ASAP_RSVP_STATUS.number(AsapRSVPStatus.DECLINED_STOP_COMM),
    )
    if work.connection.execute(stopped.limit(1)).first() is not None:
        return f"Not sent: the patient wants no more texts about this {noun}."
    return ""
