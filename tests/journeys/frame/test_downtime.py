"""Starting while the server is down: today from this PC's copy, with its age, read only, until the office answers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from app.domain.schedule.visit import Stage
from app.viewmodels.staff.saved_copy import BANNER
from app.views.staff.frame.banner_bar import BannerLine
from tests.journeys.desk import ALT, Desk, Desks
from tests.journeys.practices import TODAY, Practices, Served

LONG = 60.0


async def worked_on(served: Served, open_desk: Desks) -> tuple[Path, dict[int, str]]:
    """A desk was used and closed: the local store, and what the schedule showed."""
    desk = await open_desk(served)
    office = desk.model.parts.office
    await desk.until(lambda: office.day(office.reader.working_day_after(TODAY)) is not None)
    seen = {visit.apt_num: visit.name for visit in desk.visits}
    await open_desk.leave(desk)
    return desk.journal, seen


def banner(desk: Desk) -> str:
    """The banner's text; empty without one."""
    lines = [each for each in desk.frame.findChildren(BannerLine) if each.isVisible()]
    return "\n".join(desk.texts(each) for each in lines)


async def test_a_start_without_the_server(open_practice: Practices, open_desk: Desks) -> None:
    """Today and the next working day are shown as saved, with their age; nothing can be changed."""
    served = open_practice(on_socket=True)
    store, seen = await worked_on(served, open_desk)
    served.socket.stop()
    desk = await open_desk(served, journal=store, whole=False)
    assert {visit.apt_num: visit.name for visit in desk.visits} == seen
    await desk.until(lambda: "Can't reach the office." in banner(desk), LONG)
    assert "This is the schedule as saved Tue, Nov 17, 10:20 AM." in banner(desk)
    await desk.until(lambda: "Can't reach the server · " in desk.status, LONG)
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    for name in ("Arrived", "Add to note", "Move", "Cancel or no-show"):
        button = desk.button(name)
        assert not button.isEnabled(), name
        assert "saved copy" in button.toolTip(), name
    hint = desk.model.drop.describe_drop(visit.apt_num, visit.op_num, 12 * 60, visit.minutes)
    assert hint.clash
    await desk.press(Qt.Key.Key_A)
    assert "can't be changed" in await desk.told("can't be changed")
    assert desk.entries == ()
    await desk.press(Qt.Key.Key_Right, ALT)
    await desk.until(lambda: desk.model.schedule.day > TODAY and len(desk.visits) > 20)
    assert desk.model.parts.office.is_copy(desk.model.schedule.day)


async def test_trying_again(open_practice: Practices, open_desk: Desks) -> None:
    """Try again reports the attempt; once the office answers, the banner closes, the day is fresh, changes work."""
    served = open_practice(on_socket=True)
    store, _ = await worked_on(served, open_desk)
    served.socket.stop()
    desk = await open_desk(served, journal=store, whole=False)
    await desk.until(lambda: "Can't reach the office." in banner(desk), LONG)
    await desk.push("Try again")
    await desk.until(lambda: "Tried again at 10:2" in banner(desk), LONG)
    visit = desk.find(Stage.CONFIRMED)
    served.change(visit.apt_num, Note="Written at another desk")
    served.socket.start()
    (await desk.see("Try again")).click()
    await desk.until(lambda: not banner(desk), LONG)
    await desk.until(lambda: desk.shown(visit.apt_num).note == "Written at another desk")
    assert not desk.model.parts.office.is_copy(TODAY)
    await desk.select(visit)
    await desk.until(lambda: desk.model.commands["visit.arrived"].can_run)
    await desk.press(Qt.Key.Key_A)
    await desk.until(lambda: desk.shown(visit.apt_num).stage is Stage.ARRIVED)
    assert BANNER not in [each.id for each in desk.model.desk.banners.items]


async def test_an_unsent_change_survives_a_start_without_the_server(
    open_practice: Practices, open_desk: Desks
) -> None:
    """An unsent change is listed at a start without the server, and is sent once the server is back."""
    served = open_practice(on_socket=True)
    desk = await open_desk(served)
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    served.socket.stop()
    await desk.press(Qt.Key.Key_A)
    await desk.until(lambda: bool(desk.model.parts.journal.unsettled()))
    await desk.until(lambda: not desk.model.parts.client.status.connected, LONG)
    await open_desk.leave(desk)
    again = await open_desk(served, journal=desk.journal, whole=False)
    await again.until(lambda: "Can't reach the office." in banner(again), LONG)
    assert "1 needs attention" in again.button("1 needs attention ▸").text()
    served.socket.start()
    await again.until(lambda: again.shown(visit.apt_num).stage is Stage.ARRIVED, LONG)
    await again.until(lambda: not again.model.parts.journal.unsettled(), LONG)


async def test_an_office_has_its_own_copy(open_practice: Practices, open_desk: Desks) -> None:
    """With the server up, the copy is replaced by the office's data, and no banner is ever shown."""
    served = open_practice(on_socket=True)
    store, seen = await worked_on(served, open_desk)
    gone = next(iter(seen))
    served.sql("DELETE FROM appointment WHERE AptNum = ?", gone)
    desk = await open_desk(served, journal=store)
    await desk.until(lambda: desk.shown(gone) is None)
    assert desk.model.desk.banners.items == ()
    assert not desk.model.parts.office.is_copy(TODAY)
