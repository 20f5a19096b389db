"""The side panel's page about the program."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.viewmodels.staff.about import AboutViewModel
from app.viewmodels.translation import tr
from app.views.widgets.labels import breakable, plain_label
from app.views.widgets.page_head import PageHead


class AboutPage(QWidget):
    """Version, the command for support, the Program Link, and the libraries with their licenses."""

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
        column.addWidget(plain_label(tr("For support"), kind="second"))
        words = tr(
            "This command writes a file for your IT support, without patient data and keys. Run it in a terminal."
        )
        column.addWidget(plain_label(words, wrap=True))
        self._add_copied(column, about.support_command, tr("Copy command"))
        column.addWidget(plain_label(tr("Program Link in Open Dental"), kind="second"))
        self._add_copied(column, about.link_file, tr("Copy path"))
        self._add_copied(column, about.link_arguments, tr("Copy arguments"))
        column.addWidget(plain_label(tr("Libraries and licenses"), kind="second"))
        for notice in (about.qt_notice, about.licenses_notice):
            column.addWidget(plain_label(breakable(notice), wrap=True))
        column.addLayout(self._libraries(about))
        column.addStretch(1)
        return page

    def _add_copied(self, column: QVBoxLayout, text: str, action: str) -> None:
        column.addWidget(plain_label(breakable(text), wrap=True))
        button = QPushButton(action)
        button.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _libraries(self, about: AboutViewModel) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for row, library in enumerate(about.libraries):
            for place, text in enumerate((library.names, library.license)):
                label = plain_label(breakable(text), wrap=True)
                grid.addWidget(label, row, place, Qt.AlignmentFlag.AlignTop)
        for place in (0, 1):
            grid.setColumnStretch(place, 1)
        return grid
