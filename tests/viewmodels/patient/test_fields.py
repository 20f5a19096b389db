"""The office's own patient fields."""

from __future__ import annotations

import pytest

from app.viewmodels.inline.edit import InlineEditViewModel, Phase
from app.viewmodels.inline.kinds import ChoiceKind
from app.viewmodels.staff.patient.sections.fields import FEW, FieldsSection
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from tests.journeys.practices import Served
from tests.support.qt_loop import until
from tests.viewmodels.patient.test_screen import page_of


@pytest.fixture
async def fields(model: ScheduleScreenViewModel, served: Served) -> FieldsSection:
    """The section of the patient with the most fields, in an office with one more than are all shown."""
    for number in range(FEW):
        served.sql(
            "INSERT INTO patfielddef (FieldName, FieldType, ItemOrder, IsHidden) VALUES (?, 0, 90, 0)",
            f"More {number}",
        )
    pat_num = served.sql("SELECT PatNum FROM patfield GROUP BY PatNum ORDER BY COUNT(*) DESC LIMIT 1")[0][0]
    section = (await page_of(model, pat_num)).sections["fields"]
    assert isinstance(section, FieldsSection)
    return section


def of_kind(served: Served, kind: int) -> str:
    """The name of the field of a type (its number in the database)."""
    rows = served.sql(
        "SELECT FieldName FROM patfielddef WHERE FieldType = ? AND IsHidden = 0 ORDER BY ItemOrder", kind
    )
    return str(rows[0][0])


async def save(fields: FieldsSection, name: str, text: str) -> InlineEditViewModel:
    """Type and save a value."""
    edit = fields.edits[name]
    edit.edit()
    edit.type_text(text)
    if edit.commit():
        await until(lambda: edit.state.phase is not Phase.SAVING)
    return edit


def kept(served: Served, fields: FieldsSection, name: str) -> list[str]:
    """The values in the database."""
    return kept_of(served, fields.pat_num or 0, name)


def kept_of(served: Served, pat_num: int, name: str) -> list[str]:
    """The same of any patient."""
    rows = served.sql("SELECT FieldValue FROM patfield WHERE PatNum = ? AND FieldName = ?", pat_num, name)
    return [value for (value,) in rows]


async def test_each_type_is_typed_in_its_way(fields: FieldsSection, served: Served) -> None:
    """Text, an item of the list, a date, a check box and an amount are kept as the office keeps them."""
    text, items, day, box, money = (of_kind(served, kind) for kind in range(5))
    choices = fields.edits[items].spec.kind
    assert isinstance(choices, ChoiceKind)
    titles = [str(each.title) for each in choices.choices]
    assert titles[:3] == ["None", "Yes", "No"]
    for name, typed, value in (
        (text, "With grandmother", "With grandmother"),
        (items, str(titles.index("No")), "No"),
        (day, "3/14/27", "2027-03-14"),
        (money, "1,128.4", "1128.40"),
    ):
        edit = await save(fields, name, typed)
        assert (edit.state.words, kept(served, fields, name)) == ("Saved", [value])
    edit = await save(fields, box, "1")
    assert (edit.shown, kept(served, fields, box)) == ("No", [])
    assert not (await save(fields, money, "much")).commit()


async def test_a_value_is_cleared_and_added_again(fields: FieldsSection, served: Served) -> None:
    """An empty value removes the row; the undo brings it back; a new one is added."""
    day = of_kind(served, 2)
    before = kept(served, fields, day)
    await save(fields, day, "")
    assert kept(served, fields, day) == []
    await until(lambda: day not in fields._rows)
    assert fields.desk.notices.undoable is not None
    fields.desk.notices.undo(fields.desk.notices.undoable.id)
    await until(lambda: kept(served, fields, day) == before)


async def test_empty_fields_are_shown_on_request(fields: FieldsSection) -> None:
    """Of many fields only those with a value are shown at first; hidden ones never."""
    few = fields.shown_fields
    assert 0 < len(few) < len(fields.edits)
    fields.show_all(shown=True)
    assert fields.shown_fields == tuple(fields.edits)
    assert "Sports guard color" not in fields.edits


async def test_a_collision(fields: FieldsSection, served: Served) -> None:
    """Another desk's value is shown beside ours; nothing is overwritten until the user chooses."""
    money = of_kind(served, 4)
    edit = fields.edits[money]
    edit.edit()
    served.sql(
        "UPDATE patfield SET FieldValue = '99.00' WHERE PatNum = ? AND FieldName = ?", fields.pat_num, money
    )
    edit.type_text("1")
    edit.commit()
    await until(lambda: edit.state.phase is Phase.CONFLICT)
    assert (edit.state.theirs, kept(served, fields, money)) == ("99.00", ["99.00"])
    edit.keep_mine()
    await until(lambda: kept(served, fields, money) == ["1.00"])


async def test_a_value_typed_for_the_patient_before(fields: FieldsSection, served: Served) -> None:
    """What is typed when another patient is selected replaces the value as it was seen, or removes it."""
    one, select = fields.pat_num or 0, fields.desk.patient.select
    two = served.sql("SELECT PatNum FROM patient WHERE PatStatus = 0 AND PatNum <> ? LIMIT 1", one)[0][0]
    text, day = of_kind(served, 0), of_kind(served, 2)
    await save(fields, text, "With her mother")
    assert kept(served, fields, day)
    for name, typed, there in ((text, "With grandmother", ["With grandmother"]), (day, "", [])):
        fields.edits[name].edit()
        fields.edits[name].type_text(typed)
        select(two, Origin.SEARCH)
        await until(lambda: fields.pat_num == two and fields.value is not None)
        await until(lambda name=name, there=there: kept_of(served, one, name) == there)
        select(one, Origin.SEARCH)
        await until(lambda: fields.pat_num == one and fields.value is not None)
