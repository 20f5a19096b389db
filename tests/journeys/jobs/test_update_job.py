"""Job 14: what a patient changed at a check-in PC is accepted; by mouse and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.bootstrap.workspace import Workspace
from app.views.staff.check_in.changes_panel import ChangesPanel
from app.wire.hub.kiosk import PROPOSE, ContactField, Propose
from tests.journeys.check_in.test_at_the_desk import desk
from tests.journeys.jobs import the_fifteen as jobs
from tests.journeys.jobs.conftest import Count
from tests.journeys.jobs.counted import Job
from tests.support.qt_loop import until
from tests.support.waiting_room import WaitingRoom
from tests.viewmodels.check_in.conftest import clock, hub, practice, room

__all__ = ["clock", "desk", "hub", "practice", "room"]
CHANGES = {ContactField.CITY: "Salem", ContactField.WIRELESS_PHONE: "(503) 555-0188"}


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
@pytest.mark.parametrize("job", [jobs.UPDATE, jobs.UPDATE_TOLD])
async def test_14_accept_what_the_patient_changed(
    desk: Workspace, room: WaitingRoom, count: Count, job: Job, way: str
) -> None:
    """In the panel of changes, which a click on the notice's button or Ctrl+F3 opens: Accept all, or Enter."""
    pat_num = await room.patient(City="Portland")
    await room.book(pat_num)
    desk.window.activateWindow()
    desk.schedule.take_focus()
    visit = await room.visit()
    await room.kiosk.call(PROPOSE, Propose(visit=visit, index=0, changes=CHANGES))
    await room.arrive(visit)
    await until(lambda: any(" checked in" in each.words for each in desk.desk.notices.items))
    counted = count(job, way)
    counted.key(Qt.Key.Key_F3, Qt.KeyboardModifier.ControlModifier)
    panels = desk.window.findChildren
    await until(lambda: any(each.isVisible() and each.cards.buttons for each in panels(ChangesPanel)))
    panel = next(each for each in panels(ChangesPanel) if each.isVisible())
    await until(panel.cards.buttons[0].hasFocus)
    if job is jobs.UPDATE:
        counted.begin()
    counted.decide()
    if way == "mouse":
        counted.click(panel.cards.buttons[0])
    else:
        counted.key(Qt.Key.Key_Return)
    await until(lambda: not panel.cards.buttons)
    patient = await room.office.patients.get(pat_num)
    assert patient.City == CHANGES[ContactField.CITY]
    counted.done()
