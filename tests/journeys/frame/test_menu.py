"""The menu and the page of keys: everything can be found without knowing its shortcut."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from tests.journeys.desk import ALT, Desk


def shown_menu() -> QMenu | None:
    """The menu that is open."""
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, QMenu) else None


def entries(menu: QMenu) -> list[QAction]:
    """All commands of a menu and its submenus."""
    found = []
    for action in menu.actions():
        below = action.menu()
        found += entries(below) if isinstance(below, QMenu) else [] if action.isSeparator() else [action]
    return found


async def test_alt_alone_opens_the_menu(desk: Desk) -> None:
    """Alt pressed and released by itself opens a menu with every command that names one; Esc closes it."""
    desk.key(Qt.Key.Key_Alt)
    await desk.until(lambda: shown_menu() is not None)
    menu = shown_menu()
    assert menu is not None
    titles = [each.text() for each in menu.actions()]
    assert titles == ["&File", "&Appointment", "&Patient", "&Task", "&Go", "&View", "&Help"]
    named = [each for each in desk.model.desk.commands if each.spec.menu]
    assert len(entries(menu)) == len(named)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    await desk.until(lambda: shown_menu() is None)


async def test_alt_with_another_key_is_no_menu(desk: Desk) -> None:
    """Alt+Right goes to the next day and opens nothing."""
    before = desk.model.schedule.day
    QTest.keyPress(desk.canvas, Qt.Key.Key_Alt)
    QTest.keyClick(desk.canvas, Qt.Key.Key_Right, ALT)
    QTest.keyRelease(desk.canvas, Qt.Key.Key_Alt)
    await desk.until(lambda: desk.model.schedule.day > before)
    assert shown_menu() is None


async def test_f1_lists_every_key(desk: Desk) -> None:
    """F1 shows every shortcut, those of one screen under its name; titles get most of the width; Esc closes it."""
    desk.key(Qt.Key.Key_F1)
    await desk.until(lambda: desk.screen.panel.has_page)
    words = desk.texts(desk.screen.panel)
    for command in desk.model.desk.commands:
        if command.spec.shortcut:
            assert str(command.spec.title) in words, command.spec.id
    lines = words.splitlines()[::-1]  # from below: the menu Go names the screens too
    assert lines.index("Adjust the selected entry") < lines.index("Ledger") < lines.index("Confirmed")
    assert lines.index("Left a message, next row") < lines.index("Lists") < lines.index("Ledger")
    labels = {each.text(): each for each in desk.screen.panel.findChildren(QLabel)}
    assert labels["Reopen the day"].width() > labels["Ctrl+\u200bShift+\u200bBackspace"].width()
    await desk.press(Qt.Key.Key_Escape)
    assert not desk.screen.panel.has_page


async def test_commands_are_found_by_common_names(desk: Desk) -> None:
    """The palette's words for a command are those that people use."""
    for word, command_id in (
        ("cancel", "visit.break"), ("no show", "visit.break"), ("reschedule", "visit.move"),
        ("appointment", "visit.new"), ("zoom", "view.zoom_in"), ("help", "help"),
    ):  # fmt: skip
        spec = desk.model.desk.commands[command_id].spec
        assert word in " ".join((str(spec.title), str(spec.synonyms))).lower().replace("-", " "), word


async def test_a_click_on_the_name_changes_it(desk: Desk) -> None:
    """A click on the user's name edits it: Esc keeps the old one, Enter the new one."""
    label = desk.frame.bar.user
    for text, key, name in (("Bea", Qt.Key.Key_Escape, "Ana"), ("Bea", Qt.Key.Key_Return, "Bea")):
        QTest.mouseClick(label, Qt.MouseButton.LeftButton)
        desk.type(text)
        await desk.press(key)
        assert desk.model.desk.user.name == name
        assert f"● {name}" in desk.texts(desk.frame.bar)
