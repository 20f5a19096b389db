"""The Forms and documents section: the latest ones, those that are due first."""

from __future__ import annotations

from app.viewmodels.staff.patient.screen import PatientScreenViewModel
from app.viewmodels.staff.patient.sections.papers import MOST, PapersSection
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.wire.permissions import Permission
from tests.journeys.practices import ALL, Practices, Served
from tests.support.kinds import the
from tests.support.qt_loop import until
from tests.viewmodels.conftest import OpenDesk
from tests.viewmodels.patient.people import uninsured
from tests.viewmodels.patient.test_screen import page_of

FORM = (
    "INSERT INTO sheet (SheetNum, SheetType, PatNum, DateTimeSheet, Description, InternalNote, IsDeleted)"
    " VALUES (?, 9, ?, ?, ?, '', 0)"
)
FIELD = "INSERT INTO sheetfield (SheetNum, FieldType, FieldName, FieldValue) VALUES (?, ?, 'misc', ?)"
INPUT = 1
"""The type of an input field in the database."""


async def section_of(model: ScheduleScreenViewModel, pat_num: int) -> PapersSection:
    """The section of a patient, read."""
    section = (await page_of(model, pat_num)).sections["papers"]
    assert isinstance(section, PapersSection)
    return section


def with_forms(served: Served) -> int:
    """A patient with many forms: the oldest is not filled in, the others are."""
    pat_num = uninsured(served)
    served.sql("DELETE FROM sheet WHERE PatNum = ?", pat_num)
    served.sql("DELETE FROM document WHERE PatNum = ?", pat_num)
    for number in range(MOST + 2):
        served.sql(FORM, 9000 + number, pat_num, f"2026-0{number + 1}-05 09:00:00", f"Form {number}")
        served.sql(FIELD, 9000 + number, INPUT, "" if number == 0 else "Yes")
    return pat_num


async def test_due_ones_come_first(model: ScheduleScreenViewModel, served: Served) -> None:
    """The oldest form is still due, so it is the first; the rest are the newest, and the others are counted."""
    section = await section_of(model, with_forms(served))
    assert [row.title for row in section.rows] == ["Form 0", "Form 6", "Form 5", "Form 4", "Form 3"]
    assert [row.tone for row in section.rows] == ["money", *["second"] * (MOST - 1)]
    assert section.rows[0].state == "Due: not filled in"
    assert section.rows[1].when == "Jul 5, 2026"
    assert section.more == 2
    section.open(section.rows[0])
    screen = the(PatientScreenViewModel, model.desk.screens.model("patient"))
    await until(lambda: screen.current == "forms")


async def test_what_is_missing_is_named(open_desk_on: OpenDesk, open_practice: Practices) -> None:
    """Without Queries the forms are listed, and none is called due or done."""
    served = open_practice(permissions=ALL - {Permission.QUERIES})
    model = await open_desk_on(served)
    section = await section_of(model, with_forms(served))
    await until(lambda: bool(section.rows) and not section.note)
    assert {row.state for row in section.rows} == {""}
