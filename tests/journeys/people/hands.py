"""Signing in at the lock page, as a person does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap.workspace import Workspace
from app.views.staff.frame.lock.lock_page import LockPage
from tests.support.qt_loop import until

ANA_PIN, BEN_PIN = "2794", "5163"


def lock_page(workspace: Workspace) -> LockPage:
    """The lock page, which is shown."""
    cover = workspace.gate._cover
    assert cover is not None
    assert cover.page is not None
    return cover.page


async def locked(workspace: Workspace) -> LockPage:
    """Wait for the lock page."""
    await until(lambda: workspace.gate.locked)
    return lock_page(workspace)


async def enter(workspace: Workspace, pin: str) -> None:
    """Type a PIN and Enter, and wait until the work is back."""
    type_text(pin)
    press(Qt.Key.Key_Return)
    await until(lambda: not workspace.gate.locked)


def type_text(text: str) -> None:
    """Type into what has the focus."""
    QTest.keyClicks(focused(), text)


def press(key: Qt.Key) -> None:
    """Press a key in what has the focus."""
    QTest.keyClick(focused(), key)


def focused() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
