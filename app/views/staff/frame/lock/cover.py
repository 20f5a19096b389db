"""Covers the window with one page: everything else of the program is hidden, and comes back as it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QToolTip, QWidget
from shiboken6 import isValid

from app.core.present import present
from app.views.staff.frame.lock.lock_page import LockPage
from app.views.staff.frame.lock.may_stay import MAY_STAY

KEEPS_POPUPS = Qt.FocusReason.PopupFocusReason
"""Editors take it for a menu that was opened: they neither save nor give up what was typed."""


class Cover(QObject):
    """The window's content is hidden, not only covered: nothing is painted, read out or reached by a key.

    Menus and lists that are open are closed. Other windows of the program (dialogs, a preview) are hidden, also those
    that open meanwhile, and shown again afterwards.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.page: LockPage | None = None
        self._focused: QWidget | None = None
        self._hidden: list[QWidget] = []

    def show(self, page: LockPage) -> None:
        """Cover everything with this page."""
        if self.page is not None:
            return
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        QToolTip.hideText()
        self._focused = self._window.focusWidget()
        self.page = page
        page.setParent(self._window)
        page.setGeometry(self._window.rect())
        page.show()
        page.raise_()
        page.take_focus(KEEPS_POPUPS)
        for each in QApplication.topLevelWidgets():
            if self._hides(each):
                self._hide(each)
        present(self._window.centralWidget()).hide()
        self._window.installEventFilter(self)
        present(QApplication.instance()).installEventFilter(self)
        page.take_focus(KEEPS_POPUPS)

    def end(self) -> None:
        """Show everything as it was, with the focus where it was."""
        page, self.page = self.page, None
        if page is None:
            return
        present(QApplication.instance()).removeEventFilter(self)
        self._window.removeEventFilter(self)
        present(self._window.centralWidget()).show()
        page.hide()
        page.deleteLater()
        focused, self._focused = self._focused, None
        if focused is not None and isValid(focused) and focused.isVisible():
            focused.setFocus(KEEPS_POPUPS)
        hidden, self._hidden = self._hidden, []
        for each in hidden:
            if isValid(each):
                _show_again(each)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size, and hide what opens meanwhile."""
        if watched is self._window and event.type() is QEvent.Type.Resize and self.page is not None:
            self.page.setGeometry(self._window.rect())
        elif event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and self._hides(watched):
            watched.setWindowOpacity(0.0)
            QTimer.singleShot(0, watched, lambda: self._hide(watched))
        return False

    def _hides(self, widget: QWidget) -> bool:
        return (
            widget is not self._window
            and widget.isWindow()
            and widget.isVisible()
            and not widget.property(MAY_STAY)
            and (self.page is None or not self.page.isAncestorOf(widget))
        )

    def _forget(self, widget: QWidget) -> None:
        if widget in self._hidden:
            self._hidden.remove(widget)

    def _hide(self, widget: QWidget) -> None:
        if not isValid(widget):
            return
        widget.setWindowOpacity(1.0)
        if self.page is not None and widget not in self._hidden:
            self._hidden.append(widget)
            widget.setProperty(_MODAL, widget.isModal())
            if isinstance(
                widget, QDialog
            ):  # it may be answered meanwhile, as one that asks another person is
                widget.finished.connect(lambda: self._forget(widget))
            widget.hide()
            self._window.activateWindow()
            self.page.take_focus(KEEPS_POPUPS)


_MODAL = "was modal"  # words: a property's name


def _show_again(widget: QWidget) -> None:
    if isinstance(widget, QDialog) and widget.property(_MODAL):
        widget.open()
    else:
        widget.show()
