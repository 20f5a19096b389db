"""Where the rows of a timeline are: measured as they come into view, without what is read moving."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView

from app.viewmodels.timeline import TimelineModel
from app.views.widgets.timeline.heights import RowHeights
from app.views.widgets.timeline.typeset import FEW_LINES, SetEntry, Typesetter

Action = QAbstractItemView.CursorAction
Hint = QAbstractItemView.ScrollHint
TRIES = 8
"""Measuring rows may bring others into view. After so many steps the rest waits for the next paint."""


class TimelineRows:
    """Offsets are pixels from the top of the first row."""

    def __init__(self, model: TimelineModel, font: QFont, few: int = FEW_LINES) -> None:
        """`few` is the number of lines of a folded entry."""
        self._model = model
        self._few = few
        self._unfolded: set[Hashable] = set()
        self.heights = RowHeights()
        self.width = 0
        self.set_font(font)

    def set_font(self, font: QFont) -> None:
        """Another font needs other heights."""
        self.typesetter = Typesetter(font, self._few)
        self.start_over()

    def start_over(self) -> None:
        """The model has other rows."""
        self.heights.reset(self._model.rowCount(), self.typesetter.estimate)

    def resize(self, width: int) -> None:
        """Another width wraps the text differently."""
        if width != self.width:
            self.width = width
            self.heights.forget(0, len(self.heights) - 1)

    def toggle(self, row: int) -> None:
        """Unfold a long note, or fold it again."""
        if self.lay_out(row).has_more:
            self._unfolded ^= {self._model.rows[row].key}
            self.heights.forget(row, row)

    def lay_out(self, row: int) -> SetEntry:
        """An entry in lines."""
        entry = self._model.rows[row]
        return self.typesetter.lay_out(entry, self.width, unfolded=entry.key in self._unfolded)

    def settle(self, offset: int, room: int) -> int:
        """Measure all rows that are in view at an offset. Returns the offset at which they stay where they are."""
        heights = self.heights
        for _ in range(TRIES):
            offset = max(min(offset, heights.total - room), 0)
            first = heights.at(offset)
            if first < 0:
                return 0
            more = self._measure(first)
            if more and heights.top(first) < offset:
                # It is partly above the view: its lower part, which is in view, stays.
                offset = max(offset + more, heights.top(first))
                continue
            row, top = first + 1, heights.top(first) + heights.height(first)
            while row < len(heights) and top < offset + room:
                self._measure(row)
                top += heights.height(row)
                row += 1
            if offset <= max(heights.total - room, 0):
                break
        return offset

    def offset_for(self, row: int, hint: Hint, offset: int, room: int) -> int:
        """The offset nearest to this one at which a row is in view; its top, if it is higher than the view."""
        for _ in range(TRIES):
            self._measure(row)
            top = self.heights.top(row)
            low = top + self.heights.height(row) - room
            wanted = offset
            if hint is Hint.PositionAtTop or offset > top or low > top:
                wanted = top
            elif hint is Hint.PositionAtCenter:
                wanted = (top + low) // 2
            elif hint is Hint.PositionAtBottom or offset < low:
                wanted = low
            settled = self.settle(wanted, room)
            if settled == offset:
                break
            offset = settled
        return offset

    def next_row(self, row: int, action: Action, page: int) -> int:
        """The row that a key leads to; -1: there are no rows."""
        last, top = len(self.heights) - 1, self.heights.top(max(row, 0))
        match action:
            case Action.MoveHome:
                row = 0
            case Action.MoveEnd:
                row = last
            case Action.MovePageUp:
                row = min(self.heights.at(max(top - page, 0)), row - 1)
            case Action.MovePageDown:
                row = max(self.heights.at(min(top + page, self.heights.total - 1)), row + 1)
            case Action.MoveUp | Action.MovePrevious:
                row -= 1
            case Action.MoveDown | Action.MoveNext:
                row += 1
        return min(max(row, 0), last)

    def _measure(self, row: int) -> int:
        """Measure a row. Returns how much higher it is than it counted."""
        if self.heights.is_measured(row):
            return 0
        return self.heights.set(row, self.lay_out(row).height)
