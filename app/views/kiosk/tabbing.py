"""Where Tab goes at a kiosk: through the top bar, the page or the card over it, and the bottom bar, as one reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.views.kiosk.widgets.keys import Keys
from app.views.widgets.tab_order import laid_out


def step(areas: Iterable[QWidget], *, forward: bool) -> bool:
    """Give the focus to the next or the previous stop of these areas; False: there is none.

    Qt's own order is the order in which widgets were made, and pages are made one after another, or again.
    """
    stops = [each for area in areas for each in _within(area) if _is_stop(each)]
    if not stops:
        return False
    held = QApplication.focusWidget()
    at = stops.index(held) + (1 if forward else -1) if held in stops else 0 if forward else -1
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[at % len(stops)].setFocus(reason)
    return True


def _within(area: QWidget) -> Iterator[QWidget]:
    for each in laid_out(area):
        yield each
        if isinstance(each, Keys):  # it places its keys itself
            yield from each.buttons()


def _is_stop(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
