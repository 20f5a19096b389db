"""Ready-made notes beside the buttons of the form."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.services.patients.ready_notes import ReadyNote
from app.views.widgets.quick_paste.offers import Offers

NOTES = tuple(ReadyNote(f"n{n}", f"Ready-made note & number {n}", first=True) for n in range(6))


def shown(offers: Offers) -> list[str]:
    """The texts of the visible buttons."""
    return [each.text() for each in offers.findChildren(QPushButton) if not each.isHidden()]


def test_only_as_many_as_fit(qtbot: QtBot) -> None:
    """A narrow window shows the first ones and is not made wider; the whole text is in the tooltip."""
    offers = Offers()
    qtbot.addWidget(offers)
    offers.resize(2000, 40)
    offers.show()
    offers.fill(NOTES)
    assert len(shown(offers)) == len(NOTES)
    assert shown(offers)[0] == "Ready-made note && number 0"
    offers.resize(420, 40)
    assert 0 < len(shown(offers)) < len(NOTES)
    assert offers.minimumSizeHint().width() == 0
    button = offers.findChildren(QPushButton)[0]
    assert button.toolTip() == "?n0  Ready-made note & number 0"
    with qtbot.waitSignal(offers.chosen) as caught:
        button.click()
    assert caught.args == [NOTES[0]]
