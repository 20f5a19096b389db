"""The tooth chart's printed document."""

from __future__ import annotations

from datetime import datetime

from app.domain.chart.build import mouth
from app.domain.chart.numbering import Numbering
from app.domain.chart.paper import chart_document
from app.domain.printing.document import Document
from tests.support.mouths import CODES, Case, initials_of, rows_of

CASE = Case(
    "paper",
    ("C amalgam 14 MO", "TP crown 3", "C ext 1", "TP crown 19", "C sealant 30", "C composite 33 O"),
    ("Missing 16", "Missing 32", "Drawing 1"),
)
NOW = datetime(2026, 11, 23, 10, 25)


def _document(case: Case) -> Document:
    shown = mouth(rows_of(case), initials_of(case), CODES)
    return chart_document(
        shown, Numbering.UNIVERSAL, (), who="Marchetti, Boris", practice="Lanternlight", now=NOW
    )


def test_arches_stand_beside_each_other_as_in_the_picture() -> None:
    """Charted teeth from the patient's right to the left: upper arch in the left columns, lower arch in the right."""
    section = _document(CASE).sections[0]
    texts = [[str(cell.lead or cell.words) for cell in row] for row in section.tables[0].rows]
    assert texts == [
        ["3", "Crown, tooth-colored, planned", "30", "Sealant, completed"],
        ["14", "Filling MO, metal, completed", "19", "Crown, tooth-colored, planned"],
    ]


def test_nothing_is_left_out() -> None:
    """Missing and plain teeth share a line each, and what can't be drawn has one."""
    closing = [str(line) for line in _document(CASE).sections[0].closing]
    assert closing[0] == "Missing: 1, 16, 32"
    assert closing[1] == "Nothing charted on the other 25 teeth"
    assert closing[2] == "Not drawn: 1 drawing: see Open Dental's chart; composite: there is no tooth 33"


def test_the_patient_is_on_the_sheet_but_not_in_the_title() -> None:
    """The document's title ends up in printer queues and file names."""
    document = _document(Case("untouched"))
    assert (str(document.title), document.sections[0].title) == ("Tooth chart", "Marchetti, Boris")
    assert document.one_page
    assert document.sections[0].tables == ()
    assert [str(line) for line in document.sections[0].closing] == ["Nothing charted"]
