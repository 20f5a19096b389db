"""The page about the program: what it says and copies, the licenses, and the file for support."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from app.core.tasks import TaskScope
from app.core.version import VERSION
from app.viewmodels.staff import about as module
from app.viewmodels.staff.about import AboutViewModel
from app.views.staff.frame.help.about_page import AboutPage
from app.views.staff.frame.help.licenses_dialog import LicensesDialog
from tests.support.qt_loop import until


@pytest.fixture
async def scope() -> AsyncIterator[TaskScope]:
    """Tasks that must not fail."""
    errors: list[BaseException] = []
    made = TaskScope("test", errors.append)
    yield made
    await made.close()
    assert errors == []


async def test_it_names_version_parts_and_the_lgpl(qapp: QApplication, scope: TaskScope) -> None:
    """The version, the licenses, and that Qt's files may be replaced and where they are."""
    about = AboutViewModel(scope, print)
    assert VERSION in about.version
    assert about.parts[0].name.startswith("Qt,")
    assert "LGPL" in about.qt_notice
    assert "PySide6" in about.qt_notice
    assert about.licenses_notice


async def test_its_buttons_copy_what_stands_above_them(qapp: QApplication, scope: TaskScope) -> None:
    """The command for support, and path and arguments of a Program Link, without the marks for line breaks."""
    about = AboutViewModel(scope, print)
    page = AboutPage(about)
    copied = {}
    for button in page.findChildren(QPushButton):
        if button.text().startswith("Copy"):
            button.click()
            copied[button.text()] = qapp.clipboard().text()
    assert copied == {
        "Copy command": about.support_command,
        "Copy path": about.link_file,
        "Copy arguments": about.link_arguments,
    }
    assert about.link_arguments.endswith("--patient [PatNum]")
    assert about.support_command.rstrip('"').endswith("diagnose")
    page.deleteLater()


async def test_every_license_can_be_read_by_keyboard(qapp: QApplication, scope: TaskScope) -> None:
    """Qt's notice is shown first; arrow keys go through the list, Tab leads to the text, Esc closes."""
    about = AboutViewModel(scope, print)
    page = AboutPage(about)
    page.resize(900, 600)
    page.show()
    dialog = LicensesDialog(about, page)
    dialog.open()
    assert "may replace them with your own build" in dialog.text.toPlainText()
    assert "download.qt.io" in dialog.text.toPlainText()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in dialog.text.toPlainText()
    for part in about.parts[1:]:
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
        shown = dialog.text.toPlainText()
        assert shown.startswith(f"{part.name} {part.version}".rstrip())
        assert len(shown) > len(part.license) + 300, part.name
    QTest.keyClicks(dialog.list, "sqla")
    assert dialog.text.toPlainText().startswith("sqlalchemy")
    QTest.keyClick(dialog.list, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.text
    QTest.keyClick(dialog.text, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    page.deleteLater()


async def test_the_file_for_support_is_made_and_its_place_is_said(
    qapp: QApplication, scope: TaskScope, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One click writes it in a process of its own, as the command in a terminal does; the page says where it is."""
    monkeypatch.setenv("FRONT_DESK_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(module, "usual_files", lambda _: [tmp_path / "none" / "x.zip", tmp_path / "x.zip"])
    about = AboutViewModel(scope, print)
    page = AboutPage(about)
    make, folder = (button(page, words) for words in ("Create file", "Open folder"))
    assert folder.isHidden()
    make.click()
    assert not make.isEnabled()
    assert "Collecting" in said(page)
    await until(lambda: not about.is_collecting, 60)
    assert zipfile.is_zipfile(tmp_path / "x.zip")
    assert str(tmp_path / "x.zip") in said(page)
    assert make.isEnabled()
    assert not folder.isHidden()
    page.deleteLater()


async def test_a_file_that_can_not_be_written_is_said(
    qapp: QApplication, scope: TaskScope, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page names the command, which says why."""
    monkeypatch.setattr(module, "usual_files", lambda _: [tmp_path / "x.zip"])
    monkeypatch.setattr(module, "own_command", lambda _: [sys.executable, "-c", "raise SystemExit(1)"])
    about = AboutViewModel(scope, print)
    page = AboutPage(about)
    button(page, "Create file").click()
    await until(lambda: not about.is_collecting)
    assert "couldn't be written" in said(page)
    assert button(page, "Open folder").isHidden()
    page.deleteLater()


async def test_a_page_that_is_closed_meanwhile_does_no_harm(
    qapp: QApplication, scope: TaskScope, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is written all the same, and its place is said elsewhere."""
    heard: list[str] = []
    monkeypatch.setattr(module, "usual_files", lambda _: [tmp_path / "x.zip"])
    write = "import sys; open(sys.argv[2], 'w').close()"
    monkeypatch.setattr(module, "own_command", lambda _: [sys.executable, "-c", write])
    about = AboutViewModel(scope, heard.append)
    page = AboutPage(about)
    button(page, "Create file").click()
    page.deleteLater()
    await until(lambda: scope.running == 0)
    assert heard == [f"The file is {tmp_path / 'x.zip'}."]


def button(page: AboutPage, words: str) -> QPushButton:
    """The page's button with these words."""
    return next(each for each in page.findChildren(QPushButton) if each.text() == words)


def said(page: AboutPage) -> str:
    """What the page says about the file, without marks for line breaks."""
    labels = [each for each in page.findChildren(QLabel) if each.accessibleName() == "Support file"]
    return labels[0].text().replace("\u200b", "")


def test_paragraphs_flow_and_tables_stay() -> None:
    """A text that is broken for 80 columns is read in a window of any width; its lists, tables and heads stay."""
    text = (
        "Permission is hereby granted, free of charge, to any person obtaining\n"
        "a copy of this software.\n\n"
        "  * Redistributions of source code must retain the above copyright\n"
        "    notice.\n"
        "  * Neither the name of the copyright holder nor the names of others\n"
        "    may be used.\n\n"
        "    Release         Derived     Year        Owner       GPL-compatible\n"
        "    0.9.0           thru 1.2    1991        CWI         yes\n\n"
        "TERMS AND CONDITIONS FOR ACCESSING OR OTHERWISE USING IT\n"
        "========================================================\n"
    )
    assert module.flowing(text).splitlines() == [
        "Permission is hereby granted, free of charge, to any person obtaining a copy of this software.",
        "",
        "  * Redistributions of source code must retain the above copyright notice.",
        "  * Neither the name of the copyright holder nor the names of others may be used.",
        "",
        "    Release         Derived     Year        Owner       GPL-compatible",
        "    0.9.0           thru 1.2    1991        CWI         yes",
        "",
        "TERMS AND CONDITIONS FOR ACCESSING OR OTHERWISE USING IT",
        "========================================================",
    ]
