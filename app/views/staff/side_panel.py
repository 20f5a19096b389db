"""The panel at the right: the waiting room, and below it the selected visit or the booking at hand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.viewmodels.command import CommandSet
from app.viewmodels.staff.visit_card import VisitCardViewModel
from app.viewmodels.staff.waiting_room import WaitingRoomViewModel, WaitingRow
from app.views.staff.top_bar import command_button
from app.views.theme.theme import Theme
from app.views.theme.tokens import PANEL_WIDTH
from app.views.widgets.card_rows import CardRows
from app.views.widgets.labels import breakable, plain_label
from app.views.widgets.pages import Pages

BOTTOM = 12


class SidePanel(QWidget):
    """Waiting room above, one page of work below. `fold_changed` carries whether it is folded away."""

    fold_changed = Signal(bool)

    def __init__(self, waiting: WaitingList, card: VisitCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(PANEL_WIDTH)
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
        self._let_go(before)
        self._above.hide()
        self.show()

    def show_card(self) -> None:
        """Go back to the selected visit."""
        self.show_page(self._card)
        self._above.show()
        self.setHidden(self._folded)

    @property
    def has_page(self) -> bool:
        """Whether a page of work is open."""
        return self._pages.currentWidget() is not self._card

    def keep(self, page: QWidget) -> None:
        """Take a page in that will be shown again and again."""
        self._kept.add(page)
        self._pages.addWidget(page)

    def _let_go(self, page: QWidget) -> None:
        if page is not self._pages.currentWidget() and page not in self._kept:
            self._pages.removeWidget(page)
            page.deleteLater()


class WaitingList(QWidget):
    """Who waits, longest first; a click selects the visit."""

    picked = Signal(int)

    def __init__(self, viewmodel: WaitingRoomViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        title = plain_label("Waiting room", kind="title")
        self._column.addWidget(title)
        self._rows: list[QWidget] = []
        viewmodel.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        rows = self._viewmodel.rows
        self._rows = [self._row(row) for row in rows] if rows else [self._empty()]
        for row in self._rows:
            self._column.addWidget(row)

    def _empty(self) -> QWidget:
        return plain_label("Nobody is waiting.", kind="second")

    def _row(self, row: WaitingRow) -> QWidget:
        button = WaitingButton(row)
        button.clicked.connect(lambda: self.picked.emit(row.apt_num))
        return button


class WaitingButton(QToolButton):
    """One patient in the waiting room: the visit's time, the name, the minutes."""

    def __init__(self, row: WaitingRow) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Fixed)
        self.setFixedHeight(28)
        self.setAccessibleName(f"{row.name}, {row.time}, waiting {row.waiting}")
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 8, 0)
        line.setSpacing(8)
        time, name = plain_label(row.time, kind="figure"), plain_label(row.name)
        waiting = plain_label(row.waiting, kind="money" if row.long else "second")
        for label in (time, name, waiting):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.addWidget(time)
        line.addWidget(name, 1)
        line.addWidget(waiting)


class VisitCard(QWidget):
    """The selected visit: who, when, what, and what can be done with it."""

    def __init__(
        self, viewmodel: VisitCardViewModel, commands: CommandSet, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._title = plain_label(kind="title", wrap=True)
        self._hint = plain_label(viewmodel.HINT, wrap=True)
        self._rows = CardRows(selectable=True)
        for part in (self._title, self._hint, self._rows):
            column.addWidget(part)
        self._buttons = QWidget()
        grid = QVBoxLayout(self._buttons)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setSpacing(8)
        for ids in viewmodel.BUTTON_ROWS:
            line = QHBoxLayout()
            line.setSpacing(8)
            for command_id in ids:
                button = command_button(commands[command_id], theme, text=True)
                button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
                button.setProperty("kind", "action")
                line.addWidget(button)
            grid.addLayout(line)
        column.addWidget(self._buttons)
        column.addStretch(1)
        viewmodel.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self._title.setText(breakable(self._viewmodel.title))
        self._rows.fill(self._viewmodel.rows)
        self._rows.setVisible(self._viewmodel.has_visit)
        self._hint.setVisible(not self._viewmodel.has_visit)
        self._buttons.setVisible(self._viewmodel.has_visit)
