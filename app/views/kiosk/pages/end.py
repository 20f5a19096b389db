"""The last pages: checked in, the next appointment, the balance, and "please see the front desk"."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.viewmodels.kiosk.formats import written_amount, written_date, written_time
from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.viewmodels.kiosk.page_data import BalancePage, CheckedIn, NextVisitPage, SeeDesk
from app.viewmodels.kiosk.state import KioskState
from app.viewmodels.kiosk.translation import tr
from app.views.kiosk.pages.base import ColumnPage
from app.views.kiosk.skin import CENTER, GAP, Size, Skin
from app.views.kiosk.widgets.button import Button, Form
from app.views.kiosk.widgets.emblem import Emblem
from app.views.kiosk.widgets.glyphs import Glyph
from app.views.kiosk.widgets.label import Label


class EndPage(ColumnPage):
    """Centered text, and a button to end the visit."""

    def __init__(self, model: KioskViewModel, skin: Skin) -> None:
        super().__init__(model, skin)
        self.title.setProperty("alignment", CENTER)
        self.text = Label(skin, Size.BODY, "ink", CENTER)
        self.more = QHBoxLayout()
        self.more.setSpacing(GAP)
        self.done = Button(skin, Form.MAIN)
        self.done.clicked.connect(lambda: model.wipe())
        self.column.addWidget(self.text)
        self.column.addSpacing(GAP)
        self.column.addLayout(self.more)
        self.column.addWidget(self.done)
        self.column.addStretch(1)

    def first(self) -> QWidget:
        """The button that ends the visit."""
        return self.done

    def spoken(self) -> str:
        """All of it."""
        return f"{self.title.text()} {self.text.text()}"

    def wipe(self) -> None:
        """Forget what was shown."""
        self.text.write("")


class CheckedInView(EndPage):
    """You are checked in."""

    def __init__(self, model: KioskViewModel, skin: Skin) -> None:
        super().__init__(model, skin)
        self.column.insertWidget(1, Emblem(skin, Glyph.CHECK, strong=True))
        self._next = Button(skin, Form.CHOICE)
        self._balance = Button(skin, Form.CHOICE)
        self._next.clicked.connect(lambda: model.visit.arrival.show_next_visits())
        self._balance.clicked.connect(lambda: model.visit.arrival.show_balance())
        self.more.addWidget(self._next, 1)
        self.more.addWidget(self._balance, 1)

    def render_state(self, state: KioskState) -> None:
        """The office's next steps, or the program's."""
        data = state.data
        if not isinstance(data, CheckedIn):
            return
        self.title.write(tr("You are checked in"))
        self.text.write(data.steps or tr("Please take a seat. We will call you."))
        self._next.setText(tr("My next appointment"))
        self._balance.setText(tr("What I owe"))
        self._balance.setVisible(data.shows_balance)
        self.done.setText(tr("Done"))


class NextVisitView(EndPage):
    """Dates and times of future appointments."""

    def render_state(self, state: KioskState) -> None:
        """One line each."""
        data = state.data
        if not isinstance(data, NextVisitPage):
            return
        lines = [_line(initials, at, state.look.language) for initials, at in data.visits]
        self.title.write(tr("Your next appointment") if lines else tr("You have no next appointment"))
        self.text.write("\n".join(lines) or tr("The front desk can make one for you."))
        self.done.setText(tr("Done"))


class BalanceView(EndPage):
    """What the patient owes."""

    def render_state(self, state: KioskState) -> None:
        """The amount."""
        data = state.data
        if not isinstance(data, BalancePage):
            return
        amount = written_amount(state.look.language, abs(data.cents))
        if data.cents < 0:
            self.title.write(tr("You have a credit of {amount}", amount=amount))
        else:
            self.title.write(tr("You owe {amount}", amount=amount))
        self.text.write(tr("You can pay at the front desk.") if data.cents > 0 else "")
        self.done.setText(tr("Done"))

    def wipe(self) -> None:
        """Forget the amount."""
        super().wipe()
        self.title.write("")


class SeeDeskView(EndPage):
    """The same words for every reason."""

    def render_state(self, state: KioskState) -> None:
        """Nothing is promised."""
        data = state.data
        if isinstance(data, SeeDesk):
            self.title.write(tr("Please see the front desk"))
            self.text.write(
                tr("You are checked in. They can answer this.")
                if data.arrived
                else tr("They will help you check in.")
            )
            self.done.setText(tr("OK"))


def _line(initials: str, at: datetime, language: str) -> str:
    day = written_date(language, at.year, at.month, at.day)
    time = written_time(language, at.hour, at.minute)
    if initials:
        return tr("{initials}: {day} at {time}", initials=initials, day=day, time=time)
    return tr("{day} at {time}", day=day, time=time)
