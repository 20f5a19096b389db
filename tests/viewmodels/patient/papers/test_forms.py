"""The Forms tab: which forms are due, filling them in, and adding one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from app.practice.server.faults import Fault
from app.viewmodels.inline.edit import InlineEditViewModel, Phase
from app.viewmodels.staff.patient.papers.form_fields import Role, label_of
from app.viewmodels.staff.patient.papers.form_rows import FormRow, is_due
from app.viewmodels.staff.patient.papers.forms import FormsModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.wire.permissions import Permission
from app.wire.resources.sheet_fields import SheetField, SheetFieldType
from tests.journeys.practices import ALL, Practices, Served
from tests.support.qt_loop import until
from tests.viewmodels.patient.papers.tabs import patients, tab_of

OpenDesk = Callable[[Served], Awaitable[ScheduleScreenViewModel]]


async def fields_of(tab: FormsModel, title: str) -> FormRow:
    """Select a form and wait for its fields."""
    row: FormRow = next(each for each in tab.table.model.rows if each.title == title)
    tab.select(row)
    await until(lambda: not tab.form.words)
    return row


def edit_of(tab: FormsModel, label: str) -> InlineEditViewModel:
    """A field of the selected form by its name."""
    number = next(each.number for each in tab.form.fields if each.label == label)
    return tab.form.edits[number]


async def save(edit: InlineEditViewModel, text: str) -> None:
    """Type and save a value."""
    edit.edit()
    edit.type_text(text)
    assert edit.commit()
    await until(lambda: edit.state.phase is not Phase.SAVING)


async def test_what_is_due(forms: FormsModel) -> None:
    """A consent without a signature is due, signed forms are done, and how many are due is said."""
    states = {row.title: str(row.state) for row in forms.table.model.rows}
    assert states == {
        "Consent to an extraction": "Due: not signed",
        "Medical history": "Done",
        "Patient registration": "Done",
    }
    assert forms.due.startswith("1 form is due. Last medical history: ")


async def test_a_form_is_added_and_filled(forms: FormsModel, served: Served) -> None:
    """A form is found by its name, added once, selected, and filled in; the state follows."""
    added: list[int] = []
    forms.added.connect(added.append)
    forms.new.run()
    await until(lambda: len(forms.new_form.found) > 1)
    assert "Routing slip" not in [each.Description for each in forms.new_form.found]
    forms.new_form.type_text("FORM regis")
    (found,) = forms.new_form.found
    forms.add(found)
    forms.add(found)
    await until(lambda: bool(added))
    command = "SELECT count(*) FROM sheet WHERE PatNum = ? AND Description = 'Patient registration'"
    assert served.sql(command, forms.pat_num)[0][0] == 2
    row = next(each for each in forms.table.model.rows if each.sheet_num == added[0])
    assert (is_due(row), forms.new_form.is_open) == (True, False)
    forms.select(row)
    await until(lambda: not forms.form.words)
    edit = edit_of(forms, "E-mail")
    await save(edit, "hannah@example.net")
    assert (edit.shown, edit.state.words) == ("hannah@example.net", "Saved")
    saved = "SELECT FieldValue FROM sheetfield WHERE SheetNum = ? AND FieldName = 'Email'"
    assert served.sql(saved, added[0]) == [("hannah@example.net",)]


async def test_fields_as_they_are(forms: FormsModel, served: Served) -> None:
    """A box is yes or no, a signature is read, and a colliding edit shows both values."""
    row = await fields_of(forms, "Medical history")
    assert [each.label for each in forms.form.fields if each.role is Role.SIGNATURE] == ["Signature"]
    box = edit_of(forms, "Allergy: Penicillin")
    assert [each.value for each in box.spec.kind.choices] == ["X", ""]
    edit = edit_of(forms, "Medication 1")
    edit.edit()
    change = "UPDATE sheetfield SET FieldValue = 'Warfarin' WHERE SheetNum = ? AND FieldName = 'inputMed1'"
    served.sql(change, row.sheet_num)
    edit.type_text("Aspirin")
    edit.commit()
    await until(lambda: edit.state.phase is not Phase.SAVING)
    value = served.sql(
        "SELECT FieldValue FROM sheetfield WHERE SheetNum = ? AND FieldName = 'inputMed1'", row.sheet_num
    )[0][0]
    assert "Warfarin" in value


async def test_a_lost_answer_adds_one_form(forms: FormsModel, served: Served) -> None:
    """A form whose answer is lost is found by looking and is there once."""
    served.faults.plan("Sheets.create", Fault.DROP_AFTER)
    forms.new.run()
    await until(lambda: bool(forms.new_form.found))
    forms.new_form.type_text("welcome")
    forms.add(forms.new_form.found[0])
    await until(lambda: any(each.title == "Welcome letter" for each in forms.table.model.rows))
    await until(lambda: not forms._desk.parts.journal.unsettled())
    assert served.faults.seen.count("Sheets.create") == 1
    assert sum(each.title == "Welcome letter" for each in forms.table.model.rows) == 1


async def test_an_older_office_and_a_key_without_queries(
    open_practice: Practices, open_desk: OpenDesk
) -> None:
    """Forms and fields are read; what can't be told or filled in says why."""
    served = open_practice(version="24.4.10", permissions=ALL - {Permission.QUERIES})
    model = await open_desk(served)
    tab = await tab_of(model, patients(served)[0], "forms")
    await until(lambda: len(tab.table.model.rows) == 3)
    assert {str(row.state) for row in tab.table.model.rows} == {""}
    assert "Queries" in tab.due
    await fields_of(tab, "Medical history")
    assert "25.2" in tab.form.why_not
    edit = edit_of(tab, "Medication 1")
    edit.edit()
    assert edit.state.phase is Phase.SHOWN
    assert tab.new.can_run


async def test_fields_that_cannot_be_read(forms: FormsModel, served: Served) -> None:
    """The reason is in place of the fields, and reading again shows them."""
    served.faults.plan("SheetFields.list", Fault.SERVER_ERROR, times=9)
    row = forms.table.model.rows[0]
    forms.select(row)
    await until(lambda: "server failed" in forms.form.words)
    served.faults._planned.clear()
    forms.refresh()
    await until(lambda: bool(forms.form.fields) and not forms.form.words)


def test_names_of_fields() -> None:
    """A field is named as the form's author or Open Dental names it, in words."""
    names = {
        "LName": "Last name",
        "patient.nameFL": "Name",
        "today.DayDate": "Day date",
        "allergy:Latex": "Allergy: Latex",
        "inputMed12": "Medication 12",
        "misc": "Text",
        "": "Text",
    }
    for name, words in names.items():
        assert label_of(SheetField(FieldName=name)) == words
    box = SheetField(FieldType=SheetFieldType.CHECK_BOX, FieldName="misc", ReportableName="Smokes")
    assert label_of(box) == "Smokes"
