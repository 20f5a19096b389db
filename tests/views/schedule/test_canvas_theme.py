"""When the schedule prepares its theme for painting."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.views.staff.schedule.grid.canvas import ScheduleCanvas
from app.views.theme.palette import make_palette
from app.views.theme.tokens import DARK


def test_a_new_parent_does_not_prepare_the_theme_again(qtbot: QtBot) -> None:
    """Only another palette, font or screen does: at the start the schedule gets a new, styled parent twice."""
    canvas, window = ScheduleCanvas(), QMainWindow()
    qtbot.addWidget(window)
    window.setStyleSheet("QAbstractScrollArea { background: white; border: none; }")
    theme = canvas.scene.theme
    window.setCentralWidget(canvas)
    window.show()
    assert canvas.scene.theme is theme
    canvas.setPalette(make_palette(DARK))
    dark = canvas.scene.theme
    assert dark is not theme
    larger = canvas.font()
    larger.setPixelSize(20)
    canvas.setFont(larger)
    assert canvas.scene.theme is not dark
