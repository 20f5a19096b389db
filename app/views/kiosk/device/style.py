"""How the pages for staff and IT look: the kiosk's calm colors and large targets."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QLayout, QPushButton, QWidget

from app.views.kiosk.skin import CALM, RADIUS, TARGET

TEXT_PIXELS, TITLE_PIXELS = 20, 32
COLUMN = 720
"""The widest column."""


_STYLE = f"""
    QWidget {{ background: {CALM.window}; color: {CALM.ink}; }}
    QPushButton {{
        background: {CALM.surface}; color: {CALM.ink}; border: 2px solid {CALM.line}; border-radius: {RADIUS}px;
        min-height: {TARGET}px; padding: 0 24px;
    }}
    QPushButton:pressed {{ background: {CALM.pressed}; color: {CALM.on_pressed}; }}
    QPushButton:disabled {{ color: {CALM.disabled}; }}
    QPushButton:focus {{ border: 4px solid {CALM.ring}; }}
    QPushButton[main="true"] {{ background: {CALM.accent}; color: {CALM.on_accent}; border-color: {CALM.accent}; }}
    QPushButton[main="true"]:disabled {{ background: {CALM.soft}; color: {CALM.disabled}; }}
    QPushButton[main="true"]:focus {{ border: 4px solid {CALM.ring}; }}
    QLineEdit {{
        background: {CALM.surface}; border: 2px solid {CALM.line}; border-radius: {RADIUS}px;
        min-height: {TARGET - 8}px; padding: 0 16px; selection-background-color: {CALM.accent};
    }}
    QLineEdit:focus {{ border: 4px solid {CALM.ring}; }}
    QLabel[problem="true"] {{
        background: {CALM.problem}; color: {CALM.on_problem}; border-radius: {RADIUS}px; padding: 12px;
    }}
    QLabel[second="true"] {{ color: {CALM.ink_2}; }}
    """


def dress(page: QWidget) -> None:
    """Give a page its colors, up to its edges."""
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    page.setStyleSheet(_STYLE)


def sized(widget: QWidget, pixels: int = TEXT_PIXELS, *, bold: bool = False) -> None:
    """Give a widget text of this size."""
    font = QFont(widget.font())
    font.setPixelSize(pixels)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    widget.setFont(font)


def label(text: str = "", *, pixels: int = TEXT_PIXELS, bold: bool = False, second: bool = False) -> QLabel:
    """A text that wraps."""
    made = QLabel(text)
    made.setWordWrap(True)
    made.setProperty("second", second)
    sized(made, pixels, bold=bold)
    return made


def problem_label() -> QLabel:
    """A sentence about what is wrong; hidden while it is empty."""
    made = label()
    made.setProperty("problem", True)  # Qt's property
    made.hide()
    return made


def show_problem(target: QLabel, words: str) -> None:
    """Show a sentence, or hide the label."""
    target.setText(words)
    target.setVisible(bool(words))


def button(text: str, *, main: bool = False) -> QPushButton:
    """A button for a finger."""
    made = QPushButton(text)
    made.setProperty("main", main)
    made.setAutoDefault(False)
    sized(made)
    return made


def clear(layout: QLayout) -> None:
    """Destroy the widgets of a layout."""
    while layout.count():
        widget = layout.takeAt(0).widget()
        widget.hide()
        widget.deleteLater()
