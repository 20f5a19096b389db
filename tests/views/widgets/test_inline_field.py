"""A field that is edited where it is shown, with keyboard and mouse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.core.tasks import TaskScope
from app.viewmodels.inline.edit import Phase
from app.viewmodels.inline.results import Failed
from app.views.widgets.inline.field import InlineField
from tests.support.manual_clock import ManualClock
from tests.support.qt_loop import QtLoop
from tests.support.sample_fields import SPECS, FakeOffice

Key = Qt.Key
NAMES = [spec.id for spec in SPECS]


class Form(QWidget):
    """All kinds of fields, one below the other."""

    def __init__(self, office: FakeOffice) -> None:
        super().__init__()
        self.office = office
        self.fields = {name: InlineField(office.field(name)) for name in NAMES}
        column = QVBoxLayout(self)
        for field in self.fields.values():
            column.addWidget(field)
        column.addStretch(1)


@pytest.fixture
def form(qtbot: QtBot, qt_loop: QtLoop) -> Iterator[Form]:
    """On the screen, with the focus."""
    errors: list[BaseException] = []
    scope = TaskScope("test", errors.append)
    made = Form(FakeOffice(scope, ManualClock()))
    qtbot.addWidget(made)
    made.resize(360, 500)
    made.show()
    qtbot.waitActive(made)
    yield made
    qt_loop.run(scope.close())
    assert errors == []


def line_of(field: InlineField) -> QLineEdit:
    """The editor, which is one line."""
    assert isinstance(field.editor, QLineEdit)
    return field.editor


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_F2, None])
def test_a_click_or_a_key_opens_the_editor(qtbot: QtBot, form: Form, key: Qt.Key | None) -> None:
    """Enter, F2 and a click open it with the value selected; Esc restores the value and the focus."""
    field = form.fields["name"]
    if key is None:
        qtbot.mouseClick(field.value, Qt.MouseButton.LeftButton)
    else:
        field.value.setFocus()
        qtbot.keyClick(field.value, key)
    editor = line_of(field)
    assert editor.hasFocus()
    assert editor.selectedText() == "Marchetti"
    qtbot.keyClicks(editor, "Rossi")
    qtbot.keyClick(editor, Key.Key_Escape)
    assert (field.value.text(), field.editor) == ("Marchetti", None)
    assert field.value.hasFocus()
    assert form.office.saved == []


def test_enter_saves_and_tab_goes_on(qtbot: QtBot, qt_loop: QtLoop, form: Form) -> None:
    """Enter saves and stays; Tab saves and goes to the next field; the line below says that it was saved."""
    name, born = form.fields["name"], form.fields["born"]
    name.start()
    qtbot.keyClicks(line_of(name), "Rossi")
    qtbot.keyClick(line_of(name), Key.Key_Return)
    assert name.value.hasFocus()
    qtbot.keyClick(name.value, Key.Key_Tab)
    assert born.value.hasFocus()
    qtbot.keyClick(born.value, Key.Key_Return)
    qtbot.keyClicks(line_of(born), "3/15/85")
    qtbot.keyClick(line_of(born), Key.Key_Tab)
    assert form.fields["phone"].value.hasFocus()
    qt_loop.until(lambda: len(form.office.saved) == 2)
    assert form.office.values["name"] == "Rossi"
    assert name.words.text() == "Saved"
    assert born.value.text() == "Mar 15, 1985"


def test_a_typing_error_keeps_the_focus_nowhere_else(qtbot: QtBot, form: Form) -> None:
    """After a typing error the editor stays open with its text and the reason, even if the user goes on."""
    field = form.fields["born"]
    field.start()
    qtbot.keyClicks(line_of(field), "31/31/85")
    qtbot.keyClick(line_of(field), Key.Key_Return)
    assert line_of(field).hasFocus()
    assert "Not a date" in field.words.text()
    form.fields["name"].value.setFocus()
    assert line_of(field).text() == "31/31/85"


def test_several_lines_take_enter(qtbot: QtBot, qt_loop: QtLoop, form: Form) -> None:
    """In a note Enter begins a line and Ctrl+Enter saves; markup stays as it was typed."""
    field = form.fields["note"]
    assert "<b>" in field.value.text()
    field.start()
    editor = field.editor
    assert isinstance(editor, QPlainTextEdit)
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.keyClicks(editor, "A & B")
    qtbot.keyClick(editor, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qt_loop.until(lambda: bool(form.office.saved))
    assert form.office.values["note"].endswith("</b>.\nA & B")


def test_a_choice_is_saved_when_it_is_made(qtbot: QtBot, qt_loop: QtLoop, form: Form) -> None:
    """Choosing is all: no further key is needed."""
    field = form.fields["contact"]
    field.start()
    combo = field.editor
    assert isinstance(combo, QComboBox)
    assert combo.currentText() == "Mail"
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    qt_loop.until(lambda: bool(form.office.saved))
    assert field.value.text() == "Text"


def test_both_versions_are_offered(qtbot: QtBot, qt_loop: QtLoop, form: Form) -> None:
    """When another user changed the value, both are shown, and a button saves the one that is chosen."""
    field = form.fields["name"]
    field.start()
    form.office.values["name"] = "Bianchi"
    qtbot.keyClicks(line_of(field), "Rossi")
    qtbot.keyClick(line_of(field), Key.Key_Return)
    qt_loop.until(lambda: field.model.state.phase is Phase.CONFLICT)
    assert (field.versions.mine.text(), field.versions.theirs.text()) == ("Yours: Rossi", "Theirs: Bianchi")
    qtbot.mouseClick(field.versions.keep_mine, Qt.MouseButton.LeftButton)
    qt_loop.until(lambda: form.office.values["name"] == "Rossi")
    assert not field.versions.keep_mine.isVisible()


def test_a_late_failure_does_not_take_the_focus(qtbot: QtBot, qt_loop: QtLoop, form: Form) -> None:
    """If a save fails after the user went on, the editor is open again, but the user's typing stays where it is."""
    field, other = form.fields["name"], form.fields["born"]
    form.office.trouble = Failed("Not saved.")
    field.start()
    qtbot.keyClicks(line_of(field), "Rossi")
    qtbot.keyClick(line_of(field), Key.Key_Tab)
    other.start()
    qt_loop.until(lambda: field.model.state.words == "Not saved.")
    assert line_of(field).text() == "Rossi"
    assert line_of(other).hasFocus()


def test_a_hidden_number_is_never_read_out(qtbot: QtBot, form: Form) -> None:
    """The hidden digits are neither in the text nor in what a screen reader gets, until they are asked for."""
    field = form.fields["ssn"]
    assert field.value.text() == "•••-••-6789"
    assert "123" not in field.value.accessibleName()
    qtbot.mouseClick(field.show_hidden, Qt.MouseButton.LeftButton)
    assert field.value.text() == "123-45-6789"


def test_what_is_not_shown_is_not_made(form: Form) -> None:
    """A field that was never changed has its name and its value: a page has dozens of them."""
    made = form.fields["name"].findChildren(QWidget)
    assert {each.objectName() for each in made} == {"inlineName", "inlineValue"}
