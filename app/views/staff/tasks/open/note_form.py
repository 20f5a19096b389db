"""The field for a note below the thread."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.viewmodels.staff.tasks.open.note_draft import NoteDraft
from app.viewmodels.translation import tr
from app.views.widgets.announcing import announce
from app.views.widgets.entry_form import EntryForm
from app.views.widgets.labels import plain_label
from app.views.widgets.quick_paste.field import QuickPasteField
from app.views.widgets.quick_paste.offers import Offers

HEIGHT = 56


class NoteField(QuickPasteField):
    """Reads the ready-made notes when it is entered."""

    def __init__(self, draft: NoteDraft) -> None:
        super().__init__(draft, HEIGHT)
        self._draft = draft

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The user is about to type."""
        super().focusInEvent(event)
        self._draft.begin()


class NoteForm(EntryForm):
    """Ctrl+Enter saves; Esc leaves the field and keeps what was typed.

    Where no note can be written the reason is in place of the field; what was typed before can still be copied.
    """

    def __init__(self, draft: NoteDraft, back: QWidget) -> None:
        """`back` gets the focus on Esc."""
        super().__init__()
        self._draft = draft
        self._back = back
        self.field = NoteField(draft)
        self.field.setAccessibleName(tr("Note"))
        self.field.setPlaceholderText(tr("Write a note. Type ? for Quick Paste notes."))
        self.offers = Offers()
        self.save = QPushButton(tr("Add note"))
        self.save.setProperty("kind", "primary")
        self.save.setToolTip(tr("Add note  (Ctrl+Enter)"))
        self._words = plain_label(kind="alert", wrap=True)
        self._why_not = plain_label(kind="second", wrap=True)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.offers, 1)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._why_not, self.field, self._words):
            column.addWidget(part)
        column.addLayout(foot)
        self.field.follow(self.offers)
        self.field.confirmed.connect(draft.save)
        self.save.clicked.connect(draft.save)
        draft.changed.connect(self._show)
        draft.note_changed.connect(lambda at: self.field.show_text(draft.state.note, at))
        self._show()

    def confirm(self) -> None:
        """Save it."""
        self._draft.save()

    def dismiss(self) -> None:
        """Leave the field."""
        self._back.setFocus()

    def _show(self) -> None:
        state = self._draft.state
        self._why_not.setText(state.why_not)
        self._why_not.setVisible(bool(state.why_not))
        self.field.setReadOnly(bool(state.why_not))
        self.field.setVisible(not state.why_not or bool(state.note))
        for part in (self.offers, self.save):
            part.setVisible(not state.why_not)
        self.offers.fill(state.offers)
        if state.words and state.words != self._words.text():
            announce(self.field, state.words, urgent=True)
        self._words.setText(state.words)
        self._words.setVisible(bool(state.words))
