"""Front desk staff: user groups and mail, the time clock, the computers, and log-ons."""

from __future__ import annotations

import random

from app.practice.schema.columns import NO_DATE
from app.practice.schema.enums.base import LOG_SOURCE_API, PERM_TYPE
from app.practice.schema.enums.catalog import CLOCK_STATUS
from app.practice.schema.records import securitylog
from app.practice.schema.staff import (
    clockevent,
    computer,
    emailaddress,
    payperiod,
    usergroup,
    usergroupattach,
)
from app.practice.seed.calendar import EIGHT, FOUR, NOON, Day
from app.practice.seed.office import EMPLOYEES, HARBOR, MAIN, USERS
from app.practice.seed.people.people import Person
from app.practice.seed.rows import Rows, at, iso

_GROUPS = ("Admin", "Front desk", "Doctors")
_ADMIN, _FRONT_DESK, _DOCTORS = range(1, 4)
_COMPUTERS = ("FRONT1", "FRONT2", "HARBOR1", "OFFICE", "CHAIR4", "OLDSERVER")
_STOPPED = "OLDSERVER"
_NO_OVERRIDE = "-01:00:00"
_HOME, _LUNCH, _BREAK = (CLOCK_STATUS.number(word) for word in ("Home", "Lunch", "Break"))
_PERIOD, _FRIDAY = 14, 4
"""The length of a pay period in days, and the days until it is paid."""
_LOGGED_DAYS, _NEW_PATIENT_DAYS = 60, 120
"""How far back the audit trail goes."""


def staff_rows(people: list[Person], days: list[Day], today: int, dice: random.Random) -> list[Rows]:
    """Everything in this module; `days` are the practice's working days."""
    past = [day for day in days if day.ordinal <= today]
    return [
        *_users(),
        _computers(today),
        _clock(past, today, dice),
        _pay_periods(past, today),
        _audit(people, past, today, dice),
    ]


def _users() -> list[Rows]:
    groups = Rows(usergroup, "Description")
    for name in _GROUPS:
        groups.add(name)
    attached = Rows(usergroupattach, "UserNum", "UserGroupNum")
    mail = Rows(emailaddress, "EmailUsername", "SenderAddress", "UserNum")
    attached.add(1, _ADMIN)
    for number, name in enumerate(USERS, 1):
        attached.add(number, _FRONT_DESK if number <= len(EMPLOYEES) else _DOCTORS)
        address = f"{name.lower()}@example.com"
        mail.add(address, address, number)
    return [groups, attached, mail]


def _computers(today: int) -> Rows:
    rows = Rows(computer, "CompName", "LastHeartBeat")
    for name in _COMPUTERS:
        rows.add(name, at(iso(today - 800 if name == _STOPPED else today - 1), FOUR + 6))
    return rows


def _clock(days: list[Day], today: int, dice: random.Random) -> Rows:
    """Each employee's morning and afternoon, now and then a break; today everyone is still at work."""
    rows = Rows(
        clockevent, "EmployeeNum", "TimeEntered1", "TimeDisplayed1", "ClockStatus", "Note", "TimeEntered2",
        "TimeDisplayed2", "OTimeHours", "Rate2Hours", "Rate3Hours", "ClinicNum",
    )  # fmt: skip
    none = f"{NO_DATE} 00:00:00"

    def add(who: int, start: str, status: int, stop: str) -> None:
        clinic = HARBOR if who == len(EMPLOYEES) else MAIN
        rows.add(who, start, start, status, "", stop, stop, _NO_OVERRIDE, _NO_OVERRIDE, _NO_OVERRIDE, clinic)

    for day in days:
        for who in range(1, len(EMPLOYEES) + 1):
            came, away, back, went = (dice.randrange(1, 299) for _ in range(4))
            start = at(day.text, EIGHT - 7, came)
            if day.ordinal == today:
                add(who, start, _HOME, none)
                continue
            add(who, start, _LUNCH, at(day.text, NOON, away))
            add(who, at(day.text, NOON + 11, back), _HOME, at(day.text, FOUR + 6, went))
            if came < 30:
                add(who, at(day.text, EIGHT + 24, back), _BREAK, at(day.text, EIGHT + 26, away))
    return rows


def _pay_periods(days: list[Day], today: int) -> Rows:
    """Two-week periods from the first clocked Monday until today, paid on the following Friday."""
    rows = Rows(payperiod, "DateStart", "DateStop", "DatePaycheck")
    first = days[0].ordinal if days else today
    start = first - (first - 1) % 7
    while start <= today:
        rows.add(iso(start), iso(start + _PERIOD - 1), iso(start + _PERIOD + _FRIDAY))
        start += _PERIOD
    return rows


def _audit(people: list[Person], days: list[Day], today: int, dice: random.Random) -> Rows:
    """Log-ons, and patients added through an API, in time order."""
    log_on, created = PERM_TYPE.number("UserLogOnOff"), PERM_TYPE.number("PatientCreate")
    entries: list[tuple[object, ...]] = []
    for day in days:
        if today - _LOGGED_DAYS < day.ordinal:
            for number, name in enumerate(USERS, 1):
                when = at(day.text, EIGHT - 6, dice.randrange(1, 299))
                where = _COMPUTERS[(number - 1) % 5]
                entries.append((when, log_on, number, f"User: {name} has logged on.", 0, where, 0))
    for person in people:
        if today - _NEW_PATIENT_DAYS < person.joined < today:
            when = at(iso(person.joined), NOON + dice.randrange(40))
            entries.append((when, created, 0, "Patient created.", person.num, "API", LOG_SOURCE_API))
    rows = Rows(
        securitylog, "LogDateTime", "PermType", "UserNum", "LogText", "PatNum", "CompName", "LogSource"
    )
    for entry in sorted(entries, key=lambda each: str(each[0])):
        rows.add(*entry)
    return rows
