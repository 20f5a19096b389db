"""The notes of the patient page."""

from __future__ import annotations

import pytest

from app.viewmodels.inline.edit import InlineEditViewModel, Phase
from app.viewmodels.staff.patient.sections.notes import FINANCIAL, URGENT, NotesSection
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from tests.journeys.practices import Served
from tests.support.qt_loop import until
from tests.viewmodels.patient.test_screen import page_of

LINES = "Takes blood thinners.\r\n<b>Allergic</b> &amp; nervous\tvery\r\nLast line"


@pytest.fixture
async def notes(model: ScheduleScreenViewModel, served: Served) -> NotesSection:
    """The section of a child, whose medical note has several lines."""
    pat_num = served.sql("SELECT PatNum FROM patient WHERE Guarantor <> PatNum AND PatStatus = 0 LIMIT 1")[0][
        0
    ]
    if not served.sql("SELECT 1 FROM patientnote WHERE PatNum = ?", pat_num):
        served.sql("INSERT INTO patientnote (PatNum) VALUES (?)", pat_num)
    served.sql("UPDATE patientnote SET Medical = ? WHERE PatNum = ?", LINES, pat_num)
    section = (await page_of(model, pat_num)).sections["notes"]
    assert isinstance(section, NotesSection)
    return section


async def save(notes: NotesSection, name: str, text: str) -> InlineEditViewModel:
    """Type and save a note."""
    edit = notes.edits[name]
    if edit.state.phase is Phase.SHOWN:
        edit.edit()
    edit.type_text(text)
    assert edit.commit()
    await until(lambda: edit.state.phase is not Phase.SAVING)
    return edit


def medical(served: Served, notes: NotesSection) -> str:
    """The medical note in the database."""
    return str(served.sql("SELECT Medical FROM patientnote WHERE PatNum = ?", notes.pat_num)[0][0])


async def test_notes_are_shown_as_they_were_typed(notes: NotesSection) -> None:
    """Line breaks, tabs and markup are literal; empty notes are hidden but for the usual ones."""
    assert notes.edits["Medical"].shown == LINES.replace("\r", "")
    assert {"Medical", "Service", URGENT} <= set(notes.shown_notes)
    assert all(
        notes.edits[name].state.value for name in set(notes.shown_notes) - {"Medical", "Service", URGENT}
    )


async def test_another_desks_lines_are_kept(notes: NotesSection, served: Served) -> None:
    """A note that another desk added to while it was edited has both; the same line changed twice is a collision."""
    edit = notes.edits["Medical"]
    edit.edit()
    theirs = "First of all.\r\n" + LINES
    served.sql("UPDATE patientnote SET Medical = ? WHERE PatNum = ?", theirs, notes.pat_num)
    await save(notes, "Medical", edit.state.draft.replace("Last line", "The last line"))
    found = medical(served, notes)
    assert found.startswith("First of all.\r\n")
    assert found.endswith("The last line")
    await until(lambda: edit.shown.startswith("First of all."))
    edit.edit()
    served.sql(
        "UPDATE patientnote SET Medical = REPLACE(Medical, 'The last', 'Her last') WHERE PatNum = ?",
        notes.pat_num,
    )
    await save(notes, "Medical", edit.state.draft.replace("The last", "My last"))
    assert edit.state.phase is Phase.CONFLICT
    assert "Her last line" in edit.state.theirs
    assert medical(served, notes).endswith("Her last line")


async def test_the_familys_note_is_the_guarantors(notes: NotesSection, served: Served) -> None:
    """It is changed with the guarantor, and shown on the child's page and strip at once."""
    await save(notes, URGENT, "Ask for a deposit")
    head = served.sql("SELECT Guarantor FROM patient WHERE PatNum = ?", notes.pat_num)[0][0]
    assert served.sql("SELECT FamFinUrgNote FROM patient WHERE PatNum = ?", head) == [("Ask for a deposit",)]
    strip = notes.desk.strip.model
    await until(lambda: "Ask for a deposit" in strip.state.alerts)
    assert notes.edits[URGENT].shown == "Ask for a deposit"


def saved(notes: NotesSection) -> str:
    """The field of the note that was saved last; empty: it is still being saved, or none was."""
    newest = notes.desk.parts.journal.recent(1)
    return next(iter(newest[0].intent.after), "") if newest and newest[0].state.settled else ""


async def test_a_familys_note_stays_in_its_family(notes: NotesSection, served: Served) -> None:
    """What is typed in a family's note is saved with its own guarantor, although another family is shown by then."""
    child, select = notes.pat_num or 0, notes.desk.patient.select
    head = served.sql("SELECT Guarantor FROM patient WHERE PatNum = ?", child)[0][0]
    other = served.sql(
        "SELECT PatNum FROM patient WHERE Guarantor = PatNum AND PatNum <> ? AND PatStatus = 0 AND PatNum IN"
        " (SELECT PatNum FROM patientnote) ORDER BY PatNum LIMIT 1", head,
    )[0][0]  # fmt: skip
    before = served.sql("SELECT FamFinUrgNote FROM patient WHERE PatNum = ?", other)
    select(other, Origin.SEARCH)
    await until(lambda: notes.pat_num == other and notes.value is not None)
    select(child, Origin.SEARCH)
    await until(lambda: notes.pat_num == child and notes.value is not None)
    for name, table in ((URGENT, "patient"), (FINANCIAL, "patientnote")):
        edit = notes.edits[name]
        edit.edit()
        edit.type_text("Ask for a deposit")
        select(other, Origin.SEARCH)
        await until(lambda name=name: saved(notes) == name)
        select(child, Origin.SEARCH)
        await until(lambda edit=edit: edit.shown == "Ask for a deposit")
        kept = served.sql(f"SELECT {name} FROM {table} WHERE PatNum = ?", head)
        assert kept == [("Ask for a deposit",)]
    assert served.sql("SELECT FamFinUrgNote FROM patient WHERE PatNum = ?", other) == before
