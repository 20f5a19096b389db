"""A group of settings: titles at the left, fields at the right, on the same lines in every group."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QWidget

from app.views.theme.fonts import grown
from app.views.widgets.labels import plain_label

TITLES, LINE = 184, 22
"""The width of the titles' column, and the least height with which a form centers a title beside its field."""


class SettingsGroup(QFormLayout):
    """Rows of a title and its field."""

    def __init__(self, *rows: tuple[str, QWidget]) -> None:
        super().__init__()
        self.setHorizontalSpacing(12)
        self.setVerticalSpacing(6)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for title, field in rows:
            self.add(title, field)

    def add(self, title: str, field: QWidget) -> None:
        """One more row."""
        label = plain_label(title)
        label.setBuddy(field)
        label.setMinimumSize(grown(TITLES, label.font()), grown(LINE, label.font()))
        self.addRow(label, field)
