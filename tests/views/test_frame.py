"""The window's frame: it grows with the text, and every field has its outline."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.views.theme.fonts import grown
from app.views.theme.frame_style import make_frame_stylesheet
from app.views.theme.style import make_stylesheet
from app.views.theme.tokens import DARK, LIGHT, PANEL_WIDTH, TEXT_PIXELS, Tokens


def test_measures_grow_with_the_text(qapp: QApplication) -> None:
    """Half as much again of text makes panels half as large again; small text makes nothing smaller."""
    font = QFont(qapp.font())
    font.setPixelSize(TEXT_PIXELS * 3 // 2)
    assert grown(PANEL_WIDTH, font) == round(PANEL_WIDTH * (TEXT_PIXELS * 3 // 2) / TEXT_PIXELS)
    font.setPixelSize(TEXT_PIXELS - 3)
    assert grown(PANEL_WIDTH, font) == PANEL_WIDTH


def test_the_frames_text_grows(qapp: QApplication) -> None:
    """No part of the frame keeps the usual size of text where the text is twice as large."""
    usual, large = (make_frame_stylesheet(LIGHT, pixels) for pixels in (TEXT_PIXELS, 2 * TEXT_PIXELS))
    assert "font-size: 12px" in usual
    assert "font-size: 24px" in large
    assert "font-size: 12px" not in large


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_a_note_has_its_outline(qtbot: QtBot, tokens: Tokens) -> None:
    """A field of several lines has the same outline as one of a single line."""
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    field.setStyleSheet(make_stylesheet(tokens, TEXT_PIXELS))
    field.resize(120, 60)
    field.show()
    edge = field.grab().toImage().pixelColor(0, 30).name()
    assert edge == tokens.line
