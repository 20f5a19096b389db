"""The odontogram as a list of sentences."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.viewmodels.staff.chart.odontogram import OdontogramViewModel
from app.viewmodels.staff.chart.tooth_list import ToothList
from tests.support.mouths import CODES, Case, initials_of, rows_of

TODAY = date(2026, 11, 23)
CASE = Case(
    "list",
    ("C amalgam 14 MO 2020-01-02", "TP crown 19 2024-03-04", "C composite 33 O"),
    ("Missing 1", "Missing 16", "Missing 19", "Drawing 1"),
)


@pytest.fixture
def model(qapp: object) -> OdontogramViewModel:
    """A patient's mouth."""
    made = OdontogramViewModel()
    made.show_records(rows_of(CASE), initials_of(CASE), CODES, TODAY)
    return made


def _texts(rows: ToothList) -> list[str]:
    return [str(rows.index(at, 0).data(Qt.ItemDataRole.DisplayRole)) for at in range(rows.rowCount())]


def test_every_tooth_is_in_the_list_once(model: OdontogramViewModel) -> None:
    """A row for each tooth with work on it, one for all that are missing, one for the plain ones."""
    rows = ToothList(model)
    rows.set_active(active=True)
    texts = _texts(rows)
    assert texts[0] == "14, upper left first molar: Filling MO, metal, completed"
    assert texts[1] == "Missing: 1, 16, 19"
    assert texts[2] == "Nothing charted on the other 28 teeth"
    assert texts[3:] == [
        "Not drawn: 1 drawing: see Open Dental's chart",
        "Not drawn: composite: there is no tooth 33",
        "Not drawn: crown: tooth 19 is missing",
    ]
    assert (rows.row_of("14"), rows.tooth_at(0), rows.tooth_at(1), rows.row_of("2")) == (0, "14", "", -1)


def test_it_follows_the_chart_only_while_it_is_shown(model: OdontogramViewModel) -> None:
    """A hidden list costs nothing; a visible one keeps the places of rows that stay."""
    rows = ToothList(model)
    assert rows.rowCount() == 0
    rows.set_active(active=True)
    kept = rows.index(0, 0)
    model.show_records([*rows_of(CASE), *rows_of(Case("more", ("C amalgam 3 O",)))], (), CODES, TODAY)
    assert _texts(rows)[0].startswith("3, upper right first molar")
    assert rows.row_of("14") == 1
    rows.set_active(active=False)
    model.clear()
    assert rows.row_of("14") == 1
    assert kept.isValid()
