"""The bar of a screen that shows one day: which day, and of which clinic."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from app.viewmodels.command import AsyncCommand
from app.viewmodels.translation import tr
from app.views.staff.frame.command_button import command_button
from app.views.staff.frame.screen_view import ScreenBar
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.widgets.combo import ElidedCombo, fill
from app.views.widgets.date_popup import DatePopup, qdate

DATE_ICON = 16


class DayChoice(Protocol):
    """Chooses the day and the clinic."""

    @property
    def title(self) -> str:
        """The day."""
        ...

    @property
    def clinics(self) -> Mapping[int, str]:
        """The office's clinics; empty without the feature."""
        ...

    def choose_day(self, day: date | None) -> None:
        """Show a day; None: today."""
        ...

    def choose_clinic(self, clinic: int) -> None:
        """Show a clinic's part of the day; 0: the whole office."""
        ...


class ShownDay(Protocol):
    """What is shown now."""

    clinic: int

    @property
    def day(self) -> date:
        """The day that is shown."""
        ...


class DayBar(ScreenBar):
    """Previous, Today, Next, the day, and the clinic where there are several. `done`: something was chosen."""

    done = Signal()

    def __init__(
        self,
        choice: DayChoice,
        shown: ShownDay,
        steps: Sequence[AsyncCommand],
        theme: Theme,
        now: Callable[[], datetime],
    ) -> None:
        """`steps` go to the previous day, to today and to the next day; `now` is the office's time.

        The screen calls `show_day` when it changes.
        """
        super().__init__()
        self._choice, self._shown, self._now = choice, shown, now
        self.title = QPushButton()
        self.title.setObjectName("dayTitle")
        self.title.setToolTip(tr("Pick a date"))
        self.title.setIcon(theme.icon(Icon.DATE, size=DATE_ICON))
        self.title.clicked.connect(self.pick_date)
        self.clinic = ElidedCombo(tr("Clinic"), tr("Clinics"))
        self.clinic.activated.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for step in steps:
            row.addWidget(command_button(step, theme, text=not step.spec.icon))
        row.addWidget(self.title)
        row.addWidget(self.clinic)
        self.steps = (self._press,)
        self.show_day()

    def show_day(self) -> None:
        """Show the day and the clinic as they are now."""
        self.title.setText(self._choice.title)
        options = [(0, tr("All clinics")), *self._choice.clinics.items()]
        fill(self.clinic, options, self._shown.clinic)
        self.clinic.name_choice()
        self.clinic.setVisible(len(options) > 2)  # "all" and one other is no choice
        self.refit.emit()

    def pick_date(self) -> None:
        """Open the calendar under the title."""
        popup = DatePopup(qdate(self._shown.day), qdate(self._now().date()), self)
        popup.picked.connect(lambda day: self._choice.choose_day(day.toPython()))
        popup.picked.connect(lambda _: self.done.emit())
        popup.move(self.title.mapToGlobal(QPoint(0, self.title.height() + 4)))
        popup.show()

    def _choose(self) -> None:
        self._choice.choose_clinic(self.clinic.currentData() or 0)
        self.done.emit()

    def _press(self, narrow: bool) -> None:
        self.clinic.setMinimumWidth(self.clinic.short_width if narrow else self.clinic.sizeHint().width())
