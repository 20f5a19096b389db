"""Working through the lists while the server is off."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.practice.server.faults import Fault
from app.viewmodels.staff.lists.choices import DAYS
from app.views.staff.frame.strip import Strip
from app.wire.permissions import Permission
from tests.journeys.desk import CONTROL, Desks
from tests.journeys.lists.callers import open_lists
from tests.journeys.practices import ALL, Practices
from tests.support.kinds import the


@pytest.mark.parametrize("other", [Qt.Key.Key_4, Qt.Key.Key_9], ids=["ASAP", "treatment"])
async def test_what_is_known_stays_and_changes_wait(
    open_practice: Practices, open_desk: Desks, other: Qt.Key
) -> None:
    """The rows stay, a confirmation waits and the next row follows.

    Another list and the strip say why they are empty, and are read by themselves once the server is back.
    """
    served = open_practice(on_socket=True)
    desk = await open_desk(served)
    caller = await open_lists(desk)
    assert served.socket is not None
    first, second = caller.rows[:2]
    served.socket.stop()
    desk.key(Qt.Key.Key_Return)
    await desk.until(lambda: caller.chosen.key == second.key)
    await desk.told("Not sent yet")
    assert second.key in [row.key for row in caller.rows]
    desk.key(other, CONTROL)
    await desk.until(lambda: "Can't reach Open Dental's server" in desk.texts(caller.view))
    served.socket.start()
    await desk.told(f"{first.name} confirmed.")
    await desk.until(lambda: bool(caller.rows))
    strip = the(Strip, desk.window.findChild(Strip))
    await desk.until(lambda: "Can't reach" not in desk.texts(strip))
    await desk.settled()


async def test_a_filter_that_blocks_one_resource_is_not_asked_without_end(
    open_practice: Practices, open_desk: Desks
) -> None:
    """The list says what it can't read; the answers of all else are no reason to ask for it again and again."""
    served = open_practice()
    desk = await open_desk(served)
    await open_lists(desk)
    served.faults.plan("Queries.short_query", Fault.WEB_PAGE, times=1000)
    desk.key(Qt.Key.Key_4, CONTROL)
    await desk.until(lambda: "A proxy or sign-in page answered" in desk.texts())
    served.faults.seen.clear()
    for _ in range(20):
        await desk.model.parts.client.tasks.list()  # other answers
        await desk.turn(20)
    assert served.faults.seen.count("Queries.short_query") < 10


async def test_the_days_that_are_known_are_shown(open_practice: Practices, open_desk: Desks) -> None:
    """Without the days after tomorrow the list has tomorrow's appointments and says what is missing.

    Once the office answers, the rest is read.
    """
    served = open_practice(permissions=ALL - {Permission.QUERIES})
    desk = await open_desk(served)
    office, today = desk.model.parts.office, desk.model.schedule.day
    await office.reader.open_days([today + timedelta(days=1), today + timedelta(days=6)])
    served.faults.unreachable = True
    caller = await open_lists(desk)
    assert {row.at.date() for row in caller.rows if row.at} == {today + timedelta(days=1)}
    caller.model.tab.filters.choose(DAYS.id, 3)
    await desk.until(lambda: "only 1 of 3 days could be read" in desk.texts(caller.view))
    assert {row.at.date() for row in caller.rows if row.at} == {today + timedelta(days=1)}
    served.faults.unreachable = False
    await desk.until(lambda: len({row.at.date() for row in caller.rows if row.at}) == 3)
    assert "of 3 days" not in desk.texts(caller.view)


async def test_commlogs_that_cannot_be_read_are_not_none(open_practice: Practices, open_desk: Desks) -> None:
    """The card says why it has no recent commlogs: a patient who was called twice today must not look forgotten."""
    served = open_practice(permissions=ALL - {Permission.QUERIES})
    desk = await open_desk(served)
    served.faults.plan("Commlogs.list", Fault.WEB_PAGE, times=1000)
    caller = await open_lists(desk)
    await desk.until(lambda: "A proxy or sign-in page answered" in desk.texts(caller.screen.card))
    assert "Recent commlogs" in desk.texts(caller.screen.card)
