"""The bar over the book: days, view, filters, and the field that finds a patient."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.days import FIRST_DAY, LAST_DAY
from app.viewmodels.command import AsyncCommand, CommandSet
from app.viewmodels.staff.book import BookViewModel
from app.viewmodels.staff.book_filters import BookFilters
from app.viewmodels.staff.book_state import BookView, day_title, week_title
from app.views.theme.fonts import grown
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.theme.tokens import BAR_HEIGHT
from app.views.widgets.calendar import Calendar
from app.views.widgets.combo import ElidedCombo, fill
from app.views.widgets.keys import keeps
from app.views.widgets.labels import plain_tip

DATE_ICON = 16
TITLE_PADDING = 24
LEAST_COMBO = 72
"""Pixels that a filter may be pressed together to in a narrow window."""


class TopBar(QWidget):
    """Navigation at the left, filters beside it; `tail` is where the find field goes.

    `done` comes when something was picked: the focus may go back to the book.
    """

    done = Signal()

    def __init__(
        self,
        book: BookViewModel,
        filters: BookFilters,
        commands: CommandSet,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._book = book
        self._filters = filters
        self._theme = theme
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(grown(BAR_HEIGHT, self.font()))
        self._title = QPushButton()
        self._title.setObjectName("dayTitle")
        self._title.setToolTip("Pick a date")
        self._title.setIcon(theme.icon(Icon.DATE, size=DATE_ICON))
        self._title.setMinimumWidth(_longest_title(theme) + DATE_ICON + TITLE_PADDING)
        self._title.clicked.connect(self.pick_date)
        self._views = {view: self._view_button(commands[f"view.{view}"], view) for view in BookView}
        self._clinic = self._combo("Clinic")
        self._provider = self._combo("Provider")
        self.tail = self._lay_out(commands)
        book.state_changed.connect(self._show)
        filters.changed.connect(self._fill)
        self._fill()
        self._show()

    def event(self, event: QEvent) -> bool:
        """Keep letters for the fields and lists in here."""
        if keeps(event):
            event.accept()
            return True
        return super().event(event)

    def pick_date(self) -> None:
        """Open the calendar under the title."""
        popup = DatePopup(_qdate(self._book.day), self)
        popup.picked.connect(lambda day: self._book.go_to(day.toPython()))
        popup.picked.connect(lambda _: self.done.emit())
        popup.move(self._title.mapToGlobal(QPoint(0, self._title.height() + 4)))
        popup.show()

    def _lay_out(self, commands: CommandSet) -> QHBoxLayout:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        for command_id in ("go.previous", "go.today", "go.next"):
            row.addWidget(command_button(commands[command_id], self._theme, text=command_id == "go.today"))
        row.addWidget(self._title)
        segments = QHBoxLayout()
        segments.setSpacing(0)
        for button in self._views.values():
            segments.addWidget(button)
        row.addLayout(segments)
        row.addWidget(self._clinic)
        row.addWidget(self._provider)
        row.addStretch(1)
        return row

    def _show(self) -> None:
        self._title.setText(self._book.state.title)
        for view, button in self._views.items():
            button.setChecked(self._book.view is view)

    def _fill(self) -> None:
        for combo, options, chosen in (
            (self._clinic, self._filters.clinics, self._filters.clinic_num),
            (self._provider, self._filters.providers, self._filters.prov_num),
        ):
            fill(combo, options, chosen)
            combo.name_choice()
            combo.setVisible(len(options) > 2)  # "all" and one other is no choice

    def _combo(self, name: str) -> ElidedCombo:
        combo = ElidedCombo(name)
        combo.setSizeAdjustPolicy(ElidedCombo.SizeAdjustPolicy.AdjustToContents)
        combo.setMinimumWidth(grown(LEAST_COMBO, self.font()))
        combo.activated.connect(self._filter)
        return combo

    def _filter(self) -> None:
        self._filters.choose(clinic_num=self._clinic.currentData(), prov_num=self._provider.currentData())
        self.done.emit()

    def _view_button(self, command: AsyncCommand, view: BookView) -> QToolButton:
        button = command_button(command, self._theme, text=True)
        button.setCheckable(True)
        button.clicked.connect(self._show)
        button.setProperty("segment", "first" if view is BookView.DAY else "last")
        return button


def _longest_title(theme: Theme) -> int:
    """Pixels that the longest title of a day or of a week takes, so that nothing moves when the day changes."""
    metrics = QFontMetrics(theme.fonts.title)
    days = [date(2026, month, day) for month in range(1, 13) for day in range(20, 27)]
    weeks = [(date(2026, month, 28), date(2026, month, 28) + timedelta(6)) for month in range(1, 12)]
    titles = [*map(day_title, days), *map(week_title, weeks)]
    return max(metrics.horizontalAdvance(title) for title in titles)


def command_button(command: AsyncCommand, theme: Theme, *, text: bool) -> QToolButton:
    """A button that runs a command, says its key on hover, and greys out with the reason."""
    button = QToolButton()
    spec = command.spec
    if text:
        button.setText(spec.title)
    elif spec.icon:
        button.setIcon(theme.icon(Icon[spec.icon]))
    button.setAccessibleName(spec.title)
    button.clicked.connect(lambda: command.run())

    def follow() -> None:
        verdict = command.verdict
        button.setEnabled(verdict.ok)
        key = f"  ({spec.shortcut})" if spec.shortcut else ""
        tip = f"{spec.title}{key}" if verdict.ok else f"{spec.title}: {verdict.reason}"
        button.setToolTip(plain_tip(tip))

    command.changed.connect(follow)
    follow()
    return button


class DatePopup(QFrame):
    """A calendar that closes when a day is picked or Esc is pressed."""

    picked = Signal(QDate)

    def __init__(self, day: QDate, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popover")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        calendar = Calendar()
        calendar.setDateRange(_qdate(FIRST_DAY), _qdate(LAST_DAY))
        calendar.setSelectedDate(day)
        calendar.activated.connect(self._take)
        calendar.clicked.connect(self._take)
        column.addWidget(calendar)
        calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _take(self, day: QDate) -> None:
        self.picked.emit(day)
        self.close()


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
