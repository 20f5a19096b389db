"""The form for a commlog, below the patient's strip on every screen."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import TypeVar

from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.core.text import Text
from app.viewmodels.staff.commlog.composer import CommlogComposerViewModel
from app.viewmodels.staff.commlog.words import DIRECTIONS, MODES
from app.viewmodels.translation import tr
from app.views.theme.theme import Theme
from app.views.widgets.announcing import announce
from app.views.widgets.combo import CalmCombo, fill
from app.views.widgets.entry_form import EntryForm
from app.views.widgets.labels import breakable, plain_label
from app.views.widgets.quick_paste.field import QuickPasteField
from app.views.widgets.quick_paste.offers import Offers
from app.wire.enums import WireEnum

K = TypeVar("K", bound=WireEnum)
FIELD_HEIGHT = 64


class CommlogForm(EntryForm):
    """The text has the focus. Ctrl+Enter saves; Esc closes and keeps what was typed."""

    def __init__(self, viewmodel: CommlogComposerViewModel, theme: Theme, parent: QWidget) -> None:
        """`parent` is needed: a widget without one that becomes visible is a window of its own."""
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._before: QWidget | None = None
        """What had the focus before it was opened."""
        self.setObjectName("strip")
        self._title = plain_label(kind="title")
        self._title.setFont(theme.fonts.strong)
        self.type, self.mode, self.direction = CalmCombo(), CalmCombo(), CalmCombo()
        self.field = QuickPasteField(viewmodel, FIELD_HEIGHT)
        self.save, self.discard = QPushButton(tr("Save")), QPushButton(tr("Discard"))
        self._words = plain_label(kind="alert")
        self.offers = Offers()
        self._name()
        self._lay_out()
        self._follow()
        self.hide()
        self._show()

    def confirm(self) -> None:
        """Save it."""
        self._viewmodel.save()

    def dismiss(self) -> None:
        """Close it."""
        self._viewmodel.close()

    def _name(self) -> None:
        self.field.setAccessibleName(tr("Commlog"))
        self.field.setPlaceholderText(tr("What was said. Type ? for Quick Paste notes."))
        self.save.setProperty("kind", "primary")
        self.save.setToolTip(tr("Save  (Ctrl+Enter)"))
        self.type.setAccessibleName(tr("Type"))
        self.mode.setAccessibleName(tr("Means of communication"))
        self.direction.setAccessibleName(tr("Sent or received"))
        _fill(self.mode, MODES)
        _fill(self.direction, DIRECTIONS)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addStretch(1)
        for combo in (self.type, self.mode, self.direction):
            head.addWidget(combo)
        column.addLayout(head)
        column.addWidget(self.field)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.offers, 1)
        foot.addWidget(self._words)
        foot.addWidget(self.discard)
        foot.addWidget(self.save)
        column.addLayout(foot)
        order = (self.field, self.type, self.mode, self.direction, self.save, self.discard)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _follow(self) -> None:
        viewmodel = self._viewmodel
        self.field.confirmed.connect(viewmodel.save)
        self.field.follow(self.offers)
        self.type.activated.connect(lambda: viewmodel.choose(type_num=self.type.currentData()))
        self.mode.activated.connect(lambda at: viewmodel.choose(mode=_at(MODES, at)))
        self.direction.activated.connect(lambda at: viewmodel.choose(direction=_at(DIRECTIONS, at)))
        self.save.clicked.connect(viewmodel.save)
        self.discard.clicked.connect(viewmodel.discard)
        viewmodel.changed.connect(self._show)
        viewmodel.note_changed.connect(lambda at: self.field.take(viewmodel.state.note, at))

    def _show(self) -> None:
        state = self._viewmodel.state
        if state.person is None:
            self._close()
            return
        name = state.person.display
        self._title.setText(breakable(tr("Commlog for {name}", name=name)))
        fill(self.type, state.types or ((0, tr("Default type")),), state.type_num)
        self.mode.setCurrentIndex(list(MODES).index(state.mode))
        self.direction.setCurrentIndex(list(DIRECTIONS).index(state.direction))
        self.discard.setVisible(bool(state.note.strip()))
        if state.words != self._words.text():
            self._words.setText(state.words)
            announce(self.field, state.words, urgent=True)
        self.offers.fill(state.offers)
        self._open()

    def _open(self) -> None:
        if self.isHidden():
            self._before = QApplication.focusWidget()
            self.show()
            self.field.setFocus()

    def _close(self) -> None:
        """Give the focus back to where it was."""
        if self.isHidden():
            return
        held = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self.hide()
        before, self._before = self._before, None
        if held and before is not None and before.isVisible():
            before.setFocus()


def _fill(combo: CalmCombo, words: Mapping[K, Text]) -> None:
    for title in words.values():
        combo.addItem(tr(title))


def _at(words: Mapping[K, Text], place: int) -> K:
    return list(words)[place]
