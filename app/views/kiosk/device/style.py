"""How the pages for staff and IT look: the kiosk's colors and large targets, in the look that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QLabel, QLayout, QLineEdit, QPushButton, QWidget

from app.views.kiosk.skin import RADIUS, TARGET, Skin
from app.views.kiosk.widgets.button import ENTER
from app.views.widgets.announcing import announce

TEXT_PIXELS, TITLE_PIXELS = 20, 32
COLUMN = 720
"""The widest column."""
_LARGER = 1.3
"""Once for larger text, and once for the room of an upright screen."""
_PIXELS = "pixels"  # words: a property's name


def _sheet(skin: Skin) -> str:
    colors, line = skin.colors, skin.line
    return f"""
    *[page="true"] {{ background: {colors.window}; }}
    QPushButton {{
        background: {colors.surface}; color: {colors.ink}; border: {line}px solid {colors.line};
        border-radius: {RADIUS}px; min-height: {TARGET}px; padding: 0 24px;
    }}
    QPushButton:pressed {{ background: {colors.pressed}; color: {colors.on_pressed}; }}
    QPushButton:disabled {{ color: {colors.disabled}; }}
    QPushButton[main="true"] {{
        background: {colors.accent}; color: {colors.on_accent}; border-color: {colors.accent};
    }}
    QPushButton[main="true"]:disabled {{
        background: {colors.surface}; color: {colors.disabled}; border-color: {colors.line};
    }}
    QPushButton:focus, QPushButton[main="true"]:focus {{ border: 4px solid {colors.ring}; }}
    QLineEdit {{
        background: {colors.surface}; color: {colors.ink}; border: {line}px solid {colors.line};
        border-radius: {RADIUS}px; min-height: {TARGET - 8}px; padding: 0 16px;
        placeholder-text-color: {colors.ink_2};
        selection-background-color: {colors.accent}; selection-color: {colors.on_accent};
    }}
    QLineEdit:read-only {{ color: {colors.disabled}; }}
    QLineEdit:focus {{ border: 4px solid {colors.ring}; }}
    QLabel[kind="text"] {{ color: {colors.ink}; }}
    QLabel[kind="second"] {{ color: {colors.ink_2}; }}
    QLabel[kind="problem"] {{
        background: {colors.problem}; color: {colors.on_problem}; border: {line}px solid {colors.on_problem};
        border-radius: {RADIUS}px; padding: 10px;
    }}
    """


def times(skin: Skin, *, portrait: bool) -> float:
    """How much larger texts are than on a wide screen without larger text."""
    return (_LARGER if skin.larger else 1.0) * (_LARGER if portrait else 1.0)


def dress(page: QWidget, skin: Skin) -> None:
    """Give a page its colors, up to its edges."""
    page.setProperty("page", True)  # Qt's property
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    page.setStyleSheet(_sheet(skin))


def size_texts(part: QWidget, larger: float) -> None:
    """Make all texts in a part this much larger than their usual size."""
    for each in part.findChildren(QWidget):
        if pixels := each.property(_PIXELS):
            font = QFont(each.font())
            font.setPixelSize(round(pixels * larger))
            each.setFont(font)


def sized(widget: QWidget, pixels: int = TEXT_PIXELS, *, bold: bool = False) -> None:
    """Give a widget text of this size; `size_texts` makes it larger."""
    font = QFont(widget.font())
    font.setPixelSize(pixels)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    widget.setFont(font)
    widget.setProperty(_PIXELS, pixels)


def label(*, pixels: int = TEXT_PIXELS, bold: bool = False, second: bool = False) -> QLabel:
    """A text that wraps."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("kind", "second" if second else "text")
    sized(made, pixels, bold=bold)
    return made


def problem_label() -> QLabel:
    """A sentence about what is wrong; hidden while it is empty."""
    made = label()
    made.setProperty("kind", "problem")  # Qt's property
    made.hide()
    return made


def show_problem(target: QLabel, words: str, *, said: bool = True) -> None:
    """Show a sentence, which a screen reader says unless it was `said` before, or hide the label."""
    appears = bool(words) and words != target.text()
    target.setText(words)
    target.setVisible(bool(words))
    if appears and said:
        announce(target, words)


class FingerButton(QPushButton):
    """A button for a finger; Enter presses it as Space does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Otherwise Enter would be for the page."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


def button(*, main: bool = False) -> QPushButton:
    """A button for a finger."""
    made = FingerButton()
    made.setProperty("main", main)
    made.setAutoDefault(False)
    sized(made)
    return made


def field() -> QLineEdit:
    """A field without a menu, undo or completion of what was typed before."""
    made = QLineEdit()
    made.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    sized(made)
    return made


def clear(layout: QLayout) -> None:
    """Destroy the widgets of a layout."""
    while layout.count():
        widget = layout.takeAt(0).widget()
        widget.hide()
        widget.deleteLater()
