"""What parts of a patient have in common: their age, and what they say while they are loading or were refused."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from app.viewmodels.staff.patient.sections.section import Section
from app.viewmodels.translation import tr
from app.views.widgets.labels import breakable, plain_label


def age_label(section: Section[Any]) -> QLabel:
    """The age of data that are old or being updated, for a header."""
    label = plain_label(kind="faint")
    section.changed.connect(lambda: label.setText(section.age_words))
    label.setText(section.age_words)
    return label


class PartNote(QWidget):
    """A line that a part is loading, or why it isn't there with "Try again". Takes no room otherwise."""

    def __init__(self, section: Section[Any]) -> None:
        super().__init__()
        self._section = section
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._words = plain_label(kind="second", wrap=True)
        self._again = QToolButton()
        self._again.setProperty("kind", "link")
        self._again.setText(tr("Try again"))
        self._again.clicked.connect(section.read_again)
        row.addWidget(self._words, 1)
        row.addWidget(self._again)
        section.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        section = self._section
        self._words.setText(breakable(section.note))
        self._again.setVisible(section.refused)
        shown = bool(section.note)
        if not shown or self.parentWidget() is not None:  # alone it would be a window
            self.setVisible(shown)
