"""A field that offers what is there already."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.views.widgets.suggest import SuggestField

LINES = ("Blue Heron Dental", "Blue Cross of Oregon")


def offering(qtbot: QtBot) -> SuggestField:
    """A field that offers two lines."""
    field = SuggestField("Carrier")
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.line.setFocus()
    field.offer(LINES)
    return field


def test_chosen_with_the_keyboard(qtbot: QtBot) -> None:
    """Down goes into the list and through it, Enter chooses and gives the cursor back."""
    field, chosen = offering(qtbot), []
    field.chosen.connect(chosen.append)
    for _ in range(2):
        QTest.keyClick(field.focusWidget() or field, Qt.Key.Key_Down)
    assert field.offers.hasFocus()
    QTest.keyClick(field.offers, Qt.Key.Key_Return)
    assert chosen == [1]
    assert field.line.hasFocus()


def test_leaving_the_list(qtbot: QtBot) -> None:
    """Esc, and Up from the first line, go back to the text without choosing; so does a list that goes away."""
    field, chosen = offering(qtbot), []
    field.chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Up):
        QTest.keyClick(field.line, Qt.Key.Key_Down)
        assert field.offers.hasFocus()
        QTest.keyClick(field.offers, key)
        assert field.line.hasFocus()
    QTest.keyClick(field.line, Qt.Key.Key_Down)
    field.offer(())
    assert field.line.hasFocus()
    assert chosen == []


def test_enter_in_the_text_confirms(qtbot: QtBot) -> None:
    """What was typed is taken as it is."""
    field, confirmed = offering(qtbot), []
    field.confirmed.connect(lambda: confirmed.append(True))
    QTest.keyClicks(field.line, "New Mutual")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert (field.line.text(), confirmed) == ("New Mutual", [True])
