"""The frame of an open office: rail, bar, status line, and one screen with its side panel between them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.core.later import load_name
from app.viewmodels.staff import commands
from app.viewmodels.staff.desk import DeskViewModel
from app.views.staff.frame.banner_bar import BannerBar
from app.views.staff.frame.bar import Bar
from app.views.staff.frame.beside.late_page import LatePage
from app.views.staff.frame.lock.place import PeoplePlace
from app.views.staff.frame.money.place import MoneyPlace
from app.views.staff.frame.rail import Rail
from app.views.staff.frame.screen_view import ScreenTools, ScreenView
from app.views.staff.frame.shortcuts import add_shortcuts
from app.views.staff.frame.side_panel import SidePanel
from app.views.staff.frame.status_bar import StatusBar
from app.views.staff.frame.strip_place import StripPlace
from app.views.theme.theme import Theme
from app.views.widgets.placement import GAP, Spot, free_corner
from app.views.widgets.tab_order import laid_out

if TYPE_CHECKING:  # loads when it is first opened
    from app.views.staff.frame.palette import Palette

ATTENTION = "app.views.staff.frame.attention_page:AttentionPage"
ACTIVITY = "app.views.staff.frame.activity_page:ActivityPage"
ABOUT = "app.views.staff.frame.help.about_page:AboutPage"
ABOUT_MODEL = "app.viewmodels.staff.about:AboutViewModel"
HELP = "app.views.staff.frame.help.help_page:HelpPage"
CLOSING = "app.views.staff.frame.closing_dialog:ClosingDialog"
MENU = "app.views.staff.frame.menus:main_menu"
PALETTE = "app.views.staff.frame.palette:Palette"
PALETTE_TOP = 56
TYPED_INTO = Qt.WidgetAttribute.WA_InputMethodEnabled
NO_FOCUS = Qt.FocusPolicy.NoFocus


class Frame(QWidget):
    """Shows the desk's screens; each is created when first shown.

    `fold_changed` is emitted with whether the side panels are folded, `refit` when there may be another place for
    toasts.
    """

    fold_changed = Signal(bool)
    refit = Signal()

    def __init__(
        self,
        desk: DeskViewModel,
        theme: Theme,
        early: Mapping[str, QWidget] | None = None,
        *,
        folded: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`early` are the parts of screens painted before the frame existed, by screen id."""
        super().__init__(parent)
        self.desk = desk
        self._theme = theme
        self._early = dict(early or {})
        self._folded = folded
        self._views: dict[str, ScreenView] = {}
        self._pages: dict[str, QWidget] = {}
        self._panels: dict[str, SidePanel] = {}
        self._room = 0
        self.rail = Rail(desk, theme)
        self.bar = Bar(desk, theme)
        self.status = StatusBar(desk)
        self._stack = QStackedWidget()
        self._lay_out()
        add_shortcuts(self, desk)
        desk.asked.connect(self._do)
        desk.typed.search_asked.connect(self.bar.find_field.start_with)
        desk.find.chosen.connect(lambda _: None if self.panel.has_page else self.view.take_focus())
        desk.screens.shown_changed.connect(self._show_screen)
        beside = (desk, theme, lambda: self.panel, lambda: self.view, self)
        self.new_patient = LatePage(desk.new_patient, *beside)
        self.new_task = LatePage(desk.tasks.adding, *beside)
        self.hub = LatePage(desk.hub, *beside)
        self.changes = LatePage(desk.check_in, *beside)
        self.updates = LatePage(desk.updates, *beside)
        self.people = PeoplePlace(desk, theme, lambda: self.panel, lambda: self.view, self)
        self.money = MoneyPlace(desk, theme, lambda: self.panel, lambda: self.view, self)
        if desk.screens.current:
            self._show_screen()

    @property
    def panel(self) -> SidePanel:
        """The current screen's side panel."""
        return self._panels[self.desk.screens.current]

    @property
    def view(self) -> ScreenView:
        """The current screen. KeyError before there is one."""
        return self._views[self.desk.screens.current]

    def view_of(self, screen_id: str) -> ScreenView:
        """A screen that has been shown. KeyError for any other."""
        return self._views[screen_id]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the topmost thing: a popover, else the panel's page, else the selection."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.view.close_floating():
            return
        elif self.panel.has_page:
            self._page_done()
        else:
            self.view.clear_selection()

    def fold(self, folded: bool) -> None:
        """Fold or unfold the side panels."""
        self._folded = folded
        for panel in self._panels.values():
            panel.fold(folded)

    def spot_for(self, toasts: QSize, least_width: int) -> Spot | None:
        """Where toasts go, if not to the window's corner, which is needed by a form: where the screen makes room.

        Without such a place they go where they cover the least of what the user is working with.
        """
        if not self.panel.isHidden() and self.panel.fits_above(toasts.height()):
            return None
        room = self.view.toast_room
        area = room.area(self) if room is not None else None
        if area is not None and area.width() - 2 * GAP >= least_width:
            corner = area.bottomRight() + QPoint(1 - GAP, 1 - GAP)
            return Spot(corner, area.width() - 2 * GAP, gives_way=True)
        origin = self.view.mapTo(self, QPoint())
        busy = [each.translated(origin) for each in self.view.kept_clear()]
        field: QWidget | None = self.focusWidget()
        if field is not None and field.testAttribute(TYPED_INTO):
            busy.append(QRect(field.mapTo(self, QPoint()), field.size()))
        place = free_corner(toasts, QRect(origin, self.view.size()), busy)
        return Spot(place.bottomRight() + QPoint(1, 1), toasts.width())

    def make_room(self, in_panel: int, in_view: int) -> None:
        """Keep the lowest pixels free for toasts: of the side panels, or of the part of the screen that gives way."""
        self._room = in_panel
        for panel in self._panels.values():
            panel.make_room(in_panel)
        for view in self._views.values():
            if view.toast_room is not None:
                view.toast_room.make_room(in_view if view is self.view else 0)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(BannerBar(self.desk.banners))
        column.addWidget(StripPlace(self.desk.strip, self.desk.commlog, self.desk.commands, self._theme))
        column.addWidget(self._stack, 1)
        column.addWidget(self.status)
        row.addWidget(self.rail)
        row.addLayout(column, 1)

    def _show_screen(self) -> None:
        screen_id = self.desk.screens.current
        if screen_id not in self._views:
            self._make(screen_id)
        self._stack.setCurrentWidget(self._pages[screen_id])
        self.bar.show_part(self.view.bar)
        self.refit.emit()
        self._order_tabs()
        self.view.take_focus()

    def _order_tabs(self) -> None:
        """The tab order: the rail, the screen's part of the bar, the search, then the work area and the panel."""
        stops = tab_stops(self.rail)
        if self.view.bar is not None:
            stops += tab_stops(self.view.bar)
        for before, after in pairwise([*stops, self.bar.find_field]):
            QWidget.setTabOrder(before, after)

    def _make(self, screen_id: str) -> None:
        screens = self.desk.screens
        tools = ScreenTools(self._theme, self._early.pop(screen_id, None))
        view = self._views[screen_id] = screens.view_of(screen_id)(screens.model(screen_id), tools)
        page = self._pages[screen_id] = QWidget()
        self._stack.addWidget(page)  # first: each new parent restyles all that is in it
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(view, 1)
        panel = self._panels[screen_id] = view.panel or SidePanel(None)
        row.addWidget(panel)
        panel.fold(self._folded)
        panel.make_room(self._room)
        panel.fold_changed.connect(self._fold_changed)
        panel.refit.connect(self.refit)
        view.refit.connect(self.refit)

    def _fold_changed(self, folded: bool) -> None:
        if folded is not self._folded:
            self.fold(folded)
            self.fold_changed.emit(folded)

    def _do(self, command_id: str) -> None:
        """Commands that only a view can run; the others are the program's."""
        match command_id:
            case commands.FIND.id:
                self.bar.find_field.setFocus()
            case commands.PALETTE.id:
                self._open_palette()
            case commands.PANEL.id:
                self._toggle_panel()
            case commands.ATTENTION.id:
                self._show_list(load_name(ATTENTION)(self.desk.attention))
            case commands.ACTIVITY.id:
                self._show_list(load_name(ACTIVITY)(self.desk.notices))
            case commands.HELP.id:
                self._show_list(load_name(HELP)(self.desk.commands, self.desk.screens.specs.values()))
            case commands.ABOUT.id:
                about = load_name(ABOUT_MODEL)(self.desk.parts.scope, self.desk.notices.say)
                self._show_list(load_name(ABOUT)(about))
            case commands.MENU.id:
                self._open_menu()

    def _toggle_panel(self) -> None:
        self.panel.toggle()
        self.view.take_focus()

    def _show_list(self, page: Any) -> None:
        page.closed.connect(self._page_done)
        self.panel.show_page(page)
        page.setFocus()

    def _page_done(self) -> None:
        self.panel.show_card()
        self.view.take_focus()

    def may_close(self) -> bool:
        """Whether the window may close at once. With unsent changes the user is asked, and it closes later."""
        closing = self.desk.closing
        if closing.may_close:
            return True
        if closing.ask():
            load_name(CLOSING)(closing, self).open()
        return False

    def _open_menu(self) -> None:
        menu = load_name(MENU)(self, self.desk.commands, self._theme)
        menu.popup(self.rail.mapToGlobal(QPoint(self.rail.width(), 0)))

    def _open_palette(self) -> None:
        palette: Palette = load_name(PALETTE)(self.desk, self)
        palette.move(self.mapToGlobal(QPoint((self.width() - palette.width()) // 2, PALETTE_TOP)))
        palette.show()


def tab_stops(part: QWidget) -> list[QWidget]:
    """The tab stops inside a part of the window, as laid out.

    Walking Qt's own chain would make PySide load all widget classes, to find the types of what Qt created.
    """
    return [each for each in laid_out(part) if each.focusPolicy() != NO_FOCUS]
