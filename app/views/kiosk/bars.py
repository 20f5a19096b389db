"""The bars of every page: practice, language, text size and contrast at the top; Back, progress and Help below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.viewmodels.kiosk.languages import Language
from app.viewmodels.kiosk.state import KioskState, Page
from app.viewmodels.kiosk.translation import tr
from app.views.kiosk.skin import BAR, EDGE, GAP, WRAP, Size, Skin
from app.views.kiosk.widgets.button import Button, Form
from app.views.kiosk.widgets.dots import Dots
from app.views.kiosk.widgets.drawing import fill_rect
from app.views.kiosk.widgets.glyphs import Glyph
from app.views.kiosk.widgets.label import Label
from app.views.kiosk.widgets.logo import read_logo

if TYPE_CHECKING:  # nothing is loaded for a type before the first paint
    from app.viewmodels.kiosk.looks import Looks

_LOGO = 64
_SMALLEST = 14
_BY_TAB = 1
"""Qt's number: a touch on a button of the top bar leaves the focus on the page, so that Enter is still for the page."""
_SIDE = 200
"""The least width of both ends of the bottom bar, so that the dots stay in the middle."""


class Bar(QWidget):
    """A strip along the window's edge. `below`: a line at its lower edge, else at its upper one."""

    def __init__(self, skin: Skin, *, below: bool) -> None:
        super().__init__()
        self._skin = skin
        self._below = below
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and line."""
        painter = QPainter(self)
        fill_rect(painter, self.rect(), self._skin.colors.bar)
        line = QRect(0, self.height() - 2 if self._below else 0, self.width(), 2)
        fill_rect(painter, line, self._skin.colors.soft)
        painter.end()


class PracticeName(Label):
    """The practice's name on at most two lines: a long one becomes smaller, it is no more than a reminder."""

    def __init__(self, skin: Skin) -> None:
        super().__init__(skin, Size.BAR, "ink_2")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another size."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """The largest size in which it fits."""
        font = QFont(self._skin.fonts[Size.BAR])
        while font.pixelSize() > _SMALLEST and not self._fits(font):
            font.setPixelSize(font.pixelSize() - 2)
        if font.pixelSize() != self.font().pixelSize():
            self.setFont(font)

    def restyle(self) -> None:
        """The skin has changed."""
        super().restyle()
        self.fit()

    def _fits(self, font: QFont) -> bool:
        metrics = QFontMetrics(font)
        needed = metrics.boundingRect(QRect(0, 0, self.width(), BAR), WRAP, self.text())
        return needed.width() <= self.width() and needed.height() <= BAR


class TopBar(Bar):
    """Always there, on every page."""

    def __init__(self, model: Looks, skin: Skin) -> None:
        super().__init__(skin, below=True)
        self._model = model
        self._logo = QLabel()
        self._logo.hide()  # it would take the gap beside the name
        self._logo_data = ""
        self._practice = PracticeName(skin)
        self._languages: tuple[Language, ...] = ()
        self._segments: list[Button] = []
        self._larger = Button(skin, Form.SEGMENT, Glyph.LARGER)
        self._contrast = Button(skin, Form.SEGMENT, Glyph.CONTRAST)
        for each in (self._larger, self._contrast):
            each.setProperty("focusPolicy", _BY_TAB)
        self._larger.clicked.connect(partial(model.toggle_look, "larger"))
        self._contrast.clicked.connect(partial(model.toggle_look, "contrast"))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(EDGE, 4, EDGE - 8, 6)
        self._box.setSpacing(4)
        name = QHBoxLayout()
        name.setSpacing(GAP)
        name.addWidget(self._logo)
        name.addWidget(self._practice, 1)
        self._box.addLayout(name, 1)
        self._controls = QHBoxLayout()
        self._controls.setSpacing(2)
        self._controls.addWidget(self._larger)
        self._controls.addWidget(self._contrast)
        self._box.addLayout(self._controls)

    def arrange(self, portrait: bool) -> None:
        """Two lines in portrait; on one line a hidden name keeps its room, so that what is beside it stays there."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(down if portrait else across)
        self._box.setContentsMargins(EDGE, GAP if portrait else 4, EDGE - 8, 6)
        policy = self._practice.sizePolicy()
        policy.setRetainSizeWhenHidden(not portrait)
        self._practice.setSizePolicy(policy)

    def render_state(self, state: KioskState) -> None:
        """The office and what is chosen."""
        # The welcome line names the practice, unless the office has a line of its own.
        named = state.page is Page.WELCOME and not dict(state.office.welcome).get(state.look.language)
        self._practice.write("" if named else state.office.practice)
        self._practice.fit()
        if state.office.logo != self._logo_data:
            self._show_logo(state.office.logo)
        if state.office.languages != self._languages:
            self._offer(state.office.languages)
        for language, segment in zip(self._languages, self._segments, strict=True):
            segment.setChecked(language.code == state.look.language)
            segment.setAccessibleName(tr("Language: {name}", name=language.name))
        self._larger.setText(tr("Larger text"))
        self._larger.setChecked(state.look.larger)
        self._contrast.setText(tr("High contrast"))
        self._contrast.setChecked(state.look.contrast)
        self.setAccessibleName(tr("Language and text"))

    def _offer(self, languages: tuple[Language, ...]) -> None:
        for old in self._segments:
            old.setParent(None)
            old.deleteLater()
        self._languages, self._segments = languages, []
        for place, language in enumerate(languages):
            segment = Button(self._skin, Form.SEGMENT, parent=self)
            segment.setText(language.name)
            segment.setProperty("focusPolicy", _BY_TAB)
            segment.clicked.connect(partial(self._choose, language.code))
            segment.setVisible(len(languages) > 1)
            self._controls.insertWidget(place, segment)
            self._segments.append(segment)

    def _choose(self, code: str) -> None:
        self._model.choose_language(code)

    def _show_logo(self, data: str) -> None:
        self._logo_data = data
        picture = read_logo(data)
        if not picture.isNull():
            picture = picture.scaledToHeight(_LOGO)
        self._logo.setPixmap(picture)
        self._logo.setVisible(not picture.isNull())


class BottomBar(Bar):
    """Back, the dots, Help: always in the same place."""

    def __init__(self, model: KioskViewModel, skin: Skin) -> None:
        super().__init__(skin, below=False)
        self._back = Button(skin, Form.PLAIN, Glyph.BACK)
        self._help = Button(skin, Form.PLAIN, Glyph.HELP)
        self.dots = Dots(skin)
        self._back.clicked.connect(lambda: model.visit.journey.back())
        self._help.clicked.connect(lambda: model.call_help())
        self._back.setMinimumWidth(_SIDE)
        self._help.setMinimumWidth(_SIDE)
        box = QHBoxLayout(self)
        box.setContentsMargins(EDGE - 8, 6, EDGE - 8, 4)
        self._left, self._right = QWidget(), QWidget()
        for side, button in ((self._left, self._back), (self._right, self._help)):
            inner = QHBoxLayout(side)
            inner.setContentsMargins(0, 0, 0, 0)
            if side is self._right:
                inner.addStretch(1)
            inner.addWidget(button)
            if side is self._left:
                inner.addStretch(1)
        box.addWidget(self._left, 1)
        box.addWidget(self.dots)
        box.addWidget(self._right, 1)

    def render_state(self, state: KioskState) -> None:
        """Which of them there are on this page."""
        leaves = state.page is Page.BIRTHDATE
        self._back.setText(tr("Start over") if leaves else tr("Back"))
        self._back.setVisible(state.can_go_back and not state.busy)
        self._help.setText(tr("Help"))
        self.dots.show_step(*state.dots)
