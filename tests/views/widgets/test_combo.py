"""Number fields in pages that scroll, and what a combo box lists."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from app.views.widgets.combo import CalmCombo, CalmSpin, fill


def test_the_wheel_scrolls_the_page_and_changes_no_number(qtbot: QtBot) -> None:
    """A receptionist scrolled the settings, and set how late patients may check in to zero without seeing it."""
    area, spin = QScrollArea(), CalmSpin()
    qtbot.addWidget(area)
    spin.setValue(15)
    spin.setFixedHeight(2000)
    area.setWidget(spin)
    area.resize(200, 200)
    area.show()
    at = QPointF(50, 50)
    turned = QWheelEvent(
        at,
        QPointF(spin.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(spin, turned)
    assert (spin.value(), turned.isAccepted(), spin.hasFocus()) == (15, False, False)


def test_an_option_with_another_title_is_shown_anew(qtbot: QtBot) -> None:
    """The first ways to pay were titled before it was known that plan charges can be chosen, and stayed so."""
    combo = CalmCombo()
    qtbot.addWidget(combo)
    fill(combo, [(0, "Oldest charges"), (1, "Chosen procedures")], 1)
    fill(combo, [(0, "Oldest charges"), (1, "Chosen procedures and plan charges")], 1)
    assert (combo.currentText(), combo.count()) == ("Chosen procedures and plan charges", 2)
