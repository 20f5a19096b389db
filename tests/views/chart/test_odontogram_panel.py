"""The odontogram's panel: days, numbers, list, legend, and what can't be drawn, by mouse and by keys."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.chart.numbering import Numbering
from app.viewmodels.staff.chart.odontogram import OdontogramViewModel
from app.views.staff.chart.odontogram_panel import OdontogramPanel
from app.views.theme.theme import Theme, ThemeChoice
from tests.support.mouths import CODES, Case, initials_of, rows_of

TODAY = date(2026, 11, 23)
CASE = Case(
    "years",
    (
        "C amalgam 14 MO 2020-01-02",
        "C ext 14 2022-01-02",
        "TP crown 19 2024-03-04",
        "C composite 33 O 2024-05-06",
        "C amalgam 3 IZ 2024-05-06",
    ),
    ("Missing 14", "Drawing 1"),
)
KEY = Qt.Key


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> OdontogramPanel:
    """A patient's chart on the screen."""
    model = OdontogramViewModel()
    made = OdontogramPanel(model, Theme(qapp, ThemeChoice.LIGHT))
    qtbot.addWidget(made)
    made.resize(1000, 420)
    with qtbot.waitExposed(made):
        made.show()
    model.show_records(rows_of(CASE), initials_of(CASE), CODES, TODAY)
    return made


def _model(panel: OdontogramPanel) -> OdontogramViewModel:
    return panel._model


def test_keys_go_through_time(panel: OdontogramPanel, qtbot: QtBot) -> None:
    """Page Up and Page Down from the teeth, arrows on the slider; Ctrl+End and "Now" return."""
    model = _model(panel)
    panel.canvas.setFocus()
    days = []
    for _ in range(4):
        qtbot.keyClick(panel.canvas, KEY.Key_PageUp)
        days.append(model.day_words)
    assert days == ["As of May 6, 2024", "As of Mar 4, 2024", "As of Jan 2, 2022", "As of Jan 2, 2020"]
    qtbot.keyClick(panel.canvas, KEY.Key_PageDown)
    qtbot.keyClick(panel.days.slider, KEY.Key_Right)
    assert model.day_words == "As of Mar 4, 2024"
    assert panel.days.slider.accessibleDescription() == "As of Mar 4, 2024"
    qtbot.keyClick(panel.canvas, KEY.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert model.state.at is None
    assert not panel.days.now.isEnabled()
    assert panel.tooth.text() == "Click a tooth, or use the arrow keys."
    qtbot.keyClick(panel.canvas, KEY.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert model.state.at == date(2020, 1, 2)
    assert panel.tooth.text() == "On this day: 14 amalgam MO, completed"
    qtbot.mouseClick(panel.days.now, Qt.MouseButton.LeftButton)
    assert model.state.at is None


def test_a_click_on_the_slider_goes_there(panel: OdontogramPanel, qtbot: QtBot) -> None:
    """Its left end is the first day on which something changed."""
    qtbot.mouseClick(
        panel.days.slider, Qt.MouseButton.LeftButton, pos=QPoint(4, panel.days.slider.height() // 2)
    )
    assert _model(panel).state.at == date(2020, 1, 2)
    assert "Filling MO" in _model(panel).words_of("14")


def test_numbers_are_chosen_in_the_panel(panel: OdontogramPanel, qtbot: QtBot) -> None:
    """The choice renumbers at once and is emitted; the box follows a setting that was read."""
    heard: list[Numbering] = []
    _model(panel).numbering_chosen.connect(heard.append)
    panel.numbering.setFocus()
    qtbot.keyClick(panel.numbering, KEY.Key_Down)
    assert heard == [Numbering.PALMER]
    _model(panel).select("19")
    assert panel.tooth.text() == "Tooth LL6, lower left first molar: Crown, tooth-colored, planned"
    _model(panel).use_numbering(Numbering.FDI)
    assert panel.numbering.currentText() == "FDI"


def test_the_list_is_read_and_walked(panel: OdontogramPanel, qtbot: QtBot) -> None:
    """Its rows are accessible, arrows select the row's tooth, and the tooth selected in the picture its row."""
    panel.list_button.setFocus()
    qtbot.keyClick(panel.list_button, KEY.Key_Space)
    assert panel.list.isVisible()
    spoken = QAccessible.queryAccessibleInterface(panel.list)
    texts = [spoken.child(at).text(QAccessible.Text.Name) for at in range(spoken.childCount())]
    assert "19, lower left first molar: Crown, tooth-colored, planned" in texts
    assert "Not drawn: amalgam: tooth 3 has no surface IZ" in texts
    panel.list.setFocus()
    qtbot.keyClick(panel.list, KEY.Key_Home)
    selected = _model(panel).state.selected
    assert panel.list.currentIndex().data().startswith(f"{selected}, ")
    _model(panel).select("19")
    assert panel.list.currentIndex().data().startswith("19, ")
    with qtbot.waitSignal(panel.activated) as told:
        qtbot.keyClick(panel.list, KEY.Key_Return)
    assert told.args == ["19"]
    _model(panel).select("9")
    assert not panel.list.currentIndex().isValid()


def test_a_narrow_panel_shows_the_list_in_the_pictures_place(panel: OdontogramPanel, qtbot: QtBot) -> None:
    """Half of a small window is too narrow for both."""
    panel.show_list(shown=True)
    assert panel.canvas.isVisible()
    panel.resize(620, 420)
    assert not panel.canvas.isVisible()
    qtbot.waitUntil(lambda: panel.list.width() > 550)
    panel.show_list(shown=False)
    assert panel.canvas.isVisible()


def test_what_is_not_drawn_is_named(panel: OdontogramPanel) -> None:
    """Drawings, teeth that don't exist and surfaces that a tooth doesn't have; nothing when all is drawn."""
    expected = (
        "Not drawn: 1 drawing: see Open Dental's chart; composite: there is no tooth 33; "
        "amalgam: tooth 3 has no surface IZ"
    )
    assert panel.problems.text() == expected
    panel.resize(1000, 300)
    assert panel.problems.isVisible()
    _model(panel).clear()
    assert not panel.problems.isVisible()


def test_the_legend_has_only_what_is_there(panel: OdontogramPanel) -> None:
    """It follows the day that is shown, and is gone with the patient."""
    assert panel.legend.accessibleDescription() == "Planned, Crown, Missing"
    panel.days.step_to(0)
    assert panel.legend.accessibleDescription() == "Completed, Filling"
    _model(panel).clear()
    assert not panel.legend.isVisible()
