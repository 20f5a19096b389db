"""The made-up practice has patients worth opening: mouths of every kind, and two who have everything."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from app.practice.schema.enums.catalog import TOOTH_PAINT
from tests.practice.conftest import Seeded, reading

TODAY = datetime.date(2026, 3, 11)
ADULT = "(SELECT PatNum FROM popup WHERE PopupLevel = 2)"
"""The only patient with a popup for the super family."""
NEVER_DRAWN = {"None", "CrownDark", "BridgeDark", "DentureDark"}
"""Paints of codes that this office doesn't use: its crowns and bridges are white."""


@pytest.fixture
def office(seeded: Seeded) -> Iterator[sa.Connection]:
    """The practice of a Wednesday in March."""
    with reading(seeded(TODAY)) as connection:
        yield connection


def count(office: sa.Connection, sql: str) -> int:
    """The row count of a condition."""
    return int(office.exec_driver_sql(f"SELECT COUNT(*) FROM {sql}").scalar_one())


def test_an_adult_has_everything(office: sa.Connection) -> None:
    """One adult has two plans, popups of every level, notes, histories, papers, two exams, waiting appointments."""
    least = {
        "patplan": 2, "popup": 4, "allergy": 2, "disease": 3, "medicationpat": 2, "vitalsign": 4, "perioexam": 2,
        "commlog": 5, "sheet": 3, "document": 4, "refattach": 3, "patfield": 4, "treatplan": 1, "toothinitial": 5,
    }  # fmt: skip
    for table, rows in least.items():
        assert count(office, f"{table} WHERE PatNum IN {ADULT}") >= rows, table
    own = f"patient WHERE PatNum IN {ADULT}"
    assert count(office, f"{own} AND Premed = 1 AND MedUrgNote <> '' AND SuperFamily <> 0") == 1
    notes = "Medical <> '' AND MedicalComp <> '' AND Service <> '' AND Treatment <> ''"
    assert count(office, f"patientnote WHERE PatNum IN {ADULT} AND {notes}") == 1
    assert (
        count(office, f"appointment WHERE PatNum IN {ADULT} AND AptStatus IN (3, 6) AND ProcDescript <> ''")
        >= 2
    )
    unsigned = "sheetfield JOIN sheet USING (SheetNum) WHERE FieldType = 9 AND FieldValue = ''"
    assert count(office, f"{unsigned} AND PatNum IN {ADULT}") == 1


def test_waiting_appointments_have_their_procedures(office: sa.Connection) -> None:
    """A planned or unscheduled appointment of the adult says what its procedures are."""
    waiting = (
        f"appointment a WHERE a.PatNum IN {ADULT} AND a.AptStatus IN (3, 6) AND a.AptDateTime < '0002-01-01'"
    )
    with_procedure = "EXISTS (SELECT 1 FROM procedurelog l WHERE a.AptNum IN (l.AptNum, l.PlannedAptNum))"
    assert count(office, waiting) == count(office, f"{waiting} AND {with_procedure}") >= 2


def test_teeth_of_every_kind(office: sa.Connection) -> None:
    """Every status, every paint that the office uses, and every way a tooth can stand occurs."""
    assert count(office, "(SELECT DISTINCT ProcStatus FROM procedurelog)") == 6
    painted = office.exec_driver_sql(
        "SELECT DISTINCT PaintType FROM procedurelog JOIN procedurecode USING (CodeNum)"
    )
    assert {TOOTH_PAINT.text(row[0]) for row in painted} >= set(TOOTH_PAINT.texts.values()) - NEVER_DRAWN
    kinds = [row[0] for row in office.exec_driver_sql("SELECT DISTINCT InitialType FROM toothinitial")]
    assert set(kinds) >= {0, 1, 2, 3, 6, 7, 9, 10}
    toothless = "(SELECT PatNum FROM toothinitial WHERE InitialType = 0 GROUP BY PatNum HAVING COUNT(*) = 32)"
    assert count(office, toothless) == 3
    mixed = "toothinitial a JOIN toothinitial b USING (PatNum) WHERE a.InitialType = 2 AND b.InitialType = 1"
    assert count(office, f"(SELECT DISTINCT PatNum FROM {mixed})") >= 2


def test_gums_can_be_compared(office: sa.Connection) -> None:
    """Many patients were measured twice, on different days."""
    twice = "(SELECT 1 FROM perioexam GROUP BY PatNum HAVING COUNT(DISTINCT ExamDate) = 2)"
    assert count(office, twice) >= 10


def test_super_families(office: sa.Connection) -> None:
    """Each has several families; its head belongs to it, and so does everyone of those families."""
    heads = "SELECT SuperFamily FROM patient WHERE SuperFamily <> 0"
    assert count(office, f"(SELECT DISTINCT SuperFamily FROM patient WHERE PatNum IN ({heads}))") >= 5
    assert count(office, f"patient WHERE PatNum IN ({heads}) AND SuperFamily <> PatNum") == 0
    single = "SELECT 1 FROM patient WHERE SuperFamily <> 0 GROUP BY SuperFamily HAVING COUNT(DISTINCT Guarantor) < 2"
    assert count(office, f"({single})") == 0
    torn = "patient a JOIN patient b USING (Guarantor) WHERE a.SuperFamily <> b.SuperFamily"
    assert count(office, torn) == 0
