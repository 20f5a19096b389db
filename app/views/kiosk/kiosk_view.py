"""The kiosk's whole screen: bars, the page, and what covers it. It fills its window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from app.core.later import load_name
from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.viewmodels.kiosk.state import KioskState, Page
from app.views.kiosk.bars import BottomBar, TopBar
from app.views.kiosk.pages.base import PageView
from app.views.kiosk.pages.welcome import WelcomePage
from app.views.kiosk.skin import Skin
from app.views.kiosk.widgets.drawing import fill_rect

if TYPE_CHECKING:  # they load after the first paint
    from collections.abc import Callable

    from app.views.kiosk.cover import Cover

_FOLDER = "app.views.kiosk.pages"
_PAGES = {
    Page.BIRTHDATE: "birthdate:BirthdateView",
    Page.NAME: "typing:NameView",
    Page.IS_THIS_YOU: "people:IsThisYouView",
    Page.WHO_IS_HERE: "people:WhoIsHereView",
    Page.CONTACT: "contact:ContactView",
    Page.CORRECT: "typing:CorrectView",
    Page.CHANGES: "changes:ChangesView",
    Page.WHICH_CHANGED: "changes:WhichView",
    Page.CHECKED_IN: "end:CheckedInView",
    Page.NEXT_VISIT: "end:NextVisitView",
    Page.BALANCE: "end:BalanceView",
    Page.SEE_DESK: "end:SeeDeskView",
}
"""Each is imported, built and painted ahead after the first paint, or when it is first shown."""
_POINTERS = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchBegin, QEvent.Type.Wheel}
)
_KEYS = frozenset({QEvent.Type.KeyPress})


class KioskView(QWidget):
    """Shows a KioskViewModel's state."""

    def __init__(self, model: KioskViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._shown: KioskState | None = None
        self._cover: Cover | None = None
        self._pages: dict[Page, PageView] = {}
        self.skin = Skin(self.font(), model.state.look)
        self._top = TopBar(model, self.skin)
        self._bottom = BottomBar(model, self.skin)
        self._middle = QWidget()
        self._stack = QStackedLayout(self._middle)
        self._later = QTimer(self)
        self._later.timeout.connect(self._prepare)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # the window has the screen's size
        box.addWidget(self._top)
        box.addWidget(self._middle, 1)
        box.addWidget(self._bottom)
        self._add(Page.WELCOME, WelcomePage(model, self.skin))
        model.state_changed.connect(self._render)
        model.wiped.connect(self._wipe)
        model.warned.connect(QApplication.beep)
        self._render()

    @property
    def page(self) -> PageView:
        """The page that is shown."""
        return self._pages[self._model.state.page]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every touch and every key starts the waiting again, and decides whether the focus is drawn."""
        kind = event.type()
        if (kind in _POINTERS or kind in _KEYS) and isinstance(watched, QWidget) and self._holds(watched):
            self._show_focus(kind in _KEYS)
            if self._cover is None or not self._cover.answers(watched):
                self._model.touched()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed is for the page, wherever the focus is."""
        if self._cover is None or not self._cover.covers:
            self.page.keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab, wherever the focus is."""
        move: Callable[..., bool] = load_name("app.views.kiosk.tabbing:step")
        card = self._cover.card if self._cover is not None else None
        return move((self._top, card or self.page, self._bottom), forward=forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Portrait or landscape."""
        portrait = self.height() > self.width()
        self._top.arrange(portrait)
        for page in self._pages.values():
            page.arrange(portrait)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground. After the first paint everything else is loaded."""
        painter = QPainter(self)
        fill_rect(painter, event.rect(), self.skin.colors.window)
        painter.end()
        if self._cover is None:
            self._later.start(0)

    def _prepare(self) -> None:
        """Load one part at each turn of the loop, so that a touch never waits for more than one."""
        if self._cover is None:
            self._make_cover()
        elif missing := [page for page in _PAGES if page not in self._pages]:
            load_name("app.views.kiosk.warming:paint_ahead")(self._built(missing[0]), self._middle.size())
        else:
            self._later.stop()
            load_name("app.views.kiosk.warming:load_types")()

    def _make_cover(self) -> Cover:
        if self._cover is None:
            kind: type[Cover] = load_name("app.views.kiosk.cover:Cover")
            self._cover = kind(self._model, self.skin, self._middle)
            app = QApplication.instance()
            if app is not None:
                app.installEventFilter(self)
        return self._cover

    def _built(self, page: Page) -> PageView:
        if page not in self._pages:
            kind: type[PageView] = load_name(f"{_FOLDER}.{_PAGES[page]}")
            self._add(page, kind(self._model, self.skin))
        return self._pages[page]

    def _add(self, page: Page, made: PageView) -> None:
        made.arrange(self.height() > self.width())
        self._pages[page] = made
        self._stack.addWidget(made)

    def _render(self) -> None:
        state, before = self._model.state, self._shown
        self._shown = state
        if before is not None and state.look != before.look:
            self._restyle()
        page = self._built(state.page)
        page.render_state(state)
        self._top.render_state(state)
        self._bottom.render_state(state)
        turned = before is None or state.page is not before.page
        if turned:
            self._let_go()
            self._stack.setCurrentWidget(page)
        if before is None:
            page.first().setFocus()
        else:
            self._make_cover().render_state(state, page, turned=turned)

    def _let_go(self) -> None:
        """Take the focus from a page that goes: hiding it would look for another stop; the next page has its own."""
        held: QWidget | None = self.window().focusWidget()
        page: QWidget | None = self._stack.currentWidget()
        if held is not None and page is not None and page.isAncestorOf(held):
            held.clearFocus()

    def _restyle(self) -> None:
        self.skin.choose(self._model.state.look)
        for widget in self.findChildren(QWidget):
            if (restyle := getattr(widget, "restyle", None)) is not None:
                restyle()
            else:
                widget.update()
        self.update()

    def _show_focus(self, shows: bool) -> None:
        if shows != self.skin.shows_focus:
            self.skin.shows_focus = shows
            if (focused := self.focusWidget()) is not None:
                focused.update()

    def _holds(self, widget: QWidget) -> bool:
        return widget is self or self.isAncestorOf(widget)

    def _wipe(self) -> None:
        for page in self._pages.values():
            page.wipe()
        clipboard = QGuiApplication.clipboard()
        clipboard.clear()
        if clipboard.supportsSelection():
            clipboard.clear(QClipboard.Mode.Selection)
