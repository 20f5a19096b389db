"""What both pages for staff share: the bar with language, text size and contrast, and room for the rest below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.viewmodels.kiosk.device.look import StaffLook
from app.views.kiosk.bars import TopBar
from app.views.kiosk.device.style import dress, size_texts, times
from app.views.kiosk.skin import EDGE, GAP, Skin
from app.views.kiosk.tabbing import step
from app.views.widgets.announcing import announce


class DevicePage(QWidget):
    """A page that writes all of its texts anew when another look is chosen."""

    def __init__(self, look: StaffLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.skin = Skin(self.font(), look.state.look)
        self.skin.shows_focus = True  # the bar and the keys have it only by Tab
        self._bar = TopBar(look, self.skin)
        self.body = QWidget()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # the window has the screen's size
        box.addWidget(self._bar)
        box.addWidget(self.body, 1)
        look.changed.connect(self.restyle)

    def write(self) -> None:
        """Write all texts."""
        raise NotImplementedError

    def arrange(self, portrait: bool) -> None:
        """The window has this shape."""
        raise NotImplementedError

    def spoken(self) -> str:
        """What a screen reader says when the page is shown."""
        raise NotImplementedError

    def restyle(self) -> None:
        """Colors, sizes and texts of the look that is chosen."""
        self.skin.choose(self.look.state.look)
        dress(self, self.skin)
        for widget in self.findChildren(QWidget):
            if (restyle := getattr(widget, "restyle", None)) is not None:
                restyle()
        self._bar.render_state(self.look.state)
        self.write()
        self.size_texts()

    def size_texts(self) -> None:
        """Give all texts their size: also those that were made since."""
        size_texts(self, times(self.skin, portrait=self.height() > self.width()))

    def showEvent(self, event: QShowEvent) -> None:
        """Say which page it is."""
        super().showEvent(event)
        announce(self, self.spoken())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Portrait or landscape."""
        portrait = self.height() > self.width()
        self._bar.arrange(portrait)
        self.arrange(portrait)
        self.size_texts()
        super().resizeEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 # Qt's name
        """Tab goes where one reads, as on the patients' pages."""
        return step((self._bar, self.body), forward=next)

    def changeEvent(self, event: QEvent) -> None:
        """The office may have changed its first language meanwhile."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.look.follow()


class Halves(QBoxLayout):
    """Words beside what is touched in landscape, above it in portrait, in the middle of the page."""

    def __init__(self, body: QWidget, words: QWidget, touched: QWidget) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight, body)
        self.setContentsMargins(EDGE, GAP, EDGE, GAP)
        self.setSpacing(EDGE)
        self.addStretch()
        self.addWidget(words)
        self.addWidget(touched)
        self.addStretch()

    def arrange(self, portrait: bool) -> None:
        """As `pages.base.SplitPage`."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.setDirection(down if portrait else across)
        for item, (high, wide) in enumerate(((2, 0), (0, 5), (0, 6), (3, 0))):
            self.setStretch(item, high if portrait else wide)
