"""The one field that is edited where it is shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.viewmodels.inline.edit import InlineEditViewModel, Phase
from app.viewmodels.translation import tr
from app.views.theme.fonts import TABULAR, grown
from app.views.widgets.announcing import announce
from app.views.widgets.inline.editors import EditorKeys, make_editor
from app.views.widgets.keys import keeps
from app.views.widgets.labels import breakable, plain_label

LABEL_WIDTH = 112
INDENT = 9
"""Where a value's text begins, from its frame."""
STARTING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space)


class ValueLabel(QLabel):
    """The value as it is read. A click, Enter, F2 or Space asks for the editor."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("inlineValue")
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setMinimumWidth(1)
        font = self.font()
        font.setFeature(TABULAR, 1)
        self.setFont(font)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the editor."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the editor."""
        if event.key() in STARTING:
            self.asked.emit()
        else:
            super().keyPressEvent(event)


class InlineField(QWidget):
    """Name and value; below it what happened to the last change, or both versions of a conflict."""

    def __init__(
        self, model: InlineEditViewModel, parent: QWidget | None = None, *, named: bool = True
    ) -> None:
        """`named`: whether its name is shown at the left."""
        super().__init__(parent)
        self.model = model
        self._named = named
        self.editor: QWidget | None = None
        self.value = ValueLabel()
        self.value.asked.connect(model.edit)
        self._show_hidden = QToolButton()
        self._show_hidden.setProperty("kind", "link")
        self._show_hidden.setText(tr("Show"))
        self._show_hidden.setAccessibleName(tr("Show {what} for 10 seconds", what=model.label))
        self._show_hidden.setToolTip(self._show_hidden.accessibleName())
        self._show_hidden.clicked.connect(model.reveal)
        self._words = plain_label(kind="faint", wrap=True)
        self._conflict = self._make_conflict()
        self._lay_out()
        model.changed.connect(self._show)
        self._show()

    def start(self) -> None:
        """Edit the value, as a click on it would."""
        self.value.setFocus()
        self.model.edit()

    def event(self, event: QEvent) -> bool:
        """While something is typed, letters belong to the field, not to the schedule's keys."""
        if self.editor is not None and keeps(event):
            event.accept()
            return True
        return super().event(event)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        name = plain_label(self.model.label, kind="second", wrap=True)
        name.setFixedWidth(grown(LABEL_WIDTH, self.font()))
        name.setObjectName("inlineName")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.value, 1)
        row.addWidget(self._show_hidden, 0, Qt.AlignmentFlag.AlignTop)
        self._cell = QVBoxLayout()
        self._cell.setSpacing(2)
        self._cell.addLayout(row)
        if self._named:
            grid.addWidget(name, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(self._cell, 0, 1)
        grid.addWidget(self._words, 1, 1)
        grid.addWidget(self._conflict, 2, 1)
        self._words.setContentsMargins(INDENT, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _make_conflict(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(INDENT, 4, 0, 4)
        column.setSpacing(4)
        self._mine, self._theirs = plain_label(wrap=True), plain_label(wrap=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        mine, theirs = QPushButton(tr("Keep mine")), QPushButton(tr("Use theirs"))
        mine.clicked.connect(self.model.keep_mine)
        theirs.clicked.connect(self.model.use_theirs)
        buttons.addWidget(mine)
        buttons.addWidget(theirs)
        buttons.addStretch(1)
        column.addWidget(self._mine)
        column.addWidget(self._theirs)
        column.addLayout(buttons)
        self.keep_mine, self.use_theirs = mine, theirs
        return box

    def _show(self) -> None:
        model, state = self.model, self.model.state
        editing = state.phase is Phase.EDITING
        if editing and self.editor is None:
            self._open()
        elif not editing and self.editor is not None:
            self._close()
        self.value.setVisible(not editing)
        self.value.setText(breakable(model.shown) or tr("Add"))
        self._style("empty", on=not model.shown)
        self.value.setAccessibleName(model.spoken)
        self._show_hidden.setVisible(model.is_hidden and not editing)
        told = state.words != self._words.text()
        self._words.setText(state.words)
        self._words.setVisible(bool(state.words))
        self._words.setProperty("kind", state.tone or "faint")
        self._words.style().polish(self._words)
        self._conflict.setVisible(state.phase is Phase.CONFLICT)
        if state.phase is Phase.CONFLICT:
            self._mine.setText(tr("Yours: {value}", value=model.shown or tr("empty")))
            self._theirs.setText(tr("Theirs: {value}", value=state.theirs or tr("empty")))
        if told and state.words:
            announce(self.value, f"{model.label}: {state.words}", urgent=state.tone == "alert")

    def _open(self) -> None:
        model = self.model
        editor = self.editor = make_editor(model)
        editor.setAccessibleName(model.label)
        editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        EditorKeys(editor, self._commit, model.cancel, lines=model.spec.kind.is_long)
        if isinstance(editor, QComboBox):
            editor.activated.connect(lambda _: self._commit())
        self._cell.insertWidget(0, editor)
        QWidget.setTabOrder(self.value, editor)  # Tab goes on from the value's place
        came = self.value.hasFocus()  # not when a save failed after the user went on to another field
        editor.show()
        if came:
            editor.setFocus()

    def _close(self) -> None:
        """Give the focus back, unless it went on to another field."""
        editor, self.editor = self.editor, None
        if editor is None:
            return
        held = editor.hasFocus()
        self._cell.removeWidget(editor)
        self.value.show()
        if held:
            self.value.setFocus()
        editor.hide()
        editor.deleteLater()

    def _commit(self) -> None:
        if self.editor is not None:
            self.model.commit()

    def _style(self, name: str, *, on: bool) -> None:
        if bool(self.value.property(name)) is not on:
            self.value.setProperty(name, on)
            self.value.style().unpolish(self.value)
            self.value.style().polish(self.value)
