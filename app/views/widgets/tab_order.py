"""Tab order by layout: widgets that were added later are reached where they are seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from app.core.present import present

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def follow_layout(host: QWidget, known: list[QWidget], *, at: QWidget | None = None) -> list[QWidget]:
    """Let Tab go through a widget in the order of its layouts, and return that order.

    `known` is what the last call returned: while nothing was added or moved, nothing is done. The first one keeps its
    place among the widgets outside, or comes where `at` was added to the window.
    """
    order = [each for each in laid_out(host) if _is_stop(each)]
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


def laid_out(host: QWidget) -> Iterator[QWidget]:
    """The widgets in a widget's layout and in those inside it, in order, each followed by what it contains itself.

    The layout is not asked for its items: PySide makes a new object for each that was let go of, and keeps all of
    them as long as the layout. One that is kept outlives its item, and an event at the same address has its type.
    """
    layout = host.layout()
    if layout is not None:
        yield from _in(layout, host.findChildren(QWidget, options=_DIRECT))


def _before(place: QWidget, host: QWidget) -> QWidget:
    """What Tab stops at before a place, apart from what is in `host`."""
    before = present(place.previousInFocusChain())
    while before is not place and (
        host.isAncestorOf(before) or not before.focusPolicy() & Qt.FocusPolicy.TabFocus
    ):
        before = present(before.previousInFocusChain())
    return before


def _in(layout: QLayout, widgets: list[QWidget]) -> Iterator[QWidget]:
    """`widgets`: what may be in this layout; what is in it is taken out."""
    inner = [each for each in layout.children() if isinstance(each, QLayout)]
    places: list[tuple[int, QWidget | QLayout]] = [
        *((layout.indexOf(each), each) for each in widgets),
        *((layout.indexOf(each), each) for each in inner),
    ]
    held = sorted((one for one in places if one[0] >= 0), key=lambda one: one[0])
    widgets[:] = [each for place, each in places if place < 0 and isinstance(each, QWidget)]
    for _, each in held:
        if isinstance(each, QLayout):
            yield from _in(each, widgets)
        else:
            yield each
            yield from laid_out(each)


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not widget.focusProxy()
