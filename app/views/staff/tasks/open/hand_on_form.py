"""The chooser of the list that a task is handed on to."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.viewmodels.staff.tasks.open.hand_on import HandOn
from app.viewmodels.translation import tr
from app.views.widgets.announcing import announce
from app.views.widgets.entry_form import EntryForm
from app.views.widgets.labels import plain_label
from app.views.widgets.suggest import SuggestField


class HandOnForm(EntryForm):
    """The search has the focus: type, Enter. Down goes into the list, Esc closes and keeps what was entered."""

    def __init__(self, model: HandOn, back: QWidget) -> None:
        """`back` gets the focus when it is closed."""
        super().__init__()
        self._model = model
        self._back = back
        self.search = SuggestField(tr("List to hand this task on to"))
        self.search.line.setPlaceholderText(tr("Type to find a list"))
        self.note = QLineEdit()
        self.note.setAccessibleName(tr("Note for those who get it"))
        self.note.setPlaceholderText(tr("Note for those who get it (optional)"))
        self._explains = plain_label(
            tr(
                "Open Dental's API can't move a task to another list. Front Desk adds the task there with its notes,"
                " marks this one done, and shows both as one."
            ),
            kind="second",
            wrap=True,
        )
        self._words = plain_label(kind="alert", wrap=True)
        self.send, self.cancel = QPushButton(tr("Hand on")), QPushButton(tr("Cancel"))
        self.send.setProperty("kind", "primary")
        self._lay_out()
        self.search.typed.connect(model.type_text)
        self.search.chosen.connect(self._choose)
        self.search.confirmed.connect(model.confirm)
        self.note.textEdited.connect(model.write)
        self.send.clicked.connect(model.confirm)
        self.cancel.clicked.connect(model.close)
        model.changed.connect(self._show)
        self.hide()

    def confirm(self) -> None:
        """Hand it on."""
        self._model.confirm()

    def dismiss(self) -> None:
        """Close it."""
        self._model.close()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._words, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.send)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(plain_label(tr("Hand this task on"), kind="title"))
        for part in (self._explains, self.search, self.note):
            column.addWidget(part)
        column.addLayout(foot)

    def _choose(self, place: int) -> None:
        self._model.choose(place)
        self.note.setFocus()

    def _show(self) -> None:
        state = self._model.state
        came = self.appear(wanted=state.task is not None, back=self._back)
        if state.task is None:
            return
        self.search.show_text(state.typed)
        self.search.offer([] if state.chosen is not None else [each.shown for each in state.targets])
        if self.note.text() != state.note:
            self.note.setText(state.note)
        self._explains.setVisible(state.explains)
        if state.words and state.words != self._words.text():
            announce(self.search.line, state.words, urgent=True)
        self._words.setText(state.words)
        if came:
            self.search.line.setFocus()
            self.search.line.selectAll()
