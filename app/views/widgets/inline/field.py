"""The one field that is edited where it is shown."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
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
from app.views.widgets.inline.versions import VersionsBox
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
    """Name and value; below it what happened to the last change, or both versions of a conflict.

    What most fields never show is made when it is first shown: a page has dozens of them.
    """

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

    @cached_property
    def show_hidden(self) -> QToolButton:
        """The button that shows a hidden value for a moment."""
        button = QToolButton()
        button.setProperty("kind", "link")
        button.setText(tr("Show"))
        button.setAccessibleName(tr("Show {what} for 10 seconds", what=self.model.label))
        button.setToolTip(button.accessibleName())
        button.clicked.connect(self.model.reveal)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        QWidget.setTabOrder(self.value, button)
        return button

    @cached_property
    def words(self) -> QLabel:
        """What happened to the last change."""
        label = plain_label(kind="faint", wrap=True)
        label.setContentsMargins(INDENT, 0, 0, 0)
        self._grid.addWidget(label, 1, 1)
        return label

    @cached_property
    def versions(self) -> VersionsBox:
        """Both versions of a conflict."""
        box = VersionsBox(self.model, INDENT, self)
        self._grid.addWidget(box, 2, 1)
        for before, after in pairwise((self.value, box.keep_mine, box.use_theirs)):
            QWidget.setTabOrder(before, after)
        return box

    def _lay_out(self) -> None:
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        self._row.addWidget(self.value, 1)
        self._cell = QVBoxLayout()
        self._cell.setSpacing(2)
        self._cell.addLayout(self._row)
        if self._named:
            name = plain_label(self.model.label, kind="second", wrap=True)
            name.setFixedWidth(grown(LABEL_WIDTH, self.font()))
            name.setObjectName("inlineName")
            grid.addWidget(name, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(self._cell, 0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

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
        self._show_part("show_hidden", on=model.is_hidden and not editing)
        self._tell(state.words, state.tone)
        if self._show_part("versions", on=state.phase is Phase.CONFLICT):
            self.versions.fill()

    def _show_part(self, name: str, *, on: bool) -> bool:
        """Show or hide what is made when it is first shown."""
        if on or name in self.__dict__:
            part: QWidget = getattr(self, name)
            part.setVisible(on)
        return on

    def _tell(self, words: str, tone: str) -> None:
        told = self.words.text() if "words" in self.__dict__ else ""
        if self._show_part("words", on=bool(words)):
            self.words.setText(words)
            self.words.setProperty("kind", tone or "faint")
            self.words.style().polish(self.words)
            if words != told:
                announce(self.value, f"{self.model.label}: {words}", urgent=tone == "alert")

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
