"""Buttons that look like cells."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from app.views.theme.theme import Theme, ThemeChoice
from app.views.widgets.cell_button import cell_button


@pytest.mark.parametrize("tone", ["", "second", "alert", "pending", "link"])
def test_one_that_can_t_be_used_looks_so(qapp: QApplication, tone: str) -> None:
    """Whatever its tone: "Turn off" of a popup looked alike in an office too old for it."""
    Theme(qapp, ThemeChoice.LIGHT)
    button = cell_button("Turn off", tone)
    usable = button.grab().toImage()
    button.setEnabled(False)
    assert button.grab().toImage() != usable
    plain = cell_button("Turn off")
    plain.setEnabled(False)
    plain.resize(button.size())
    if tone != "link":  # which is bold
        assert button.grab().toImage() == plain.grab().toImage()
