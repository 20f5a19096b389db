"""The pinboard's commands and the way to it. Its model is imported once the schedule is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.later import load_name
from app.core.text import msg
from app.domain.schedule.visit import Visit
from app.viewmodels.command import AsyncCommand
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.drop import DropViewModel
from app.viewmodels.staff.schedule.pinboard.commands import PIN, PINBOARD
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.staff.schedule.visit_actions import VisitActions
from app.viewmodels.translation import typed
from app.viewmodels.verdict import YES, Verdict

if TYPE_CHECKING:  # loads once the schedule is there
    from app.viewmodels.staff.schedule.pinboard.model import PinboardViewModel

MODEL = "app.viewmodels.staff.schedule.pinboard.model:PinboardViewModel"
EMPTY = Verdict(
    ok=False, reason=msg("The pinboard is empty. Select an appointment and press B to put it there.")
)


class LatePinboard(QObject):
    """`opened` when its model is there, `focus_asked` when the keyboard should go to it."""

    opened = Signal()
    focus_asked = Signal()

    def __init__(
        self,
        desk: DeskViewModel,
        schedule: ScheduleViewModel,
        drop: DropViewModel,
        actions: VisitActions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._schedule = schedule
        self._drop = drop
        self._actions = actions
        self._unwatch: Callable[[], None] = lambda: None
        self.model: PinboardViewModel | None = None
        """None before the first pin, as long as nothing was pinned in an earlier run."""
        scope = desk.parts.scope
        self.commands = [
            AsyncCommand(PIN, scope, self._pin, self._may_pin, desk.fail, self, about=actions.subject),
            desk.command(PINBOARD, self._go, self._may_go),
        ]
        schedule.selection_changed.connect(self.commands[0].refresh)
        scope.start(self._begin(), "pinboard")

    def close(self) -> None:
        """The desk was closed."""
        self._unwatch()
        if self.model is not None:
            self.model.close()

    def pin(self, seen: Visit) -> None:
        """Pin an appointment that was dragged here; the schedule may show another day than its own by now."""
        visit = self._schedule.visit(seen.apt_num) or seen
        verdict = self._actions.may_move(visit)
        if verdict.ok:
            self._desk.parts.scope.start(self._pin(visit), "pin")
        else:
            self._desk.warn(typed(verdict.reason))

    async def _begin(self) -> None:
        board = self._desk.parts.pinboard()

        def follow() -> None:  # with a hub, also of what another desk pins
            if board.pins:
                self._open()

        self._unwatch = board.watch(follow)
        await board.load()

    def _open(self) -> PinboardViewModel:
        if self.model is None:
            self.model = load_name(MODEL)(self._desk, self._drop, self)
            self.opened.emit()
        return self.model

    async def _pin(self, visit: Visit) -> None:
        await self._open().pin(visit)

    async def _go(self) -> None:
        self.focus_asked.emit()

    def _may_pin(self) -> Verdict:
        return self._actions.may_move(self._schedule.selected)

    def _may_go(self) -> Verdict:
        return YES if self.model is not None and self.model.rows else EMPTY
