"""A change that waits for the server is shown wherever its value is: after coming back, and when it is opened."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from app.journal.entries import Entry
from app.viewmodels.inline.edit import InlineEditViewModel, Phase
from app.viewmodels.inline.kinds import TextKind
from app.viewmodels.staff.patient.overview import OverviewModel
from app.viewmodels.staff.patient.sections.commlogs import CommlogsSection
from app.viewmodels.staff.patient.sections.contact import ContactSection
from app.viewmodels.staff.patient.sections.fields import FieldsSection
from app.viewmodels.staff.patient.sections.insurance.section import InsuranceSection
from app.viewmodels.staff.patient.sections.notes import NotesSection
from app.viewmodels.staff.patient.sections.recalls import RecallsSection
from app.viewmodels.staff.patient.sections.referrals import ReferralsSection
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until
from tests.viewmodels.patient.people import insured, uninsured
from tests.viewmodels.patient.test_screen import page_of

WAITS = "Not sent yet. It will be sent when the server is back."


@dataclass
class Page:
    """One patient's page, and another patient's to go to."""

    model: ScheduleScreenViewModel
    served: Served
    pat_num: int
    other: int

    async def open(self) -> OverviewModel:
        """Show the patient."""
        return await page_of(self.model, self.pat_num)

    async def leave_and_return(self) -> OverviewModel:
        """Show the other patient, then this one again."""
        await page_of(self.model, self.other)
        return await self.open()

    async def lose_the_server(self) -> None:
        """From now on nothing can be reached."""
        await page_of(self.model, self.other)
        self.served.faults.unreachable = True

    @property
    def waiting(self) -> Entry:
        """The only change that waits."""
        (entry,) = self.model.desk.parts.journal.unsettled()
        return entry

    def city(self) -> str:
        """What the office has."""
        return str(self.served.sql("SELECT City FROM patient WHERE PatNum = ?", self.pat_num)[0][0])


@pytest.fixture
async def page(model: ScheduleScreenViewModel, served: Served) -> Page:
    """An insured patient, and one to go to."""
    return Page(model, served, insured(served), uninsured(served))


async def typed(edit: InlineEditViewModel, text: str) -> None:
    """Type and save a value."""
    edit.edit()
    edit.type_text(text)
    assert edit.commit()
    await until(lambda: edit.state.phase is not Phase.SAVING)


async def city_that_waits(page: Page) -> InlineEditViewModel:
    """The field after its change had to wait, and after coming back to it."""
    await page.open()
    await page.lose_the_server()
    contact = (await page.open()).sections["contact"]
    assert isinstance(contact, ContactSection)
    edit = contact.edits["City"]
    await typed(edit, "Salem")
    await page.leave_and_return()
    assert (edit.shown, edit.state.words, edit.state.tone) == ("Salem", WAITS, "pending")
    contact.changed.emit()
    page.model.desk.screens.key("Shift+F5")  # nothing new is read, and nothing is lost
    assert edit.shown == "Salem"
    return edit


async def test_it_is_sent(page: Page) -> None:
    """Once the server is back it is saved, and the field says so; what is read then is the same."""
    edit = await city_that_waits(page)
    page.served.faults.unreachable = False
    await until(lambda: edit.state.words == "Saved")
    assert (edit.shown, page.city()) == ("Salem", "Salem")
    await page.leave_and_return()
    await until(lambda: (edit.shown, edit.state.words) == ("Salem", ""))


async def test_it_is_refused(page: Page) -> None:
    """If another user changed it meanwhile, nothing is overwritten, and what was typed is there to be looked at."""
    edit = await city_that_waits(page)
    page.served.sql("UPDATE patient SET City = 'Elsewhere' WHERE PatNum = ?", page.pat_num)
    page.served.faults.unreachable = False
    await until(lambda: edit.state.phase is Phase.EDITING)
    assert (edit.state.draft, edit.state.tone) == ("Salem", "alert")
    assert "another user" in edit.state.words
    assert page.city() == "Elsewhere"


async def test_it_is_withdrawn(page: Page) -> None:
    """If it is taken back, the field shows what the office has."""
    before = page.city()
    edit = await city_that_waits(page)
    await page.model.desk.parts.outbox.withdraw(page.waiting.id)
    await until(lambda: edit.shown == before)
    assert (edit.state.words, edit.state.tone) == ("Canceled before it was sent.", "")
    assert edit.state.phase is Phase.SHOWN


async def test_it_is_changed_again(page: Page) -> None:
    """A second change of a value that waits is made over it, and both are sent in order."""
    edit = await city_that_waits(page)
    await typed(edit, "Eugene")
    assert edit.shown == "Eugene"
    await page.leave_and_return()
    assert (edit.shown, edit.state.words) == ("Eugene", WAITS)
    page.served.faults.unreachable = False
    await until(lambda: not page.model.desk.parts.journal.unsettled())
    assert page.city() == "Eugene"


async def test_in_every_group(page: Page, served: Served) -> None:
    """Notes, the office's fields, a recall's and a plan's fields show what waits after coming back, too."""
    served.sql("UPDATE recall SET Note = '' WHERE PatNum = ?", page.pat_num)
    await page.open()
    await page.lose_the_server()
    for name, opened in (
        ("notes", notes),
        ("fields", fields),
        ("recalls", recalls),
        ("insurance", insurance),
    ):
        edit = opened(await page.open())
        await typed(edit, "w1")
        await page.leave_and_return()
        again = opened(await page.open())
        assert (name, again.shown, again.state.words, again.state.tone) == (name, "w1", WAITS, "pending")


def notes(overview: OverviewModel) -> InlineEditViewModel:
    """The service note."""
    section = overview.sections["notes"]
    assert isinstance(section, NotesSection)
    return section.edits["Service"]


def fields(overview: OverviewModel) -> InlineEditViewModel:
    """The first field that takes any text."""
    section = overview.sections["fields"]
    assert isinstance(section, FieldsSection)
    return next(edit for edit in section.edits.values() if isinstance(edit.spec.kind, TextKind))


def recalls(overview: OverviewModel) -> InlineEditViewModel:
    """The note of the first recall, whose fields are opened."""
    section = overview.sections["recalls"]
    assert isinstance(section, RecallsSection)
    if section.open_row is None:
        section.toggle(section.rows[0].recall_num)
    return section.fields.edits["Note"]


def insurance(overview: OverviewModel) -> InlineEditViewModel:
    """The group's name of the first plan, whose fields are opened."""
    section = overview.sections["insurance"]
    assert isinstance(section, InsuranceSection)
    if section.open_plan is None:
        section.toggle(section.cards[0].pat_plan_num)
    return section.fields.edits["GroupName"]


async def test_in_a_row_that_is_opened(model: ScheduleScreenViewModel, served: Served) -> None:
    """A commlog or referral whose change waits is opened with the new text, and follows what becomes of it."""
    pat_num = served.sql("SELECT PatNum FROM refattach GROUP BY PatNum ORDER BY COUNT(*) DESC LIMIT 1")[0][0]
    served.sql(
        "INSERT INTO commlog (PatNum, CommDateTime, Note, Mode_, SentOrReceived)"
        " VALUES (?, '2026-11-16 10:00:00', 'Old', 3, 2)",
        pat_num,
    )
    overview = await page_of(model, pat_num)
    commlogs, referrals = overview.sections["commlogs"], overview.sections["referrals"]
    assert isinstance(commlogs, CommlogsSection)
    assert isinstance(referrals, ReferralsSection)
    commlog, referral = (commlogs.value or ())[0], referrals.rows[0].row
    served.faults.unreachable = True
    for opened, row in ((commlogs.opened, commlog), (referrals.opened, referral)):
        opened.open(row)
        await typed(opened.edit, "New")
        opened.close()
        opened.open(row)
        assert (opened.edit.state.draft, opened.edit.state.words) == ("New", WAITS)
    entries = {entry.intent.method.split(".")[0]: entry for entry in model.desk.parts.journal.unsettled()}
    await model.desk.parts.outbox.withdraw(entries["RefAttaches"].id)
    await until(lambda: referrals.opened.edit.state.draft == referral.Note)
    served.faults.unreachable = False
    await until(lambda: commlogs.opened.edit.state.words == "")
    assert commlogs.opened.edit.state.draft == "New"
    assert served.sql("SELECT Note FROM commlog WHERE CommlogNum = ?", commlog.CommlogNum) == [("New",)]
