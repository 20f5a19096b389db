"""The details of an appointment: procedures put on it and taken off, and the length that follows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QToolButton

from app.domain.schedule.visit import Mark, Stage, Visit
from app.views.staff.schedule.visit_details.page import VisitDetailsPage
from tests.journeys.desk import CONTROL, LEFT, Desk, Desks
from tests.journeys.practices import Practices
from tests.support.kinds import the

LONG = 60.0
LONG_AGO = -1e9
PLANNED = (
    "SELECT ProcNum FROM procedurelog WHERE PatNum = ? AND ProcStatus = 1 AND AptNum = 0 ORDER BY ProcNum"
)


def attached(desk: Desk, apt_num: int) -> set[str]:
    """The codes on an appointment, in the office's database."""
    rows = desk.served.sql(
        "SELECT ProcCode FROM procedurelog JOIN procedurecode USING (CodeNum) WHERE AptNum = ? AND ProcStatus <> 6",
        apt_num,
    )
    return {row[0] for row in rows}


def plan(desk: Desk, visit: Visit, code: str) -> int:
    """Another treatment planned procedure of its patient."""
    desk.served.sql(
        "INSERT INTO procedurelog (PatNum, CodeNum, ProcStatus, ProcDate, ProcFee, ProvNum, ToothNum, Surf, UnitQty)"
        " SELECT ?, CodeNum, 1, '2026-11-02', 120.0, 1, '', '', 1 FROM procedurecode WHERE ProcCode = ?",
        visit.pat_num,
        code,
    )
    return max(row[0] for row in desk.served.sql(PLANNED, visit.pat_num))


async def with_exact_length(desk: Desk) -> Visit:
    """An appointment that is as long as its procedures take, with room for twenty minutes more."""

    def fits(visit: Visit) -> bool:
        start, minutes = visit.start.hour * 60 + visit.start.minute, _minutes(desk, visit)
        longer = desk.model.drop.describe_drop(
            visit.apt_num, visit.op_num, start, max(visit.minutes, minutes) + 20
        )
        return not longer.clash and minutes > 0

    visit = next(desk.find(stage, where=fits) for stage in (Stage.CONFIRMED, Stage.UNCONFIRMED))
    minutes = _minutes(desk, visit)
    desk.served.change(visit.apt_num, Pattern="X" * (minutes // 5), PatternSecondary="/" * (minutes // 5))
    desk.model.schedule.refresh()
    await desk.until(lambda: desk.shown(visit.apt_num).minutes == minutes)
    return desk.shown(visit.apt_num)


def _minutes(desk: Desk, visit: Visit) -> int:
    rows: list[Any] = desk.served.sql(
        "SELECT procedurecode.ProcTime FROM procedurelog JOIN procedurecode USING (CodeNum) WHERE AptNum = ?",
        visit.apt_num,
    )
    times = [row[0] for row in rows]
    lead = max((len(each) - len(each.lstrip("/")) for each in times), default=0)
    end = max((len(each) - len(each.rstrip("/")) for each in times if "X" in each), default=0)
    return 10 * (lead + end + sum(len(each.strip("/")) for each in times))


async def opened(desk: Desk, visit: Visit) -> VisitDetailsPage:
    """Select an appointment and press P; the page has read its procedures."""
    await desk.select(visit)
    await desk.press(Qt.Key.Key_P)
    await desk.until(lambda: isinstance(desk.screen.panel.page, VisitDetailsPage))
    page = the(VisitDetailsPage, desk.screen.panel.page)
    await desk.until(lambda: not page.viewmodel.shown.state)
    return page


def click(box: QCheckBox | QToolButton) -> None:
    """Click a box or a button where it is."""
    where = QPoint(9, box.height() // 2) if isinstance(box, QCheckBox) else box.rect().center()
    QTest.mouseClick(box, LEFT, Qt.KeyboardModifier.NoModifier, where)


async def test_a_tick_puts_a_planned_procedure_on_and_the_length_follows(desk: Desk) -> None:
    """One click attaches a planned procedure, the appointment grows with it, and one undo takes both back."""
    visit = await with_exact_length(desk)
    number = plan(desk, visit, "D0330")
    before = attached(desk, visit.apt_num)
    page = await opened(desk, visit)
    assert set(page.attached.boxes).isdisjoint({number})
    click(page.planned.boxes[number])
    words = await desk.told("D0330 on the appointment of")
    assert "minutes long" in words
    await desk.until(lambda: desk.shown(visit.apt_num).minutes == visit.minutes + 10)
    assert attached(desk, visit.apt_num) == before | {"D0330"}
    await desk.until(lambda: number in page.attached.boxes)
    assert "Pano" in desk.shown(visit.apt_num).procedures
    await desk.press(Qt.Key.Key_Z, CONTROL)
    await desk.told("is as it was")
    await desk.until(lambda: desk.shown(visit.apt_num).minutes == visit.minutes)
    assert attached(desk, visit.apt_num) == before


async def test_the_keyboard_alone_takes_a_procedure_off(desk: Desk) -> None:
    """P opens the page at the first procedure, Space takes it off, Esc goes back to the schedule."""
    visit = desk.find(Stage.CONFIRMED, where=lambda each: len(attached(desk, each.apt_num)) > 1)
    before = attached(desk, visit.apt_num)
    page = await opened(desk, visit)
    first = next(iter(page.attached.boxes.values()))
    await desk.until(first.hasFocus)
    await desk.press(Qt.Key.Key_Space)
    await desk.told("off the appointment of")
    await desk.until(lambda: len(attached(desk, visit.apt_num)) == len(before) - 1)
    await desk.press(Qt.Key.Key_Escape)
    await desk.until(lambda: desk.screen.panel.shows_card)
    await desk.until(desk.canvas.hasFocus)


async def test_a_recall_is_added_in_one_click(desk: Desk) -> None:
    """One click adds what the patient's recall asks for; Undo removes it again, and nothing stays planned."""
    visit = await with_exact_length(desk)
    desk.served.sql("DELETE FROM recall WHERE PatNum = ?", visit.pat_num)
    desk.served.sql(
        "INSERT INTO recall (PatNum, DateDue, RecallTypeNum, RecallStatus, RecallInterval)"
        " VALUES (?, '2026-11-01', 3, 0, 0)",
        visit.pat_num,
    )
    before = attached(desk, visit.apt_num)
    planned = desk.served.sql(PLANNED, visit.pat_num)
    page = await opened(desk, visit)
    button = next(each for each in page.sets if "Perio" in each.text())
    click(button)
    await desk.told("D4910 on the appointment of")
    assert attached(desk, visit.apt_num) == before | {"D4910"}
    await desk.press(Qt.Key.Key_Z, CONTROL)
    await desk.told("is as it was")
    assert attached(desk, visit.apt_num) == before
    assert desk.served.sql(PLANNED, visit.pat_num) == planned


async def test_a_type_brings_its_procedures(desk: Desk) -> None:
    """Choosing a type puts its procedures on the appointment; one undo takes type and procedures back."""
    visit = await with_exact_length(desk)
    before, kind = attached(desk, visit.apt_num), desk.served.row(visit.apt_num)["AppointmentTypeNum"]
    page = await opened(desk, visit)
    box = page.appointment.type
    wanted = box.findText("Root canal")
    box.setFocus()
    box.setCurrentIndex(wanted)
    box.activated.emit(wanted)
    words = await desk.told("type Root canal")
    assert "D3310" in words
    assert attached(desk, visit.apt_num) == before | {"D3310"}
    await desk.press(Qt.Key.Key_Z, CONTROL)
    await desk.told("is as it was")
    assert attached(desk, visit.apt_num) == before
    assert desk.served.row(visit.apt_num)["AppointmentTypeNum"] == kind


async def test_q_puts_it_on_the_asap_list(desk: Desk) -> None:
    """Q puts the selected appointment on the ASAP List, and takes it off; the page shows it."""
    visit = desk.find(Stage.CONFIRMED, where=lambda each: not desk.served.row(each.apt_num)["Priority"])
    page = await opened(desk, visit)
    await desk.press(Qt.Key.Key_Escape)
    await desk.press(Qt.Key.Key_Q)
    await desk.told("on the ASAP List")
    assert desk.served.row(visit.apt_num)["Priority"] == 1
    await desk.press(Qt.Key.Key_P)
    await desk.until(page.appointment.asap.isChecked)
    click(page.appointment.asap)
    await desk.told("off the ASAP List")
    assert desk.served.row(visit.apt_num)["Priority"] == 0


async def test_an_appointment_field_is_edited_in_place(desk: Desk) -> None:
    """A click on one of the office's appointment fields edits it, Enter saves it."""
    visit = desk.find(Stage.CONFIRMED)
    page = await opened(desk, visit)
    await desk.until(lambda: "Ride home" in page.appointment.fields)
    field = page.appointment.fields["Ride home"]
    QTest.mouseClick(field.value, LEFT)
    await desk.until(lambda: field.editor is not None)
    desk.type("Daughter")
    await desk.press(Qt.Key.Key_Return)
    wanted = "SELECT FieldValue FROM apptfield WHERE AptNum = ? AND FieldName = 'Ride home'"
    await desk.until(lambda: desk.served.sql(wanted, visit.apt_num) == [("Daughter",)])


async def test_lab_work_that_is_not_back_is_marked(desk: Desk) -> None:
    """A tile shows that its lab case is not back; the page names laboratory and due date."""
    visit = desk.find(Stage.CONFIRMED, where=lambda each: Mark.LAB_AWAY not in each.marks)
    desk.served.sql("DELETE FROM labcase WHERE AptNum = ?", visit.apt_num)
    desk.served.sql(
        "INSERT INTO labcase (PatNum, LaboratoryNum, AptNum, DateTimeDue, DateTimeSent, ProvNum)"
        " VALUES (?, 1, ?, '2026-11-16 10:00:00', '2026-11-09 10:00:00', 1)",
        visit.pat_num,
        visit.apt_num,
    )
    labs = desk.model.parts.office.labs
    await desk.until(lambda: not labs.unread([visit.apt_num], LONG_AGO))  # the first reading is over
    labs.take({visit.apt_num: None}, float("-inf"))
    desk.model.schedule.step(1)
    await desk.read()
    desk.model.schedule.today()
    await desk.until(lambda: Mark.LAB_AWAY in (desk.shown(visit.apt_num) or visit).marks)
    await opened(desk, visit)
    await desk.until(lambda: "not back, due Nov 16" in desk.texts(desk.screen.panel))


async def test_a_tick_waits_for_the_server(open_practice: Practices, open_desk: Desks) -> None:
    """Without the server a tick stays, says that it isn't sent yet, and is sent by itself when the server is back."""
    served = open_practice()
    desk = await open_desk(served)
    visit = desk.find(Stage.CONFIRMED)
    number = plan(desk, visit, "D0330")
    page = await opened(desk, visit)
    served.faults.unreachable = True
    click(page.planned.boxes[number])
    await desk.told("Not sent yet: D0330 on the appointment of")
    await desk.until(lambda: "Not sent yet" in desk.texts(page.planned))
    assert page.planned.boxes[number].isChecked()
    served.faults.unreachable = False
    await desk.until(lambda: "D0330" in attached(desk, visit.apt_num), LONG)
    await desk.until(lambda: number in page.attached.boxes, LONG)
    assert [entry.intent.kind for entry in desk.entries].count("procedure place") == 1
