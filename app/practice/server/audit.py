"""Records that Open Dental writes by itself: appointment history, signals, the audit trail."""

from __future__ import annotations

import datetime

import sqlalchemy as sa

from app.practice.schema.enums.base import APT_SOURCE, HIST_ACTION, LOG_SOURCE_API, PERM_TYPE, SIGNAL_TYPE
from app.practice.schema.records import securitylog, signalod
from app.practice.schema.schedule import appointment, histappointment
from app.practice.server.work import Row, Work

EVERY_DAY = -1
"""The value of ApptAutoRefreshRange that means every day raises signals."""

DEVELOPER = "Front Desk"
"""The holder of the developer key, in the audit trail and in signatures."""
_DONE = {"created": "Created", "changed": "Updated"}
"""What the audit trail says was done, by the last word of a handler's sentence."""

_COPIED = tuple(name for name in appointment.c.keys() if name in histappointment.c)  # noqa: SIM118  # names


def log(work: Work, permission: str, words: str, *, pat_num: int = 0, key: int = 0) -> None:
    """One audit trail entry; "Patient created." is kept in Open Dental's words, as said of the developer."""
    work.insert(
        securitylog,
        {
            "PermType": PERM_TYPE.number(permission),
            "LogDateTime": work.now,
            "LogText": logged_as(words),
            "PatNum": pat_num,
            "FKey": key,
            "LogSource": LOG_SOURCE_API,
            "CompName": "API",
        },
    )


def logged_as(words: str) -> str:
    """What the audit trail says of a handler's sentence: "Patient created." is "Created by Front Desk through API."."""
    if not words.endswith("."):  # the text of a query
        return words
    sentence = words.removesuffix(".")
    return f"{_DONE.get(sentence.rpartition(' ')[2], sentence)} by {DEVELOPER} through API."


def signal(
    work: Work, kind: str, *, key: int = 0, key_type: str = "Undefined", day: datetime.date | None = None
) -> None:
    """Signal open screens to reload something, unless the practice's switch is off."""
    if not work.switches.writes_raise_signals:
        return
    values = {"IType": SIGNAL_TYPE.number(kind), "SigDateTime": work.now, "FKey": key, "FKeyType": key_type}
    if day is not None:
        values["DateViewing"] = day
    work.insert(signalod, values)


def record_visit(work: Work, apt_num: int, action: str, before: Row | None = None) -> None:
    """Copy an appointment to its history, and raise signals for its old and new day."""
    copied = sa.select(
        sa.literal(work.now.isoformat(" ")),
        sa.literal(HIST_ACTION.number(action)),
        sa.literal(APT_SOURCE.number("OpenDentalAPIService")),
        *(appointment.c[name] for name in _COPIED),
    ).where(appointment.c.AptNum == apt_num)
    names = ["HistDateTStamp", "HistApptAction", "ApptSource", *_COPIED]
    work.connection.execute(sa.insert(histappointment).from_select(names, copied))
    after = work.appointment(apt_num)
    places = {_place(row) for row in (before, after) if row is not None}
    for day, op_num, providers in sorted(places):
        if _in_range(work, day):
            signal(work, "Appointment", key=op_num, key_type="Operatory", day=day)
            for prov_num in sorted(providers):
                signal(work, "Appointment", key=prov_num, key_type="Provider", day=day)


def _place(row: Row) -> tuple[datetime.date, int, frozenset[int]]:
    day = datetime.datetime.fromisoformat(row.AptDateTime).date()
    return day, row.Op, frozenset({row.ProvNum, row.ProvHyg} - {0})


def _in_range(work: Work, day: datetime.date) -> bool:
    if not work.switches.signals_keep_to_range:
        return True
    days = work.preference_number("ApptAutoRefreshRange", EVERY_DAY)
    return days == EVERY_DAY or work.today <= day <= work.today + datetime.timedelta(days=days)
