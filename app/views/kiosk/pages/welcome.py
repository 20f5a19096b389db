"""The first page: one touch begins, in the patient's language."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.viewmodels.kiosk.languages import Language
from app.viewmodels.kiosk.state import KioskState, Welcome
from app.viewmodels.kiosk.translation import tr
from app.viewmodels.kiosk.welcome_words import welcome_line
from app.views.kiosk.pages.base import ColumnPage
from app.views.kiosk.skin import CENTER, EDGE, GAP, Size, Skin
from app.views.kiosk.widgets.button import Button, Form
from app.views.kiosk.widgets.emblem import Emblem
from app.views.kiosk.widgets.glyphs import Glyph
from app.views.kiosk.widgets.label import Label
from app.views.kiosk.widgets.logo import read_logo

_SIDE_BY_SIDE = 2


class WelcomePage(ColumnPage):
    """A welcome, and a button for each language."""

    def __init__(self, model: KioskViewModel, skin: Skin) -> None:
        super().__init__(model, skin)
        self.title.setProperty("alignment", CENTER)
        self._emblem = Emblem(skin, Glyph.TOOTH)
        self._logo = ""
        self._hint = Label(skin, Size.TITLE, "ink", CENTER)
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        self._grid.setColumnStretch(0, 1)
        self._buttons: list[Button] = []
        self._languages: tuple[Language, ...] = ()
        self.column.insertWidget(1, self._emblem)
        self.column.insertSpacing(2, GAP)
        self.column.insertWidget(4, self._hint)
        self.column.addSpacing(EDGE)
        self.column.addLayout(self._grid)
        self.column.addStretch(1)

    def render_state(self, state: KioskState) -> None:
        """The office's line, a message, the buttons."""
        if state.office.logo != self._logo:
            self._logo = state.office.logo
            self._emblem.show_logo(read_logo(self._logo))
        if state.office.languages != self._languages:
            self._offer(state.office.languages)
        is_open = isinstance(state.data, Welcome) and state.data.open
        self.title.write(welcome_line(state))
        self._hint.write("" if is_open else tr("Please see the front desk to check in."))
        self.notice.write(state.message)
        for button in self._buttons:
            button.setVisible(is_open)

    def first(self) -> QWidget:
        """The first language's button."""
        return self._buttons[0]

    def spoken(self) -> str:
        """Also that check-in is closed."""
        return f"{super().spoken()} {self._hint.text()}".strip()

    def _offer(self, languages: tuple[Language, ...]) -> None:
        for old in self._buttons:
            old.setParent(None)
            old.deleteLater()
        self._languages, self._buttons = languages, []
        self._grid.setColumnStretch(1, int(len(languages) > 1))
        for number, language in enumerate(languages):
            button = Button(self._skin, Form.MAIN, parent=self)
            button.setText(language.begin)
            button.clicked.connect(partial(self._begin, language.code))
            self._grid.addWidget(button, number // _SIDE_BY_SIDE, number % _SIDE_BY_SIDE)
            self._buttons.append(button)

    def _begin(self, code: str) -> None:
        self._model.begin(code)
