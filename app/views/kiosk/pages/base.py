"""What all pages share: a question, what belongs to it, and how both are placed in portrait and landscape."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.viewmodels.kiosk.state import KioskState
from app.views.kiosk.skin import EDGE, GAP, READING, TALL, Size, Skin
from app.views.kiosk.widgets.label import Label
from app.views.kiosk.widgets.notice import Notice


class PageView(QWidget):
    """One page. Built when it is first shown, then reused; `render` writes all of its texts."""

    def __init__(self, model: KioskViewModel, skin: Skin) -> None:
        super().__init__()
        self._model = model
        self._skin = skin
        self.title = Label(skin, Size.TITLE)
        self.notice = Notice(skin)

    def render_state(self, state: KioskState) -> None:
        """Show the state."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """What has the focus when the page is shown."""
        raise NotImplementedError

    def spoken(self) -> str:
        """What a screen reader says when the page is shown; its notice speaks for itself."""
        return self.title.text()

    def arrange(self, portrait: bool) -> None:
        """The window has this shape."""

    def wipe(self) -> None:
        """Forget what was typed."""


class ColumnPage(PageView):
    """One column, centered."""

    def __init__(self, model: KioskViewModel, skin: Skin) -> None:
        super().__init__(model, skin)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(EDGE, GAP, EDGE, GAP)
        body = QWidget()
        body.setMaximumWidth(READING)
        outer.addStretch(1)
        outer.addWidget(body, 1000)
        outer.addStretch(1)
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP)
        self.column.addStretch(1)
        self.column.addWidget(self.title)
        self.column.addWidget(self.notice)


class SplitPage(PageView):
    """Text beside keys in landscape, above them in portrait."""

    def __init__(self, model: KioskViewModel, skin: Skin) -> None:
        super().__init__(model, skin)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(EDGE, GAP, EDGE, GAP)
        self._box.setSpacing(EDGE)
        self._box.addStretch()
        words = QWidget()
        self.column = QVBoxLayout(words)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP)
        self.column.addStretch(1)
        self.column.addWidget(self.title)
        self.column.addWidget(self.notice)
        self._box.addWidget(words, 1)

    def add_keys(self, keys: QWidget) -> None:
        """The other half."""
        self._keys = keys
        self._box.addWidget(keys, 1)
        self._box.addStretch()

    def arrange(self, portrait: bool) -> None:
        """Side by side, or close together in the middle of a high window."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(down if portrait else across)
        for item, (high, wide) in enumerate(((2, 0), (0, 1), (0, 1), (3, 0))):
            self._box.setStretch(item, high if portrait else wide)
        self._keys.setMinimumHeight(TALL if portrait else 0)


def side_by_side(*widgets: QWidget) -> QHBoxLayout:
    """At most two, equally wide."""
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for widget in widgets:
        row.addWidget(widget, 1)
    return row
