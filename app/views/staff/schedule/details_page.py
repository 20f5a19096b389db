"""The side panel's page with an appointment's details and a field to append to its note."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.viewmodels.staff.schedule.noting import NoteViewModel
from app.viewmodels.staff.schedule.visit_card import VisitCardViewModel
from app.viewmodels.translation import tr
from app.views.theme.fonts import grown
from app.views.widgets.card_rows import CardRows
from app.views.widgets.entry_form import KeepsLetters
from app.views.widgets.labels import breakable, plain_label, plain_tip

FIELD_HEIGHT = 72


class DetailsPage(KeepsLetters):
    """A field for the addition to the note; below it all details of the appointment, in full length.

    Ctrl+Enter adds, Esc closes and keeps the typed text, Discard deletes it.
    """

    def __init__(
        self, viewmodel: NoteViewModel, card: VisitCardViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._card = card
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.field = self._make_field()
        self._rows = CardRows(selectable=True, capped=False)
        column.addWidget(plain_label(breakable(viewmodel.visit.name), kind="title", wrap=True))
        column.addWidget(self.field)
        column.addLayout(self._buttons())
        column.addWidget(_scrolled(self._rows), 1)
        card.changed.connect(self._show)
        self.destroyed.connect(viewmodel.deleteLater)
        self._show()

    def take_focus(self) -> None:
        """Focus the note, or the page itself if nothing can be added."""
        (self.field if self.field.isEnabled() else self).setFocus()

    def give_way(self) -> bool:
        """Whether the page may be replaced by another; if not, it takes the focus again."""
        may = self._viewmodel.give_way()
        if not may:
            self.field.setFocus()
        return may

    def _make_field(self) -> QPlainTextEdit:
        viewmodel, field = self._viewmodel, QPlainTextEdit()
        field.setAccessibleName(tr("Add to note"))
        field.setPlaceholderText(viewmodel.why_not or tr("Add to note"))
        field.setFixedHeight(grown(FIELD_HEIGHT, self.font()))
        field.setTabChangesFocus(True)
        field.setPlainText(viewmodel.draft)
        field.moveCursor(QTextCursor.MoveOperation.End)
        field.setEnabled(not viewmodel.why_not)
        field.textChanged.connect(lambda: viewmodel.type_text(field.toPlainText()))
        return field

    def _buttons(self) -> QHBoxLayout:
        why_not = self._viewmodel.why_not
        add = QPushButton(tr("Add to note"))
        add.setProperty("kind", "primary")
        add.setToolTip(plain_tip(why_not or "Ctrl+Enter"))
        add.setEnabled(not why_not)
        add.clicked.connect(self._add)
        discard = QPushButton(tr("Discard"))
        discard.setToolTip(tr("Discard what is typed and close"))
        discard.clicked.connect(lambda: self._viewmodel.drop())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(discard)
        row.addWidget(add, 1)
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter adds, Esc closes."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self._viewmodel.finished.emit()
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._add()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        self._viewmodel.add(self.field.toPlainText())

    def _show(self) -> None:
        """Follow the appointment while it is on the screen."""
        self._rows.fill(self._card.details_of(self._viewmodel.visit))


def _scrolled(rows: CardRows) -> QScrollArea:
    scroll, body = QScrollArea(), QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(rows)
    column.addStretch(1)
    body.setObjectName("scrollBody")
    scroll.setAccessibleName(tr("Details"))
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(body)
    return scroll
