"""The search field: its hint is never cut."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.viewmodels.staff.find_patient import FindPatientViewModel
from app.views.staff.frame.bar import FIND_HINTS
from app.views.staff.frame.find_field import FindField
from app.views.theme.theme import Theme, ThemeChoice

EDGE = 6
"""Pixels at the right end of a field that hold only its border."""


class NoSearch(QObject):
    """A search that nobody uses."""

    changed = Signal()
    chosen = Signal(object)
    new_asked = Signal(str)

    def type_text(self, text: str) -> None:
        """Nothing is searched."""


def test_a_hint_that_is_chosen_is_whole(qapp: QApplication, qtbot: QtBot) -> None:
    """At every font size and width the field paints its hint to the end, as a wider field does."""
    before, hints = QFont(qapp.font()), [str(each) for each in FIND_HINTS]
    for pixels in (11, 13, 14, 15, 16, 18, 20, 22, 26):
        font = QFont(before)
        font.setPixelSize(pixels)
        qapp.setFont(font)
        field = FindField(cast(FindPatientViewModel, NoSearch()), hints, Theme(qapp, ThemeChoice.LIGHT))
        qtbot.addWidget(field)
        field.show()
        for hint in hints:
            width, height = field.width_for(hint), field.sizeHint().height()
            field.resize(width, height)
            assert field.placeholderText() == hint
            narrow: Any = field.grab().toImage().copy(0, 0, width - EDGE, height)
            field.resize(width + 30, height)
            field.setPlaceholderText(hint)
            assert narrow == field.grab().toImage().copy(0, 0, width - EDGE, height), (pixels, hint)
    qapp.setFont(before)
    Theme(qapp, ThemeChoice.LIGHT)
