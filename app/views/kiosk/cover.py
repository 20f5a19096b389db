"""Decides what covers the page, where the focus goes, and what a screen reader says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QWidget

from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.viewmodels.kiosk.state import KioskState
from app.views.kiosk.overlays import HelpCard, MoreTime, Overlay, Waiting
from app.views.kiosk.pages.base import PageView
from app.views.kiosk.skin import Skin
from app.views.widgets.announcing import announce

WONDER = 400
"""Milliseconds without an answer after which a patient is asked to wait."""


class Cover(QObject):
    """At most one card lies over the page."""

    def __init__(self, model: KioskViewModel, skin: Skin, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._more_time = MoreTime(model, skin, over)
        self._waiting = Waiting(model, skin, over)
        self._all: tuple[Overlay, ...] = (self._more_time, HelpCard(model, skin, over), self._waiting)
        self._current: Overlay | None = None
        self._page: PageView | None = None
        self._focused: QWidget | None = None
        self._wonder = QTimer(self)
        self._wonder.setSingleShot(True)
        self._wonder.setInterval(WONDER)
        self._wonder.timeout.connect(self._wondered)
        self._state = model.state
        over.installEventFilter(self)

    @property
    def covers(self) -> bool:
        """Whether the page can't be used."""
        return self._current is not None

    @property
    def card(self) -> QWidget | None:
        """What lies over the page; None: nothing."""
        return self._current

    def answers(self, widget: QWidget) -> bool:
        """Whether it belongs to "More time?", which itself says what a touch means."""
        return self._current is self._more_time and self._more_time.isAncestorOf(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover all of the page."""
        if event.type() is QEvent.Type.Resize:
            for each in self._all:
                each.resize(self._over.size())
        return super().eventFilter(watched, event)

    def render_state(self, state: KioskState, page: PageView, *, turned: bool) -> None:
        """Show what this state wants; `turned`: the page is another one."""
        self._state, self._page = state, page
        if not state.busy:
            self._wonder.stop()
        elif not self._wonder.isActive() and self._current is not self._waiting:
            self._wonder.start()
        wanted = next((each for each in self._all if each is not self._waiting and each.wants(state)), None)
        if wanted is None and state.busy and self._current is self._waiting:
            wanted = self._waiting
        if wanted is not None:
            wanted.render_state(state)
        if wanted is not self._current:
            self._change(wanted, page, turned=turned)
        elif turned:
            self._turn(page)

    def _wondered(self) -> None:
        if self._state.busy and self._current is None and self._page is not None:
            self._waiting.render_state(self._state)
            self._change(self._waiting, self._page, turned=False)

    def _change(self, wanted: Overlay | None, page: PageView, *, turned: bool) -> None:
        if self._current is None:
            self._focused = self._over.window().focusWidget()
        before, self._current = self._current, wanted
        if wanted is not None:
            wanted.resize(self._over.size())
            wanted.show()
            wanted.raise_()
            wanted.first().setFocus(Qt.FocusReason.PopupFocusReason)
            announce(wanted, wanted.spoken(), urgent=wanted is self._more_time)
        page.setEnabled(wanted is None)
        if before is not None:
            before.hide()
        if wanted is None:
            if turned or self._focused is None or not self._focused.isVisible():
                self._turn(page)
            else:
                self._focused.setFocus(Qt.FocusReason.PopupFocusReason)

    def _turn(self, page: PageView) -> None:
        page.setEnabled(self._current is None)
        if self._current is None:
            page.first().setFocus(Qt.FocusReason.OtherFocusReason)
        announce(page, page.spoken())
