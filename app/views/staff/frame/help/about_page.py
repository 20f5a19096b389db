"""The side panel's page about the program."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.core.later import load_name
from app.viewmodels.staff.about import AboutViewModel
from app.viewmodels.translation import tr
from app.views.widgets.labels import breakable, plain_label
from app.views.widgets.page_head import PageHead

LICENSES = "app.views.staff.frame.help.licenses_dialog:LicensesDialog"


class AboutPage(QWidget):
    """Version, the file for support, the Program Link, and the libraries with their licenses."""

    closed = Signal()

    def __init__(self, about: AboutViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        about.setParent(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = PageHead(tr("About Front Desk"))
        head.close.clicked.connect(lambda: self.closed.emit())
        column.addLayout(head)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("About Front Desk"))
        area.setWidget(self._content(about))
        for each in (area.viewport(), area.widget()):
            each.setAutoFillBackground(False)  # the panel's own background
        column.addWidget(area, 1)
        self.setFocusProxy(area)  # the arrow keys scroll

    def _content(self, about: AboutViewModel) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(plain_label(about.version, wrap=True))
        self._add_support(column, about)
        column.addWidget(plain_label(tr("Program Link in Open Dental"), kind="second"))
        self._add_copied(column, about.link_file, tr("Copy path"))
        self._add_copied(column, about.link_arguments, tr("Copy arguments"))
        column.addWidget(plain_label(tr("Libraries and licenses"), kind="second"))
        for notice in (about.qt_notice, about.licenses_notice):
            column.addWidget(plain_label(breakable(notice), wrap=True))
        self._add_button(column, tr("Licenses"), lambda: load_name(LICENSES)(about, self).open())
        column.addStretch(1)
        return page

    def _add_support(self, column: QVBoxLayout, about: AboutViewModel) -> None:
        """The button that makes the file, what has become of it, and the command that does the same."""
        column.addWidget(plain_label(tr("For support"), kind="second"))
        words = tr(
            "A file for your IT support, without patient data or keys. You can read it before you send it."
        )
        column.addWidget(plain_label(words, wrap=True))
        make = self._add_button(column, tr("Create file"), about.collect)
        said = plain_label(wrap=True)
        said.setAccessibleName(tr("Support file"))
        column.addWidget(said)
        folder = self._add_button(column, tr("Open folder"), lambda: _open_folder(about))

        def show() -> None:
            make.setEnabled(not about.is_collecting)
            said.setText(breakable(about.support_words))
            said.setVisible(bool(about.support_words))
            folder.setVisible(about.support_path is not None)

        about.changed.connect(show)
        show()
        column.addWidget(
            plain_label(tr("Or run this command in a terminal, even if Front Desk doesn't start:"), wrap=True)
        )
        self._add_copied(column, about.support_command, tr("Copy command"))

    def _add_button(self, column: QVBoxLayout, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda: act())
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _add_copied(self, column: QVBoxLayout, text: str, action: str) -> None:
        column.addWidget(plain_label(breakable(text), wrap=True))
        self._add_button(column, action, lambda: QGuiApplication.clipboard().setText(text))


def _open_folder(about: AboutViewModel) -> None:
    if about.support_path is not None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(about.support_path.parent)))
