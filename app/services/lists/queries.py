"""The lists in one query each, where the key has Queries: with names, contacts and fees."""

# words: columns and tables of the database
from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.lists.candidate import Candidate, CandidateKind
from app.domain.lists.contact import Contact
from app.domain.schedule.pattern import clean, minutes_of
from app.services.lists.contacts import MODE_NUMBERS, TRIED
from app.services.lists.rows import waits_since
from app.store.queries import PEOPLE_COLUMNS
from app.wire.query_rows import day, flag, moment, money, number, text
from app.wire.resources.appointments import ApptStatus

SCHEDULED, COMPLETE, UNSCHEDULED, OLD_ASAP, PLANNED = 1, 2, 3, 4, 6
STATUSES = {UNSCHEDULED: ApptStatus.UNSCHED_LIST, PLANNED: ApptStatus.PLANNED}
"""Numbers of `appointment.AptStatus` in the database."""
ACTIVE = "0, 6"
"""Numbers of `patient.PatStatus`: patients and prospective ones."""
NEVER = "1880-01-01"
"""Dates before this mean no date."""
PEOPLE = ", ".join(f"patient.{name.strip()}" for name in PEOPLE_COLUMNS.split(","))
_APPOINTMENT = (
    "AptNum", "AptStatus", "Pattern", "PatternSecondary", "ProvNum", "ProvHyg", "IsHygiene", "Op",
    "AppointmentTypeNum", "ProcDescript", "Note", "AptDateTime", "DateTStamp", "SecDateTEntry", "Priority",
    "UnschedStatus",
)  # fmt: skip
_REACHED = f"commlog.PatNum = {{table}}.PatNum AND commlog.Mode_ IN ({MODE_NUMBERS})"
_LAST = f"(SELECT MAX(commlog.CommDateTime) FROM commlog WHERE {_REACHED}) AS lastContact"  # noqa: S608  # numbers
_TRIES = (
    f"(SELECT COUNT(*) FROM commlog WHERE {_REACHED}"  # noqa: S608  # numbers
    f" AND {TRIED} AND commlog.CommDateTime >= {{since}}) AS attempts"
)
_REMINDED = (
    "FROM commlog WHERE commlog.PatNum = recall.PatNum AND commlog.CommDateTime > recall.DatePrevious"
    " AND commlog.SentOrReceived = 1 AND commlog.CommType IN (SELECT definition.DefNum FROM definition"
    " WHERE definition.Category = 27 AND definition.ItemValue = 'RECALL')"
)
"""The reminders of a recall, as Open Dental counts them."""
_UNITS = "CASE WHEN procedurelog.UnitQty + procedurelog.BaseUnits > 1"
_FEES = (
    f"(SELECT SUM(procedurelog.ProcFee * {_UNITS} THEN procedurelog.UnitQty + procedurelog.BaseUnits ELSE 1 END)"  # noqa: S608  # constants
    " FROM procedurelog WHERE procedurelog.{key} = appointment.AptNum AND procedurelog.ProcStatus IN (1, 2)) AS fees"
)
"""As the production of the huddle: planned and completed procedures, times their units."""
_COPIED = (
    "EXISTS (SELECT 1 FROM appointment AS made WHERE made.NextAptNum = appointment.AptNum"  # noqa: S608  # numbers
    f" AND made.AptStatus IN ({SCHEDULED}, {COMPLETE}, {UNSCHEDULED}, {OLD_ASAP}))"
)
_SINCE = (
    f"CASE WHEN appointment.AptStatus = {UNSCHEDULED} AND appointment.AptDateTime > '{NEVER}'"
    " AND appointment.AptDateTime < '{tomorrow}' THEN appointment.AptDateTime ELSE appointment.SecDateTEntry END"
)


def appointments_query(kind: CandidateKind, clinic: int, today: date, tomorrow: date) -> str:
    """The ASAP, unscheduled or planned list of a clinic; 0: of the office."""
    where = {
        CandidateKind.UNSCHEDULED: f"appointment.AptStatus = {UNSCHEDULED}",
        CandidateKind.PLANNED: f"appointment.AptStatus = {PLANNED} AND NOT {_COPIED}",
        CandidateKind.ASAP: (
            f"appointment.Priority = 1 AND (appointment.AptStatus = {UNSCHEDULED}"
            f" OR (appointment.AptStatus IN ({SCHEDULED}, {OLD_ASAP}) AND appointment.AptDateTime >= '{today}')"
            f" OR (appointment.AptStatus = {PLANNED} AND NOT {_COPIED}))"
        ),
    }[kind]
    own = f" AND appointment.ClinicNum = {int(clinic)}" if clinic else ""
    columns = ", ".join(f"appointment.{name}" for name in _APPOINTMENT)
    fees = _FEES.format(key="PlannedAptNum" if kind is CandidateKind.PLANNED else "AptNum")
    last = _LAST.format(table="appointment")
    tries = _TRIES.format(table="appointment", since=_SINCE.format(tomorrow=tomorrow))
    return (
        f"SELECT {columns}, appointment.ClinicNum AS AptClinic, {PEOPLE}, {last}, {tries}, {fees}"  # noqa: S608  # dates and numbers
        " FROM appointment INNER JOIN patient ON patient.PatNum = appointment.PatNum"
        f" WHERE {where} AND patient.PatStatus IN ({ACTIVE}){own} ORDER BY appointment.AptNum"
    )


def recalls_query(clinic: int, today: date, bounds: tuple[date | None, date | None], types: str) -> str:
    """The recalls that are due and not scheduled, by Open Dental's own rules. `types` are RecallTypeNums, "1,3"."""
    first, last = bounds
    due = [f"recall.DateDue > '{NEVER}'"]
    due += [f"recall.DateDue >= '{first}'"] if first is not None else []
    due += [f"recall.DateDue <= '{last}'"] if last is not None else []
    due += [f"recall.RecallTypeNum IN ({types})"] if types else []
    due += [f"patient.ClinicNum = {int(clinic)}"] if clinic else []
    last_contact = _LAST.format(table="recall")
    tries = _TRIES.format(table="recall", since="recall.DatePrevious")
    return (
        "SELECT recall.RecallNum, recall.RecallTypeNum, recall.DateDue, recall.Note, recall.RecallStatus,"  # noqa: S608  # dates and numbers
        " recall.Priority, recall.TimePatternOverride, recalltype.Description, recalltype.TimePattern,"
        f" recalltype.Procedures, patient.PriProv, patient.SecProv, {PEOPLE}, {last_contact}, {tries},"
        f" (SELECT MAX(commlog.CommDateTime) {_REMINDED}) AS lastReminder,"
        f" (SELECT COUNT(*) {_REMINDED}) AS reminders"
        " FROM recall INNER JOIN patient ON patient.PatNum = recall.PatNum"
        " INNER JOIN recalltype ON recalltype.RecallTypeNum = recall.RecallTypeNum"
        " INNER JOIN patient AS head ON head.PatNum = patient.Guarantor"
        f" WHERE patient.PatStatus = 0 AND recall.IsDisabled = 0 AND recall.DateScheduled < '{NEVER}'"
        f" AND recall.DisableUntilDate <= '{today}'"
        " AND (recall.DisableUntilBalance = 0 OR head.BalTotal < recall.DisableUntilBalance)"
        f" AND {' AND '.join(due)} ORDER BY recall.DateDue, recall.RecallNum"
    )


def fees_query(codes: Iterable[str]) -> str:
    """The usual fees of procedure codes: those of the default provider's fee schedule."""
    listed = ", ".join(f"'{code}'" for code in codes)
    default = "(SELECT ValueString FROM preference WHERE PrefName = 'PracticeDefaultProv')"
    return (
        "SELECT procedurecode.ProcCode, fee.Amount FROM fee"  # noqa: S608  # codes without quotes
        " INNER JOIN procedurecode ON procedurecode.CodeNum = fee.CodeNum"
        f" WHERE fee.FeeSched = (SELECT provider.FeeSched FROM provider WHERE provider.ProvNum = {default})"
        f" AND fee.ClinicNum = 0 AND fee.ProvNum = 0 AND fee.Amount >= 0 AND procedurecode.ProcCode IN ({listed})"
    )


def appointment_of(row: Mapping[str, Any], kind: CandidateKind, today: date) -> Candidate:
    """A row of `appointments_query`."""
    pattern, status = (
        clean(text(row, "Pattern")),
        STATUSES.get(number(row, "AptStatus"), ApptStatus.SCHEDULED),
    )
    at = moment(row, "AptDateTime")
    return Candidate(
        kind=kind,
        pat_num=number(row, "PatNum"),
        apt_num=number(row, "AptNum"),
        minutes=minutes_of(pattern),
        pattern=pattern,
        pattern_secondary=text(row, "PatternSecondary"),
        prov_num=number(row, "ProvNum"),
        prov_hyg=number(row, "ProvHyg"),
        is_hygiene=flag(row, "IsHygiene"),
        op_num=number(row, "Op"),
        clinic_num=number(row, "AptClinic"),
        appointment_type_num=number(row, "AppointmentTypeNum"),
        procedures=text(row, "ProcDescript"),
        since=waits_since(status, at, moment(row, "DateTStamp"), moment(row, "SecDateTEntry"), today),
        at=at if status is ApptStatus.SCHEDULED else None,
        planned=status is ApptStatus.PLANNED,
        asap=number(row, "Priority") == 1,
        last_contact=day(row, "lastContact"),
        attempts=number(row, "attempts"),
        production=money(row, "fees"),
        note=text(row, "Note"),
        status=number(row, "UnschedStatus"),
    )


def recall_of(row: Mapping[str, Any], fees: Mapping[str, Decimal]) -> Candidate:
    """A row of `recalls_query`. `fees` are the usual ones by procedure code."""
    pattern = clean(text(row, "TimePatternOverride") or text(row, "TimePattern"))
    codes = [each.strip() for each in text(row, "Procedures").split(",") if each.strip()]
    known = [fees[code] for code in codes if code in fees]
    return Candidate(
        kind=CandidateKind.RECALL,
        pat_num=number(row, "PatNum"),
        recall_num=number(row, "RecallNum"),
        recall_type_num=number(row, "RecallTypeNum"),
        recall_type=text(row, "Description"),
        minutes=minutes_of(pattern),
        pattern=pattern,
        prov_num=number(row, "PriProv"),
        prov_hyg=number(row, "SecProv"),
        is_hygiene=True,
        clinic_num=number(row, "ClinicNum"),
        procedures=", ".join(codes),
        since=day(row, "DateDue"),
        asap=number(row, "Priority") == 1,
        last_contact=day(row, "lastContact"),
        attempts=number(row, "attempts"),
        production=sum(known, Decimal(0)) if codes and len(known) == len(codes) else None,
        note=text(row, "Note"),
        status=number(row, "RecallStatus"),
        reminded=Contact(day(row, "lastReminder"), number(row, "reminders")),
    )
