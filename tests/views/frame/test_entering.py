"""When the user is in the middle of something."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.views.staff.frame.entering import is_entering


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    """A window with a label's worth of space to click on."""
    made = QWidget()
    QVBoxLayout(made)
    made.show()
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()


def added(window: QWidget, field: QWidget) -> QWidget:
    """A field with the focus."""
    window.layout().addWidget(field)
    field.show()
    field.setFocus()
    return field


def test_typed_text_counts(window: QWidget) -> None:
    """Typed text counts in every kind of field; text that is only shown, or was deleted again, does not."""
    combo, spin = QComboBox(), QSpinBox()
    combo.setEditable(True)
    for field in (QLineEdit("Ann"), QPlainTextEdit("Ann"), QTextEdit("Ann"), combo, spin):
        added(window, field)
        assert not is_entering(window), field
        QTest.keyClicks(field, "5")
        assert is_entering(window), field
    line = added(window, QLineEdit())
    QTest.keyClicks(line, "a")
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert not is_entering(window)


def test_only_the_field_with_the_focus_counts(window: QWidget) -> None:
    """A filter that was typed and left doesn't count; the focus counts although another program is in front."""
    first = added(window, QLineEdit())
    QTest.keyClicks(first, "a")
    second = added(window, QLineEdit())
    assert not is_entering(window)
    QTest.keyClicks(second, "b")
    window.hide()
    assert is_entering(window)


def test_a_dialog_and_a_mouse_button_count(window: QWidget) -> None:
    """A question that blocks the window counts, and a drag until it is dropped."""
    field = added(window, QWidget())
    QTest.mousePress(field, Qt.MouseButton.LeftButton)
    assert is_entering(window)
    QTest.mouseRelease(field, Qt.MouseButton.LeftButton)
    assert not is_entering(window)
    dialog = QDialog(window)
    dialog.open()
    assert is_entering(window)
    dialog.reject()
    assert not is_entering(window)
