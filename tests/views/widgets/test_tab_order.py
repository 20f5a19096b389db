"""Tab follows the layout."""

from __future__ import annotations

import gc

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from app.views.widgets.tab_order import follow_layout, lead_into


def test_what_is_inserted_is_reached_where_it_is(qtbot: QtBot) -> None:
    """A field that was made last but stands in the middle is the second one; nested layouts are followed."""
    host = QWidget()
    qtbot.addWidget(host)
    column, row = QVBoxLayout(host), QHBoxLayout()
    first, last, left, right = (QLineEdit() for _ in range(4))
    column.addWidget(first)
    column.addWidget(last)
    order = follow_layout(host, [])
    row.addWidget(left)
    row.addWidget(right)
    column.insertLayout(1, row)
    order = follow_layout(host, order)
    assert order == [first, left, right, last]
    assert first.nextInFocusChain() is left
    assert right.nextInFocusChain() is last
    assert follow_layout(host, order) == order


def test_children_made_late_are_reached_where_their_widget_is(qtbot: QtBot) -> None:
    """Two groups that are filled later, the second one first, come before the field that stands below them."""
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    first, one, two, last = QLineEdit(), QWidget(), QWidget(), QLineEdit()
    for widget in (first, one, two, last):
        column.addWidget(widget)
    made: list[QWidget] = [first]
    for group in (two, one):
        fields = [QLineEdit(group), QLineEdit(group)]
        lead_into(group, fields)
        made[1:1] = fields
    made.append(last)
    order, stop = [first], first.nextInFocusChain()
    while stop is not first:
        order += [stop] if isinstance(stop, QLineEdit) else []
        stop = stop.nextInFocusChain()
    assert order == made


def test_no_item_outlives_its_layout(qtbot: QtBot) -> None:
    """Python has no object of a layout's items: the layout would keep it, and an event at its address its type."""
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    for _ in range(5):
        column.addWidget(QLineEdit())
    before = items()
    follow_layout(host, [])
    assert items() == before


def items() -> int:
    """How many Python objects of layout items there are, also of those that were let go of."""
    return sum(type(each) is QWidgetItem for each in gc.get_objects())
