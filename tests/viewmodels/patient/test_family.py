"""The Family section: members, balances, who is due, and switching."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.domain.money.cents import cents, total
from app.viewmodels.amounts import amount
from app.viewmodels.staff.patient.sections.family import FamilySection
from app.viewmodels.staff.patient.sections.family_rows import FamilyRow
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin, SelectedPatient
from app.wire.permissions import Permission
from tests.journeys.practices import ALL, Practices, Served
from tests.support.qt_loop import until
from tests.viewmodels.conftest import OpenDesk
from tests.viewmodels.patient.people import forty, member_without_plan
from tests.viewmodels.patient.test_screen import page_of

NO_DATE = "0001-01-01"


async def section_of(model: ScheduleScreenViewModel, pat_num: int) -> FamilySection:
    """The section of a patient, read."""
    section = (await page_of(model, pat_num)).sections["family"]
    assert isinstance(section, FamilySection)
    return section


def remarks(row: FamilyRow) -> list[str]:
    """What is said about a member."""
    return [each.text for each in row.remarks]


async def test_members_with_balance_and_what_is_open(model: ScheduleScreenViewModel, served: Served) -> None:
    """The guarantor is first and marked; balances add up to the family's; an overdue recall and a plan to book show."""
    pat_num, head = member_without_plan(served)
    served.sql("UPDATE patient SET EstBalance = 10.5 WHERE PatNum = ?", head)
    served.sql("UPDATE patient SET EstBalance = -2.25 WHERE PatNum = ?", pat_num)
    served.sql("DELETE FROM appointment WHERE PatNum = ?", pat_num)
    served.sql("DELETE FROM recall WHERE PatNum = ?", pat_num)
    served.sql(
        "INSERT INTO recall (PatNum, DateDue, DateScheduled, RecallTypeNum, IsDisabled, DisableUntilDate)"
        " VALUES (?, '2026-01-05', ?, 1, 0, ?)",
        pat_num, NO_DATE, NO_DATE,
    )  # fmt: skip
    section = await section_of(model, pat_num)
    rows = section.model.rows
    assert rows[0].pat_num == head
    assert remarks(rows[0])[0] == "Guarantor"
    own = next(row for row in rows if row.is_current)
    assert (own.pat_num, own.balance, own.owes) == (pat_num, "−2.25", False)
    assert remarks(own) == ["Recall overdue", "Not scheduled"]
    balances = served.sql("SELECT EstBalance FROM patient WHERE Guarantor = ? AND PatStatus <> 4", head)
    assert section.total == amount(total(cents(each[0]) for each in balances))
    assert "recall overdue" in section.summary[0].text
    spoken = section.model.data(section.model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert "Guarantor" in spoken
    assert "balance 10.50" in spoken


async def test_switching_selects_the_member(model: ScheduleScreenViewModel, served: Served) -> None:
    """A member is selected on the desk; the section shows the same family with the other member marked."""
    pat_num, head = member_without_plan(served)
    section = await section_of(model, pat_num)
    section.switch(head)
    assert model.desk.patient.current == SelectedPatient(head, Origin.FAMILY)
    await until(lambda: section.value is not None and section.model.rows[0].is_current)


async def test_a_super_family(model: ScheduleScreenViewModel, served: Served) -> None:
    """Members of the other families follow a heading that can't be selected; the head is marked."""
    pat_num, head = served.sql(
        "SELECT PatNum, SuperFamily FROM patient WHERE SuperFamily <> 0 AND PatNum = Guarantor"
        " AND PatNum <> SuperFamily AND PatStatus = 0"
    )[0]
    section = await section_of(model, pat_num)
    rows = section.model.rows
    heading = next(at for at, row in enumerate(rows) if row.is_heading)
    assert rows[heading].name == "Super family"
    assert section.model.flags(section.model.index(heading)) is Qt.ItemFlag.NoItemFlags
    of_head = next(row for row in rows[heading:] if row.pat_num == head)
    assert remarks(of_head)[0] == "Super family head"


async def test_forty_without_queries(open_practice: Practices, open_desk_on: OpenDesk) -> None:
    """All forty are listed; of those whose recalls were not read nothing is claimed, and that is said."""
    served = open_practice(permissions=ALL - {Permission.QUERIES})
    head = forty(served)
    section = await section_of(await open_desk_on(served), head)
    assert len(section.model.rows) == 40
    assert section.size == "40 members"
    await until(lambda: "32 members" in section.unread)
    assert all("Not scheduled" not in remarks(row) for row in section.model.rows[8:])
