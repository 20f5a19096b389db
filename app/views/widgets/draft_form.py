"""A small form for a new row: opened and closed by its viewmodel, with Save, Cancel and a line for what is missing."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QPushButton, QWidget

from app.viewmodels.translation import tr
from app.views.widgets.announcing import announce
from app.views.widgets.entry_form import EntryForm
from app.views.widgets.labels import plain_label


class DraftModel(Protocol):
    """What is entered."""

    @property
    def changed(self) -> SignalInstance:
        """The draft changed, or it was opened or closed."""
        ...

    @property
    def draft(self) -> Any:
        """None: it is closed. `words` says what is missing."""
        ...

    def save(self) -> None:
        """Save it and close, or say what is missing."""
        ...

    def close(self) -> None:
        """Close it."""
        ...


class DraftForm(EntryForm):
    """Enter saves, Esc closes. A form lays out `words`, `cancel` and `save` beside its fields, then calls `begin`."""

    def __init__(self, model: DraftModel, back: QWidget) -> None:
        """`back` gets the focus when it is closed."""
        super().__init__()
        self._model = model
        self._back = back
        self._first: QWidget = self
        self.words = plain_label(kind="alert", wrap=True)
        self.save, self.cancel = QPushButton(tr("Save")), QPushButton(tr("Cancel"))
        self.save.setProperty("kind", "primary")
        self.save.clicked.connect(model.save)
        self.cancel.clicked.connect(model.close)

    def begin(self, first: QWidget) -> None:
        """Follow the viewmodel; `first` gets the focus when it is opened."""
        self._first = first
        self._model.changed.connect(self._show)
        self.hide()
        self._show()

    def fill(self, draft: Any) -> None:
        """Show what is entered."""
        raise NotImplementedError

    def confirm(self) -> None:
        """Save it."""
        self._model.save()

    def dismiss(self) -> None:
        """Close it."""
        self._model.close()

    def _show(self) -> None:
        draft, was_hidden = self._model.draft, self.isHidden()
        self.setVisible(draft is not None)
        if draft is None:
            if not was_hidden:
                self._back.setFocus()
            return
        self.fill(draft)
        if draft.words and draft.words != self.words.text():
            announce(self._first, draft.words, urgent=True)
        self.words.setText(draft.words)
        self.words.setVisible(bool(draft.words))
        if was_hidden:
            self._first.setFocus()
