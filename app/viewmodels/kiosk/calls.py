"""What goes on beside the pages: the wait for a touch, and the call for help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.api.errors import ApiError
from app.api.hub.link import HubRefused
from app.core.clock import Clock
from app.core.tasks import LatestTask, TaskScope
from app.viewmodels.kiosk.desk import KioskDesk
from app.viewmodels.kiosk.idle import (
    DESK_SECONDS,
    DONE_SECONDS,
    IDLE_SECONDS,
    PATIENCE_SECONDS,
    PRIVATE_SECONDS,
    WARNING_SECONDS,
    IdleTimer,
)
from app.viewmodels.kiosk.state import HelpCall, Page
from app.wire.hub.kiosk import Help, Step

if TYPE_CHECKING:  # it loads this module
    from app.viewmodels.kiosk.kiosk import KioskViewModel


class Calls:
    """The timers of one kiosk."""

    def __init__(self, model: KioskViewModel, desk: KioskDesk, clock: Clock, scope: TaskScope) -> None:
        self._model = model
        self._desk = desk
        self._idle = IdleTimer(clock, scope, self._count)
        self._help = LatestTask(scope)

    def restart(self) -> None:
        """Wait for the next touch, as long as this page allows."""
        model = self._model
        if model.state.seconds_left:
            model.put(seconds_left=0)
        state = model.state
        if state.busy:
            self._idle.restart(PATIENCE_SECONDS, 0, self._lose_patience)
        elif state.page is Page.WELCOME:
            # Nobody is asked anything, but the next patient finds the page as the office set it up.
            self._idle.restart(IDLE_SECONDS, 0, model.wipe)
        elif state.page is Page.SEE_DESK:
            self._idle.restart(DESK_SECONDS, 0, model.wipe)
        elif state.page is Page.CHECKED_IN:
            self._idle.restart(DONE_SECONDS, 0, model.wipe)
        else:
            private = state.page in (Page.NEXT_VISIT, Page.BALANCE)
            self._idle.restart(PRIVATE_SECONDS if private else IDLE_SECONDS, WARNING_SECONDS, model.wipe)

    def stop(self) -> None:
        """Wait for nothing, and drop a call for help that is not sent yet."""
        self._idle.stop()
        self._help.cancel()

    def call_help(self, step: Step) -> None:
        """Tell the front desk, once at a time."""
        if self._model.state.help is not HelpCall.CALLING:
            self._model.put(help=HelpCall.CALLING)
            self._help.start(self._call(step), "help")

    async def _call(self, step: Step) -> None:
        try:
            await self._desk.help(Help(step=step, language=self._model.state.look.language))
        except (ApiError, HubRefused):
            self._model.put(help=HelpCall.FAILED)
        else:
            self._model.put(help=HelpCall.CALLED)

    def _count(self, left: int) -> None:
        if left == WARNING_SECONDS:
            self._model.warned.emit()
        self._model.put(seconds_left=left)

    def _lose_patience(self) -> None:
        self._model.visit.journey.stop()
        self._model.visit.journey.see_desk()
