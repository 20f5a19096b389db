"""Tab order by layout: widgets that were added later are reached where they are seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget
from shiboken6 import Shiboken

from app.core.present import present


def follow_layout(host: QWidget, known: list[QWidget], *, at: QWidget | None = None) -> list[QWidget]:
    """Let Tab go through a widget in the order of its layouts, and return that order.

    `known` is what the last call returned: while nothing was added or moved, nothing is done. The first one keeps its
    place among the widgets outside, or comes where `at` was added to the window.
    """
    layout = host.layout()
    order = list(_stops(layout)) if layout is not None else []
    if order != known:
        outside = [_before(at, host)] if at is not None else []
        for before, after in pairwise((*outside, *order)):
            QWidget.setTabOrder(before, after)
    return order


def lead_into(host: QWidget, stops: Iterable[QWidget]) -> None:
    """Let Tab reach new children of a widget, which takes no focus itself, where the widget is.

    They would be last of the window, since an order can only be set after what takes focus.
    """
    host.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for before, after in pairwise((host, *stops)):
        QWidget.setTabOrder(before, after)
    host.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _before(place: QWidget, host: QWidget) -> QWidget:
    """What Tab stops at before a place, apart from what is in `host`."""
    before = present(place.previousInFocusChain())
    while before is not place and (
        host.isAncestorOf(before) or not before.focusPolicy() & Qt.FocusPolicy.TabFocus
    ):
        before = present(before.previousInFocusChain())
    return before


def _stops(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = present(layout.itemAt(place))
        widget = cast(QWidget | None, item.widget())
        inner = item.layout() if widget is None else widget.layout()
        if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy():
            yield widget
        if not isinstance(item, QLayout):
            Shiboken.invalidate(
                item
            )  # else it outlives its layout's item, and an event at its address has its type
        if inner is not None:
            yield from _stops(inner)
