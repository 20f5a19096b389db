"""Texts that offered the time of a broken appointment to patients on the ASAP list."""

from __future__ import annotations

from app.practice.schema.recalls import asapcomm
from app.practice.seed.around import Around
from app.practice.seed.office import MAIN
from app.practice.seed.rows import Rows, at, iso
from app.practice.seed.schedule import BROKEN, SCHEDULED, Visit

_DAYS_BACK = 21
_OF_A_SCHEDULED_VISIT = 1
_WEB_SCHED_ASAP = 4
_SENT = 3
_PENDING, _VIEWED, _DECLINED, _EXPIRED = 2, 3, 7, 9
_NINE = 9 * 12


def asap_rows(around: Around) -> list[Rows]:
    """Two or three texts for each recently broken appointment, and the blockout they refer to."""
    dice = around.dice("asap")
    rows = Rows(
        asapcomm, "FKey", "FKeyType", "ScheduleNum", "PatNum", "ClinicNum", "DateTimeEntry", "DateTimeExpire",
        "DateTimeSmsScheduled", "SmsSendStatus", "EmailSendStatus", "DateTimeSmsSent", "ResponseStatus",
        "DateTimeOrig", "TemplateText",
    )  # fmt: skip
    waiting = [
        each for each in around.visits if each.asap and each.status == SCHEDULED and each.day > around.today
    ]
    opened = [
        each
        for each in around.visits
        if each.status == BROKEN and around.today - _DAYS_BACK <= each.day < around.today
    ]
    for visit in opened:
        wanted = [each for each in waiting if each.person.clinic == visit.person.clinic]
        if not wanted or not around.calendar.days:
            continue
        block = _block(around, visit)
        sent = at(visit.text, visit.slot - 6)
        for other in dice.sample(wanted, min(len(wanted), dice.choice((1, 2, 3)))):
            answer = dice.choice((_PENDING, _VIEWED, _DECLINED, _EXPIRED, _EXPIRED))
            rows.add(
                other.num, _OF_A_SCHEDULED_VISIT, block, other.person.num, visit.chair.clinic, sent,
                at(iso(visit.day + 7), visit.slot), sent, _SENT, 1, sent, answer, at(other.text, other.slot),
                _words(visit),
            )  # fmt: skip
    return [rows]


def _block(around: Around, visit: Visit) -> int:
    start, end = at(visit.text, visit.slot)[11:], at(visit.text, visit.end)[11:]
    stamp = at(iso(around.today - 1), _NINE)
    number = around.calendar.schedules.add(
        visit.text, start, end, _WEB_SCHED_ASAP, 0, 0, "", 0, 0, min(at(visit.text, _NINE), stamp),
        visit.chair.clinic,
    )  # fmt: skip
    around.calendar.operatories.add(number, visit.chair.op)
    return number


def _words(visit: Visit) -> str:
    office = "Main Street" if visit.chair.clinic == MAIN else "Harbor"
    year, month, day = visit.text.split("-")
    hour, minute = divmod(visit.slot * 5, 60)
    clock = f"{(hour - 1) % 12 + 1}:{minute:02} {'AM' if hour < 12 else 'PM'}"
    return (
        f"[NameF], a time has opened on {month}/{day}/{year} at {clock} at {office}. Take it here: [AsapURL]"
    )
