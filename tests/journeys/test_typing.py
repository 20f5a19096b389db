"""Typing outside any field: a name finds a patient, a single letter marks an appointment."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from app.domain.schedule.visit import Stage
from app.viewmodels.typed_keys import QUIET_SECONDS
from tests.journeys.desk import ALT, Desk


@pytest.fixture(autouse=True)
def asked(desk: Desk) -> None:
    """The test answers questions itself."""
    desk.confirms = False


async def test_a_name_typed_over_the_schedule_writes_nothing(desk: Desk) -> None:
    """Typing a name while an appointment is selected finds patients: nothing is written and no page opens."""
    desk.model.desk.typed.quiet_seconds = QUIET_SECONDS
    await desk.select(desk.find(Stage.CONFIRMED))
    for name in ("sandra", "marchetti", "bo carter", "d'amico", "(503) 555", "503-555"):
        desk.canvas.setFocus()
        for letter in name:
            desk.type(letter)
        assert desk.find_field.text() == name
        await desk.until(lambda: desk.focus() is desk.find_field)
        await desk.until(lambda: not desk.model.desk.find.state.asking)
        await desk.press(Qt.Key.Key_Escape)
        await desk.press(Qt.Key.Key_Escape)
    assert desk.entries == ()
    assert not desk.screen.panel.has_page
    assert desk.screen.findChild(QDialog) is None
    assert desk.ghost == ""


async def test_a_patient_who_has_not_arrived_is_dismissed_on_purpose(desk: Desk) -> None:
    """Before a stage is skipped, a question beside the appointment asks for confirmation.

    Esc cancels, Enter confirms.
    """
    visit = await desk.select(desk.find(Stage.CONFIRMED))
    question = desk.screen._question
    for key, stage in ((Qt.Key.Key_D, Stage.DISMISSED), (Qt.Key.Key_S, Stage.SEATED)):
        await desk.press(key)
        await desk.until(question.isVisible)
        assert f"{visit.name} hasn't arrived yet." in desk.texts(question)
        await desk.until(lambda: desk.focus() is question)
        tile = desk.screen.place_of(visit.apt_num)
        assert tile is not None
        assert not question.geometry().intersects(tile)
        await desk.press(Qt.Key.Key_Escape)
        assert not question.isVisible()
        await desk.until(lambda: desk.focus() is desk.canvas)
        assert desk.entries == ()
        assert desk.selected.stage is not stage
    await desk.press(Qt.Key.Key_D)
    await desk.until(question.isVisible)
    await desk.press(Qt.Key.Key_Return)
    await desk.told("dismissed")
    assert not question.isVisible()
    assert desk.selected.stage is Stage.DISMISSED
    assert len(desk.entries) == 1


async def test_an_arrival_hours_early_or_on_another_day_is_asked(desk: Desk) -> None:
    """Marking a patient as arrived hours early, or not today, asks for confirmation; typing cancels it."""
    question = desk.screen._question
    await desk.select(desk.find(Stage.CONFIRMED))
    await desk.press(Qt.Key.Key_A)
    await desk.until(question.isVisible)
    assert "isn't until" in desk.texts(question)
    other = desk.find(Stage.CONFIRMED, at=-2)
    await desk.select(other)
    await desk.until(lambda: not question.isVisible())
    await desk.press(Qt.Key.Key_Right, ALT)
    await desk.read()
    desk.click(desk.dot((await desk.select(desk.find(Stage.CONFIRMED))).apt_num))
    await desk.until(question.isVisible)
    assert "not today" in desk.texts(question)
    desk.model.desk.typed.quiet_seconds = QUIET_SECONDS
    desk.type("an")
    assert desk.find_field.text() == "an"
    assert desk.entries == ()


async def test_the_usual_course_is_not_asked(desk: Desk) -> None:
    """Arrived, seated and dismissed in order, near the time, take one key each."""
    visit = await desk.select(desk.find(Stage.CONFIRMED, at=0))
    for key, word in ((Qt.Key.Key_A, "arrived"), (Qt.Key.Key_S, "seated"), (Qt.Key.Key_D, "dismissed")):
        await desk.press(key)
        assert await desk.told(word) == f"{visit.name} {word}."
    assert not desk.screen._question.isVisible()
