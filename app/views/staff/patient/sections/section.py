"""The frame of a section of the patient page: its header, and its contents or why there are none."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.viewmodels.staff.patient.sections.section import Section, SectionSpec
from app.viewmodels.translation import tr, typed
from app.views.staff.frame.command_button import command_button
from app.views.theme.fonts import grown
from app.views.theme.theme import Theme
from app.views.widgets.labels import breakable, plain_label
from app.views.widgets.tab_order import follow_layout

HEADER_HEIGHT = 28
"""With or without a button."""


class SectionBody(QWidget):
    """The interface of a section's contents: created with the section and the theme, shown only with a value."""

    def fill(self) -> None:
        """Show what the section has now."""
        raise NotImplementedError


class SectionFrame(QFrame):
    """Title, age, and one action in the header; loading, refusals and "Try again" look the same everywhere."""

    def __init__(self, spec: SectionSpec, section: Section[Any], body: SectionBody, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("section")
        self._section = section
        self._body = body
        self._stops: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        header = QHBoxLayout()
        header.setSpacing(8)
        title = plain_label(typed(spec.title), kind="title")
        title.setMinimumHeight(grown(HEADER_HEIGHT, self.font()))
        header.addWidget(title)
        self._age = plain_label(kind="faint")
        header.addWidget(self._age)
        header.addStretch(1)
        if section.action is not None:
            button = command_button(section.action, theme, text=True)
            button.setProperty("kind", "link")
            header.addWidget(button)
        self._note = plain_label(kind="second", wrap=True)
        self._again = QToolButton()
        self._again.setProperty("kind", "link")
        self._again.setText(tr("Try again"))
        self._again.clicked.connect(section.read_again)
        column.addLayout(header)
        for part in (self._note, self._again, body):
            column.addWidget(part)
        self.setAccessibleName(typed(spec.title))
        section.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        section = self._section
        ready = section.value is not None
        self._age.setText(section.age_words)
        self._note.setText(breakable(section.note))
        self._note.setVisible(bool(section.note))
        self._again.setVisible(section.refused)
        self._body.setVisible(ready)
        if ready:
            self._body.fill()
            self._stops = follow_layout(self, self._stops)
