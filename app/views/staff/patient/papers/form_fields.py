"""The fields of the selected form, from top to bottom."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.viewmodels.command import AsyncCommand
from app.viewmodels.staff.patient.papers.form_fields import FormField, FormFields, Role
from app.viewmodels.translation import tr
from app.views.staff.frame.command_button import command_button
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.inline.field import INDENT, LABEL_WIDTH, InlineField
from app.views.widgets.labels import breakable, plain_label

WIDTH = 420


class FormFieldsPanel(QFrame):
    """Hidden without a form. Fields stay as they are while others are saved."""

    def __init__(self, model: FormFields, open_in: AsyncCommand, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("section")
        self._model = model
        self._shown: tuple[FormField, ...] | None = None
        self._host: QWidget | None = None
        self.fields: dict[int, InlineField] = {}
        self._title = plain_label(kind="title", wrap=True)
        self._words = plain_label(kind="second", wrap=True)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 4, 8)
        column.setSpacing(6)
        button = command_button(open_in, theme, text=True)
        button.setProperty("kind", "link")
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addWidget(self._area, 1)
        self.setFixedWidth(grown(WIDTH, self.font()))
        self.setAccessibleName(tr("Form"))
        model.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        model = self._model
        self.setVisible(model.row is not None)
        self._title.setText(breakable(model.row.title) if model.row is not None else "")
        words = model.words or (model.why_not if any(each.role is Role.EDIT for each in model.fields) else "")
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._area.setVisible(bool(model.fields))
        if model.fields != self._shown:
            self._shown = model.fields
            self._rebuild(model.fields)

    def _rebuild(self, fields: tuple[FormField, ...]) -> None:
        host = QWidget()
        host.setObjectName("plain")
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(4)
        self.fields = {}
        for field in fields:
            if field.role is Role.EDIT:
                self.fields[field.number] = InlineField(self._model.edits[field.number])
                column.addWidget(self.fields[field.number])
            else:
                column.addWidget(_read_only(field))
        column.addStretch(1)
        self._host = host
        self._area.setWidget(host)
        host.setAutoFillBackground(False)


def _read_only(field: FormField) -> QWidget:
    """A text across the panel, or a name and its value."""
    kind = "late" if field.role is Role.SIGNATURE and not field.signed else ""
    value: QLabel = plain_label(breakable(field.text), kind=kind, wrap=True)
    if not field.label:
        value.setContentsMargins(4, 4, 0, 4)
        return value
    line = QWidget()
    grid = QGridLayout(line)
    grid.setContentsMargins(0, 2, 0, 2)
    grid.setHorizontalSpacing(6 + INDENT)
    grid.setColumnStretch(1, 1)
    name = plain_label(field.label, kind="second", wrap=True)
    name.setObjectName("inlineName")
    name.setFixedWidth(grown(LABEL_WIDTH, line.font()))
    grid.addWidget(name, 0, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(value, 0, 1, Qt.AlignmentFlag.AlignTop)
    return line
