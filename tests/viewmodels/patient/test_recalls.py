"""The Recalls section: what is due, the interval changed in place, a recall added and booked."""

from __future__ import annotations

from app.viewmodels.inline.edit import Phase
from app.viewmodels.staff.patient.sections.recall_rows import RecallRow, interval_text
from app.viewmodels.staff.patient.sections.recalls import RecallsSection
from app.viewmodels.staff.schedule.booking.state import ANY_HYGIENIST
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.wire.permissions import Permission
from tests.journeys.practices import ALL, Practices, Served
from tests.support.qt_loop import until
from tests.viewmodels.conftest import OpenDesk
from tests.viewmodels.patient.people import uninsured
from tests.viewmodels.patient.test_screen import page_of

NEVER = "0001-01-01"
SIX_MONTHS = 6 << 16
"""As the database packs it."""
ROWS = (
    (1, "2026-05-03", NEVER, 0, NEVER),
    (3, "2026-11-30", NEVER, 0, NEVER),
    (4, "2026-12-20", "2026-12-22", 0, NEVER),
    (5, "2026-02-01", NEVER, 1, NEVER),
)
"""Type, due, scheduled, disabled, disabled until: one overdue, one due soon, one booked, one off."""


def with_recalls(served: Served) -> int:
    """A patient with a recall of each kind."""
    pat_num = uninsured(served)
    served.sql("DELETE FROM recall WHERE PatNum = ?", pat_num)
    for kind, due, scheduled, disabled, until_day in ROWS:
        served.sql(
            "INSERT INTO recall (PatNum, RecallTypeNum, DateDue, DateDueCalc, DateScheduled, IsDisabled,"
            " DisableUntilDate, DatePrevious, RecallInterval, RecallStatus, Note, Priority, DisableUntilBalance)"
            f" VALUES (?, ?, ?, ?, ?, ?, ?, '2025-11-02', {SIX_MONTHS}, 0, '', 0, 0)",
            pat_num, kind, due, due, scheduled, disabled, until_day,
        )  # fmt: skip
    return pat_num


async def section_of(model: ScheduleScreenViewModel, pat_num: int) -> RecallsSection:
    """The section of a patient, read."""
    section = (await page_of(model, pat_num)).sections["recalls"]
    assert isinstance(section, RecallsSection)
    return section


def row_of(section: RecallsSection, number: int) -> RecallRow:
    """A recall's line, wherever it is."""
    return next(row for row in section.rows if row.recall_num == number)


async def test_due_booked_and_off(model: ScheduleScreenViewModel, served: Served) -> None:
    """An overdue one is first and says so in a word; a booked one offers no booking; one that is off is not due."""
    section = await section_of(model, with_recalls(served))
    assert [(row.kind, row.due, row.tone, row.can_book) for row in section.rows] == [
        ("Prophy", "Overdue since May 3, 2026", "alert", True),
        ("Perio", "Due Nov 30, 2026", "money", True),
        ("Bitewings", "Booked Dec 22, 2026", "good", False),
        ("Full mouth X-rays", "Off", "second", False),
    ]
    assert section.rows[0].details == "Every 6 months · last Nov 2, 2025"
    assert [choice.text for choice in section.choices] == ["Child Prophy"]


async def test_the_interval_is_changed(model: ScheduleScreenViewModel, served: Served) -> None:
    """It is typed in words or as 6m1d; anything else is refused; the new due date is shown, and undone."""
    section = await section_of(model, with_recalls(served))
    number = section.rows[0].recall_num
    section.toggle(number)
    edit = section.fields.edits["RecallInterval"]
    edit.edit()
    edit.type_text("soon")
    assert not edit.commit()
    assert "interval" in edit.state.words
    edit.type_text("8 months")
    assert edit.commit()
    await until(lambda: edit.state.phase is Phase.SHOWN)
    assert edit.shown == "8 months"
    await until(lambda: row_of(section, number).details.startswith("Every 8 months"))
    assert row_of(section, number).due == "Overdue since Nov 16, 2026"
    notice = section.desk.notices.undoable
    assert notice is not None
    section.desk.notices.undo(notice.id)
    await until(lambda: row_of(section, number).due == "Overdue since May 3, 2026")


async def test_status_and_reminders(model: ScheduleScreenViewModel, served: Served) -> None:
    """The office's statuses are offered once a recall is edited; turning reminders off takes it from the due ones."""
    section = await section_of(model, with_recalls(served))
    number = section.rows[0].recall_num
    section.toggle(number)
    status, reminders = (section.fields.edits[name] for name in ("RecallStatus", "IsDisabled"))
    await until(lambda: len(status.spec.kind.choices) > 1)
    status.edit()
    status.type_text("1")
    status.commit()
    await until(lambda: status.state.phase is Phase.SHOWN)
    await until(lambda: status.shown in row_of(section, number).details)
    reminders.edit()
    reminders.type_text("1")
    reminders.commit()
    await until(lambda: row_of(section, number).due == "Off")


async def test_a_recall_is_added(model: ScheduleScreenViewModel, served: Served) -> None:
    """The types that the patient has no recall of are offered; once all are there, the command says so."""
    section = await section_of(model, with_recalls(served))
    section.act()
    assert section.adding
    section.add(section.choices[0])
    await until(lambda: len(section.rows) == 5)
    assert not section.may_act().ok


async def test_booking_takes_what_the_recall_asks_for(model: ScheduleScreenViewModel, served: Served) -> None:
    """The booking opens for the patient with a hygienist, the appointment type of the same procedures, and a note."""
    pat_num = with_recalls(served)
    section = await section_of(model, pat_num)
    section.book(section.rows[0].recall_num)
    await until(lambda: model.booking.open)
    state = model.booking.state
    assert state.person is not None
    assert (state.person.pat_num, state.prov_num) == (pat_num, ANY_HYGIENIST)
    (pattern,) = served.sql(
        "SELECT Pattern FROM appointmenttype WHERE AppointmentTypeNum = ? AND CodeStr = 'D0120,D1110'",
        state.type_num,
    )[0]
    assert state.minutes == 5 * len(pattern)
    assert state.note == "Recall: Prophy (D0120, D1110)"


async def test_an_old_key_reads_only(open_practice: Practices, open_desk_on: OpenDesk) -> None:
    """Without the permission each field and Add name it; the recalls are shown."""
    served = open_practice(permissions=ALL - {Permission.ALL_OTHERS})
    section = await section_of(await open_desk_on(served), with_recalls(served))
    assert len(section.rows) == 4
    assert not section.may_act().ok
    section.toggle(section.rows[0].recall_num)
    edit = section.fields.edits["RecallInterval"]
    edit.edit()
    assert (edit.state.phase, bool(edit.state.words)) == (Phase.SHOWN, True)


def test_intervals_in_words() -> None:
    """Open Dental's short form is written out; what is none stays as it is."""
    assert interval_text("6m1d") == "6 months 1 day"
    assert interval_text("1y") == "1 year"
    assert interval_text("") == ""
    assert interval_text("soon") == "soon"
