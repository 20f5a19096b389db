"""The patient's summary in one query, where the key has Queries.

A union has the same columns in each branch: the fields of a branch are numbered (C0, C1, …), the first column names it.
"""
# words: columns and tables of the database

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

from msgspec import Struct

from app.domain.schedule.pattern import clean, shown_minutes
from app.services.patients.summary.records import (
    PHONE_FIELDS,
    FamilyMember,
    PatientSummary,
    SummaryAlerts,
    SummaryAppointment,
    SummaryAppointments,
    SummaryMoney,
    SummaryPerson,
    SummaryPopup,
    SummaryRecall,
    person_of,
    phones_of,
)
from app.services.patients.waiting import WaitingAppointment, in_order
from app.wire.lenient import Misread, read_moment, read_money
from app.wire.query_rows import day, flag, flag_or_none, number, text
from app.wire.resources.patients import PatientGender, PatientStatus

COMPLETE, PLANNED = 2, 6
CODES = {
    "scheduled": 1,
    "complete": COMPLETE,
    "unscheduled": 3,
    "asap": 4,
    "planned": PLANNED,
    "family": 1,
    "super_family": 2,
    "never": "1880-01-01",
}
"""Numbers of `appointment.AptStatus` and `popup.PopupLevel` in the database; dates before `never` mean no date."""


class Branch(Struct, frozen=True):
    """One SELECT of the union."""

    fields: tuple[str, ...]
    source: str


BRANCHES = {
    "member": Branch(
        (
            "PatNum",
            "LName",
            "FName",
            "Preferred",
            "Birthdate",
            "Gender",
            "PatStatus",
            *PHONE_FIELDS,
            "Email",
            "Language",
            "ClinicNum",
            "Guarantor",
            "SuperFamily",
            "Premed",
            "MedUrgNote",
            "FamFinUrgNote",
            "BalTotal",
            "InsEst",
            "EstBalance",
        ),
        "patient WHERE Guarantor = {guarantor}",
    ),
    "appointment": Branch(
        ("AptNum", "AptDateTime", "Pattern", "Op", "AptStatus", "ProcDescript", "ProvNum"),
        "appointment WHERE PatNum = {pat_num} AND ((AptStatus IN ({scheduled}, {complete}, {asap})"
        " AND AptDateTime >= '{today}') OR (AptStatus = {complete} AND AptDateTime = (SELECT MAX(AptDateTime)"
        " FROM appointment WHERE PatNum = {pat_num} AND AptStatus = {complete} AND AptDateTime < '{today}')))",
    ),
    "waiting": Branch(
        (
            "AptNum",
            "PatNum",
            "AptStatus",
            "Pattern",
            "PatternSecondary",
            "ProvNum",
            "ProvHyg",
            "IsHygiene",
            "ClinicNum",
            "AppointmentTypeNum",
            "ProcDescript",
            "Note",
            "ItemOrderPlanned",
        ),
        "appointment WHERE PatNum = {pat_num} AND (AptStatus = {unscheduled} OR (AptStatus = {planned}"
        " AND AptNum NOT IN (SELECT NextAptNum FROM appointment WHERE PatNum = {pat_num}"
        " AND AptStatus IN ({scheduled}, {complete}, {unscheduled}, {asap}))))",
    ),
    "recall": Branch(
        ("recall.RecallTypeNum", "recalltype.Description", "recall.DateDue", "recall.DateScheduled"),
        "recall LEFT JOIN recalltype ON recalltype.RecallTypeNum = recall.RecallTypeNum"
        " WHERE recall.PatNum = {pat_num} AND recall.IsDisabled = 0",
    ),
    "allergy": Branch(
        ("allergydef.Description",),
        "allergy INNER JOIN allergydef ON allergydef.AllergyDefNum = allergy.AllergyDefNum"
        " WHERE allergy.PatNum = {pat_num} AND allergy.StatusIsActive = 1",
    ),
    "popup": Branch(
        ("PopupNum", "PatNum", "Description"),
        "popup WHERE IsArchived = 0 AND (DateTimeDisabled < '{never}' OR DateTimeDisabled > '{now}')"
        " AND (PatNum = {pat_num} OR (PopupLevel >= {family} AND PatNum IN"
        " (SELECT PatNum FROM patient WHERE Guarantor = {guarantor}))"
        " OR (PopupLevel = {super_family} AND PatNum IN (SELECT PatNum FROM patient WHERE SuperFamily <> 0"
        " AND SuperFamily = (SELECT SuperFamily FROM patient WHERE PatNum = {pat_num}))))",
    ),
}
WIDTH = max(len(branch.fields) for branch in BRANCHES.values())


def summary_query(pat_num: int, now: datetime) -> str:
    """The query for one patient, at the office's time."""
    values = CODES | {
        "pat_num": int(pat_num),
        "guarantor": f"(SELECT Guarantor FROM patient WHERE PatNum = {int(pat_num)})",  # noqa: S608  # a number
        "today": now.date().isoformat(),
        "now": now.isoformat(" ", "seconds"),
    }
    return " UNION ALL ".join(_select(kind, branch, values) for kind, branch in BRANCHES.items())


def summary_of(pat_num: int, rows: Iterable[dict[str, Any]], now: datetime) -> PatientSummary | None:
    """The summary from the query's rows; None without the patient's own row."""
    found: dict[str, list[dict[str, Any]]] = {kind: [] for kind in BRANCHES}
    for row in rows:
        kind = str(row.get("Kind"))
        if kind in found:
            found[kind].append(dict(zip(_names(BRANCHES[kind]), _values(row), strict=False)))
    own = next((row for row in found["member"] if number(row, "PatNum") == pat_num), None)
    if own is None:
        return None
    head = next((row for row in found["member"] if row["PatNum"] == row["Guarantor"]), own)
    allergies = dict.fromkeys(filter(None, (text(row, "Description") for row in found["allergy"])))
    return PatientSummary(
        pat_num,
        _person(own),
        SummaryAlerts(flag_or_none(own, "Premed"), text(own, "MedUrgNote"), tuple(allergies)),
        SummaryMoney(_money(head, "BalTotal"), _money(head, "InsEst")),
        _appointments(found["appointment"], found["waiting"], now),
        tuple(_recall(row) for row in found["recall"]),
        tuple(_popup(row) for row in found["popup"]),
        tuple(_member(row) for row in found["member"]),
    )


def _select(kind: str, branch: Branch, values: dict[str, Any]) -> str:
    padded = (*branch.fields, *["''"] * (WIDTH - len(branch.fields)))
    columns = ", ".join(f"{field} AS C{number}" for number, field in enumerate(padded))
    return f"SELECT '{kind}' AS Kind, {columns} FROM {branch.source.format_map(values)}"  # noqa: S608  # numbers and dates


def _names(branch: Branch) -> Iterator[str]:
    return (field.rpartition(".")[2] for field in branch.fields)


def _values(row: dict[str, Any]) -> Iterator[Any]:
    return (row.get(f"C{number}") for number in range(WIDTH))


def _person(row: dict[str, Any]) -> SummaryPerson:
    phones = phones_of((name, text(row, name)) for name in PHONE_FIELDS)
    return SummaryPerson(
        person_of(
            number(row, "PatNum"),
            (text(row, "LName"), text(row, "FName"), text(row, "Preferred")),
            day(row, "Birthdate"),
            phones,
        ),
        _named(PatientStatus, row, "PatStatus"),
        _named(PatientGender, row, "Gender"),
        phones,
        text(row, "Email"),
        text(row, "Language"),
        number(row, "ClinicNum"),
        number(row, "Guarantor"),
        number(row, "SuperFamily"),
    )


def _member(row: dict[str, Any]) -> FamilyMember:
    person = _person(row)
    return FamilyMember(person.person, person.status, _money(row, "EstBalance"), text(row, "FamFinUrgNote"))


def _appointments(
    rows: Iterable[dict[str, Any]], waiting: Iterable[dict[str, Any]], now: datetime
) -> SummaryAppointments:
    found = sorted(filter(None, map(_appointment, rows)), key=lambda each: each.start)
    complete = [each for each in found if each.complete]
    upcoming = tuple(each for each in found if each.start.date() >= now.date())
    return SummaryAppointments(upcoming, complete[-1] if complete else None, in_order(map(_waiting, waiting)))


def _waiting(row: dict[str, Any]) -> WaitingAppointment:
    return WaitingAppointment(
        number(row, "AptNum"),
        number(row, "PatNum"),
        number(row, "AptStatus") == PLANNED,
        text(row, "Pattern"),
        text(row, "PatternSecondary"),
        number(row, "ProvNum"),
        number(row, "ProvHyg"),
        flag(row, "IsHygiene"),
        number(row, "ClinicNum"),
        number(row, "AppointmentTypeNum"),
        text(row, "ProcDescript"),
        text(row, "Note"),
        number(row, "ItemOrderPlanned"),
    )


def _appointment(row: dict[str, Any]) -> SummaryAppointment | None:
    try:
        start = read_moment(text(row, "AptDateTime"))
    except Misread:
        return None
    return SummaryAppointment(
        number(row, "AptNum"),
        start,
        shown_minutes(clean(text(row, "Pattern"))),
        number(row, "Op"),
        number(row, "ProvNum"),
        text(row, "ProcDescript"),
        number(row, "AptStatus") == COMPLETE,
    )


def _recall(row: dict[str, Any]) -> SummaryRecall:
    return SummaryRecall(
        number(row, "RecallTypeNum"),
        text(row, "Description"),
        day(row, "DateDue"),
        day(row, "DateScheduled"),
    )


def _popup(row: dict[str, Any]) -> SummaryPopup:
    return SummaryPopup(number(row, "PopupNum"), number(row, "PatNum"), text(row, "Description"))


def _money(row: dict[str, Any], name: str) -> Decimal:
    """An amount in cents: the database keeps it as a floating-point number."""
    return round(read_money(text(row, name)), 2)


def _named(words: type[PatientStatus | PatientGender], row: dict[str, Any], name: str) -> str:
    """The database stores an enumeration as its number in the documented order."""
    names, place = [str(each) for each in words], number(row, name)
    return names[place] if place < len(names) else ""
