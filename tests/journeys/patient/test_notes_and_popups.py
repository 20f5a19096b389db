"""Notes, popups, fields and referrals over a real connection, by the widgets of the page."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.viewmodels.inline.edit import Phase
from app.views.staff.frame.strip_parts import Popups
from app.views.staff.patient.sections.fields import FieldsBody
from app.views.staff.patient.sections.notes import NotesBody
from app.views.staff.patient.sections.popups import PopupsBody
from app.views.staff.patient.sections.referrals import ReferralsBody
from app.views.widgets.inline.field import ValueLabel
from tests.journeys.desk import CONTROL, Desk
from tests.journeys.patient.page import Page, open_page


async def page_of_the_most(desk: Desk, table: str) -> Page:
    """The page of the patient with the most rows of a table."""
    command = f"SELECT PatNum FROM {table} GROUP BY PatNum ORDER BY COUNT(*) DESC LIMIT 1"  # ours
    return await open_page(desk, desk.served.sql(command)[0][0])


async def test_a_note_that_another_desk_changes(desk_on_socket: Desk) -> None:
    """Both desks' lines are in the note, and the page shows them; by keys alone."""
    desk = desk_on_socket
    page = await page_of_the_most(desk, "popup")
    note = page.body("notes", NotesBody).fields["Service"]
    pat_num = page.model.sections["notes"].pat_num
    assert pat_num is not None
    note.value.setFocus()
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: desk.focus() is note.editor)
    other = desk.served.elsewhere()
    was = (await other.patient_notes.get(pat_num)).Service
    await other.patient_notes.update(pat_num, Service=f"From the other desk.\r\n{was}")
    desk.type(" <b>From</b> this &amp; desk.")
    await desk.press(Qt.Key.Key_Return, CONTROL)
    await desk.until(lambda: note.model.state.phase is Phase.SHOWN)
    await desk.until(lambda: note.model.shown.startswith("From the other desk.\n"))
    assert note.model.shown.endswith("<b>From</b> this &amp; desk.")
    assert note.value.text().endswith("<b>From</b> this &amp; desk.")
    assert (await other.patient_notes.get(pat_num)).Service.endswith("<b>From</b> this &amp; desk.")


async def test_a_popup_is_created_and_snoozed(desk_on_socket: Desk) -> None:
    """“Add” and “Save”, and typing between them; “Snooze” hides it in the strip for ten minutes."""
    desk = desk_on_socket
    alone = (
        "SELECT PatNum FROM patient WHERE Guarantor = PatNum AND SuperFamily = 0 AND PatStatus = 0 AND PatNum NOT IN"
        " (SELECT Guarantor FROM patient JOIN popup USING (PatNum)) LIMIT 1"
    )
    page = await open_page(desk, desk.served.sql(alone)[0][0])
    body = page.body("popups", PopupsBody)
    page.click(page.button("Add popup"))
    await desk.until(body.new.field.hasFocus)
    desk.type("Ask for the new card")
    page.click(body.new.save)
    assert page.clicks == 2
    strip = desk.window.findChildren(Popups)[0]
    await desk.until(lambda: "Ask for the new card" in desk.texts(strip))
    await desk.until(lambda: "Ask for the new card" in desk.texts(body))
    page.click(page.button("Snooze", body))
    assert page.clicks == 3
    focus = desk.focus()
    assert isinstance(focus, ValueLabel), (
        "the next key is for this popup, and a second press doesn't turn it off"
    )
    assert focus.text() == "Ask for the new card"
    await desk.until(lambda: "Ask for the new card" not in desk.texts(strip))
    assert "snoozed" in desk.texts(body)


async def test_a_patient_field(desk_on_socket: Desk) -> None:
    """Each is edited where it is shown; the date is typed as people do."""
    desk = desk_on_socket
    page = await page_of_the_most(desk, "patfield")
    body = page.body("fields", FieldsBody)
    name = desk.served.sql("SELECT FieldName FROM patfielddef WHERE FieldType = 2")[0][0]
    page.click(body.fields[name].value)
    await desk.until(lambda: desk.focus() is body.fields[name].editor)
    desk.type("3/14/85")
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: body.fields[name].model.state.words == "Saved")
    assert body.fields[name].value.text() == "Mar 14, 1985"
    pat_num = page.model.sections["fields"].pat_num
    found = desk.served.sql(
        "SELECT FieldValue FROM patfield WHERE PatNum = ? AND FieldName = ?", pat_num, name
    )
    assert found == [("1985-03-14",)]


async def test_the_state_of_a_referral(desk_on_socket: Desk) -> None:
    """It is chosen where it is shown, and the undo of the toast brings the old one back."""
    desk = desk_on_socket
    page = await page_of_the_most(desk, "refattach")
    body = page.body("referrals", ReferralsBody)
    section = body._section
    before = next(row for row in section.rows if row.is_out)
    combo = next(each for each in body.states if each.isEnabled())
    combo.setFocus()
    await desk.press(Qt.Key.Key_Up)
    await desk.until(
        lambda: next(row for row in section.rows if row.is_out).row.RefToStatus is not before.row.RefToStatus
    )
    await desk.press(Qt.Key.Key_Z, CONTROL)
    await desk.until(
        lambda: next(row for row in section.rows if row.is_out).row.RefToStatus is before.row.RefToStatus
    )
