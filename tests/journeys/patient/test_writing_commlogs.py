"""Commlogs over a real connection: written in two clicks, by keys alone, and edited while another desk edits them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.viewmodels.inline.edit import Phase
from app.views.staff.commlog.form import CommlogForm
from app.views.staff.patient.sections.commlogs import CommlogsBody
from tests.journeys.desk import CONTROL, Desk, Desks
from tests.journeys.patient.page import open_page
from tests.journeys.patient.test_choosing import choose
from tests.journeys.practices import Practices
from tests.journeys.test_booking import somebody


def form_of(desk: Desk) -> CommlogForm:
    """The visible form."""
    form = desk.window.findChild(CommlogForm)
    assert form is not None
    return form


async def test_two_clicks(desk_on_socket: Desk) -> None:
    """The buttons Add commlog and Save, and typing between them; the new entry is the first of the timeline."""
    desk = desk_on_socket
    page = await open_page(desk, somebody(desk).pat_num)
    body = page.body("commlogs", CommlogsBody)
    page.click(page.button("Add commlog"))
    await desk.until(lambda: bool(desk.window.findChildren(CommlogForm)) and form_of(desk).field.hasFocus())
    desk.type("Asked about the bill")
    page.click(form_of(desk).save)
    assert page.clicks == 2
    await desk.told("Commlog added for ")
    rows = page.model.sections["commlogs"].timeline.model  # type: ignore[attr-defined]
    await desk.until(lambda: bool(rows.rows) and rows.rows[0].text == "Asked about the bill")
    assert "not sent yet" in str(rows.rows[0].title)
    await desk.ten_seconds_later()
    await desk.until(lambda: str(rows.rows[0].title) == "Misc · Phone · Received")
    assert body.pane.timeline.isVisible()


async def test_by_keys_from_the_schedule(desk_on_socket: Desk) -> None:
    """Ctrl+L, an abbreviation, Ctrl+Enter: the schedule stays, and has the keys again afterwards."""
    desk = desk_on_socket
    person = somebody(desk)
    await choose(desk, person.display, person.phone)
    desk.canvas.setFocus()
    await desk.press(Qt.Key.Key_L, CONTROL)
    await desk.until(lambda: bool(desk.window.findChildren(CommlogForm)) and form_of(desk).field.hasFocus())
    await desk.until(lambda: bool(form_of(desk).type.count() > 1))
    desk.type("?n")
    await desk.press(Qt.Key.Key_Return)
    assert form_of(desk).field.toPlainText() == "No answer, left a message."
    await desk.press(Qt.Key.Key_Return, CONTROL)
    await desk.told("Commlog added for ")
    await desk.until(lambda: desk.focus() is desk.canvas)
    assert desk.frame.desk.screens.current == "schedule"
    await desk.ten_seconds_later()
    found = desk.served.sql(
        "SELECT Note FROM commlog WHERE PatNum = ? ORDER BY CommlogNum DESC", person.pat_num
    )
    assert found[0] == ("No answer, left a message.",)
    await desk.press(Qt.Key.Key_L, CONTROL)
    desk.type("x")
    await desk.press(Qt.Key.Key_Escape)
    assert not form_of(desk).isVisible()
    await desk.press(Qt.Key.Key_L, CONTROL)
    assert form_of(desk).field.toPlainText() == "x"


async def test_an_edit_while_another_desk_edits(desk_on_socket: Desk) -> None:
    """Enter opens an entry; both versions are shown, and "Use theirs" keeps the other desk's."""
    desk = desk_on_socket
    pat_num = desk.served.sql("SELECT PatNum FROM commlog JOIN patient USING (PatNum) WHERE PatStatus = 0")[
        0
    ][0]
    page = await open_page(desk, pat_num)
    body = page.body("commlogs", CommlogsBody)
    body.pane.filter_field.setFocus()
    await desk.press(Qt.Key.Key_Down)
    await desk.press(Qt.Key.Key_Return)
    section = body._section
    opened = section.opened
    await desk.until(lambda: opened.edit.state.phase is Phase.EDITING)
    assert body.editor.field.editor is not None
    await desk.until(lambda: desk.focus() is body.editor.field.editor)
    newest = section.value[0] if section.value else None
    assert newest is not None
    await desk.served.elsewhere().commlogs.update(newest.CommlogNum, Note="From the other desk")
    desk.type(" and more")
    await desk.press(Qt.Key.Key_Return, CONTROL)
    await desk.until(lambda: opened.edit.state.phase is Phase.CONFLICT)
    assert "From the other desk" in desk.texts(body)
    page.click(body.editor.field.versions.use_theirs)
    await desk.until(lambda: opened.row is None)
    await desk.until(lambda: section.timeline.model.rows[0].text == "From the other desk")


async def test_an_older_office_is_not_said_to_edit(open_practice: Practices, open_desk: Desks) -> None:
    """Before 25.2.21, Enter on an entry names it and says what editing needs, and keys stay with the list."""
    desk = await open_desk(open_practice(version="25.2.20"))
    pat_num = desk.served.sql("SELECT PatNum FROM commlog GROUP BY PatNum ORDER BY COUNT(*) DESC LIMIT 1")[0][
        0
    ]
    page = await open_page(desk, pat_num)
    body = page.body("commlogs", CommlogsBody)
    body.pane.timeline.setFocus()
    await desk.press(Qt.Key.Key_Down)
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: "25.2.21 or newer" in desk.texts(body.editor))
    assert "Editing" not in desk.texts(body.editor)
    assert desk.focus() is body.pane.timeline
