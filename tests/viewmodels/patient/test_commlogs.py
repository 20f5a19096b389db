"""The commlogs of the patient page."""

from __future__ import annotations

import pytest

from app.journal.entries import WriteState
from app.practice.server.faults import Fault
from app.viewmodels.inline.edit import Phase
from app.viewmodels.staff.patient.sections.commlogs import CommlogsSection
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until
from tests.viewmodels.patient.test_screen import page_of


@pytest.fixture
async def commlogs(model: ScheduleScreenViewModel, served: Served) -> CommlogsSection:
    """The section of a child whose guarantor has commlogs too."""
    pat_num, head = served.sql(
        "SELECT PatNum, Guarantor FROM patient WHERE Guarantor <> PatNum AND PatNum IN (SELECT PatNum FROM commlog)"
        " AND PatStatus = 0 ORDER BY PatNum LIMIT 1"
    )[0]
    served.sql(
        "INSERT INTO commlog (PatNum, CommDateTime, Note, Mode_, SentOrReceived)"
        " VALUES (?, '2026-11-16 10:00:00', ?, 3, 2)",
        head, "About\r\nthe child: <b>&amp;\there",
    )  # fmt: skip
    section = (await page_of(model, pat_num)).sections["commlogs"]
    assert isinstance(section, CommlogsSection)
    return section


async def test_the_family_is_shown_on_request(commlogs: CommlogsSection) -> None:
    """Newest first with line breaks as they are; the family's have the member's name, and go again."""
    own = [entry.key for entry in commlogs.timeline.model.rows]
    assert own == [row.CommlogNum for row in commlogs.value or ()]
    commlogs.show_family(shown=True)
    await until(lambda: commlogs.family.value is not None)
    first = commlogs.timeline.model.rows[0]
    assert first.text == "About\nthe child: <b>&amp;\there"
    assert (first.author != "", str(first.title)) == (True, "Phone · Received")
    assert set(own) < {entry.key for entry in commlogs.timeline.model.rows}
    commlogs.show_family(shown=False)
    assert [entry.key for entry in commlogs.timeline.model.rows] == own


@pytest.mark.parametrize("keep", [True, False])
async def test_an_edit_that_collides(commlogs: CommlogsSection, served: Served, *, keep: bool) -> None:
    """Both versions are shown, nothing is overwritten, and the editor closes once the user has chosen."""
    row = (commlogs.value or ())[0]
    commlogs.opened.open(row)
    edit = commlogs.opened.edit
    assert (edit.state.phase, edit.state.draft) == (Phase.EDITING, row.Note)
    served.sql("UPDATE commlog SET Note = 'Theirs' WHERE CommlogNum = ?", row.CommlogNum)
    edit.type_text("Mine")
    edit.commit()
    await until(lambda: edit.state.phase is Phase.CONFLICT)
    assert (edit.shown, edit.state.theirs) == ("Mine", "Theirs")
    if keep:
        edit.keep_mine()
    else:
        edit.use_theirs()
    await until(lambda: commlogs.opened.row is None)
    found = served.sql("SELECT Note FROM commlog WHERE CommlogNum = ?", row.CommlogNum)[0][0]
    assert found == ("Mine" if keep else "Theirs")


async def test_an_unchanged_text_closes_the_editor(commlogs: CommlogsSection) -> None:
    """Leaving the editor without a change, or another patient, sends nothing."""
    row = (commlogs.value or ())[0]
    commlogs.opened.open(row)
    commlogs.opened.edit.commit()
    assert commlogs.opened.row is None
    commlogs.opened.open(row)
    commlogs.opened.edit.type_text("   ")
    commlogs.show(None)
    assert commlogs.opened.row is None
    assert commlogs.desk.parts.journal.recent(5) == ()


async def test_what_is_not_settled_is_shown(commlogs: CommlogsSection, served: Served) -> None:
    """A commlog whose answer was lost is at the top, and replaced by the row once that is found."""
    desk = commlogs.desk
    desk.commands["patient.commlog"].run()
    await until(lambda: desk.commlog.model is not None and desk.commlog.model.state.person is not None)
    served.faults.plan("Commlogs.create", Fault.TIMEOUT_LATE)
    desk.commlog.model.type_text("Will come", 9)
    desk.commlog.model.save()
    await until(lambda: "not sent yet" in str(commlogs.timeline.model.rows[0].title))
    desk.parts.outbox.hurry([entry.id for entry in desk.parts.journal.unsettled()])
    await until(lambda: "not confirmed yet" in str(commlogs.timeline.model.rows[0].title))
    await until(lambda: [entry.state for entry in desk.parts.journal.unsettled()] == [WriteState.UNKNOWN])
    await served.faults.deliver_late()
    for entry in desk.parts.journal.unsettled():  # by itself it looks again a while later
        await desk.parts.outbox.settle(entry.id)
    await until(lambda: bool(commlogs.value) and commlogs.value[0].Note == "Will come")
    assert [entry.text for entry in commlogs.timeline.model.rows].count("Will come") == 1


async def test_five_thousand(model: ScheduleScreenViewModel, served: Served) -> None:
    """All of them are listed, newest first, and found by their words."""
    pat_num = served.sql("SELECT PatNum FROM patient WHERE PatStatus = 0 ORDER BY PatNum LIMIT 1")[0][0]
    served.sql(
        "WITH RECURSIVE many(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 5000)"
        " INSERT INTO commlog (PatNum, CommDateTime, Note, Mode_, SentOrReceived)"
        " SELECT ?, datetime('2020-01-01', n || ' hours'), 'Call number ' || n, 3, 1 FROM many",
        pat_num,
    )
    section = (await page_of(model, pat_num)).sections["commlogs"]
    assert isinstance(section, CommlogsSection)
    rows = section.timeline.model
    await until(lambda: rows.count >= 5000)
    days = [row.at for row in rows.rows if row.at is not None]
    assert days == sorted(days, reverse=True)
    section.timeline.filter("number 4711")
    assert [row.text for row in rows.rows] == ["Call number 4711"]
