"""The times at which to be reminded of a task."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDateTimeEdit,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.core.text import At, Shape
from app.viewmodels.clock_face import locale
from app.viewmodels.staff.tasks.open.reminding import RemindChoice, Reminding
from app.viewmodels.translation import tr, typed
from app.views.widgets.entry_form import EntryForm
from app.views.widgets.labels import plain_label

COLUMNS = 2


class RemindForm(EntryForm):
    """The first time has the focus. Esc closes."""

    def __init__(self, model: Reminding, back: QWidget) -> None:
        """`back` gets the focus when it is closed."""
        super().__init__()
        self._model = model
        self._back = back
        self._offered: tuple[RemindChoice, ...] = ()
        self.choices: list[QPushButton] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        self.at = QDateTimeEdit()
        self.at.setLocale(locale())
        self.at.setDisplayFormat(locale().dateTimeFormat(locale().FormatType.ShortFormat))
        self.at.setAccessibleName(tr("Date and time"))
        self.set = QPushButton(tr("Remind"))
        self.set.setProperty("kind", "primary")
        self.remove, self.cancel = QPushButton(tr("No reminder")), QPushButton(tr("Cancel"))
        self._words = plain_label(kind="alert", wrap=True)
        self._lay_out()
        self.set.clicked.connect(self.confirm)
        self.remove.clicked.connect(model.remove)
        self.cancel.clicked.connect(model.close)
        model.changed.connect(self._show)
        self.hide()

    def confirm(self) -> None:
        """Remind at the time in the field."""
        chosen = self.at.dateTime()
        day, time = chosen.date(), chosen.time()
        self._model.choose(datetime(day.year(), day.month(), day.day(), time.hour(), time.minute()))

    def dismiss(self) -> None:
        """Close it."""
        self._model.close()

    def _lay_out(self) -> None:
        own = QHBoxLayout()
        own.setSpacing(8)
        own.addWidget(self.at, 1)
        own.addWidget(self.set)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._words, 1)
        foot.addWidget(self.remove)
        foot.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(plain_label(tr("Remind me"), kind="title"))
        column.addLayout(self._grid)
        column.addLayout(own)
        column.addLayout(foot)

    def _show(self) -> None:
        state = self._model.state
        came = self.appear(wanted=state.task is not None, back=self._back)
        if state.task is None:
            return
        if state.choices != self._offered:
            self._offer(state.choices)
        if came and state.earliest is not None:
            first = state.current or state.earliest
            self.at.setMinimumDateTime(_qt(state.earliest))
            self.at.setDateTime(_qt(first))
        self.remove.setVisible(state.current is not None)
        self._words.setText(state.words)
        if came and self.choices:
            self.choices[0].setFocus()

    def _offer(self, choices: tuple[RemindChoice, ...]) -> None:
        for button in self.choices:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._offered, self.choices = choices, [self._button(each) for each in choices]
        self._place()
        for before, after in pairwise((*self.choices, self.at, self.set, self.remove, self.cancel)):
            QWidget.setTabOrder(before, after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where two columns would cut a time there is one."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        widest = max((each.sizeHint().width() for each in self.choices), default=0)
        columns = COLUMNS if COLUMNS * (widest + self._grid.spacing()) <= self.width() else 1
        for at, button in enumerate(self.choices):
            self._grid.addWidget(button, at // columns, at % columns)

    def _button(self, choice: RemindChoice) -> QPushButton:
        button = QPushButton(typed(choice.words))
        button.setToolTip(tr(At(choice.at, Shape.BOTH)))
        button.setAccessibleName(f"{typed(choice.words)}, {button.toolTip()}")
        button.clicked.connect(lambda: self._model.choose(choice.at))
        return button


def _qt(moment: datetime) -> QDateTime:
    return QDateTime(QDate(moment.year, moment.month, moment.day), QTime(moment.hour, moment.minute))
