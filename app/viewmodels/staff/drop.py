"""Moving and resizing on the book: what a drop would do, in words, before it is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from PySide6.QtCore import QObject

from app.core.tasks import TaskScope
from app.domain.clashes import Clash, find_clashes
from app.domain.tile import time_text
from app.domain.visit import Column, Visit
from app.services.visits import VisitWrites
from app.viewmodels.staff.book import BookViewModel
from app.viewmodels.staff.visit_actions import VisitActions


@dataclass(frozen=True, slots=True)
class DropHint:
    """What the ghost says: where it would land, and what stands in the way. `clash` colours it."""

    words: str
    clash: bool


class DropViewModel(QObject):
    """Answers the canvas while something is dragged, and carries the drop out."""

    def __init__(
        self,
        book: BookViewModel,
        writes: VisitWrites,
        actions: VisitActions,
        scope: TaskScope,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._book = book
        self._writes = writes
        self._actions = actions
        self._scope = scope

    def describe_drop(self, apt_num: int, column: int, start_minute: int, minutes: int) -> DropHint:
        """Say where the visit would land and name every clash."""
        visit, target = self._book.visit(apt_num), self._column(column)
        if visit is None or target is None:
            return DropHint("", clash=False)
        clashes = self._clashes(visit, target, start_minute, minutes)
        where = f"{time_text(self._moment(target, start_minute))} {target.title}"
        return DropHint("\n".join([where, *(clash.words for clash in clashes)]), clash=bool(clashes))

    def drop(self, apt_num: int, column: int, start_minute: int) -> None:
        """Move a visit to where it was dropped."""
        visit, target = self._book.visit(apt_num), self._column(column)
        if visit is None or target is None:
            return
        start = self._moment(target, start_minute)
        op_num = visit.op_num if target.day is not None and self._weekly else target.key
        if (start, op_num) != (visit.start, visit.op_num):
            self._scope.start(self._tell(self._writes.move(visit, start, op_num)), "move")

    def resize(self, apt_num: int, minutes: int) -> None:
        """Give a visit another length."""
        visit = self._book.visit(apt_num)
        if visit is not None and minutes != visit.minutes:
            self._scope.start(self._tell(self._writes.resize(visit, minutes)), "resize")
