"""The form for a new referral."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.core.present import present
from app.viewmodels.staff.patient.sections.new_referral import KINDS, ReferralForm
from app.viewmodels.translation import tr
from app.views.widgets.announcing import announce
from app.views.widgets.combo import CalmCombo
from app.views.widgets.entry_form import EntryForm
from app.views.widgets.labels import plain_label

SHOWN_LETTERS = 12


class NewReferralForm(EntryForm):
    """Enter saves; Esc closes."""

    def __init__(self, viewmodel: ReferralForm, back: QWidget) -> None:
        """`back` gets the focus when it is closed."""
        super().__init__()
        self._viewmodel = viewmodel
        self._back = back
        self.kind, self.source, self.note = CalmCombo(), _picker(), QLineEdit()
        self.kind.setAccessibleName(tr("Kind of referral"))
        for title in KINDS.values():
            self.kind.addItem(tr(title))
        self.source.setAccessibleName(tr("Name"))
        self.note.setAccessibleName(tr("Note"))
        self.note.setPlaceholderText(tr("Note"))
        self._words = plain_label(kind="alert", wrap=True)
        self.save, self.cancel = QPushButton(tr("Save")), QPushButton(tr("Cancel"))
        self.save.setProperty("kind", "primary")
        first, last = QHBoxLayout(), QHBoxLayout()
        for row in (first, last):
            row.setSpacing(8)
        first.addWidget(self.kind)
        first.addWidget(self.source, 1)
        last.addWidget(self.note, 1)
        last.addWidget(self.cancel)
        last.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(self._words)
        column.addLayout(last)
        self._follow()
        self.hide()
        self._show()

    def confirm(self) -> None:
        """Save it."""
        self._viewmodel.save()

    def dismiss(self) -> None:
        """Close it."""
        self._viewmodel.close()

    def _follow(self) -> None:
        viewmodel = self._viewmodel
        self.kind.activated.connect(lambda at: viewmodel.enter(kind=list(KINDS)[at]))
        self.source.currentTextChanged.connect(lambda text: viewmodel.enter(source=text))
        self.note.textEdited.connect(lambda text: viewmodel.enter(note=text))
        self.save.clicked.connect(viewmodel.save)
        self.cancel.clicked.connect(viewmodel.close)
        viewmodel.changed.connect(self._show)

    def _show(self) -> None:
        draft, sources = self._viewmodel.draft, self._viewmodel.sources
        opened, closed = draft is not None and self.isHidden(), draft is None and not self.isHidden()
        self.setVisible(draft is not None)
        if closed:
            self._back.setFocus()
        if draft is None:
            return
        with QSignalBlocker(self.source):
            if self.source.count() != len(sources):
                self.source.clear()
                self.source.addItems(list(sources))
            if self.source.currentText() != draft.source:
                self.source.setEditText(draft.source)
        self.kind.setCurrentIndex(list(KINDS).index(draft.kind))
        if self.note.text() != draft.note:
            self.note.setText(draft.note)
        if draft.words and draft.words != self._words.text():
            announce(self.source, draft.words, urgent=True)
        self._words.setText(draft.words)
        self._words.setVisible(bool(draft.words))
        if opened:
            self.source.setFocus()


def _picker() -> QComboBox:
    """A name is typed in parts, or chosen from the list."""
    picker = CalmCombo()
    picker.setEditable(True)
    picker.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    picker.setMinimumContentsLength(SHOWN_LETTERS)
    picker.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    completer = present(picker.completer())
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    present(picker.lineEdit()).setPlaceholderText(tr("Name"))
    return picker
