"""The side panel: a screen's permanent part, or one page of work."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QVBoxLayout,
    QWidget,
)

from app.core.present import present
from app.views.theme.fonts import grown
from app.views.theme.tokens import PANEL_WIDTH
from app.views.widgets.hairline import hairline
from app.views.widgets.pages import Pages
from app.views.widgets.steady_scroll import SteadyScrollArea

BOTTOM = 12
TOP_SHARE = 0.28
"""The share of the panel's height for the part at the top."""
LEAST_TOP = 140
"""Its minimum height in pixels."""
WIDTH = "panelWidth"  # words: a property's name
"""A page that needs more than the usual width has this property, in pixels."""


class SidePanel(QWidget):
    """By default it shows `top`, `card` and `bottom`; nothing without a card. A page of work replaces them.

    `fold_changed` is emitted with whether it is folded, `left` with a page that was replaced by another, `refit` when
    it shows something else or its page needs another height.
    """

    fold_changed = Signal(bool)
    left = Signal(object)
    refit = Signal()

    def __init__(
        self,
        card: QWidget | None,
        top: QWidget | None = None,
        parent: QWidget | None = None,
        *,
        bottom: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(grown(PANEL_WIDTH, self.font()))
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, BOTTOM)
        column.setSpacing(12)
        self._above = _with_line(top)
        self._has_top = top is not None
        column.addWidget(self._above)
        self._pages = Pages()
        self._bare = card is None
        self._card = card or QWidget()
        self._kept: set[QWidget] = set()
        self.keep(self._card)
        scroll = SteadyScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._pages)
        self._pages.installEventFilter(self)
        column.addWidget(scroll, 1)
        self._below = bottom or QWidget()
        if bottom is not None:
            column.addWidget(bottom)
        self._folded = False

    @property
    def folded(self) -> bool:
        """Whether the user has folded it; an open page of work unfolds it temporarily."""
        return self._folded

    @property
    def shows_card(self) -> bool:
        """Whether the card is visible."""
        return not self.isHidden() and not self.has_page

    def fold(self, folded: bool) -> None:
        """Fold or unfold the panel."""
        changed, self._folded = folded is not self._folded, folded
        self.setHidden(folded or (self._bare and not self.has_page))
        if changed:
            self.fold_changed.emit(folded)
        self.refit.emit()

    def show_only_pages(self, *, only: bool) -> None:
        """Have it only while a page of work is open; or also the card again."""
        self._bare = only
        if not self.has_page:
            self.setHidden(self._folded or self._bare)
        self.refit.emit()

    def toggle(self) -> None:
        """Toggle the folding."""
        self.fold(not self.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the part at the top a fixed share of the height, so that changes there don't move anything."""
        super().resizeEvent(event)
        if self._has_top:
            self._above.setFixedHeight(max(round(self.height() * TOP_SHARE), grown(LEAST_TOP, self.font())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page's height."""
        if watched is self._pages and event.type() is QEvent.Type.LayoutRequest:
            self.refit.emit()
        return super().eventFilter(watched, event)

    def fits_above(self, pixels: int) -> bool:
        """Whether a page of work is whole although the lowest pixels are taken; the card always gives way."""
        room = self.height() - self._column.contentsMargins().top() - pixels
        return not self.has_page or self.page.sizeHint().height() <= room

    def make_room(self, pixels: int) -> None:
        """Keep the lowest pixels free for toasts."""
        margins = self._column.contentsMargins()
        margins.setBottom(max(pixels, BOTTOM))
        self._column.setContentsMargins(margins)

    def show_page(self, page: QWidget, *, whole: bool = True) -> None:
        """Show a page of work: in the whole panel, or only in the card's place."""
        before = self.page
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if before is not page:
            self.left.emit(before)
        self._let_go(before)
        self.setFixedWidth(grown(page.property(WIDTH) or PANEL_WIDTH, self.font()))
        self._above.setHidden(whole)
        self._below.setHidden(whole or self._column.indexOf(self._below) < 0)
        self.show()
        self.refit.emit()

    def show_card(self) -> None:
        """Return to the default contents."""
        self.show_page(self._card, whole=False)
        self.setHidden(self._folded or self._bare)
        self.refit.emit()

    @property
    def has_page(self) -> bool:
        """Whether a page of work is open."""
        return self._pages.currentWidget() is not self._card

    @property
    def page(self) -> QWidget:
        """The visible page, or the card."""
        return present(self._pages.currentWidget())

    def keep(self, page: QWidget) -> None:
        """Add a page that will be shown repeatedly."""
        self._kept.add(page)
        self._pages.addWidget(page)

    def _let_go(self, page: QWidget) -> None:
        if page is not self._pages.currentWidget() and page not in self._kept:
            self._pages.removeWidget(page)
            page.deleteLater()


def _with_line(top: QWidget | None) -> QWidget:
    above = QWidget()
    column = QVBoxLayout(above)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    if top is not None:
        column.addWidget(top)
        column.addWidget(hairline())
    return above
