"""The odontogram's widget: mouse, keys, selection, sizes, and what a screen reader hears."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from app.domain.chart.numbering import Numbering
from app.viewmodels.staff.chart.odontogram import OdontogramViewModel
from app.views.staff.chart.odontogram.canvas import OdontogramCanvas
from tests.support.mouths import CASES, CODES, Case, initials_of, rows_of

TODAY = date(2026, 11, 23)
CHILD = next(case for case in CASES if case.name == "a child of 7")


@pytest.fixture
def canvas(qtbot: QtBot) -> OdontogramCanvas:
    """A child's mouth on the screen."""
    model = OdontogramViewModel()
    made = OdontogramCanvas(model)
    qtbot.addWidget(made)
    made.resize(900, 340)
    with qtbot.waitExposed(made):
        made.show()
    model.show_records(rows_of(CHILD), initials_of(CHILD), CODES, TODAY)
    made.grab()
    return made


def _model(canvas: OdontogramCanvas) -> OdontogramViewModel:
    return canvas._model


def test_a_click_selects_and_a_second_or_one_beside_selects_none(
    canvas: OdontogramCanvas, qtbot: QtBot
) -> None:
    """The whole column of a tooth can be clicked, from its number to its roots."""
    model = _model(canvas)
    place = canvas.rect_of("A")
    for point in (place.center(), place.topLeft() + QPoint(3, 3), place.bottomRight() - QPoint(3, 3)):
        model.select("")
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=point)
        assert model.state.selected == "A"
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(450, 1))
    assert model.state.selected == ""
    for expected in ("A", ""):
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place.center())
        assert model.state.selected == expected
    with qtbot.waitSignal(canvas.activated) as told:
        qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=place.center())
    assert told.args == ["A"]
    assert model.state.selected == "A"


def test_arrows_go_from_tooth_to_tooth(canvas: OdontogramCanvas, qtbot: QtBot) -> None:
    """Along the arch to the neighbor that is seen, up and down to the one above or below, and no further."""
    model = _model(canvas)
    seen = []
    keys = [
        "Right",
        "Right",
        "Right",
        "Right",
        "Down",
        "Left",
        "Up",
        "Up",
        "End",
        "Right",
        "Home",
        "Left",
        "Down",
        "Down",
    ]
    for key in keys:
        qtbot.keyClick(canvas, getattr(Qt.Key, f"Key_{key}"))
        seen.append(model.state.selected)
    assert seen == ["1", "2", "3", "A", "T", "30", "3", "3", "16", "16", "1", "1", "32", "32"]
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert model.state.selected == ""


def test_a_screen_reader_hears_the_tooth(canvas: OdontogramCanvas) -> None:
    """The widget has a name, and as its description the selected tooth in words with its history."""
    model = _model(canvas)
    model.select("A")
    assert canvas.accessibleName() == "Tooth chart"
    expected = "Tooth A, upper right primary second molar: Filling MO, tooth-colored, completed"
    first, *history = canvas.accessibleDescription().splitlines()
    assert first == expected
    assert history == ["May 6, 2024 · Tcomposite composite MO · completed"]
    model.use_numbering(Numbering.FDI)
    assert model.words_of("A").startswith("Tooth 55,")


def test_nothing_is_clipped_at_any_size(qtbot: QtBot) -> None:
    """From a small window to a 4K screen, every cell is inside the widget and cells don't overlap."""
    model = OdontogramViewModel()
    canvas = OdontogramCanvas(model)
    qtbot.addWidget(canvas)
    extra = Case("extra", ("TP ext 59", "TP ext 53", "TP ext AS"))
    model.show_records(rows_of(extra), (), CODES, TODAY)
    for width, height in (
        (480, 200),
        (666, 240),
        (700, 260),
        (1220, 420),
        (700, 700),
        (3840, 1400),
        (3000, 300),
    ):
        canvas.resize(width, height)
        canvas.grab()
        layout = canvas.picture.layout
        assert len(layout.cells) == 35
        for upper in (True, False):
            row = [cell for cell in layout.cells if cell.tooth.upper is upper]
            assert row[0].left >= 0
            assert row[-1].left + row[-1].width <= width
            for cell, after in itertools.pairwise(row):
                assert cell.left + cell.width <= after.left
        for cell in layout.cells:
            assert cell.top >= 0
            assert cell.top + cell.height <= height
            shape = canvas.picture.tools(None).shapes.of(cell.tooth)
            assert shape.across <= cell.width
            assert abs(shape.root_length) <= (cell.neck if cell.tooth.upper else cell.height - cell.neck)


def test_history_follows_the_keyboard(canvas: OdontogramCanvas, qtbot: QtBot) -> None:
    """The tooth reached by keys tells its history as the one under the pointer does, below the picture."""
    model = _model(canvas)
    canvas.setFocus()
    model.select("3")
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert model.state.selected == "A"
    assert QToolTip.text() == model.hover_words("A")
    qtbot.mouseMove(canvas, canvas.rect_of("A").center())
    assert canvas.toolTip() == model.hover_words("A")
    QToolTip.hideText()
