# words: columns and tables of the database
"""The queries for a day's readiness, where the key has Queries: one row for each patient or appointment.

An answer of at most 99 rows is one request. A query that an office refuses leaves its own facts unknown only.
"""

# ruff: noqa: S608  # constants of this module; numbers and dates are put in
from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from app.domain.huddle.readiness import Coverage, Facts, Forms, Lab, RecallDue
from app.domain.people.alerts import not_named, premed_words
from app.services.patients.summary.records import PHONE_FIELDS
from app.wire.query_rows import Row, day, flag_or_none, money, number, text

ALLERGY_MARK = "; "
NEVER = "1880-01-01"
"""Dates before it mean no date."""
SIGNATURE = 9
"""`sheetfield.FieldType` of a signature box."""
CONSENT, PATIENT_FORM, HISTORY = 6, 9, 11
"""Numbers of `sheet.SheetType`."""
REFERRED_TO, OVER = 0, "1, 5"
"""`refattach.RefType` of those sent to others, and `RefToStatus` of those declined or complete."""
BENEFITS, ELIGIBILITY = 1, 2
"""Numbers of `insverify.VerifyType`."""


class PatientQuestion(Struct, frozen=True):
    """One query about many patients: its name, its text with {numbers} and {day}, and what a row adds."""

    name: str
    sql: str
    none: Mapping[str, Any]
    """The facts of a patient without a row."""
    fill: Callable[[Facts, Row], Facts]


PEOPLE = (
    "SELECT patient.PatNum, patient.HmPhone, patient.WkPhone, patient.WirelessPhone, patient.Premed,"
    " patient.Guarantor, patient.MedUrgNote, head.BalTotal, head.InsEst,"
    f" (SELECT GROUP_CONCAT(allergydef.Description SEPARATOR '{ALLERGY_MARK}') FROM allergy"
    " INNER JOIN allergydef ON allergydef.AllergyDefNum = allergy.AllergyDefNum"
    " WHERE allergy.PatNum = patient.PatNum AND allergy.StatusIsActive = 1) AS allergies"
    " FROM patient LEFT JOIN patient AS head ON head.PatNum = patient.Guarantor"
    " WHERE patient.PatNum IN ({numbers})"
)
INSURANCE = (
    "SELECT patplan.PatNum, carrier.CarrierName,"
    f" (SELECT MAX(insverify.DateLastVerified) FROM insverify WHERE insverify.VerifyType = {ELIGIBILITY}"
    " AND insverify.FKey = patplan.PatPlanNum) AS eligibility,"
    f" (SELECT MAX(insverify.DateLastVerified) FROM insverify WHERE insverify.VerifyType = {BENEFITS}"
    " AND insverify.FKey = inssub.PlanNum) AS benefits"
    " FROM patplan INNER JOIN inssub ON inssub.InsSubNum = patplan.InsSubNum"
    " INNER JOIN insplan ON insplan.PlanNum = inssub.PlanNum"
    " LEFT JOIN carrier ON carrier.CarrierNum = insplan.CarrierNum"
    " WHERE patplan.PatNum IN ({numbers}) AND patplan.Ordinal = 1"
)
RECALLS = (
    "SELECT recall.PatNum, MIN(recall.DateDue) AS due,"
    " GROUP_CONCAT(recalltype.Description ORDER BY recall.DateDue SEPARATOR ', ') AS kinds"
    " FROM recall LEFT JOIN recalltype ON recalltype.RecallTypeNum = recall.RecallTypeNum"
    " WHERE recall.PatNum IN ({numbers}) AND recall.IsDisabled = 0"
    f" AND recall.DateDue >= '{NEVER}' AND recall.DateDue <= '{{day}}' AND recall.DateScheduled < '{NEVER}'"
    " AND recall.DisableUntilDate <= '{day}' GROUP BY recall.PatNum"
)
FORMS = (
    "SELECT sheet.PatNum, COUNT(*) AS forms,"
    f" MAX(CASE WHEN sheet.SheetType = {HISTORY} THEN sheet.DateTimeSheet ELSE NULL END) AS history,"
    " SUM(CASE WHEN EXISTS (SELECT sheetfield.SheetFieldNum FROM sheetfield"
    f" WHERE sheetfield.SheetNum = sheet.SheetNum AND sheetfield.FieldType = {SIGNATURE}"
    " AND sheetfield.FieldValue = '') THEN 1 ELSE 0 END) AS unsigned FROM sheet"
    f" WHERE sheet.PatNum IN ({{numbers}}) AND sheet.IsDeleted = 0"
    f" AND sheet.SheetType IN ({CONSENT}, {PATIENT_FORM}, {HISTORY}) GROUP BY sheet.PatNum"
)
REFERRALS = (
    "SELECT refattach.PatNum, COUNT(*) AS referrals FROM refattach WHERE refattach.PatNum IN ({numbers})"
    f" AND refattach.RefType = {REFERRED_TO} AND refattach.RefToStatus NOT IN ({OVER}) GROUP BY refattach.PatNum"
)
LAB = (
    "SELECT labcase.AptNum, COUNT(*) AS cases,"
    f" SUM(CASE WHEN labcase.DateTimeRecd < '{NEVER}' THEN 1 ELSE 0 END) AS away,"
    f" MAX(CASE WHEN labcase.DateTimeRecd < '{NEVER}' THEN labcase.DateTimeDue ELSE NULL END) AS due"
    " FROM labcase WHERE labcase.AptNum IN ({numbers}) GROUP BY labcase.AptNum"
)


def lab_of(row: Row) -> tuple[int, Lab]:
    """An appointment and its lab cases."""
    return number(row, "AptNum"), Lab(number(row, "away"), number(row, "cases"), _date(row, "due"))


def _person(facts: Facts, row: Row) -> Facts:
    balance, pending = _money(row, "BalTotal"), _money(row, "InsEst")
    urgent = text(row, "MedUrgNote")
    alerts = filter(None, (premed_words(premedicate=flag_or_none(row, "Premed")), urgent))
    allergies = [each.strip() for each in text(row, "allergies").split(ALLERGY_MARK) if each.strip()]
    return replace(
        facts,
        alerts=(*alerts, *not_named(dict.fromkeys(allergies), urgent)),
        balance=balance,
        pending=pending,
        guarantor=number(row, "Guarantor"),
        phones=tuple(filter(None, (text(row, name) for name in PHONE_FIELDS))),
    )


def _insurance(facts: Facts, row: Row) -> Facts:
    found = Coverage(text(row, "CarrierName"), _date(row, "eligibility"), _date(row, "benefits"))
    return replace(facts, coverage=(found,))


def _recalls(facts: Facts, row: Row) -> Facts:
    due = _date(row, "due")
    return facts if due is None else replace(facts, recalls=(RecallDue(due, text(row, "kinds")),))


def _forms(facts: Facts, row: Row) -> Facts:
    found = Forms(number(row, "unsigned"), number(row, "forms"), _date(row, "history"))
    return replace(facts, forms=found)


def _referrals(facts: Facts, row: Row) -> Facts:
    return replace(facts, referrals=number(row, "referrals"))


PATIENT_QUESTIONS = (
    PatientQuestion("readiness people", PEOPLE, {}, _person),
    PatientQuestion("readiness insurance", INSURANCE, {"coverage": ()}, _insurance),
    PatientQuestion("readiness recalls", RECALLS, {"recalls": ()}, _recalls),
    PatientQuestion("readiness forms", FORMS, {"forms": Forms()}, _forms),
    PatientQuestion("readiness referrals", REFERRALS, {"referrals": 0}, _referrals),
)
LAB_QUESTION = "readiness lab"


def _money(row: Row, name: str) -> Decimal | None:
    """An amount in cents; None: none could be read."""
    found = money(row, name)
    return None if found is None else round(found, 2)


def _date(row: Row, name: str) -> date | None:
    """A date; None: it means none."""
    found = day(row, name)
    return None if found is None or found.year < int(NEVER[:4]) else found
