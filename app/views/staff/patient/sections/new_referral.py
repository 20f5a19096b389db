"""The form for a new referral."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.core.present import present
from app.viewmodels.staff.patient.sections.new_referral import KINDS, ReferralDraft, ReferralForm
from app.viewmodels.translation import tr
from app.views.widgets.combo import CalmCombo
from app.views.widgets.draft_form import DraftForm

SHOWN_LETTERS = 12


class NewReferralForm(DraftForm):
    """Enter saves; Esc closes."""

    def __init__(self, viewmodel: ReferralForm, back: QWidget) -> None:
        """`back` gets the focus when it is closed."""
        super().__init__(viewmodel, back)
        self._viewmodel = viewmodel
        self.kind, self.source, self.note = CalmCombo(), _picker(), QLineEdit()
        self.kind.setAccessibleName(tr("Kind of referral"))
        for title in KINDS.values():
            self.kind.addItem(tr(title))
        self.source.setAccessibleName(tr("Name"))
        self.note.setAccessibleName(tr("Note"))
        self.note.setPlaceholderText(tr("Note"))
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
        column.addWidget(self.words)
        column.addLayout(last)
        self.kind.activated.connect(lambda at: viewmodel.enter(kind=list(KINDS)[at]))
        self.source.currentTextChanged.connect(lambda text: viewmodel.enter(source=text))
        self.note.textEdited.connect(lambda text: viewmodel.enter(note=text))
        self.begin(self.source)

    def fill(self, draft: ReferralDraft) -> None:
        """Show the kind, the name and the note."""
        sources = self._viewmodel.sources
        with QSignalBlocker(self.source):
            if self.source.count() != len(sources):
                self.source.clear()
                self.source.addItems(list(sources))
            if self.source.currentText() != draft.source:
                self.source.setEditText(draft.source)
        self.kind.setCurrentIndex(list(KINDS).index(draft.kind))
        if self.note.text() != draft.note:
            self.note.setText(draft.note)


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
