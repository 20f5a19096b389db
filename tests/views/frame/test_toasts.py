"""Toasts: their text is readable, and they never cover the work area."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.core.clock import SystemClock
from app.viewmodels.activity import NoticeAction, Notices
from app.viewmodels.messages import Message
from app.views.staff.frame.toasts.toast import HIGHEST, Toast
from app.views.staff.frame.toasts.toasts import ToastHost
from app.views.theme.theme import Theme, ThemeChoice
from app.views.widgets.placement import Spot

LONG = "The office has refused this because something else was changed at another desk meanwhile. "


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """The area below the toasts."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


@pytest.fixture
def notices(window: QWidget, qapp: QApplication) -> Notices:
    """Notices, shown over the window."""
    made = Notices(SystemClock(), window)
    ToastHost(made, Theme(qapp, ThemeChoice.LIGHT), window)
    return made


def toast_of(window: QWidget) -> Toast:
    """The single visible toast."""
    (toast,) = window.findChildren(Toast)
    return toast


def test_long_words_stand_over_the_buttons(window: QWidget, notices: Notices) -> None:
    """A long text that would be one word wide beside a button is placed above it."""
    notices.fail(Message("", LONG, "", "details"))
    toast = toast_of(window)
    toast.layout().activate()
    words = toast.findChild(QLabel)
    copy = next(each for each in toast.findChildren(QToolButton) if each.text() == "Copy details")
    assert words.width() > toast.width() * 0.6
    assert copy.geometry().top() >= words.geometry().bottom()


@pytest.mark.parametrize("times", [1, 2])
def test_no_button_is_cut_off(window: QWidget, notices: Notices, times: int) -> None:
    """Buttons that don't fit beside each other stand one below the other."""
    titles = ["What is new " * times, "Install when idle " * times]
    notices.say("Ready.", actions=tuple(NoticeAction(each.strip(), lambda: None) for each in titles))
    toast = toast_of(window)
    toast.layout().activate()
    one, other = (each for each in toast.findChildren(QToolButton) if each.text())
    assert one.width() >= one.sizeHint().width()
    assert other.width() >= other.sizeHint().width()
    assert toast.contentsRect().contains(other.geometry())
    assert (one.y() == other.y()) is (times == 1)


def test_a_toast_stays_low(window: QWidget, notices: Notices) -> None:
    """Endless text is shortened; the list of notices has all of it."""
    notices.fail(Message("", LONG * 20, "", "details"))
    toast = toast_of(window)
    assert toast.height() <= HIGHEST
    assert toast.findChild(QLabel).text().endswith("…")
    assert notices.items[0].words == LONG * 20


def seen(window: QWidget) -> list[str]:
    """The texts of the visible toasts, oldest first."""
    return [toast.notice.words for toast in shown_toasts(window)]


def shown_toasts(window: QWidget) -> list[Toast]:
    """The visible toasts, oldest first."""
    return sorted(
        (each for each in window.findChildren(Toast) if each.isVisible()), key=lambda each: each.notice.id
    )


def test_an_error_stays_until_it_is_closed(window: QWidget, notices: Notices) -> None:
    """Self-closing toasts replace each other, never an unread error."""
    error = notices.fail(Message("Not done.", "", ""))
    for words in ("One.", "Two.", "Three."):
        notices.say(words)
    assert seen(window) == ["Not done.", "Two.", "Three."]
    notices.close(error.id)
    assert seen(window) == ["Two.", "Three."]


def test_many_errors_leave_the_work_in_sight(window: QWidget, notices: Notices) -> None:
    """Errors never cover more than half the window; those without space appear when a newer one is closed."""
    errors = [notices.fail(Message(f"{number}. {LONG}", "", "")) for number in range(9)]
    shown = shown_toasts(window)
    assert 1 < len(shown) < 9
    assert min(toast.y() for toast in shown) >= window.height() // 2
    assert shown[-1].notice.id == errors[-1].id
    for error in errors[1:]:
        notices.close(error.id)
    assert seen(window) == [errors[0].words]


@pytest.fixture
def field(qtbot: QtBot, window: QWidget) -> QLineEdit:
    """A widget with focus while toasts appear."""
    made = QLineEdit(window)
    made.show()
    window.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def strike(key: Qt.Key) -> None:
    """Press a key in the focused widget."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def test_toasts_are_reached_by_keys(window: QWidget, notices: Notices, field: QLineEdit) -> None:
    """The focus moves from the newest toast to the older ones and back to the work area; none takes it by itself."""
    notices.fail(Message("Older.", "", "", "details"))
    newer = notices.say("Newer.", undo=lambda: None)
    assert field.hasFocus()
    older_toast, newer_toast = shown_toasts(window)
    for held in (newer_toast, older_toast):
        notices.reach()
        assert held.has_focus
    notices.reach()
    assert field.hasFocus()
    notices.reach()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Undo: Newer."
    strike(Qt.Key.Key_Escape)
    assert field.hasFocus()
    assert newer.id not in [each.notice.id for each in shown_toasts(window)]


def test_details_are_copied_by_keys(window: QWidget, notices: Notices, field: QLineEdit) -> None:
    """Tab moves cyclically through a toast's buttons, Enter presses one."""
    notices.fail(Message("Not done.", "", "", "what copy details copies"))
    notices.reach()
    names = []
    for _ in range(3):
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName())
        strike(Qt.Key.Key_Tab)
    assert names == ["Copy details: Not done.", "Close: Not done.", "Copy details: Not done."]
    strike(Qt.Key.Key_Backtab)
    strike(Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "what copy details copies"
    strike(Qt.Key.Key_Tab)
    strike(Qt.Key.Key_Return)
    assert field.hasFocus()
    assert shown_toasts(window) == []


def test_notices_are_announced_to_screen_readers(
    window: QWidget, notices: Notices, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A screen reader announces each notice when it appears, errors immediately."""
    heard: list[tuple[str, bool]] = []
    monkeypatch.setattr(
        "app.views.staff.frame.toasts.toasts.announce",
        lambda _, words, *, urgent: heard.append((words, urgent)),
    )
    notices.say("Saved.")
    notices.say("Not done.", kind="error")
    assert heard == [("Saved.", False), ("Not done.", True)]


def test_another_change_of_the_same_replaces_a_toast(window: QWidget, notices: Notices) -> None:
    """Seated, then dismissed: the first line is obsolete unless it can still be undone."""
    first = notices.say("Seated.", undo=lambda: None, about="appointment:1")
    notices.say("Dismissed.", undo=lambda: None, about="appointment:1")
    assert seen(window) == ["Seated.", "Dismissed."]
    notices.allow_undo(first.id, allowed=False)
    notices.say("Another seated.", about="appointment:2")
    assert seen(window) == ["Dismissed.", "Another seated."]
    notices.say("Back to seated.", about="appointment:1")
    assert seen(window) == ["Another seated.", "Back to seated."]


def placed(window: QWidget, qapp: QApplication, spot_for: Callable[[QSize, int], Spot | None]) -> list[Toast]:
    """Two toasts in a frame that says where they may be."""
    notices = Notices(SystemClock(), window)
    host = ToastHost(notices, Theme(qapp, ThemeChoice.LIGHT), window, spot_for)
    host.room_taken.connect(lambda *rooms: window.setProperty("rooms", rooms))
    for words in ("One.", "Two."):
        notices.say(words)
    return shown_toasts(window)


def test_a_wide_place_has_them_side_by_side(window: QWidget, qapp: QApplication) -> None:
    """Where a wide part of a screen gives way, it gives the height of one toast, not of all."""
    corner = QPoint(1190, 690)
    older, newer = placed(window, qapp, lambda *_: Spot(corner, 1180, gives_way=True))
    assert older.y() == newer.y()
    assert older.geometry().right() < newer.x()
    assert newer.geometry().bottomRight() + QPoint(1, 1) == corner
    assert window.property("rooms")[1] < 2 * newer.height()


def test_a_form_leaves_room_for_one(window: QWidget, qapp: QApplication) -> None:
    """Where a form leaves room for one toast in the corner, the newest is there, and none is over the work."""
    low = Spot(QPoint(500, 690), 288)
    (only,) = placed(window, qapp, lambda size, _: low if size.height() > 100 else None)
    assert only.notice.words == "Two."
    assert only.x() > 800
