"""The chart through the real widgets, on a practice behind a socket."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QToolButton

from app.api.modes import Mode
from app.practice.server.faults import Fault
from app.viewmodels.staff.chart.chart import ChartModel
from app.viewmodels.staff.selected_patient import Origin
from app.views.printing.preview import PrintPreview
from app.views.staff.chart.chart import ChartView
from app.wire.permissions import Permission
from tests.journeys.desk import CONTROL, LEFT, SHIFT, Desk, Desks
from tests.journeys.practices import TEN_TWENTY, Practices
from tests.support.clients import knows_key
from tests.support.fast_clock import FastClock
from tests.viewmodels.chart.charts import adult, is_read


def model_of(view: ChartView) -> ChartModel:
    """The chart's viewmodel."""
    return view._model


async def open_chart(desk: Desk, *, pat_num: int | None = None) -> ChartView:
    """One key opens the chart of the patient in the strip."""
    desk.frame.desk.patient.select(pat_num or adult(desk.served), Origin.SEARCH)
    await desk.press(Qt.Key.Key_H, CONTROL)
    await desk.until(lambda: any(each.isVisible() for each in desk.frame.findChildren(ChartView)))
    (view,) = desk.frame.findChildren(ChartView)
    await desk.until(lambda: is_read(model_of(view)))
    return view


@pytest.fixture
async def chart(desk_on_socket: Desk) -> ChartView:
    """The chart of the adult who has everything, opened from the schedule."""
    return await open_chart(desk_on_socket)


async def test_which_tooth_was_it(chart: ChartView, desk_on_socket: Desk) -> None:
    """One key from the schedule, one click on the tooth: its notes, and a chip that shows all again with one click."""
    desk, timeline = desk_on_socket, model_of(chart).notes.timeline
    everything = len(timeline.model.rows)
    QTest.mouseClick(chart.odontogram.canvas, LEFT, pos=chart.odontogram.canvas.rect_of("14").center())
    assert desk.button("Tooth 14: show the notes of all teeth", chart).isVisible()
    assert "Tooth 14, upper left first molar" in desk.texts(chart)
    assert 0 < len(timeline.model.rows) < everything
    assert all("#14" in str(each.title) for each in timeline.model.rows)
    await desk.push("Tooth 14: show the notes of all teeth")
    assert len(timeline.model.rows) == everything


async def test_by_keyboard_alone(chart: ChartView, desk_on_socket: Desk) -> None:
    """Arrows select a tooth, Ctrl+F searches, Down goes to the notes, Enter unfolds, Esc clears the search."""
    desk, timeline = desk_on_socket, model_of(chart).notes.timeline
    await desk.until(chart.odontogram.canvas.hasFocus)
    await desk.press(Qt.Key.Key_Right)
    assert model_of(chart).notes.tooth_words.startswith("Tooth ")
    await desk.press(Qt.Key.Key_Escape)
    assert model_of(chart).notes.tooth_words == ""
    await desk.press(Qt.Key.Key_F, CONTROL)
    await desk.until(lambda: desk.focus() is chart.notes.pane.filter_field)
    desk.type("crown")
    assert timeline.model.rows
    assert all("crown" in each.whole.lower() for each in timeline.model.rows)
    await desk.press(Qt.Key.Key_Down)
    await desk.until(lambda: desk.focus() is chart.notes.pane.timeline)
    await desk.press(Qt.Key.Key_F, CONTROL)
    await desk.press(Qt.Key.Key_Escape)
    assert len(timeline.model.rows) == timeline.model.count


async def test_a_long_note_is_read_in_full(desk_on_socket: Desk) -> None:
    """A note longer than three lines ends with a link; Enter on the row shows all of it, markup as it was typed."""
    desk = desk_on_socket
    text = "<b>bold</b> &amp; a tab\there. " + "A long story about a tooth. " * 60 + "The end."
    desk.served.sql("UPDATE commlog SET Note = ? WHERE PatNum = ?", text, adult(desk.served))
    chart = await open_chart(desk)
    timeline = chart.notes.pane.timeline
    row = next(at for at, each in enumerate(model_of(chart).notes.timeline.model.rows) if each.text)
    timeline.setFocus()
    timeline.setCurrentIndex(timeline.model().index(row, 0))
    folded = timeline._rows.lay_out(row)
    assert folded.has_more
    await desk.press(Qt.Key.Key_Return)
    unfolded = timeline._rows.lay_out(row)
    assert unfolded.height > 2 * folded.height
    assert unfolded.entry.text == text


async def test_plans_procedures_perio_and_banner_at_a_glance(chart: ChartView, desk_on_socket: Desk) -> None:
    """Without any click: alerts, allergies, what the plan costs and what of it is booked, perio and vital signs."""
    texts = desk_on_socket.texts(chart)
    for words in (
        "Premedicate",
        "Penicillin (Swollen throat), Latex (Rash)",
        "Lisinopril",
        "High blood pressure",
        "Active Treatment Plan",
        "Insurance est.",
        "Write-off",
        "to book",
        "Pockets ≥ 4 mm",
        "compared with",
        "mmHg",
    ):
        assert words in texts or desk_on_socket.button(words, chart), words
    chart.tabs.setCurrentIndex(1)
    assert chart.procedures.pane.table.isVisible()
    assert chart.procedures.choice.currentText().startswith("Planned (")


async def test_report_a_change(chart: ChartView, desk_on_socket: Desk) -> None:
    """One key, the words, Enter: a commlog, and the notes show it. Esc before that leaves nothing behind."""
    desk = desk_on_socket
    await desk.press(Qt.Key.Key_M, CONTROL | SHIFT)
    await desk.until(chart.banner.form.field.hasFocus)
    desk.type("wrong patient")
    await desk.press(Qt.Key.Key_Escape)
    assert not chart.banner.form.isVisible()
    await desk.press(Qt.Key.Key_M, CONTROL | SHIFT)
    await desk.until(chart.banner.form.field.hasFocus)
    desk.type("I take blood thinners now")
    await desk.press(Qt.Key.Key_Return)
    await desk.told("Commlog added")
    await desk.ten_seconds_later()
    rows = desk.served.sql("SELECT Note FROM commlog WHERE Note LIKE '%blood thinners%'")
    assert len(rows) == 1
    assert rows[0][0].startswith("Patient reports a change of medication: I take blood thinners now")
    await desk.until(
        lambda: any("blood thinners" in each.text for each in model_of(chart).notes.timeline.model.rows)
    )
    assert not chart.banner.form.isVisible()
    assert not desk.served.sql("SELECT 1 FROM commlog WHERE Note LIKE '%wrong patient%'")


async def test_book_what_is_planned(chart: ChartView, desk_on_socket: Desk) -> None:
    """One click beside what isn't booked yet opens the booking of this patient on the schedule."""
    desk = desk_on_socket
    assert "5 procedures to book" in desk.texts(chart.plans)
    desk.press_button("Book", chart.plans)
    await desk.until(lambda: desk.frame.desk.screens.current == "schedule" and desk.frame.panel.has_page)
    person = desk.model.booking.state.person
    assert person is not None
    assert person.pat_num == adult(desk.served)


async def test_tooth_numbers_are_remembered(chart: ChartView, desk_on_socket: Desk) -> None:
    """A key changes the system; the list over the teeth shows it, and so does the desk's choice that is saved."""
    await desk_on_socket.press(Qt.Key.Key_T, CONTROL | SHIFT)
    assert chart.odontogram.numbering.currentText() == "Palmer"
    assert desk_on_socket.frame.desk.tooth_numbers.value == "palmer"


async def test_printing_the_teeth(chart: ChartView, desk_on_socket: Desk) -> None:
    """A key opens the preview of one page."""
    await desk_on_socket.press(Qt.Key.Key_P, CONTROL | SHIFT)

    def ready() -> bool:
        found = desk_on_socket.window.findChildren(PrintPreview)
        return bool(found) and found[-1].is_ready

    await desk_on_socket.until(ready)
    preview = desk_on_socket.window.findChildren(PrintPreview)[-1]
    assert "Page 1 of 1" in desk_on_socket.texts(preview)
    preview.close()


def without_notes(office: Any) -> Any:
    """The office's answers, but for the progress notes, which the key may not read."""

    async def answer(scope: Any, receive: Any, send: Any) -> None:
        if not scope.get("path", "").endswith("/ProgNotes"):
            await office(scope, receive, send)
            return
        body = b"The customer key lacks the permission ApiReadAll."
        await send({"type": "http.response.start", "status": 401, "headers": [(b"content-length", b"49")]})
        await send({"type": "http.response.body", "body": body})

    return answer


async def test_nobody_elses_teeth(chart: ChartView, desk_on_socket: Desk) -> None:
    """Teeth that can't be read are not shown as healthy, nor as the last patient's: the reason is in their place."""
    desk, model = desk_on_socket, model_of(chart)
    assert chart.odontogram.isVisible()
    desk.served.faults.plan("Queries.short_query", Fault.GARBAGE, times=40)
    desk.frame.desk.patient.select(desk.visits[5].pat_num, Origin.SEARCH)
    assert not chart.odontogram.isVisible()
    await desk.until(lambda: model.teeth.refused)
    assert not chart.odontogram.isVisible()
    assert desk.button("Try again", chart).isVisible()
    desk.served.faults._planned.clear()
    model.teeth.read_again()
    await desk.until(chart.odontogram.isVisible)


async def test_a_high_and_a_low_window(chart: ChartView, desk_on_socket: Desk) -> None:
    """High: plans and procedures together. Low and narrow: the banner stays, the rest scrolls, nothing is cut off."""
    desk = desk_on_socket
    desk.window.resize(1920, 1400)
    await desk.until(lambda: chart.plans.isVisible() and chart.procedures.isVisible())
    assert not chart.tabs.isVisible()
    desk.window.resize(1000, 640)
    await desk.until(chart.tabs.isVisible)
    assert chart.plans.isVisible() is not chart.procedures.isVisible()
    assert chart.banner.height() >= chart.banner.minimumSizeHint().height()
    for part in (chart.odontogram, chart.notes, chart.exams):
        assert part.height() >= part.minimumSizeHint().height(), part
    buttons = [each for each in chart.notes.pane.findChildren(QToolButton) if each.isVisible()]
    assert all(each.width() >= each.sizeHint().width() for each in buttons)


async def test_the_smallest_window(chart: ChartView, desk_on_socket: Desk) -> None:
    """Nothing of plans and procedures is out of reach at the right: wide plans scroll by themselves."""
    desk_on_socket.window.resize(1024, 640)
    await desk_on_socket.turn(10)
    (area,) = (
        each
        for each in chart.findChildren(QScrollArea)
        if each.isAncestorOf(chart.plans) and each is not chart.plans
    )
    assert area.horizontalScrollBar().maximum() == 0
    bar = chart.plans.horizontalScrollBar()
    assert bar.isVisible() is (bar.maximum() > 0)


async def test_a_refused_part_names_the_permission(open_practice: Practices, open_desk: Desks) -> None:
    """Progress notes that the key may not read: the permission is named, and where to add it; the rest is there."""
    desk = await open_desk(open_practice(on_socket=True, web_filter=without_notes))
    view = await open_chart(desk)
    assert "ReadAll" in desk.texts(view.notes)
    assert desk.button("Try again", view.notes).isVisible()
    assert not view.notes.pane.isVisible()
    model = model_of(view)
    assert model.plans.plans
    assert model.exams.figures
    assert model.medical.items
    assert model.teeth.odontogram.state.mouth.of("14") is not None


PARTS = [
    "Allergies.list", "ProcedureLogs.list", "ToothInitials.list", "ProcedureCodes.list", "ChartModules.prog_notes",
    "TreatPlans.list", "PerioExams.list",
]  # fmt: skip
"""The first request of each part without Queries, in order of use."""


async def test_one_request_in_five_seconds(open_practice: Practices, open_desk: Desks) -> None:
    """A free Remote key reads the chart in order of use: alerts, teeth, notes, plans, exams; each is shown as it comes.

    Nothing of the page is read on the way. What is there stays with its age, and a second visit asks nothing.
    """
    clock = FastClock(TEN_TWENTY, times=100)
    served = open_practice(on_socket=True, permissions=frozenset({Permission.READ_ALL}), clock=clock)
    served.mode = Mode.REMOTE
    desk = await open_desk(served, whole=False)
    await desk.until(lambda: len(desk.visits) > 50 and knows_key(desk.model.parts.client))
    began = len(served.faults.seen)
    desk.frame.desk.patient.select(adult(served), Origin.SEARCH)
    await desk.press(Qt.Key.Key_H, CONTROL)
    await desk.until(lambda: any(each.isVisible() for each in desk.frame.findChildren(ChartView)))
    (view,) = desk.frame.findChildren(ChartView)
    model, known = model_of(view), []

    def read() -> bool:
        for section in model.sections:
            if section.value is not None and section not in known:
                known.append(section)
        return is_read(model)

    await desk.until(read, 60.0)
    asked = served.faults.seen[began:]
    assert [each for each in asked if each in PARTS][: len(PARTS)] == PARTS
    assert "InsSubs.list" not in asked
    assert known == [model.medical, model.teeth, model.notes, model.plans, model.exams]
    assert model.teeth.gap == ""
    clock.skip(3 * 60)
    before = len(served.faults.seen)
    await desk.frame.desk.screens.show("schedule")
    await desk.press(Qt.Key.Key_H, CONTROL)
    await desk.until(lambda: desk.frame.desk.screens.current == "patient" and model.notes.pat_num is not None)
    assert "min ago" in model.notes.age_words
    assert not set(served.faults.seen[before:]) & set(PARTS)
