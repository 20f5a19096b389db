"""The tab stops of a part of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.views.staff.frame.frame import tab_stops


def test_tab_stops_are_in_the_order_of_the_layouts(qtbot: QtBot) -> None:
    """Those of inner layouts and of widgets inside come in their place; what takes no focus is left out."""
    part, inner = QWidget(), QWidget()
    qtbot.addWidget(part)
    first, second, third, fourth = QPushButton(), QLineEdit(), QPushButton(), QPushButton()
    silent = QPushButton()
    silent.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    row, column, inside = QHBoxLayout(part), QVBoxLayout(), QHBoxLayout(inner)
    row.addWidget(first)
    row.addLayout(column)
    column.addWidget(QLabel())
    column.addWidget(second)
    column.addStretch(1)
    row.addWidget(inner)
    inside.addWidget(third)
    row.addWidget(silent)
    row.addWidget(fourth)
    assert tab_stops(part) == [first, second, third, fourth]
