"""The bar of the huddle: which day, and of which clinic."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.viewmodels.staff.huddle import commands
from app.viewmodels.staff.huddle.screen import HuddleScreenViewModel
from app.viewmodels.translation import tr
from app.views.staff.frame.command_button import command_button
from app.views.staff.frame.screen_view import ScreenBar
from app.views.theme.icons import Icon
from app.views.theme.theme import Theme
from app.views.widgets.combo import ElidedCombo, fill
from app.views.widgets.date_popup import DatePopup, qdate

DATE_ICON = 16


class HuddleBar(ScreenBar):
    """Previous, Today, Next, the day, and the clinic where there are several. `done`: something was chosen."""

    done = Signal()

    def __init__(self, model: HuddleScreenViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model.day
        made = {command.spec.id: command for command in model.own_commands}
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
        row.addWidget(command_button(made[commands.PREVIOUS.id], theme, text=False))
        row.addWidget(command_button(made[commands.TODAY.id], theme, text=True))
        row.addWidget(command_button(made[commands.NEXT.id], theme, text=False))
        row.addWidget(self.title)
        row.addWidget(self.clinic)
        self.steps = (self._press,)
        model.day.changed.connect(self._show)
        model.status_changed.connect(self._show)
        self._show()

    def pick_date(self) -> None:
        """Open the calendar under the title."""
        popup = DatePopup(qdate(self._model.day), self)
        popup.picked.connect(lambda day: self._model.choose(day.toPython()))
        popup.picked.connect(lambda _: self.done.emit())
        popup.move(self.title.mapToGlobal(QPoint(0, self.title.height() + 4)))
        popup.show()

    def _choose(self) -> None:
        self._model.choose_clinic(self.clinic.currentData() or 0)
        self.done.emit()

    def _press(self, narrow: bool) -> None:
        self.clinic.setMinimumWidth(self.clinic.short_width if narrow else self.clinic.sizeHint().width())

    def _show(self) -> None:
        self.title.setText(self._model.title)
        options = [(0, tr("All clinics")), *self._model.clinics.items()]
        fill(self.clinic, options, self._model.clinic)
        self.clinic.name_choice()
        self.clinic.setVisible(len(options) > 2)  # "all" and one other is no choice
        self.refit.emit()
