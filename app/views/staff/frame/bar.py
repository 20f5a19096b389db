"""The top bar: the current screen's part at the left, then the search, the panel's button and the user."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.text import msg
from app.viewmodels.staff import commands
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr
from app.views.staff.frame.command_button import command_button
from app.views.staff.frame.find_field import FindField
from app.views.staff.frame.screen_view import ScreenBar
from app.views.staff.frame.user_label import UserLabel
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.theme.tokens import BAR_HEIGHT
from app.views.widgets.entry_form import KeepsLetters

FIND_STRETCH = 100
FIND_HINTS = (msg("Find a patient    Ctrl+P"), msg("Find a patient"), msg("Find"))
MOST_TO_FIND = 240
"""Maximum width of the patient search field in pixels, at the default text size."""


class Bar(KeepsLetters):
    """In a narrow window the parts shrink one by one, so that nothing is clipped.

    First the search field, then the user's name, then what the screen defines.
    """

    def __init__(self, desk: DeskViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(grown(BAR_HEIGHT, self.font()))
        self._hints = [tr(each) for each in FIND_HINTS]
        self.find_field = FindField(desk.find, self._hints, theme)
        self.find_field.setMaximumWidth(grown(MOST_TO_FIND, self.find_field.font()))
        desk.patient.changed.connect(self.find_field.drop)
        self.user = UserLabel(desk.user, desk.people)
        desk.user.changed.connect(self.fit)
        fold = command_button(desk.commands[commands.PANEL.id], theme, text=False)
        fold.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab moves from the field to the work area
        self._part: ScreenBar | None = None
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.find_field, FIND_STRETCH)
        row.addWidget(fold)
        row.addWidget(self.user)
        self.fit()

    def show_part(self, part: ScreenBar | None) -> None:
        """Show a screen's part of the bar, replacing the previous one."""
        if self._part is not None:
            self._part.hide()
        self._part = part
        if part is not None:
            if self._row.indexOf(part) < 0:
                self._row.insertWidget(0, part)
                part.refit.connect(self.fit)
            part.show()
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Shrink parts as needed."""
        steps = (
            self._press_field,
            self.user.setHidden,
            *(self._part.steps if self._part is not None else ()),
        )
        for step in steps:
            step(False)
        for step in steps:
            if self._least_width() <= self.width():
                break
            step(True)

    def _least_width(self) -> int:
        if self._part is not None:
            self._part.updateGeometry()  # a change inside it is known only to its own layout
        return self._row.minimumSize().width()

    def _press_field(self, narrow: bool) -> None:
        self.find_field.setMinimumWidth(self.find_field.width_for(self._hints[2 if narrow else 1]))
