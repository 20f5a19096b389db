"""When nobody is at the PC, and nothing would be disturbed."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from app.bootstrap.updates import idle
from app.bootstrap.updates.idle import IDLE_SECONDS, Idle, hindrance
from app.views.staff.updates.typed import has_typed
from tests.support.manual_clock import ManualClock

T = TypeVar("T", bound=QWidget)


class Window(QWidget):
    """A window with a stack of two screens."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = QStackedWidget()
        QVBoxLayout(self).addWidget(self.stack)
        for _ in range(2):
            page = QWidget()
            QVBoxLayout(page)
            self.stack.addWidget(page)


@pytest.fixture
def window(qtbot) -> Window:
    """It is shown."""
    made = Window()
    qtbot.addWidget(made)
    made.show()
    return made


def add(window: Window, screen: int, field: T) -> T:
    """Put a field on a screen."""
    window.stack.widget(screen).layout().addWidget(field)
    field.show()
    return field


async def test_idle_is_a_quarter_of_an_hour_here_and_in_other_programs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Somebody who works in Open Dental is at the PC."""
    clock = ManualClock()
    at = Idle(clock)
    system = [float("inf")]
    monkeypatch.setattr(idle, "system_idle_seconds", lambda: system[0])
    await clock.advance(IDLE_SECONDS - 1)
    assert not at.is_long
    await clock.advance(1)
    assert at.is_long
    system[0] = 3.0
    assert not at.is_long
    system[0] = float("inf")
    at.touch()
    assert not at.is_long


def test_typed_text_counts_on_every_screen(window: Window) -> None:
    """Also on one that isn't shown now, and in text of several lines."""
    for field in (QLineEdit(), QPlainTextEdit()):
        add(window, 1, field)
        assert not has_typed(window)
        QTest.keyClicks(field, "Mother called")
        assert has_typed(window)
        assert "typed" in str(hindrance(window, None))
        field.clear()
        if isinstance(field, QPlainTextEdit):
            field.document().setModified(False)


def test_what_is_filled_in_by_the_program_or_closed_does_not_count(window: Window) -> None:
    """Nor a field that can only be read."""
    filled = add(window, 0, QLineEdit())
    filled.setText("filled in")
    closed = add(window, 0, QWidget())
    closed.setLayout(QVBoxLayout())
    field = QLineEdit()
    closed.layout().addWidget(field)
    field.show()
    QTest.keyClicks(field, "x")
    assert has_typed(window)
    closed.hide()
    assert not has_typed(window)
    read_only = add(window, 0, QLineEdit("x"))
    read_only.setModified(True)
    read_only.setReadOnly(True)
    assert not has_typed(window)
