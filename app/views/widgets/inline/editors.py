"""The editors of a field: one line, several lines, or a choice. Each is created when the editing starts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.viewmodels.inline.edit import InlineEditViewModel
from app.viewmodels.translation import typed
from app.views.theme.fonts import grown
from app.views.widgets.combo import CalmCombo

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STAYS = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""The focus comes back after these, so nothing is saved yet."""
LINES_HEIGHT = 96


class EditorKeys(QObject):
    """Esc cancels, Enter saves (in several lines Ctrl+Enter), and so does leaving the field."""

    def __init__(
        self, editor: QWidget, commit: Callable[[], None], cancel: Callable[[], None], *, lines: bool
    ) -> None:
        super().__init__(editor)
        self._commit = commit
        self._cancel = cancel
        self._lines = lines
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The editor's keys."""
        if event.type() is QEvent.Type.FocusOut and getattr(event, "reason", lambda: None)() not in STAYS:
            self._commit()
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
            return True
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in ENTER and control is self._lines:
            self._commit()
            return True
        return False


def make_editor(model: InlineEditViewModel) -> QWidget:
    """The editor of a field's kind, filled with the draft; it passes on every change."""
    kind, draft = model.spec.kind, model.state.draft
    if kind.choices:
        combo = CalmCombo()
        for at, choice in enumerate(kind.choices):
            combo.addItem(typed(choice.title), str(at))
        combo.setCurrentIndex(int(draft) if draft else -1)
        combo.activated.connect(lambda at: model.type_text(str(at)))
        return combo
    if kind.is_long:
        area = QPlainTextEdit(draft)
        area.setFixedHeight(grown(LINES_HEIGHT, area.font()))
        area.setTabChangesFocus(True)
        area.moveCursor(QTextCursor.MoveOperation.End)
        area.textChanged.connect(lambda: model.type_text(area.toPlainText()))
        return area
    line = QLineEdit(draft)
    line.selectAll()
    line.textEdited.connect(model.type_text)
    return line
