"""Every confirmation names the clinic where it isn't the clinic shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.domain.schedule.visit import Stage
from app.journal.entries import WriteState
from tests.journeys.desk import CONTROL, Desk
from tests.journeys.test_navigation import pick


async def test_an_undo_for_another_clinic_names_it(desk: Desk) -> None:
    """Confirmed while all clinics are shown, undone while another one is: only the second one has the clinic."""
    visit = desk.find(Stage.UNCONFIRMED, where=lambda each: each.clinic_num == 2)
    await desk.select(visit)
    await desk.press(Qt.Key.Key_C)
    said = await desk.told("confirmed.")
    clinics = dict(desk.model.filters.clinics)
    assert clinics[2] not in said
    pick(desk.screen.bar._clinic, 1)
    desk.canvas.setFocus()
    await desk.press(Qt.Key.Key_Z, CONTROL)
    await desk.told(f"({clinics[2]})")


@pytest.mark.parametrize("shown", [None, 1, 2])
async def test_only_where_it_differs(desk: Desk, shown: int | None) -> None:
    """Not with all clinics shown, nor in the clinic itself; also while the write is not known to be done."""
    visit = desk.find(Stage.UNCONFIRMED, where=lambda each: each.clinic_num == 2)
    await desk.select(visit)
    await desk.press(Qt.Key.Key_C)
    await desk.told("confirmed.")
    pick(desk.screen.bar._clinic, shown)
    (entry,) = (each for each in desk.entries if each.state is WriteState.DONE)
    assert bool(desk.model.clinic_words.of(entry)) is (shown == 1)
