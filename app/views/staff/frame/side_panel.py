"""The panel at the right: the waiting room, and below it the selected appointment or the booking at hand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.viewmodels.command import CommandSet
from app.viewmodels.staff.schedule.visit_card import VisitCardViewModel
from app.views.staff.frame.top_bar import command_button
from app.views.staff.schedule.waiting_list import WaitingList
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.theme.tokens import PANEL_WIDTH
from app.views.widgets.burst import Burst
from app.views.widgets.card_rows import CardRows
from app.views.widgets.fitting import FittingScroll
from app.views.widgets.labels import breakable, plain_label
from app.views.widgets.pages import Pages

BOTTOM = 12


class SidePanel(QWidget):
    """Waiting room above, one page of work below.

    `fold_changed` carries whether it is folded away, `left` a page that has given way to another.
    """

    fold_changed = Signal(bool)
    left = Signal(object)

    def __init__(self, waiting: WaitingList, card: VisitCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(grown(PANEL_WIDTH, self.font()))
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, BOTTOM)
        column.setSpacing(12)
        self._above = QWidget()
        above = QVBoxLayout(self._above)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(12)
        line = QFrame()
        line.setObjectName("hairline")
        line.setFixedHeight(1)
        above.addWidget(waiting)
        above.addWidget(line)
        column.addWidget(self._above)
        self._pages = Pages()
        self._card = card
        self._kept: set[QWidget] = set()
        self.keep(card)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._pages)
        column.addWidget(scroll, 1)
        self._folded = False

    @property
    def folded(self) -> bool:
        """Whether the person has folded it away; a page of work still opens it for as long as it is at hand."""
        return self._folded

    @property
    def tells(self) -> bool:
        """Whether the selected appointment's card can be read in it."""
        return not self.isHidden() and not self.has_page

    def fold(self, folded: bool) -> None:
        """Fold the panel away, or unfold it."""
        self._folded = folded
        self.setHidden(folded)
        self.fold_changed.emit(folded)

    def toggle(self) -> None:
        """Fold what is seen, unfold what is not."""
        self.fold(not self.isHidden())

    def make_room(self, pixels: int) -> None:
        """Keep the lowest pixels free, for toasts."""
        margins = self._column.contentsMargins()
        margins.setBottom(max(pixels, BOTTOM))
        self._column.setContentsMargins(margins)

    def show_page(self, page: QWidget) -> None:
        """Give the panel to a page of work; the waiting room comes back with the card."""
        before = self._pages.currentWidget()
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if before is not page:
            self.left.emit(before)
        self._let_go(before)
        self._above.hide()
        self.show()

    def show_card(self) -> None:
        """Go back to the selected appointment."""
        self.show_page(self._card)
        self._above.show()
        self.setHidden(self._folded)

    @property
    def has_page(self) -> bool:
        """Whether a page of work is open."""
        return self._pages.currentWidget() is not self._card

    @property
    def page(self) -> QWidget:
        """The page that is shown, or the card."""
        return self._pages.currentWidget()

    def keep(self, page: QWidget) -> None:
        """Take a page in that will be shown again and again."""
        self._kept.add(page)
        self._pages.addWidget(page)

    def _let_go(self, page: QWidget) -> None:
        if page is not self._pages.currentWidget() and page not in self._kept:
            self._pages.removeWidget(page)
            page.deleteLater()


class VisitCard(QWidget):
    """The selected appointment: who, when, what, and what can be done with it."""

    def __init__(
        self, viewmodel: VisitCardViewModel, commands: CommandSet, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._title = plain_label(kind="title", wrap=True)
        self._hint = plain_label(viewmodel.HINT, wrap=True)
        self._rows = CardRows(selectable=True)
        for part in (self._title, self._hint, self._rows):
            column.addWidget(part)
        self._buttons = self._make_buttons(commands, theme)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(FittingScroll(words))
        whole.addWidget(self._buttons)  # always in sight, however much is to be said
        whole.addStretch(1)
        viewmodel.changed.connect(self._show)
        self._show()

    def _make_buttons(self, commands: CommandSet, theme: Theme) -> QWidget:
        buttons = QWidget()
        burst = Burst(buttons)
        grid = QVBoxLayout(buttons)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setSpacing(8)
        for ids in self._viewmodel.BUTTON_ROWS:
            line = QHBoxLayout()
            line.setSpacing(8)
            for command_id in ids:
                button = command_button(commands[command_id], theme, text=True)
                button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
                button.setProperty("kind", "action")
                burst.add(button)
                line.addWidget(button)
            grid.addLayout(line)
        return buttons

    def _show(self) -> None:
        self._title.setText(breakable(self._viewmodel.title))
        self._rows.fill(self._viewmodel.rows)
        self._rows.setVisible(self._viewmodel.has_visit)
        self._hint.setVisible(not self._viewmodel.has_visit)
        self._buttons.setVisible(self._viewmodel.has_visit)
