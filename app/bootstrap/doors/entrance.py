"""Passes what other programs ask for to the open office; until there is one, the last request is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.bootstrap.loading import load_here
from app.core.tasks import TaskScope
from app.views.staff.frame.window import MainWindow

if TYPE_CHECKING:  # the usual start needs none of it
    from app.bootstrap.connecting.connect_flow import ConnectFlow
    from app.bootstrap.workspace import Workspace
    from app.core.outside import OutsideRequest
    from app.viewmodels.staff.desk import DeskViewModel
    from app.viewmodels.staff.doors.outside import OutsideViewModel


class Entrance:
    """One for the program."""

    def __init__(
        self,
        window: MainWindow,
        connect_flow: ConnectFlow,
        scope: TaskScope,
        office: Callable[[], Workspace | None],
    ) -> None:
        """`office` returns the open one."""
        self._window = window
        self._connect_flow = connect_flow
        self._scope = scope
        self._office = office
        self._kept: tuple[OutsideRequest, Workspace | None] | None = None
        """The last request, and the office that was open when it came."""
        self._model: tuple[DeskViewModel, OutsideViewModel] | None = None
        """What shows requests, and the desk it was made for."""

    def ask(self, request: OutsideRequest | None) -> None:
        """Bring the window to the front, and show what is asked for as soon as that is possible."""
        self._window.to_front()
        if request is None:
            return
        office, page = self._office(), self._connect_flow.page
        if office is not None and (page is None or not page.isVisible()):
            self._scope.start(self._pass_on(office.desk, request), "asked from outside")
            return
        self._kept = (request, office) if request.trouble is None else None
        self._say(request, office)

    def opened(self, office: Workspace) -> None:
        """An office is shown. A request made while another one was open is dropped: its PatNum is not of this one."""
        kept, self._kept = self._kept, None
        if kept is not None and kept[1] in (None, office):
            self._scope.start(self._pass_on(office.desk, kept[0]), "asked from outside")

    def _say(self, request: OutsideRequest, office: Workspace | None) -> None:
        """Say what is in the way, or that there is nothing to show."""
        from app.viewmodels.staff.doors.words import CONNECT_FIRST, GO_BACK_FIRST, OPENING, TROUBLE
        from app.viewmodels.translation import tr

        if request.trouble is not None:
            words = tr(TROUBLE[request.trouble])
        elif not request.pat_num and not request.phone:
            return
        elif self._connect_flow.page is None:
            words = tr(OPENING)
        else:
            words = tr(GO_BACK_FIRST if office is not None else CONNECT_FIRST)
        if self._connect_flow.page is None:
            self._window.say(words)
        else:
            self._connect_flow.tell_first(words)

    async def _pass_on(self, desk: DeskViewModel, request: OutsideRequest) -> None:
        await load_here("app.viewmodels.staff.doors.outside")
        from app.viewmodels.staff.doors.outside import OutsideViewModel

        if self._model is None or self._model[0] is not desk:
            self._model = desk, OutsideViewModel(desk)
        self._model[1].ask(request)
