"""Working through the lists while the server is off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.views.staff.frame.strip import Strip
from tests.journeys.desk import CONTROL, Desks
from tests.journeys.lists.callers import open_lists
from tests.journeys.practices import Practices
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
