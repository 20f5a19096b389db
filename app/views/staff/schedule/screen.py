"""The schedule's screen: the painted schedule, its part of the bar, its side panel."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.later import load_name
from app.viewmodels.staff.schedule import commands
from app.viewmodels.staff.schedule.breaking import BreakViewModel
from app.viewmodels.staff.schedule.filling.commands import FILL
from app.viewmodels.staff.schedule.menu.tile import tile_menu
from app.viewmodels.staff.schedule.noting import NoteViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.schedule.state import Failed, Loading, Ready
from app.views.staff.frame.screen_view import ScreenTools, ScreenView
from app.views.staff.frame.side_panel import SidePanel
from app.views.staff.schedule.arranging.pages import ViewsPages
from app.views.staff.schedule.arranging.shown import ArrangedSchedule
from app.views.staff.schedule.bar import ScheduleBar
from app.views.staff.schedule.filling.free_bar import FreeTimeBar, above
from app.views.staff.schedule.filling.side import FillingSide
from app.views.staff.schedule.grid.canvas import ScheduleCanvas
from app.views.staff.schedule.grid.surface import USUAL_ZOOM, fit_day
from app.views.staff.schedule.history.pages import HistoryPages
from app.views.staff.schedule.hover_card import HoverCard
from app.views.staff.schedule.hovering import Hovering
from app.views.staff.schedule.moving.day_strip import DayStrip
from app.views.staff.schedule.new_day import NewDayFilter
from app.views.staff.schedule.pinboard.place import PinboardPlace
from app.views.staff.schedule.place_keeper import PlaceKeeper
from app.views.staff.schedule.visit_card import VisitCard
from app.views.staff.schedule.visit_details.pages import DetailsPages
from app.views.staff.schedule.waiting_list import WaitingList
from app.views.widgets.message import Floating, MessagePane
from app.views.widgets.questions.question_popover import QuestionPopover

if TYPE_CHECKING:  # these load when they are first opened
    from app.views.staff.schedule.booking_panel import BookingPanel
    from app.views.staff.schedule.details_page import DetailsPage
    from app.views.staff.schedule.problems_page import ProblemsPage

BOOKING = "app.views.staff.schedule.booking_panel:BookingPanel"
DETAILS = "app.views.staff.schedule.details_page:DetailsPage"
BREAK = "app.views.staff.schedule.break_dialog:BreakDialog"
PROBLEMS = "app.views.staff.schedule.problems_page:ProblemsPage"
MENU = "app.views.staff.frame.menus:context_menu"
TILE_MENU = "app.views.staff.frame.menus:grouped_menu"


class ScheduleScreen(ScreenView):
    """Arranges the parts and connects their signals; contains no logic."""

    panel: SidePanel
    bar: ScheduleBar

    def __init__(
        self, model: ScheduleScreenViewModel, tools: ScreenTools, parent: QWidget | None = None
    ) -> None:
        """A canvas painted before the frame existed is reused, with its selection and clicks."""
        super().__init__(parent)
        self.model = model
        self.canvas = tools.early if isinstance(tools.early, ScheduleCanvas) else ScheduleCanvas()
        self.canvas.dragging.words = model.drop
        self._details: DetailsPage | None = None
        theme = self._theme = tools.theme
        self.bar = ScheduleBar(model, theme)
        self.bar.done.connect(self.take_focus)
        DayStrip(model.day_strip, self.canvas, self.bar)
        waiting = WaitingList(model.waiting)
        waiting.picked.connect(model.jump_to)
        pinboard = PinboardPlace(model.pinboard, self.canvas, theme)
        below = above(FreeTimeBar(model.filling, model.commands, theme), pinboard)
        self.panel = SidePanel(VisitCard(model.card, model.commands, theme), waiting, bottom=below)
        self._message = MessagePane(self)
        self._floating = Floating(self.canvas)
        self._hover = HoverCard(self)
        self.place_of = partial(_place_of, self, self.canvas)
        self._question = QuestionPopover(model.actions.question, self.place_of, self)
        _lay_out(self, self.canvas, self._message)
        self._follow_model()
        self._follow_canvas()
        NewDayFilter(model.new_day, self.canvas)
        self.details = DetailsPages(model.details, self.panel, theme, self._page_done)
        HistoryPages(model.history, self.panel, self._page_done)
        PlaceKeeper(self.canvas)
        self.filling = FillingSide(model, self.canvas, self.panel, theme)
        self._hovering = Hovering(model, self.canvas, self.panel, self._hover)
        ArrangedSchedule(model, self.canvas, self._hovering, self.panel)
        self.views = ViewsPages(model.arranging, model.desk, self.panel, self.canvas, self._page_done)
        self._show()
        model.schedule.select(self.canvas.overlay.selected)
        self.canvas.early.replay()

    @cached_property
    def booking(self) -> BookingPanel:
        """The page for booking and moving, created on first use."""
        page: BookingPanel = load_name(BOOKING)(self.model.booking, self.model.booking_find, self._theme)
        self.panel.keep(page)
        self.panel.left.connect(lambda left: self.model.booking.leave() if left is page else None)
        return page

    def take_focus(self) -> None:
        """Focus the schedule."""
        self.canvas.setFocus()

    def close_floating(self) -> bool:
        """Close the card beside an appointment."""
        floats = self._hovering.visible
        self._hovering.hide()
        return floats

    def kept_clear(self) -> Sequence[QRect]:
        """The chosen opening and the selected appointment, as far as they are visible."""
        overlay, sight = self.canvas.overlay, self.canvas.sight
        box = overlay.opening_box(self.canvas.scene)
        rects = [self.place_of(overlay.selected), sight.to_widget(box) if box is not None else None]
        return [each for each in rects if each is not None]

    def clear_selection(self) -> None:
        """Clear the selection of an appointment or free time."""
        self.canvas.setFocus()
        self.canvas.drop_cursor()
        self.model.pages.free_time.clear()
        self.model.schedule.select(None)
        self.model.filling.follow()

    def open_menu(self, apt_num: int, where: QPoint) -> None:
        """Show an appointment's context menu at a screen position."""
        self._hovering.hide()
        self.model.schedule.select(apt_num)
        load_name(TILE_MENU)(self, tile_menu(self.model.commands), self._theme).popup(where)

    def _follow_model(self) -> None:
        model = self.model
        model.schedule.state_changed.connect(self._show)
        model.schedule.selection_changed.connect(self._select)
        model.schedule.sight_asked.connect(self.canvas.sight.show_visit)
        model.schedule.column_asked.connect(self.canvas.sight.show_column)
        model.pages.booking_asked.connect(self._booking)
        model.booking.finished.connect(self._page_done)
        model.booking.refused.connect(self._booking_refused)
        preview = model.preview
        preview.changed.connect(lambda: self.canvas.show_opening(preview.shown, preview.others))
        model.preview.changed.connect(self.panel.refit)
        model.pages.note_asked.connect(self._note)
        model.pages.carry_asked.connect(self.canvas.dragging.carry)
        model.pages.break_asked.connect(self._break)
        model.papers.previewed.connect(lambda preview, printing: preview(printing, self.window()).open())
        model.asked.connect(self._do)

    def _follow_canvas(self) -> None:
        model, canvas = self.model, self.canvas
        canvas.selected.connect(model.schedule.select)
        canvas.activated.connect(model.pages.open)
        canvas.letter_clicked.connect(model.actions.stages.advance)
        canvas.task_clicked.connect(model.tasks.open)
        canvas.task_marks.show(model.tasks.texts, model.tasks.texts)
        model.tasks.changed.connect(lambda changed: canvas.task_marks.show(model.tasks.texts, changed))
        canvas.dropped.connect(model.drop.drop)
        canvas.dragging.began.connect(model.day_strip.days.stay)
        canvas.dragging.day_asked.connect(model.day_strip.days.show)
        canvas.dragging.canceled.connect(model.day_strip.days.go_back)
        canvas.resized.connect(model.drop.resize)
        canvas.time_selected.connect(model.pages.select_time)
        canvas.time_activated.connect(self._book_at)
        canvas.context_requested.connect(self._menu)
        canvas.minute_passed.connect(model.schedule.show_known)
        canvas.minute_passed.connect(model.waiting.refresh)

    def _do(self, command_id: str) -> None:
        """Commands that only the view can run; printing is the program's."""
        match command_id:
            case commands.DATE.id:
                self.bar.pick_date()
            case commands.ZOOM_IN.id:
                self.canvas.zoom_by(1)
            case commands.ZOOM_OUT.id:
                self.canvas.zoom_by(-1)
            case commands.ZOOM_USUAL.id:
                self.canvas.set_zoom(USUAL_ZOOM)
            case commands.ZOOM_FIT.id:
                fit_day(self.canvas)
            case commands.PROBLEMS.id:
                self._problems()

    def _show(self) -> None:
        state = self.model.schedule.state
        match state:
            case Ready():
                self.canvas.show_grid(state.grid, state.now)
                self._floating.say(state.empty)
            case Loading(words=words):
                self._message.fill(words)
            case Failed(message=message):
                self._message.fill(message.sentence, details=message.details)
        ready, appears = isinstance(state, Ready), self.canvas.isHidden()
        self.canvas.setVisible(ready)
        self._message.setVisible(not ready)
        if ready and appears:  # the schedule has the focus from the start
            self.canvas.setFocus()

    def _select(self) -> None:
        visit = self.model.schedule.selected
        self.canvas.set_selected(visit.apt_num if visit else None)

    def _menu(self, apt_num: int | None, column: int, minute: int, where: QPoint) -> None:
        if apt_num is not None:
            self.open_menu(apt_num, where)
        else:
            self.model.pages.free_time.select(column, minute)
            free = [self.model.commands[each.id] for each in (commands.NEW, FILL, commands.FILL_TASK)]
            load_name(MENU)(self, free, self._theme).popup(where)

    def _book_at(self, column: int, minute: int) -> None:
        details = self._details
        if details is None or self.panel.page is not details or details.give_way():
            self.model.pages.book_at(column, minute)

    def _booking(self) -> None:
        self.panel.show_page(self.booking)
        self.booking.begin()

    def _booking_refused(self) -> None:
        """Show it again unless a page is open; the focus stays."""
        if not self.panel.has_page:
            self.model.booking.start_new()
            self.panel.show_page(self.booking)

    def _page_done(self) -> None:
        self.panel.show_card()
        self.canvas.setFocus()

    def _note(self, viewmodel: NoteViewModel) -> None:
        page: DetailsPage = load_name(DETAILS)(viewmodel, self.model.card)
        self._details = page
        viewmodel.finished.connect(self._page_done)
        self.panel.show_page(page)
        page.take_focus()

    def _break(self, viewmodel: BreakViewModel) -> None:
        load_name(BREAK)(viewmodel, self).open()

    def _problems(self) -> None:
        page: ProblemsPage = load_name(PROBLEMS)(self.model.problems)
        page.closed.connect(self._page_done)
        self.panel.show_page(page)
        page.setFocus()


def _lay_out(screen: QWidget, *parts: QWidget) -> None:
    """Give the whole screen to whichever part is visible."""
    row = QHBoxLayout(screen)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    for part in parts:
        row.addWidget(part, 1)


def _place_of(screen: QWidget, canvas: ScheduleCanvas, apt_num: int | None) -> QRect | None:
    """The visible part of an appointment, on the screen."""
    where = canvas.sight.rect_of(apt_num) if apt_num is not None and canvas.isVisible() else None
    seen = where.intersected(canvas.viewport().geometry()) if where is not None else QRect()
    return seen.translated(canvas.mapTo(screen, QPoint())) if not seen.isEmpty() else None
