"""A kiosk's screen offscreen, and what a test measures on it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from app.bootstrap.tour.kiosk.staff import StaffPages
from app.views.kiosk.device.page import DevicePage
from app.views.kiosk.skin import WRAP

LANDSCAPE = (1366, 768)
PORTRAIT = (1080, 1920)
_ENDLESS = 10_000


def settle(view: QWidget) -> None:
    """Let layouts take their sizes."""
    for _ in range(3):
        QApplication.sendPostedEvents()


def appear(shown: StaffPages, name: str, size: tuple[int, int]) -> DevicePage:
    """A page for staff in one of its states, alone on the screen."""
    page = shown.prepare(name)
    for each in shown.pages:
        each.setVisible(each is page)
    page.resize(*size)
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page)
    settle(page)
    return page


def controls(view: QWidget) -> list[QWidget]:
    """Everything that can be touched now."""
    found = [*view.findChildren(QAbstractButton), *view.findChildren(QLineEdit)]
    return [each for each in found if each.isVisible() and each.isEnabled()]


def labels(view: QWidget) -> list[QLabel]:
    """The visible texts that are no controls, without what is covered."""
    return [
        each for each in view.findChildren(QLabel) if each.isVisible() and each.isEnabled() and each.text()
    ]


def place(widget: QWidget, view: QWidget) -> QRect:
    """Where it is on the screen."""
    return QRect(widget.mapTo(view, QPoint(0, 0)), widget.size())


def clipped(view: QWidget) -> Iterator[str]:
    """Texts that don't fit into their widgets, and widgets that don't fit onto the screen or lie over each other."""
    for label in labels(view):
        yield from _clipped_label(label)
    for control in controls(view):
        if isinstance(control, QAbstractButton):
            yield from _clipped_button(control)
    everything = [(each, place(each, view)) for each in (*controls(view), *labels(view))]
    for number, (each, mine) in enumerate(everything):
        if not view.rect().contains(mine):
            yield f"outside: {_name(each)} {mine.getRect()}"
        for other, theirs in everything[number + 1 :]:
            if mine.intersects(theirs) and not (each.isAncestorOf(other) or other.isAncestorOf(each)):
                yield f"over each other: {_name(each)} and {_name(other)}"


def _clipped_label(label: QLabel) -> Iterator[str]:
    room = label.contentsRect()
    needed = label.fontMetrics().boundingRect(QRect(0, 0, room.width(), _ENDLESS), WRAP, label.text())
    if needed.height() > room.height() or needed.width() > room.width():
        yield f"clipped: {label.text()!r} needs {needed.size()} in {room.size()}"


def _clipped_button(button: QAbstractButton) -> Iterator[str]:
    high = button.heightForWidth(button.width()) if button.hasHeightForWidth() else button.minimumHeight()
    least = button.minimumSizeHint()
    if high > button.height() or least.width() > button.width() or least.height() > button.height():
        yield f"clipped: {_name(button)} needs {least} or a height of {high} in {button.size()}"


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel | QLineEdit) else ""
    return f"{type(widget).__name__} {text!r}"
