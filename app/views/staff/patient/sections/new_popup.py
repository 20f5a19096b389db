"""The form for a new popup."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.viewmodels.staff.patient.sections.new_popup import LEVELS, NewPopup, PopupDraft
from app.viewmodels.translation import tr
from app.views.theme.fonts import grown
from app.views.widgets.combo import CalmCombo
from app.views.widgets.draft_form import DraftForm
from app.views.widgets.entry_form import ENTER

HEIGHT = 56


class NewPopupForm(DraftForm):
    """Ctrl+Enter saves; Esc closes and keeps what was typed."""

    def __init__(self, viewmodel: NewPopup, back: QWidget) -> None:
        """`back` gets the focus when it is closed."""
        super().__init__(viewmodel, back)
        self._viewmodel = viewmodel
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(tr("Text of the popup"))
        self.field.setPlaceholderText(tr("What everyone who selects this patient should see"))
        self.field.setFixedHeight(grown(HEIGHT, self.font()))
        self.field.setTabChangesFocus(True)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(lambda: viewmodel.type_text(self.field.toPlainText()))
        self.level = CalmCombo()
        self.level.setAccessibleName(tr("Who sees it"))
        self.level.activated.connect(lambda at: viewmodel.set_level(viewmodel.levels[at]))
        self.save.setToolTip(tr("Save  (Ctrl+Enter)"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.level)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.words)
        column.addLayout(row)
        self.begin(self.field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter saves."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if control and event.key() in ENTER:
                self._viewmodel.save()
                return True
        return False

    def fill(self, draft: PopupDraft) -> None:
        """Show the text and who sees it."""
        if self.field.toPlainText() != draft.text:
            with QSignalBlocker(self.field):
                self.field.setPlainText(draft.text)
        levels = self._viewmodel.levels
        if self.level.count() != len(levels):
            self.level.clear()
            self.level.addItems([tr(LEVELS[each]) for each in levels])
        self.level.setCurrentIndex(levels.index(draft.level) if draft.level in levels else 0)
