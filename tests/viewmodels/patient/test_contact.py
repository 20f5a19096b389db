"""Contact data, edited in place and sent to the made-up practice."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.viewmodels.inline.edit import InlineEditViewModel, Phase
from app.viewmodels.staff.patient.sections.contact import ContactSection
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.kinds import the
from tests.support.qt_loop import until
from tests.viewmodels.patient.test_screen import page_of


@pytest.fixture
async def contact(model: ScheduleScreenViewModel) -> ContactSection:
    """The section of the day's first patient."""
    overview = await page_of(model, model.schedule.grid.visits[0].visit.pat_num)
    section = overview.sections["contact"]
    assert isinstance(section, ContactSection)
    return section


def in_database(served: Served, contact: ContactSection, field: str) -> Any:
    """A field of the patient in the database."""
    return served.sql(f"SELECT {field} FROM patient WHERE PatNum = ?", contact.pat_num)[0][0]


async def save(contact: ContactSection, field: str, text: str) -> InlineEditViewModel:
    """Type and save a value."""
    edit = contact.edits[field]
    edit.edit()
    edit.type_text(text)
    assert edit.commit()
    await until(lambda: edit.state.phase is not Phase.SAVING)
    return edit


async def test_only_the_changed_field_is_sent(contact: ContactSection, served: Served) -> None:
    """A phone is saved in Open Dental's form; what another program has changed in other fields stays."""
    served.sql("UPDATE patient SET City = 'Elsewhere' WHERE PatNum = ?", contact.pat_num)
    edit = await save(contact, "WirelessPhone", "503.555.0142")
    assert (edit.shown, edit.state.words) == ("(503) 555-0142", "Saved")
    assert in_database(served, contact, "WirelessPhone") == "(503)555-0142"
    assert in_database(served, contact, "City") == "Elsewhere"
    await save(contact, "Birthdate", "3/4/85")
    assert in_database(served, contact, "Birthdate").startswith("1985-03-04")
    assert contact.desk.notices.undoable is not None


@pytest.mark.parametrize("keep", [True, False])
async def test_a_collision_shows_both_and_overwrites_nothing(
    contact: ContactSection, served: Served, *, keep: bool
) -> None:
    """If another user changed the same field, both versions are shown here only, and the user chooses."""
    closed: list[int] = []
    contact.desk.notices.closed.connect(closed.append)
    edit = contact.edits["LName"]
    edit.edit()
    served.sql("UPDATE patient SET LName = 'Bianchi' WHERE PatNum = ?", contact.pat_num)
    edit.type_text("Rossi")
    edit.commit()
    await until(lambda: edit.state.phase is Phase.CONFLICT)
    assert (edit.shown, edit.state.theirs) == ("Rossi", "Bianchi")
    assert closed == [each.id for each in contact.desk.notices.items if each.kind == "error"]
    if keep:
        edit.keep_mine()
    else:
        edit.use_theirs()
    await until(lambda: edit.state.phase is Phase.SHOWN)
    assert in_database(served, contact, "LName") == ("Rossi" if keep else "Bianchi") == edit.shown
    await until(lambda: contact.desk.attention.rows == ())


async def test_another_patient_gets_none_of_it(contact: ContactSection, served: Served) -> None:
    """What is typed when the patient changes is saved for the patient it was typed for, and shown nowhere else."""
    visits = the(ScheduleScreenViewModel, contact.desk.screens.model("schedule")).schedule.grid.visits
    first = contact.pat_num
    other = next(each.visit.pat_num for each in visits if each.visit.pat_num != first)
    edit = contact.edits["FName"]
    edit.edit()
    edit.type_text("Aurelia")
    contact.show(other)
    await until(lambda: contact.value is not None and contact.value.PatNum == other)
    assert edit.shown != "Aurelia"
    await until(lambda: served.sql("SELECT FName FROM patient WHERE PatNum = ?", first)[0][0] == "Aurelia")
    assert served.sql("SELECT FName FROM patient WHERE PatNum = ?", other)[0][0] != "Aurelia"


async def test_what_cannot_be_saved_is_kept_for_its_patient(contact: ContactSection) -> None:
    """A value that is none is in the editor again when its patient is shown the next time."""
    first = contact.pat_num
    assert first is not None
    visits = the(ScheduleScreenViewModel, contact.desk.screens.model("schedule")).schedule.grid.visits
    other = next(each.visit.pat_num for each in visits if each.visit.pat_num != first)
    edit = contact.edits["Email"]
    edit.edit()
    edit.type_text("not an address")
    for pat_num in (other, first):
        contact.show(pat_num)
        await until(lambda: contact.value is not None and contact.value.PatNum == contact.pat_num)
        assert (edit.state.phase is Phase.EDITING) is (pat_num == first)
    assert edit.state.draft == "not an address"
    assert not edit.commit()
    assert edit.state.words == "This is not an e-mail address."


async def test_a_patient_deleted_meanwhile(contact: ContactSection, served: Served) -> None:
    """It is said, what was typed stays in the editor, and nothing is saved."""
    edit = contact.edits["City"]
    edit.edit()
    edit.type_text("Salem")
    served.sql("UPDATE patient SET PatStatus = 4 WHERE PatNum = ?", contact.pat_num)
    edit.commit()
    await until(lambda: edit.state.phase is Phase.EDITING)
    assert "deleted" in edit.state.words
    assert edit.state.draft == "Salem"


async def test_empty_fields_are_shown_on_request(contact: ContactSection) -> None:
    """Usual and filled fields are shown, the others on request; a number is never shown whole by itself."""
    few = contact.shown_fields
    contact.show_all(shown=True)
    assert set(few) < set(contact.shown_fields) == set(contact.edits)
    await save(contact, "SSN", "123-45-6789")
    assert contact.edits["SSN"].shown == "•••-••-6789"
    contact.show_all(shown=False)
    await until(lambda: contact.value is not None and contact.value.SSN == "123456789")
    assert "SSN" in contact.shown_fields
    assert contact.edits["Birthdate"].state.value == (contact.value.Birthdate if contact.value else date.max)


async def test_a_value_is_changed_twice_in_a_row(contact: ContactSection, served: Served) -> None:
    """The second change is made over the first one, also before the patient was read again."""
    edit = await save(contact, "City", "Salem")
    edit.edit()
    edit.type_text("Bend")
    edit.commit()
    await until(lambda: edit.state.phase is not Phase.SAVING)
    assert (edit.state.words, in_database(served, contact, "City")) == ("Saved", "Bend")


async def test_a_refusal_that_comes_late(contact: ContactSection, served: Served) -> None:
    """A collision found after its patient was left and shown again stays a notice: the field doesn't show it."""
    first, closed = contact.pat_num, []
    contact.desk.notices.closed.connect(closed.append)
    edit = contact.edits["City"]
    edit.edit()
    served.sql("UPDATE patient SET City = 'Elsewhere' WHERE PatNum = ?", first)
    edit.type_text("Salem")
    for pat_num in (None, first):
        contact.show(pat_num)
    await until(lambda: any(each.kind == "error" for each in contact.desk.notices.items))
    await until(lambda: edit.shown == "Elsewhere")
    assert closed == []
