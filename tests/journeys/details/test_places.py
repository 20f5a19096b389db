"""Where new procedures are done, by the keyboard only; and a set that the program ended in the middle of."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from app.domain.schedule.visit import Stage, Visit
from app.practice.server.faults import Fault
from tests.journeys.desk import Desk, Desks
from tests.journeys.details.test_procedures import LONG, attached, click, opened, plan
from tests.journeys.practices import Practices

Key = Qt.Key
QUICK = (
    "INSERT INTO definition (Category, ItemName, ItemValue, ItemOrder, ItemColor, IsHidden)"
    " VALUES (3, ?, ?, 0, 0, 0)"
)


def keys(desk: Desk, text: str) -> None:
    """Type a text, each key where the focus is by then."""
    for each in text:
        desk.type(each)


def places(desk: Desk, visit: Visit, code: str) -> list[Any]:
    """Tooth and surfaces of the procedures with a code on an appointment, in the office's database."""
    return desk.served.sql(
        "SELECT ToothNum, Surf FROM procedurelog JOIN procedurecode USING (CodeNum)"
        " WHERE AptNum = ? AND ProcCode = ? AND ProcStatus <> 6 ORDER BY ProcNum",
        visit.apt_num,
        code,
    )


def with_all_teeth(desk: Desk) -> Visit:
    """An appointment of somebody with all teeth and nothing planned."""
    visit = desk.find(Stage.CONFIRMED)
    desk.served.sql("DELETE FROM toothinitial WHERE PatNum = ?", visit.pat_num)
    desk.served.sql("DELETE FROM procedurelog WHERE PatNum = ? AND AptNum <> ?", visit.pat_num, visit.apt_num)
    return visit


async def test_a_crown_by_keys_alone(desk: Desk) -> None:
    """P, then the code and the tooth, wherever the focus is on the page; Enter adds it, and the row names the tooth."""
    visit = with_all_teeth(desk)
    page = await opened(desk, visit)
    keys(desk, "2740 14")
    assert page.entry.field.line.text() == "2740 14"
    await desk.press(Key.Key_Return)
    await desk.told("D2740 #14 on the appointment of")
    assert places(desk, visit, "D2740") == [("14", "")]
    await desk.until(lambda: "#14" in desk.texts(page.attached))
    await desk.until(page.entry.field.line.hasFocus)
    desk.type("2392 3 mi")
    await desk.press(Key.Key_Return)
    await desk.until(lambda: "tooth 3 has no surface I" in desk.texts(page.entry))
    await desk.press(Key.Key_Backspace)
    desk.type("o")
    await desk.press(Key.Key_Return)
    await desk.told("D2392 #3 MO on the appointment of")
    assert places(desk, visit, "D2392") == [("3", "MO")]
    await desk.press(Key.Key_Escape)
    await desk.until(lambda: desk.screen.panel.shows_card)


async def test_words_lead_to_the_list(desk: Desk) -> None:
    """Several codes fit: Enter goes to their list, Enter there takes the first; Esc first empties the field."""
    visit = with_all_teeth(desk)
    page = await opened(desk, visit)
    keys(desk, "crown 14")
    await desk.until(lambda: page.entry.field.offers.count() > 1)
    await desk.press(Key.Key_Return)
    await desk.until(page.entry.field.offers.hasFocus)
    await desk.press(Key.Key_Return)
    await desk.told("#14 on the appointment of")
    assert places(desk, visit, "D2740") == [("14", "")]
    desk.type("seal")
    await desk.press(Key.Key_Escape)
    assert page.entry.field.line.text() == ""
    assert not desk.screen.panel.shows_card


async def test_a_set_asks_for_its_teeth(desk: Desk) -> None:
    """Two sealants in a quick add are two: the field asks for each tooth, and the films are both there."""
    desk.served.sql(QUICK, "Sealants today", "D0274,D0274,D1351,D1351")
    visit = with_all_teeth(desk)
    page = await opened(desk, visit)
    await desk.until(lambda: bool(page.more.menu().actions()))
    action = next(each for each in page.more.menu().actions() if each.text() == "Sealants today")
    action.trigger()
    await desk.told("D0274, D0274 on the appointment of")
    for tooth in ("3", "14"):
        await desk.until(lambda: page.entry.field.line.text() == "D1351 ")
        await desk.until(page.entry.field.line.hasFocus)
        assert "Which tooth?" in desk.texts(page.entry)
        desk.type(tooth)
        await desk.press(Key.Key_Return)
        await desk.told(f"D1351 #{tooth} on the appointment of")
    assert places(desk, visit, "D1351") == [("3", ""), ("14", "")]
    assert len(places(desk, visit, "D0274")) == 2


async def test_a_set_survives_the_end_of_the_program(open_practice: Practices, open_desk: Desks) -> None:
    """The program ends in the middle of a set: the next start says what was done and what not, and finishes it once."""
    served = open_practice()
    first = await open_desk(served)
    first.served.sql(QUICK, "Emergency today", "D0140,D0330,D9310")
    visit = with_all_teeth(first)
    number = plan(first, visit, "D0140")
    page = await opened(first, visit)
    await first.until(lambda: bool(page.more.menu().actions()))
    served.faults.plan("ProcedureLogs.list", Fault.HANG_BEFORE)
    served.faults.seen.clear()
    next(each for each in page.more.menu().actions() if each.text() == "Emergency today").trigger()
    await first.until(lambda: "D0140" in attached(first, visit.apt_num))
    await first.until(lambda: len(first.entries) == 2)
    await first.until(lambda: "ProcedureLogs.list" in served.faults.seen)  # which hangs
    await open_desk.leave(first)
    assert not {"D0330", "D9310"} & attached(first, visit.apt_num)
    again = await open_desk(served, journal=first.journal)
    words = await again.told("stopped in the middle")
    assert "Done: D0140, D0330. Not done: D9310." in words
    click(again.button("Finish", again.toast("stopped in the middle")))
    await again.told("D0140, D0330, D9310 on the appointment of")
    assert [len(places(again, visit, code)) for code in ("D0140", "D0330", "D9310")] == [1, 1, 1]
    assert served.sql("SELECT AptNum FROM procedurelog WHERE ProcNum = ?", number) == [(visit.apt_num,)]


async def test_without_the_server_it_waits(open_practice: Practices, open_desk: Desks) -> None:
    """A crown that is typed while the server is cut is kept with its tooth, and sent once when the server is back."""
    served = open_practice()
    desk = await open_desk(served)
    visit = with_all_teeth(desk)
    page = await opened(desk, visit)
    keys(desk, "d")
    await desk.until(lambda: page.entry.field.offers.count() > 1)
    await desk.press(Key.Key_Escape)
    served.faults.unreachable = True
    keys(desk, "2740 14")
    await desk.press(Key.Key_Return)
    await desk.told("Not sent yet: D2740 #14 on the appointment of")
    keys(desk, "2740 14")
    await desk.press(Key.Key_Return)
    await desk.until(lambda: "D2740 #14 is on this appointment already." in desk.texts(page.entry))
    served.faults.unreachable = False
    await desk.until(lambda: places(desk, visit, "D2740") == [("14", "")], LONG)
