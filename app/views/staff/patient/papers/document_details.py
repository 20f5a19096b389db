"""The selected document beside the table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from app.viewmodels.command import AsyncCommand
from app.viewmodels.staff.patient.papers.document_details import DocumentDetails
from app.viewmodels.translation import tr
from app.views.staff.frame.command_button import command_button
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.inline.field import INDENT, LABEL_WIDTH, InlineField
from app.views.widgets.labels import breakable, plain_label

WIDTH = 340


class DocumentDetailsPanel(QFrame):
    """Description and category are edited in place; the rest is read."""

    def __init__(self, details: DocumentDetails, open_in: AsyncCommand, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("section")
        self._details = details
        self.fields: dict[str, InlineField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 12)
        self._column.setSpacing(4)
        self._title = plain_label(tr("Document"), kind="title")
        self._edits, self._facts = QVBoxLayout(), QVBoxLayout()
        self._edits.setSpacing(0)
        self._where = plain_label(
            tr("Open Dental shows the file itself. Its API can't send files to this PC."),
            kind="faint",
            wrap=True,
        )
        self._column.addWidget(self._title)
        self._column.addLayout(self._edits)
        self._column.addLayout(self._facts)
        self._column.addSpacing(8)
        self._column.addWidget(self._where)
        button = command_button(open_in, theme, text=True)
        button.setProperty("kind", "action")
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.setFixedWidth(grown(WIDTH, self.font()))
        self.setAccessibleName(tr("Document"))
        details.changed.connect(self._show)
        details.fields_changed.connect(self._show)
        self._host: QWidget | None = None
        self._show()

    def _show(self) -> None:
        details = self._details
        self.setVisible(details.row is not None)
        for name, edit in details.edits.items():
            if name not in self.fields:
                self.fields[name] = InlineField(edit)
                self._edits.addWidget(self.fields[name])
        if self._host is not None:
            self._facts.removeWidget(self._host)
            self._host.hide()
            self._host.deleteLater()
        self._host = host = QWidget()
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6 + INDENT)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for line, (name, value) in enumerate(details.facts):
            label = plain_label(name, kind="second")
            label.setFixedWidth(grown(LABEL_WIDTH, self.font()))
            label.setObjectName("inlineName")
            grid.addWidget(label, line, 0)
            grid.addWidget(plain_label(breakable(value), wrap=True), line, 1)
        self._facts.addWidget(host)
