"""The small forms for a new row."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.views.widgets.draft_form import DraftForm


class Draft(Struct, frozen=True):
    """What is entered."""

    text: str = ""
    words: str = ""


class Model(QObject):
    """A viewmodel that refuses an empty text."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.draft: Draft | None = None
        self.saved: list[str] = []

    def show(self, draft: Draft | None) -> None:
        """Show this."""
        self.draft = draft
        self.changed.emit()

    def save(self) -> None:
        """Save the text, if there is one."""
        if self.draft is not None and self.draft.text:
            self.saved.append(self.draft.text)
            self.show(None)
        elif self.draft is not None:
            self.show(Draft("", "Type a text first."))

    def close(self) -> None:
        """Close it."""
        self.show(None)


class Form(DraftForm):
    """A form with one field."""

    def __init__(self, model: Model, back: QWidget) -> None:
        super().__init__(model, back)
        self.field = QLineEdit()
        self.field.textEdited.connect(lambda text: model.show(Draft(text)))
        column = QVBoxLayout(self)
        for widget in (self.field, self.words, self.cancel, self.save):
            column.addWidget(widget)
        self.begin(self.field)

    def fill(self, draft: Draft) -> None:
        """Show the text."""
        self.field.setText(draft.text)


def test_from_opening_to_closing(qtbot: QtBot) -> None:
    """It is hidden until opened, says what is missing, saves with Enter, closes with Esc, and gives focus back."""
    window, model = QWidget(), Model()
    qtbot.addWidget(window)
    back = QPushButton("Add", window)
    form = Form(model, back)
    column = QVBoxLayout(window)
    column.addWidget(back)
    column.addWidget(form)
    with qtbot.waitExposed(window):
        window.show()
    assert form.isHidden()
    model.show(Draft())
    assert form.isVisible()
    assert form.field.hasFocus()
    assert not form.words.isVisible()
    QTest.keyClick(form.field, Qt.Key.Key_Return)
    assert form.words.text() == "Type a text first."
    QTest.keyClicks(form.field, "abc")
    assert not form.words.isVisible()
    QTest.keyClick(form.field, Qt.Key.Key_Return)
    assert model.saved == ["abc"]
    assert form.isHidden()
    assert back.hasFocus()
    model.show(Draft("typed"))
    assert form.field.text() == "typed"
    QTest.keyClick(form.field, Qt.Key.Key_Escape)
    assert model.draft is None
    assert model.saved == ["abc"]
