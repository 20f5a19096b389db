"""Toasts: what they say is readable, and they never cover the work."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.core.clock import SystemClock
from app.viewmodels.messages import Message
from app.viewmodels.notices import Notices
from app.views.staff.toasts import HIGHEST, Toast, ToastHost
from app.views.theme.theme import Theme, ThemeChoice

LONG = "The office has refused this because something else was changed at another desk meanwhile. "


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the toasts lie over."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


@pytest.fixture
def notices(window: QWidget, qapp: QApplication) -> Notices:
    """What is said, and shown over the window."""
    made = Notices(SystemClock(), window)
    ToastHost(made, Theme(qapp, ThemeChoice.LIGHT), window)
    return made


def toast_of(window: QWidget) -> Toast:
    """The one toast that is shown."""
    (toast,) = window.findChildren(Toast)
    return toast


def test_long_words_stand_over_the_buttons(window: QWidget, notices: Notices) -> None:
    """Beside a button long words would be one word wide: the button stands under them."""
    notices.fail(Message("", LONG, "", "details"))
    toast = toast_of(window)
    toast.layout().activate()
    words = toast.findChild(QLabel)
    copy = next(each for each in toast.findChildren(QToolButton) if each.text() == "Copy details")
    assert words.width() > toast.width() * 0.6
    assert copy.geometry().top() >= words.geometry().bottom()


def test_a_toast_stays_low(window: QWidget, notices: Notices) -> None:
    """Words without end are shortened; all of them are in the list of notices."""
    notices.fail(Message("", LONG * 20, "", "details"))
    toast = toast_of(window)
    assert toast.height() <= HIGHEST
    assert toast.findChild(QLabel).text().endswith("…")
    assert notices.items[0].words == LONG * 20


def seen(window: QWidget) -> list[str]:
    """The words of the toasts that can be seen, oldest first."""
    return [toast.notice.words for toast in shown_toasts(window)]


def shown_toasts(window: QWidget) -> list[Toast]:
    """The toasts that can be seen, oldest first."""
    return sorted(
        (each for each in window.findChildren(Toast) if each.isVisible()), key=lambda each: each.notice.id
    )


def test_an_error_stays_until_it_is_closed(window: QWidget, notices: Notices) -> None:
    """Lines that go by themselves push each other out, never an error that nobody has read yet."""
    error = notices.fail(Message("Not done.", "", ""))
    for words in ("One.", "Two.", "Three."):
        notices.say(words)
    assert seen(window) == ["Not done.", "Two.", "Three."]
    notices.close(error.id)
    assert seen(window) == ["Two.", "Three."]


def test_many_errors_leave_the_work_in_sight(window: QWidget, notices: Notices) -> None:
    """Errors never pile up over half the window; those without room come as soon as a newer one is closed."""
    errors = [notices.fail(Message(f"{number}. {LONG}", "", "")) for number in range(9)]
    shown = shown_toasts(window)
    assert 1 < len(shown) < 9
    assert min(toast.y() for toast in shown) >= window.height() // 2
    assert shown[-1].notice.id == errors[-1].id
    for error in errors[1:]:
        notices.close(error.id)
    assert seen(window) == [errors[0].words]
