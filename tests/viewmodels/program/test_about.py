"""The page about the program: what it says, and what it copies."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton

from app.core.version import VERSION
from app.viewmodels.staff.about import AboutViewModel
from app.views.staff.frame.about_page import AboutPage


def test_it_names_version_libraries_and_the_lgpl(qapp: QApplication) -> None:
    """The version, the licenses, and that Qt's files may be replaced and where they are."""
    about = AboutViewModel()
    assert VERSION in about.version
    assert any(each.names.startswith("pyside6") for each in about.libraries)
    assert "LGPL" in about.qt_notice
    assert "PySide6" in about.qt_notice
    assert about.licenses_notice


def test_its_buttons_copy_what_stands_above_them(qapp: QApplication) -> None:
    """The command for support, and path and arguments of a Program Link, without the marks for line breaks."""
    about = AboutViewModel()
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
