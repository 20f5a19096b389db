"""The schedule's part of the bar: days, view and filters."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from app.core.later import load_name
from app.viewmodels.command import AsyncCommand, CommandSet
from app.viewmodels.staff.schedule.commands import NEW, NEXT, PREVIOUS, TODAY
from app.viewmodels.staff.schedule.month.commands import MONTH
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.schedule.state import ScheduleView, title_of
from app.viewmodels.translation import tr, typed
from app.views.staff.frame.command_button import command_button
from app.views.staff.frame.screen_view import ScreenBar
from app.views.staff.schedule.arranging.button import ViewsButton
from app.views.theme.fonts import grown
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.widgets.combo import ElidedCombo, fill

if TYPE_CHECKING:  # loads with the first choice of a date
    from app.views.widgets.date_popup import DatePopup

DATE_POPUP = "app.views.widgets.date_popup:DatePopup"
DATE_ICON = 16
TITLE_PADDING = 24
LEAST_COMBO = 72
"""Minimum width of a filter in pixels, when nothing else can shrink any more."""


class ScheduleBar(ScreenBar):
    """Navigation at the left, filters beside it.

    In a narrow window the year is dropped first, then the filters shrink.

    `done` is emitted when something was selected: the focus may return to the schedule.
    """

    done = Signal()

    def __init__(self, model: ScheduleScreenViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        commands, schedule, filters = model.commands, model.schedule, model.filters
        self._schedule, self._filters, self._new_day = schedule, filters, model.new_day
        self._months, self._now = model.month, model.desk.now
        self._months.opened.connect(lambda _: self._show())
        self._months.changed.connect(self._show)
        self._arranging, self._scope = model.arranging, model.parts.scope
        self._theme = theme
        self._title = QPushButton()
        self._title.setObjectName("dayTitle")
        self._title.setToolTip(tr("Pick a date"))
        self._title.setIcon(theme.icon(Icon.DATE, size=DATE_ICON))
        self._title.clicked.connect(self.pick_date)
        self._views = {view: self._view_button(commands[f"view.{view}"], view) for view in ScheduleView}
        self._month = command_button(commands[MONTH.id], theme, text=True)
        self._month.setCheckable(True)
        self._month.setProperty("segment", "last")
        self._month.clicked.connect(self._show)
        self._short = False
        self._title_widths = [width + DATE_ICON + TITLE_PADDING for width in _longest_titles(theme)]
        self._clinic = self._combo(tr("Clinic"), tr("Clinics"))
        self._provider = self._combo(tr("Provider"), tr("Providers"))
        self.steps = (
            self._name_day,
            self._shrink_new,
            self._hide_views,
            self._name_filters,
            self._hide_new,
            self._press,
        )
        self._lay_out(commands)
        schedule.state_changed.connect(self._show)
        filters.changed.connect(self._fill)
        model.arranging.changed.connect(self.refit)
        self._new_day.changed.connect(self._mark_today)
        self._fill()
        self._show()

    def pick_date(self) -> None:
        """Open the calendar under the title."""
        shown, today = (
            QDate(each.year, each.month, each.day) for each in (self._schedule.day, self._now().date())
        )
        popup: DatePopup = load_name(DATE_POPUP)(shown, today, self)
        popup.picked.connect(lambda day: self._months.go(day.toPython()))
        popup.picked.connect(lambda _: self.done.emit())
        popup.move(self._title.mapToGlobal(QPoint(0, self._title.height() + 4)))
        popup.show()

    def _lay_out(self, commands: CommandSet) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._today = command_button(commands[TODAY.id], self._theme, text=True)
        row.addWidget(command_button(commands[PREVIOUS.id], self._theme, text=False))
        row.addWidget(self._today)
        row.addWidget(command_button(commands[NEXT.id], self._theme, text=False))
        row.addWidget(self._title)
        segments = QHBoxLayout()
        segments.setSpacing(0)
        for button in (*self._views.values(), self._month):
            segments.addWidget(button)
        row.addLayout(segments)
        row.addWidget(self._clinic)
        row.addWidget(self._provider)
        self.views = ViewsButton(self._arranging, commands, self._scope)
        self.views.done.connect(self.done)
        row.addWidget(self.views)
        self._new = command_button(commands[NEW.id], self._theme, text=False)
        self._new.setText(typed(NEW.title))
        self._new.setProperty("kind", "action")
        row.addWidget(self._new)

    def _name_day(self, narrow: bool) -> None:
        self._short = narrow
        self._title.setText(self._title_text)
        self._title.setMinimumWidth(max(self._title_widths[narrow], self._title.sizeHint().width()))

    def _shrink_new(self, narrow: bool) -> None:
        style = Qt.ToolButtonStyle
        self._new.setToolButtonStyle(style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon)

    def _hide_views(self, narrow: bool) -> None:
        """The menu and the keys have them too."""
        self.views.setHidden(narrow)
        self._month.setHidden(narrow)
        week = self._views[ScheduleView.WEEK]
        week.setProperty("segment", "last" if narrow else "middle")
        week.style().unpolish(week)
        week.style().polish(week)

    def _hide_new(self, narrow: bool) -> None:
        self._new.setHidden(narrow)

    def _name_filters(self, narrow: bool) -> None:
        for combo in (self._clinic, self._provider):
            combo.setMinimumWidth(combo.short_width if narrow else combo.sizeHint().width())

    def _press(self, narrow: bool) -> None:
        if narrow:
            for combo in (self._clinic, self._provider):
                combo.setMinimumWidth(grown(LEAST_COMBO, self.font()))

    @property
    def _title_text(self) -> str:
        if self._months.is_open:
            return self._months.title
        title = self._schedule.state.title
        return title.short if self._short else title.full

    def _show(self) -> None:
        self._title.setText(self._title_text)
        if (
            self._title.sizeHint().width() > self._title.minimumWidth()
        ):  # the year has to be shown if it is not the current one
            self.refit.emit()
        is_month = self._months.is_open
        for view, button in self._views.items():
            button.setChecked(self._schedule.view is view and not is_month)
        self._month.setChecked(is_month)

    def _mark_today(self) -> None:
        self._today.setProperty("due", self._new_day.left)
        self._today.style().unpolish(self._today)
        self._today.style().polish(self._today)  # a stylesheet reads properties only then

    def _fill(self) -> None:
        for combo, options, chosen in (
            (self._clinic, self._filters.clinics, self._filters.clinic_num),
            (self._provider, self._filters.providers, self._filters.prov_num),
        ):
            fill(combo, options, chosen)
            combo.name_choice()
            combo.setVisible(len(options) > 2)  # "all" and one other is no choice
        self.refit.emit()

    def _combo(self, name: str, short: str) -> ElidedCombo:
        combo = ElidedCombo(name, short)
        combo.setSizeAdjustPolicy(ElidedCombo.SizeAdjustPolicy.AdjustToContents)
        combo.activated.connect(self._filter)
        return combo

    def _filter(self) -> None:
        self._filters.choose(clinic_num=self._clinic.currentData(), prov_num=self._provider.currentData())
        self.done.emit()

    def _view_button(self, command: AsyncCommand, view: ScheduleView) -> QToolButton:
        button = command_button(command, self._theme, text=True)
        button.setCheckable(True)
        button.clicked.connect(self._show)
        button.setProperty("segment", "first" if view is ScheduleView.DAY else "middle")
        return button


def _longest_titles(theme: Theme) -> tuple[int, int]:
    """Width in pixels of the longest title of a day or week, full and short, so that nothing moves with the day."""
    measure = QFontMetrics(theme.fonts.title).horizontalAdvance
    today = date(2026, 1, 22)
    month = max(range(1, 13), key=lambda each: measure(title_of((today.replace(month=each),), today).full))
    days = [(date(2026, month, day),) for day in range(20, 27)]
    weeks = [tuple(date(2026, each, 28) + timedelta(day) for day in range(7)) for each in range(1, 12)]
    titles = [title_of(span, today) for span in [*days, *weeks]]
    full = max(measure(title.full) for title in titles)
    return full, max(measure(title.short) for title in titles)
