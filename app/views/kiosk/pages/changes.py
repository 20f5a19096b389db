"""Has anything changed in your health or insurance?"""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.viewmodels.kiosk.page_data import ChangesPage, WhichChanged
from app.viewmodels.kiosk.state import KioskState
from app.viewmodels.kiosk.translation import tr
from app.viewmodels.kiosk.words import problem_of
from app.views.kiosk.pages.base import ColumnPage, side_by_side
from app.views.kiosk.skin import GAP, Skin
from app.views.kiosk.widgets.button import ENTER, Button, Form


class ChangesView(ColumnPage):
    """No, or yes."""

    def __init__(self, model: KioskViewModel, skin: Skin) -> None:
        super().__init__(model, skin)
        self._no = Button(skin, Form.CHOICE)
        self._yes = Button(skin, Form.CHOICE)
        self._no.clicked.connect(lambda: model.visit.details.nothing_changed())
        self._yes.clicked.connect(lambda: model.visit.details.something_changed())
        self.column.addSpacing(GAP)
        self.column.addLayout(side_by_side(self._no, self._yes))
        self.column.addStretch(1)

    def render_state(self, state: KioskState) -> None:
        """The question that the office asks."""
        data = state.data
        if not isinstance(data, ChangesPage):
            return
        if data.health and data.insurance:
            self.title.write(tr("Has your health or insurance changed?"))
        elif data.health:
            self.title.write(tr("Has your health changed?"))
        else:
            self.title.write(tr("Has your insurance changed?"))
        self._no.setText(tr("No change"))
        self._yes.setText(tr("Yes, changed"))

    def first(self) -> QWidget:
        """No."""
        return self._no


class WhichView(ColumnPage):
    """Which of the two?"""

    def __init__(self, model: KioskViewModel, skin: Skin) -> None:
        super().__init__(model, skin)
        self._health = Button(skin, Form.TICK)
        self._insurance = Button(skin, Form.TICK)
        self._next = Button(skin, Form.MAIN)
        self._health.clicked.connect(lambda: model.visit.details.toggle_health())
        self._insurance.clicked.connect(lambda: model.visit.details.toggle_insurance())
        self._next.clicked.connect(lambda: model.visit.details.submit_which())
        self.column.addSpacing(GAP)
        self.column.addLayout(side_by_side(self._health, self._insurance))
        self.column.addWidget(self._next)
        self.column.addStretch(1)

    def render_state(self, state: KioskState) -> None:
        """What is marked."""
        data = state.data
        if not isinstance(data, WhichChanged):
            return
        self.title.write(tr("What has changed? We will ask you about it later."))
        self._health.setText(tr("My health"))
        self._insurance.setText(tr("My insurance"))
        self._health.setChecked(data.health)
        self._insurance.setChecked(data.insurance)
        self._next.setText(tr("Next"))
        self.notice.write(problem_of(data.problem))

    def first(self) -> QWidget:
        """The first of the two."""
        return self._health

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on what is marked is Next."""
        if event.key() in ENTER:
            self._next.click()
        else:
            super().keyPressEvent(event)
