"""The panel beside a screen with what patients changed at check-in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.viewmodels.staff.check_in.changes_panel import ChangesPanelViewModel
from app.viewmodels.translation import tr
from app.views.staff.check_in.change_cards import ChangeCards
from app.views.staff.check_in.pages import at_left
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.entry_form import EntryForm
from app.views.widgets.labels import plain_label
from app.views.widgets.page_head import PageHead
from app.views.widgets.steady_scroll import SteadyScrollArea

WIDEST = 560
"""Pixels of a card on the screen: longer lines are hard to read."""


class ChangesPanel(EntryForm):
    """The first button has the focus, so that Enter accepts; Esc closes."""

    def __init__(self, model: ChangesPanelViewModel, _theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        head = PageHead(tr("Changes from check-in"))
        self.close_button = head.close
        self.close_button.clicked.connect(lambda: self.dismiss())
        self._words = plain_label(kind="second", wrap=True)
        self.cards = ChangeCards(model.changes, model.show_patient)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addWidget(self.cards)
        column.addStretch(1)
        model.changed.connect(self._show)
        self._show()

    def begin(self) -> None:
        """The panel was opened."""
        if not self.cards.take_focus():
            self.close_button.setFocus()

    def confirm(self) -> None:
        """Enter outside the buttons does nothing: each field is decided by itself."""

    def dismiss(self) -> None:
        """Close the panel."""
        self.model.close()

    def _show(self) -> None:
        _fill(self.model, self._words, self.cards)


class ChangesTab(QWidget):
    """The same, as a tab of the check-in screen."""

    def __init__(self, model: ChangesPanelViewModel) -> None:
        super().__init__()
        self.model = model
        self._words = plain_label(kind="second", wrap=True)
        self.cards = ChangeCards(model.changes, model.show_patient)
        inner = QWidget()
        inner.setMaximumWidth(grown(WIDEST, self.font()))
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(12)
        column.addWidget(self._words)
        column.addWidget(self.cards)
        column.addStretch(1)
        scroll = SteadyScrollArea()
        scroll.setObjectName("page")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(at_left(inner))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        model.changes.changed.connect(self._show)
        model.changed.connect(self._show)
        self._show()

    def take_focus(self) -> None:
        """The first button that can be pressed."""
        if not self.cards.take_focus():
            self.setFocus()

    def _show(self) -> None:
        _fill(self.model, self._words, self.cards)


def _fill(model: ChangesPanelViewModel, label: QLabel, cards: ChangeCards) -> None:
    words = model.words
    label.setText(words)
    label.setVisible(bool(words))
    cards.fill(model.cards)
