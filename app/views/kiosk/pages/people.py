"""Is this you? Who else is here? Initials and times only."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.viewmodels.kiosk.page_data import IsThisYou, Who, WhoIsHere
from app.viewmodels.kiosk.state import KioskState
from app.viewmodels.kiosk.translation import tr
from app.viewmodels.kiosk.words import time_of
from app.views.kiosk.pages.base import ColumnPage, side_by_side
from app.views.kiosk.skin import CENTER, GAP, Size, Skin
from app.views.kiosk.widgets.button import ENTER, Button, Form
from app.views.kiosk.widgets.label import Label


class IsThisYouView(ColumnPage):
    """Initials and a time, yes or no."""

    def __init__(self, model: KioskViewModel, skin: Skin) -> None:
        super().__init__(model, skin)
        self.title.setProperty("alignment", CENTER)
        self._initials = Label(skin, Size.INITIALS, "ink", CENTER)
        self._time = Label(skin, Size.TITLE, "ink_2", CENTER)
        self._yes = Button(skin, Form.MAIN)
        self._no = Button(skin, Form.CHOICE)
        self._yes.clicked.connect(lambda: model.visit.identity.confirm())
        self._no.clicked.connect(lambda: model.visit.identity.deny())
        self.column.addWidget(self._initials)
        self.column.addWidget(self._time)
        self.column.addSpacing(GAP)
        self.column.addLayout(side_by_side(self._no, self._yes))
        self.column.addStretch(1)

    def render_state(self, state: KioskState) -> None:
        """The person who was found."""
        if isinstance(state.data, IsThisYou):
            who = state.data.who
            self.title.write(tr("Is this you?"))
            self._initials.write(who.initials)
            self._time.write(time_of(who, state.look.language))
            self._yes.setText(tr("Yes"))
            self._no.setText(tr("No"))

    def first(self) -> QWidget:
        """Yes."""
        return self._yes

    def spoken(self) -> str:
        """Also who was found."""
        return f"{self.title.text()} {self._initials.text()} {self._time.text()}"

    def wipe(self) -> None:
        """Forget the person."""
        self._initials.write("")
        self._time.write("")


class WhoIsHereView(ColumnPage):
    """Family members with an appointment, to be marked."""

    def __init__(self, model: KioskViewModel, skin: Skin) -> None:
        super().__init__(model, skin)
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        self._ticks: list[Button] = []
        self._others: tuple[Who, ...] = ()
        self._next = Button(skin, Form.MAIN)
        self._next.clicked.connect(lambda: model.visit.identity.submit_people())
        self.column.addLayout(self._grid)
        self.column.addWidget(self._next)
        self.column.addStretch(1)

    def render_state(self, state: KioskState) -> None:
        """Each with a box to mark."""
        if not isinstance(state.data, WhoIsHere):
            return
        data = state.data
        self.title.write(tr("Who is here with you? Touch each one."))
        if data.others != self._others:
            self._offer(data.others)
        for who, tick in zip(data.others, self._ticks, strict=True):
            tick.setText(
                tr("{initials} at {time}", initials=who.initials, time=time_of(who, state.look.language))
            )
            tick.setChecked(who.number in data.here)
        self._next.setText(tr("Next") if data.here else tr("Only I am here"))

    def first(self) -> QWidget:
        """The first family member."""
        return self._ticks[0] if self._ticks else self._next

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on one who is marked is Next."""
        if event.key() in ENTER:
            self._next.click()
        else:
            super().keyPressEvent(event)

    def wipe(self) -> None:
        """Forget the family."""
        self._offer(())

    def _offer(self, others: tuple[Who, ...]) -> None:
        for old in self._ticks:
            old.setParent(None)
            old.deleteLater()
        self._others, self._ticks = others, []
        for place, who in enumerate(others):
            tick = Button(self._skin, Form.TICK, parent=self)
            tick.clicked.connect(partial(self._toggle, who.number))
            self._grid.addWidget(tick, place // 2, place % 2)
            self._ticks.append(tick)

    def _toggle(self, number: int) -> None:
        self._model.visit.identity.toggle(number)
