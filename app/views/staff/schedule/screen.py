"""The staff's main screen: the bar, the schedule, the side panel, the status line."""

from __future__ import annotations

from functools import cached_property, partial

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.breaking import BreakViewModel
from app.viewmodels.staff.schedule.noting import NoteViewModel
from app.viewmodels.staff.schedule.state import Failed, Loading, Ready
from app.views.staff.frame.activity_page import ActivityPage
from app.views.staff.frame.attention_page import AttentionPage
from app.views.staff.frame.find_field import FindField
from app.views.staff.frame.menus import add_shortcuts, context_menu
from app.views.staff.frame.palette import Palette
from app.views.staff.frame.problems_page import ProblemsPage
from app.views.staff.frame.side_panel import SidePanel, VisitCard
from app.views.staff.frame.status_bar import StatusBar
from app.views.staff.frame.top_bar import TopBar, command_button
from app.views.staff.frame.who import WhoSitsHere
from app.views.staff.schedule.booking_panel import BookingPanel
from app.views.staff.schedule.break_dialog import BreakDialog
from app.views.staff.schedule.canvas import ScheduleCanvas
from app.views.staff.schedule.hover_card import HoverCard
from app.views.staff.schedule.hovering import Hovering
from app.views.staff.schedule.note_page import NotePage
from app.views.staff.schedule.waiting_list import WaitingList
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.message import Floating, MessagePane
from app.views.widgets.question_popover import QuestionPopover

FIND_STRETCH = 100
FIND_HINTS = ("Find a patient    Ctrl+P", "Find a patient", "Find")
MOST_TO_FIND = 240
"""Pixels that the field that finds a patient takes at most, for the usual text."""


class ScheduleScreen(QWidget):
    """Puts the parts side by side and carries signals between them; decides nothing."""

    def __init__(
        self,
        desk: DeskViewModel,
        theme: Theme,
        canvas: ScheduleCanvas | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`canvas` shows the desk's book already; what was selected or clicked on it counts."""
        super().__init__(parent)
        self.desk = desk
        self.canvas = canvas or ScheduleCanvas()
        self.canvas.dragging.words = desk.drop
        self._theme = theme
        self.find_field = FindField(desk.find, FIND_HINTS, theme)
        self.bar = TopBar(desk.schedule, desk.filters, desk.commands, theme)
        _fill_bar(self.bar, self.find_field, desk, theme)
        self.bar.done.connect(lambda: self.canvas.setFocus())
        waiting = WaitingList(desk.waiting)
        waiting.picked.connect(desk.jump_to)
        self.panel = SidePanel(waiting, VisitCard(desk.card, desk.commands, theme))
        self.status = StatusBar(desk.status)
        self._message = MessagePane(self)
        self._floating = Floating(self.canvas)
        self._hover = HoverCard(self)
        self.place_of = partial(_place_of, self, self.canvas)
        self._question = QuestionPopover(desk.actions.question, self.place_of, self)
        self._lay_out()
        add_shortcuts(self, desk.commands)
        self._follow_desk()
        self._follow_canvas()
        self._hovering = Hovering(desk, self.canvas, self.panel, self._hover)
        self._show()
        desk.schedule.select(self.canvas.overlay.selected)
        self.canvas.say_again()

    @cached_property
    def booking(self) -> BookingPanel:
        """The page for booking and moving, made when it is first asked for."""
        page = BookingPanel(self.desk.booking, self.desk.booking_find, self._theme)
        self.panel.keep(page)
        self.panel.left.connect(lambda left: self.desk.booking.leave() if left is page else None)
        return page

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the topmost thing: the card beside an appointment, the page in the panel, the selection."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._hovering.visible:
            self._hovering.hide()
        elif self.panel.has_page:
            self._page_done()
        else:
            self.canvas.setFocus()
            self.desk.schedule.select(None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.canvas, 1)
        middle.addWidget(self._message, 1)
        middle.addWidget(self.panel)
        column.addWidget(self.bar)
        column.addLayout(middle, 1)
        column.addWidget(self.status)

    def _follow_desk(self) -> None:
        desk = self.desk
        desk.schedule.state_changed.connect(self._show)
        desk.schedule.selection_changed.connect(self._select)
        desk.schedule.sight_asked.connect(self.canvas.show_visit)
        desk.schedule.column_asked.connect(self.canvas.show_column)
        desk.find_asked.connect(self.find_field.setFocus)
        desk.typed.search_asked.connect(self.find_field.start_with)
        desk.palette_asked.connect(self._palette)
        desk.date_asked.connect(self.bar.pick_date)
        desk.zoom_asked.connect(self.canvas.zoom_by)
        desk.pages.booking_asked.connect(self._booking)
        desk.booking.finished.connect(self._page_done)
        desk.pages.note_asked.connect(self._note)
        desk.pages.carry_asked.connect(self.canvas.dragging.carry)
        desk.pages.break_asked.connect(self._break)
        desk.settle_asked.connect(self._settle)
        desk.notices_asked.connect(lambda: self._show_list(ActivityPage(desk.notices)))
        desk.problems_asked.connect(self._problems)
        desk.panel_asked.connect(self._fold)
        self.status.settle_asked.connect(self._settle)
        self.status.problems_asked.connect(self._problems)

    def _follow_canvas(self) -> None:
        desk, canvas = self.desk, self.canvas
        canvas.selected.connect(desk.schedule.select)
        canvas.activated.connect(desk.schedule.select)
        canvas.letter_clicked.connect(desk.actions.stages.advance)
        canvas.dropped.connect(desk.drop.drop)
        canvas.resized.connect(desk.drop.resize)
        canvas.empty_clicked.connect(self._free_ground)
        canvas.context_requested.connect(self._menu)
        canvas.minute_passed.connect(desk.schedule.show_known)
        canvas.minute_passed.connect(desk.waiting.refresh)

    def _show(self) -> None:
        state = self.desk.schedule.state
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
        if ready and appears:  # the keys are the schedule's from the first moment on
            self.canvas.setFocus()

    def _select(self) -> None:
        visit = self.desk.schedule.selected
        self.canvas.set_selected(visit.apt_num if visit else None)

    def _menu(self, apt_num: int | None, column: int, minute: int, where: QPoint) -> None:
        if apt_num is None:
            self._free_ground(column, minute)
        else:
            self.open_menu(apt_num, where)

    def _free_ground(self, column: int, minute: int) -> None:
        page = self.panel.page
        if not isinstance(page, NotePage) or page.give_way():
            self.desk.pages.book_at(column, minute)

    def open_menu(self, apt_num: int, where: QPoint) -> None:
        """Show what can be done with an appointment, at a place of the screen."""
        self._hovering.hide()
        self.desk.schedule.select(apt_num)
        context_menu(self, self.desk.commands.menu("Visit"), self._theme).popup(where)

    def _booking(self) -> None:
        self.panel.show_page(self.booking)
        self.booking.begin()

    def _page_done(self) -> None:
        self.panel.show_card()
        self.canvas.setFocus()

    def _note(self, viewmodel: NoteViewModel) -> None:
        page = NotePage(viewmodel)
        viewmodel.finished.connect(self._page_done)
        self.panel.show_page(page)
        page.field.setFocus()

    def _break(self, viewmodel: BreakViewModel) -> None:
        BreakDialog(viewmodel, self).open()

    def _fold(self) -> None:
        self.panel.toggle()
        self.canvas.setFocus()

    def _settle(self) -> None:
        self._show_list(AttentionPage(self.desk.settle))

    def _problems(self) -> None:
        self._show_list(ProblemsPage(self.desk.problems))

    def _show_list(self, page: ActivityPage | ProblemsPage | AttentionPage) -> None:
        page.closed.connect(self._page_done)
        self.panel.show_page(page)
        page.setFocus()

    def _palette(self) -> None:
        palette = Palette(self.desk.commands, self)
        palette.move(self.mapToGlobal(QPoint((self.width() - palette.width()) // 2, 56)))
        palette.show()


def _place_of(screen: QWidget, canvas: ScheduleCanvas, apt_num: int | None) -> QRect | None:
    """Where an appointment's visible part stands on the screen."""
    where = canvas.rect_of(apt_num) if apt_num is not None and canvas.isVisible() else None
    seen = where.intersected(canvas.viewport().geometry()) if where is not None else QRect()
    return seen.translated(canvas.mapTo(screen, QPoint())) if not seen.isEmpty() else None


def _fill_bar(bar: TopBar, field: FindField, desk: DeskViewModel, theme: Theme) -> None:
    """Put the field, the panel's button and who sits here at the bar's end; the name is the first to give way."""
    who, fold = WhoSitsHere(desk.parts.who), command_button(desk.commands["view.panel"], theme, text=False)
    field.setMaximumWidth(grown(MOST_TO_FIND, field.font()))
    fold.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from the field to the schedule
    bar.tail.addWidget(field, FIND_STRETCH)
    bar.tail.addWidget(fold)
    bar.tail.addWidget(who)

    def press_field(narrow: bool) -> None:
        field.setMinimumWidth(field.width_for(FIND_HINTS[2 if narrow else 1]))

    bar.give_way(who.setHidden, press_field)
