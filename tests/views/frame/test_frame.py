"""The window's frame: it scales with the text, and every field has its outline."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QListWidget, QPlainTextEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.views.staff.frame.window import FRAME, USUAL, first_place
from app.views.theme.fonts import grown
from app.views.theme.frame_style import make_frame_stylesheet
from app.views.theme.style import make_stylesheet
from app.views.theme.tokens import DARK, LIGHT, PANEL_WIDTH, TEXT_PIXELS, Tokens


def test_measures_grow_with_the_text(qapp: QApplication) -> None:
    """Text 1.5 times as large makes panels 1.5 times as large; small text makes nothing smaller."""
    font = QFont(qapp.font())
    font.setPixelSize(TEXT_PIXELS * 3 // 2)
    assert grown(PANEL_WIDTH, font) == round(PANEL_WIDTH * (TEXT_PIXELS * 3 // 2) / TEXT_PIXELS)
    font.setPixelSize(TEXT_PIXELS - 3)
    assert grown(PANEL_WIDTH, font) == PANEL_WIDTH


def test_the_frames_text_grows(qapp: QApplication) -> None:
    """No part of the frame keeps the default text size when the text is twice as large."""
    usual, large = (make_frame_stylesheet(LIGHT, pixels) for pixels in (TEXT_PIXELS, 2 * TEXT_PIXELS))
    assert "font-size: 12px" in usual
    assert "font-size: 24px" in large
    assert "font-size: 12px" not in large


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_a_note_has_its_outline(qtbot: QtBot, tokens: Tokens) -> None:
    """A multi-line field has the same outline as a single-line one."""
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    field.setStyleSheet(make_stylesheet(tokens, TEXT_PIXELS))
    field.resize(120, 60)
    field.show()
    edge = field.grab().toImage().pixelColor(0, 30).name()
    assert edge == tokens.line


def _styled(widget: QWidget, **properties: str) -> QWidget:
    for name, value in properties.items():
        widget.setProperty(name, value)
    return widget


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_keyboards_place_is_seen(qtbot: QtBot, tokens: Tokens) -> None:
    """All kinds of buttons and lists of the frame look different when focused."""
    title = QPushButton("Tue, Nov 24")
    title.setObjectName("dayTitle")
    widgets = [
        title,
        QPushButton("Book"),
        _styled(QPushButton("Book"), kind="primary"),
        _styled(QToolButton(), segment="first"),
        _styled(QToolButton(), segment="last"),
        _styled(QToolButton(), kind="action"),
        _styled(QToolButton(), kind="row"),
        _styled(QListWidget(), kind="lines"),
    ]
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(make_stylesheet(tokens, TEXT_PIXELS) + make_frame_stylesheet(tokens, TEXT_PIXELS))
    for widget in widgets:
        widget.setParent(window)
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    for widget in widgets:
        window.setFocus()
        before = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert widget.hasFocus()
        assert widget.grab().toImage() != before, (type(widget).__name__, widget.dynamicPropertyNames())


@pytest.mark.parametrize(
    "free",
    [QRect(0, 0, 1366, 728), QRect(0, 28, 1280, 692), QRect(1920, 0, 1093, 574), QRect(0, 0, 3840, 2100)],
)
def test_the_first_window_fits_the_screen(free: QRect) -> None:
    """However small a screen, the first window fits with its frame; on a large one it has its default size."""
    place = first_place(free)
    assert free.contains(QRect(place.topLeft(), place.size() + QSize(*FRAME)))
    if free.width() > 2 * USUAL[0]:
        assert place.size() == QSize(*USUAL)
