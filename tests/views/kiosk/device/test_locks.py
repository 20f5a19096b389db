from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap.kiosk.locks import Locks
from app.views.kiosk.device.corner import CORNER_PIXELS
from app.views.kiosk.device.lock_filter import may_pass
from app.views.kiosk.device.window import KioskWindow

CONTROL, ALT, SHIFT, META = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.MetaModifier,
)
PLAIN = Qt.KeyboardModifier.NoModifier
SIZE = (1280, 800)


class Locked:
    """A locked kiosk with one page: a field and a button in the staff's corner."""

    def __init__(self, app: QApplication) -> None:
        self.window = KioskWindow(locked=True)
        self.page = QWidget()
        self.field, self.button = QLineEdit(), QPushButton("Language")
        layout = QVBoxLayout(self.page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self.field)
        self.clicks = 0
        self.button.clicked.connect(self._clicked)
        self.staff = 0
        self.locks = Locks(app, self.window, self._came)
        self.window.show_page(self.page)
        self.window.appear()
        self.locks.begin()

    def _clicked(self) -> None:
        self.clicks += 1

    def _came(self) -> None:
        self.staff += 1

    def end(self) -> None:
        """Unlock, and close."""
        self.locks.end()
        self.window.end()
        self.window.deleteLater()


@pytest.fixture
def kiosk(qtbot: QtBot, qapp: QApplication) -> Iterator[Locked]:
    """A locked kiosk on the screen."""
    made = Locked(qapp)
    qtbot.waitExposed(made.window)
    yield made
    made.end()


def test_the_window_refuses_to_close(kiosk: Locked) -> None:
    """Alt+F4, the taskbar and the window manager all ask by a close event; only the program's own end closes it."""
    event = QCloseEvent()
    QApplication.sendEvent(kiosk.window, event)
    assert not event.isAccepted()
    assert not kiosk.window.close()
    assert kiosk.window.isVisible()
    kiosk.window.end()
    assert not kiosk.window.isVisible()


def test_the_window_has_no_frame_and_stays_on_top(kiosk: Locked) -> None:
    """No title bar, no system menu, full screen, over everything."""
    flags = kiosk.window.windowHandle().flags()
    assert flags & Qt.WindowType.FramelessWindowHint
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert not flags & Qt.WindowType.WindowSystemMenuHint
    assert kiosk.window.isFullScreen()


def test_a_minimized_window_comes_back(kiosk: Locked, qtbot: QtBot) -> None:
    """A gesture or another program that minimizes it has no lasting effect."""
    kiosk.window.showMinimized()
    qtbot.waitUntil(kiosk.window.isFullScreen)


@pytest.mark.parametrize(
    ("key", "modifiers", "text"),
    [
        (Qt.Key.Key_F4, ALT, ""),
        (Qt.Key.Key_Space, ALT, " "),
        (Qt.Key.Key_Tab, ALT, ""),
        (Qt.Key.Key_Tab, CONTROL, ""),
        (Qt.Key.Key_Escape, CONTROL, ""),
        (Qt.Key.Key_Escape, CONTROL | SHIFT, ""),
        (Qt.Key.Key_C, CONTROL, "\x03"),
        (Qt.Key.Key_V, CONTROL, "\x16"),
        (Qt.Key.Key_Z, CONTROL, "\x1a"),
        (Qt.Key.Key_P, CONTROL, "\x10"),
        (Qt.Key.Key_Insert, SHIFT, ""),
        (Qt.Key.Key_Delete, SHIFT, ""),
        (Qt.Key.Key_Meta, META, ""),
        (Qt.Key.Key_L, META, "l"),
        (Qt.Key.Key_R, META, "r"),
        (Qt.Key.Key_F1, PLAIN, ""),
        (Qt.Key.Key_F10, SHIFT, ""),
        (Qt.Key.Key_F11, PLAIN, ""),
        (Qt.Key.Key_Menu, PLAIN, ""),
        (Qt.Key.Key_Print, PLAIN, ""),
        (Qt.Key.Key_Copy, PLAIN, ""),
        (Qt.Key.Key_Paste, PLAIN, ""),
        (Qt.Key.Key_Undo, PLAIN, ""),
        (Qt.Key.Key_LaunchMail, PLAIN, ""),
        (Qt.Key.Key_Back, PLAIN, ""),
        (Qt.Key.Key_PowerOff, PLAIN, ""),
    ],
)
def test_keys_that_could_lead_out_are_taken_away(
    key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str
) -> None:
    """Nothing with Ctrl, Alt or the Windows key, no function keys, no keys for menus, copies and other programs."""
    assert not may_pass(key, modifiers, text)


@pytest.mark.parametrize(
    ("key", "modifiers", "text"),
    [
        (Qt.Key.Key_A, PLAIN, "a"),
        (Qt.Key.Key_A, SHIFT, "A"),
        (Qt.Key.Key_Ntilde, PLAIN, "ñ"),
        (Qt.Key.Key_7, PLAIN, "7"),
        (Qt.Key.Key_At, CONTROL | ALT, "@"),
        (Qt.Key.Key_Tab, PLAIN, "\t"),
        (Qt.Key.Key_Backtab, SHIFT, ""),
        (Qt.Key.Key_Return, PLAIN, "\r"),
        (Qt.Key.Key_Backspace, PLAIN, "\x08"),
        (Qt.Key.Key_Left, PLAIN, ""),
        (Qt.Key.Key_Space, PLAIN, " "),
        (Qt.Key.Key_Escape, PLAIN, "\x1b"),
    ],
)
def test_keys_for_typing_and_moving_pass(key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str) -> None:
    """A keyboard and a screen reader can use every page; AltGr, which is Ctrl+Alt on Windows, types."""
    assert may_pass(key, modifiers, text)


def test_a_field_neither_pastes_nor_undoes(kiosk: Locked) -> None:
    """What was copied before never comes into a field, by no key and no button of the mouse."""
    QGuiApplication.clipboard().setText("from another program")
    kiosk.field.setFocus()
    QTest.keyClicks(kiosk.field, "ab")
    for key, modifiers in (
        (Qt.Key.Key_V, CONTROL),
        (Qt.Key.Key_Insert, SHIFT),
        (Qt.Key.Key_Z, CONTROL),
        (Qt.Key.Key_Backspace, ALT),
        (Qt.Key.Key_A, CONTROL),
    ):
        QTest.keyClick(kiosk.field, key, modifiers)
    QTest.mouseClick(kiosk.field, Qt.MouseButton.MiddleButton)
    assert kiosk.field.text() == "ab"
    assert not kiosk.field.hasSelectedText()


def test_a_shortcut_of_the_program_does_nothing(kiosk: Locked) -> None:
    """Even one that somebody adds by mistake."""
    used = []
    shortcut = QShortcut(QKeySequence("Ctrl+Q"), kiosk.window)
    shortcut.activated.connect(lambda: used.append(1))
    QTest.keyClick(kiosk.field, Qt.Key.Key_Q, CONTROL)
    assert used == []


def test_there_are_no_menus_and_no_drops(kiosk: Locked) -> None:
    """A right click, a long press and the menu key open nothing; files dragged onto the window are not taken."""
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(kiosk.field, menu)
    QTest.mouseClick(kiosk.field, Qt.MouseButton.RightButton)
    assert QApplication.activePopupWidget() is None
    data = QMimeData()
    data.setText("dragged")
    drag = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(kiosk.field, drag)
    assert not drag.isAccepted()


def test_the_staff_keys_open_the_staff_page_once(kiosk: Locked) -> None:
    """Ctrl+Alt+Shift+S; a key that is held down repeats."""
    QTest.keyClick(kiosk.field, Qt.Key.Key_S, CONTROL | ALT | SHIFT)
    repeat = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_S, CONTROL | ALT | SHIFT, "", True)
    QApplication.sendEvent(kiosk.field, repeat)
    assert kiosk.staff == 1
    assert kiosk.field.text() == ""


def corner_of(widget: QWidget) -> QPointF:
    """A place in the upper right corner."""
    return QPointF(widget.width() - 5, 5)


def test_a_long_press_in_the_corner_opens_the_staff_page(kiosk: Locked, qtbot: QtBot) -> None:
    """The button that lies there is not clicked by it."""
    kiosk.locks.corner._timer.setInterval(1)
    QTest.mousePress(kiosk.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: kiosk.staff == 1)
    QTest.mouseRelease(kiosk.button, Qt.MouseButton.LeftButton)
    assert kiosk.clicks == 0


def test_a_short_press_in_the_corner_is_a_click(kiosk: Locked) -> None:
    """Patients use the button there as any other."""
    QTest.mouseClick(kiosk.button, Qt.MouseButton.LeftButton)
    assert (kiosk.clicks, kiosk.staff) == (1, 0)
    assert not kiosk.locks.corner._timer.isActive()


def test_a_finger_that_leaves_the_corner_is_no_gesture(kiosk: Locked) -> None:
    """The press has to stay there."""
    QTest.mousePress(kiosk.button, Qt.MouseButton.LeftButton)
    assert kiosk.locks.corner._timer.isActive()
    QTest.mouseMove(kiosk.button, QPoint(-2 * CORNER_PIXELS, 2 * CORNER_PIXELS))
    QTest.mouseRelease(
        kiosk.button, Qt.MouseButton.LeftButton, pos=QPoint(-2 * CORNER_PIXELS, 2 * CORNER_PIXELS)
    )
    assert not kiosk.locks.corner._timer.isActive()


def test_the_pointer_is_hidden_until_a_mouse_moves(kiosk: Locked) -> None:
    """A touch screen needs none."""
    cursor = QApplication.overrideCursor()
    assert cursor is not None
    assert cursor.shape() is Qt.CursorShape.BlankCursor


def test_unlocking_ends_all_locks(kiosk: Locked) -> None:
    """After the staff exit nothing is taken away."""
    kiosk.locks.end()
    QTest.keyClicks(kiosk.field, "ab")
    QTest.keyClick(kiosk.field, Qt.Key.Key_A, CONTROL)
    assert kiosk.field.selectedText() == "ab"
    assert QApplication.overrideCursor() is None
