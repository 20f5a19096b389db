"""The made-up practice's charts, in its database."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal

import pytest
import sqlalchemy as sa

from app.practice.handlers.clinical.perio_measures import VALUES
from app.practice.schema.charting import periomeasure, proctp
from app.practice.schema.enums.clinical import PERIO_SEQUENCE
from tests.practice.conftest import Seeded, reading

TODAY = datetime.date(2026, 3, 11)


@pytest.fixture
def office(seeded: Seeded) -> Iterator[sa.Connection]:
    """The practice of a Wednesday in March."""
    with reading(seeded(TODAY)) as connection:
        yield connection


def count(office: sa.Connection, sql: str) -> int:
    """The single number that a query returns."""
    return int(office.exec_driver_sql(sql).scalar_one())


def test_a_third_of_the_adults_have_a_history(office: sa.Connection) -> None:
    """Allergies, problems and medications belong to about a third of the adults."""
    some = " UNION ".join(f"SELECT PatNum FROM {name}" for name in ("allergy", "disease", "medicationpat"))
    grown = "FROM patient WHERE Birthdate < '2008-03-11' AND PatStatus <> 4"
    ill = count(office, f"SELECT COUNT(*) {grown} AND PatNum IN ({some})")
    assert 0.25 < ill / count(office, f"SELECT COUNT(*) {grown}") < 0.5


def test_alerts_are_in_the_history(office: sa.Connection) -> None:
    """A medical alert for an allergy or a problem has its active row."""
    for alert, table, definition, name in (
        ("Penicillin allergy", "allergy", "allergydef", "Description = 'Penicillin' AND StatusIsActive = 1"),
        ("Pacemaker", "disease", "diseasedef", "DiseaseName = 'Pacemaker' AND ProbStatus = 0"),
    ):
        key = f"{definition[:-3].capitalize()}DefNum"
        held = f"SELECT PatNum FROM {table} JOIN {definition} USING ({key}) WHERE {name}"
        with_alert = f"FROM patient WHERE MedUrgNote = '{alert}' AND PatStatus <> 4"
        assert count(office, f"SELECT COUNT(*) {with_alert}") > 0
        assert count(office, f"SELECT COUNT(*) {with_alert} AND PatNum NOT IN ({held})") == 0


def test_medications_respect_allergies(office: sa.Connection) -> None:
    """Nobody allergic to penicillin takes or is prescribed amoxicillin; Premed names the medication."""
    allergic = (
        "SELECT PatNum FROM allergy JOIN allergydef USING (AllergyDefNum) WHERE Description = 'Penicillin'"
    )
    wrong = f"SELECT COUNT(*) FROM rxpat WHERE Drug LIKE 'Amoxicillin%' AND PatNum IN ({allergic})"
    assert count(office, wrong) == 0
    taken = "FROM medicationpat JOIN medication USING (MedicationNum) WHERE MedName = 'Amoxicillin'"
    assert count(office, f"SELECT COUNT(*) {taken} AND PatNum IN ({allergic})") == 0
    premed = "SELECT COUNT(*) FROM patient WHERE Premed = 1 AND PatStatus <> 4 AND PatNum NOT IN "
    assert count(office, f"{premed} (SELECT PatNum FROM medicationpat WHERE PatNote LIKE '%before%')") == 0


def test_plans_hold_what_is_proposed(office: sa.Connection) -> None:
    """A patient with treatment planned procedures has one Active plan that lists each once."""
    proposed = "FROM procedurelog l JOIN patient p USING (PatNum) WHERE l.ProcStatus = 1 AND p.PatStatus <> 4"
    on_active = "FROM treatplanattach a JOIN treatplan t USING (TreatPlanNum) WHERE t.TPStatus = 1"
    assert count(office, f"SELECT COUNT(*) {proposed}") == count(
        office, f"SELECT COUNT(DISTINCT ProcNum) {on_active}"
    )
    twice = "SELECT COUNT(*) FROM (SELECT PatNum FROM treatplan WHERE TPStatus = 1 GROUP BY PatNum HAVING COUNT(*) > 1)"
    assert count(office, twice) == 0
    strange = (
        "SELECT COUNT(*) FROM treatplanattach a JOIN treatplan t USING (TreatPlanNum) "
        "JOIN procedurelog l ON l.ProcNum = a.ProcNum WHERE l.PatNum <> t.PatNum"
    )
    assert count(office, strange) == 0


def test_saved_plans_add_up(office: sa.Connection) -> None:
    """A copy's fee is the sum of insurance, discount and patient portions; a signed plan has time and signer."""
    for row in office.execute(sa.select(proctp)):
        parts = (row.PriInsAmt, row.SecInsAmt, row.Discount, row.PatAmt)
        assert sum(Decimal(str(part)) for part in parts) == Decimal(str(row.FeeAmt))
        assert min(parts) >= 0
    signed = "FROM treatplan WHERE Signature <> ''"
    assert count(office, f"SELECT COUNT(*) {signed}") > 20
    bad = f"SELECT COUNT(*) {signed} AND (TPStatus <> 0 OR SignatureText = '' OR DateTSigned < DateTP)"
    assert count(office, bad) == 0


def test_measures_are_possible(office: sa.Connection) -> None:
    """An exam measures every existing tooth, each kind once per tooth, within its range."""
    assert 60 < count(office, "SELECT COUNT(*) FROM perioexam") < 150
    probed = PERIO_SEQUENCE.number("Probing"), PERIO_SEQUENCE.number("SkipTooth")
    teeth = f"SELECT COUNT(*) FROM periomeasure WHERE SequenceType IN {probed} GROUP BY PerioExamNum"
    assert {row[0] for row in office.exec_driver_sql(teeth)} == {32}
    key = "SELECT COUNT(*) FROM periomeasure GROUP BY PerioExamNum, SequenceType, IntTooth"
    assert {row[0] for row in office.exec_driver_sql(key)} == {1}
    rows = office.execute(sa.select(*(periomeasure.c[name] for name in VALUES))).all()
    assert {value for row in rows for value in row} <= set(range(-1, 16))


def test_missing_teeth_are_left_alone(office: sa.Connection) -> None:
    """Nothing is proposed on a missing tooth, and each is marked once."""
    marked = "FROM toothinitial t WHERE t.InitialType = 0"
    assert count(office, f"SELECT COUNT(*) {marked}") > 500
    proposed = "SELECT 1 FROM procedurelog l WHERE l.PatNum = t.PatNum AND l.ToothNum = t.ToothNum AND l.ProcStatus = 1"
    assert (
        count(office, f"SELECT COUNT(*) {marked} AND EXISTS ({proposed} AND l.ProcDate > t.SecDateTEntry)")
        == 0
    )
    assert count(office, f"SELECT COUNT(*) - COUNT(DISTINCT PatNum || '/' || ToothNum) {marked}") == 0


def test_visits_leave_their_traces(office: sa.Connection) -> None:
    """Crown appointments have lab cases in order of date; only completed procedures have notes."""
    crowns = "FROM labcase c JOIN appointment a ON a.AptNum = c.AptNum AND a.PatNum = c.PatNum"
    assert count(office, f"SELECT COUNT(*) {crowns}") == count(office, "SELECT COUNT(*) FROM labcase") > 100
    unordered = (
        f"SELECT COUNT(*) {crowns} WHERE c.DateTimeCreated > c.DateTimeSent "
        "OR (c.DateTimeRecd > '0001-01-02' AND c.DateTimeRecd < c.DateTimeSent)"
    )
    assert count(office, unordered) == 0
    notes = "FROM procnote n JOIN procedurelog l USING (ProcNum)"
    assert count(office, f"SELECT COUNT(*) {notes}") > 2000
    assert count(office, f"SELECT COUNT(*) {notes} WHERE l.ProcStatus <> 2 OR n.PatNum <> l.PatNum") == 0


@pytest.mark.parametrize(
    ("table", "column"),
    [("procnote", "EntryDateTime"), ("rxpat", "DateTStamp"), ("labcase", "DateTStamp"), ("allergy", "DateTStamp"),
     ("disease", "DateTStamp"), ("medicationpat", "DateTStamp"), ("treatplan", "SecDateTEdit"),
     ("perioexam", "DateTMeasureEdit"), ("emailmessage", "SecDateTEdit")],
)  # fmt: skip
def test_nothing_changed_today(office: sa.Connection, table: str, column: str) -> None:
    """No row has changed later than the evening before today, and all have a time."""
    assert count(office, f"SELECT COUNT(*) FROM {table} WHERE {column} >= '{TODAY}'") == 0
    assert count(office, f"SELECT COUNT(*) FROM {table} WHERE {column} < '1990-01-01'") == 0
