"""The connection page: asks which office to open. An open office stays open until another one is ready."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, cast

from app.bootstrap.connecting.connections import Connections
from app.bootstrap.loading import load, load_here
from app.bootstrap.lost_settings import can_be_opened
from app.core.settings import Settings
from app.core.tasks import TaskScope
from app.views.staff.frame.window import MainWindow

if TYPE_CHECKING:  # these load after the first paint
    from PySide6.QtCore import QObject

    from app.api.hub.access import HubAccess
    from app.bootstrap.workspace import Workspace
    from app.viewmodels.messages import Message
    from app.viewmodels.staff.connect import Connection, ConnectViewModel
    from app.viewmodels.staff.hub.entry import HubEntry
    from app.viewmodels.staff.hub.way import HubWay
    from app.views.staff.frame.connecting.connect_page import ConnectPage

log = logging.getLogger(__name__)


class ConnectFlow:
    """Owns the connection page. `go_to` opens the selected office, and may fail."""

    def __init__(
        self,
        window: MainWindow,
        connections: Connections,
        scope: TaskScope,
        go_to: Callable[[Connection], Awaitable[None]],
    ) -> None:
        self._window = window
        self._connections = connections
        self._scope = scope
        self._go_to = go_to
        self._behind: Workspace | None = None
        self._viewmodel: ConnectViewModel | None = None
        self.page: ConnectPage | None = None
        self.went_back: Callable[[Workspace], None] = lambda _: None
        """Called when the user has gone back to the open office."""

    async def show(
        self,
        settings: Settings,
        message: Message | None,
        lost: str,
        *,
        behind: Workspace | None,
        fixed: frozenset[str] = frozenset(),
    ) -> None:
        """Show the page, over the open office if there is one; `message` and `lost` are the reasons.

        `fixed`: names of settings that the office's administrator has set.
        """
        await load("app.api.http")
        await load_here("app.viewmodels.staff.connect")
        from app.viewmodels.staff.connect import ConnectViewModel
        from app.views.staff.frame.connecting.connect_page import ConnectPage

        if self.page is not None:
            return
        viewmodel = ConnectViewModel(
            self._connections.check,
            self._scope,
            self._window,
            kept=self._connections.stored_keys,
            hub=lambda scope, parent: _hub_entry(self._connections.hub_way(settings), scope, parent),
            office_open=behind is not None,
        )
        viewmodel.begin(settings.mode, settings.server, hub=settings.hub, fixed=fixed)
        if message is not None:
            viewmodel.tell(message)
        if lost:
            viewmodel.tell_first(lost)
        viewmodel.connected.connect(
            lambda found: self._scope.start(self._connected(found, viewmodel), "connected")
        )
        viewmodel.left.connect(self._back)
        self._behind, self._viewmodel = behind, viewmodel
        self.page = ConnectPage(viewmodel)
        self._window.show_content(self.page)

    def tell_first(self, words: str) -> None:
        """Show this on the page, before what it says already."""
        if self._viewmodel is not None and words not in self._viewmodel.state.sentence:
            self._viewmodel.tell_first(words)

    def dismiss(self) -> None:
        """Close the page: an office has been opened."""
        if self.page is not None:
            self._window.drop_content(self.page)
        if self._viewmodel is not None:
            self._viewmodel.close()
            self._viewmodel.deleteLater()
        self.page = self._behind = self._viewmodel = None

    def set_behind(self, office: Workspace | None) -> None:
        """Set the office that is open behind the page, or none."""
        self._behind = office
        if self._viewmodel is not None:
            self._viewmodel.office_open = office is not None

    def _back(self) -> None:
        if (office := self._behind) is not None:
            office.show()
            self.dismiss()
            self.went_back(office)

    async def _connected(self, found: Connection, viewmodel: ConnectViewModel) -> None:
        """Open the office that answered; a failure is shown on the page."""
        try:
            await self._go_to(found)
        except Exception as error:
            log.exception("could not open the office")
            from app.api.keys import VaultClosed
            from app.viewmodels.messages import explain

            cause = error.__cause__ or error
            viewmodel.tell(explain(cause), offer=found if isinstance(cause, VaultClosed) else None)
            if self.page is not None:
                self._window.show_content(self.page)


def _hub_entry(way: HubWay, scope: TaskScope, parent: QObject) -> HubEntry:
    """The page's part for the office hub, when it is first chosen."""
    from app.viewmodels.staff.hub.entry import HubEntry

    return HubEntry(way, scope, parent)


def remembering(settings: Settings, found: Connection) -> Settings:
    """The settings to store for an office. Opening the training practice never replaces an office."""
    from app.api.modes import Mode, hub_of

    address = found.address

    if address.mode is Mode.TRAINING and can_be_opened(settings):
        return settings
    server = address.base_url if address.mode is Mode.SERVICE else settings.server
    hub, hub_id = settings.hub, settings.hub_id
    if address.mode is Mode.HUB:
        hub, hub_id = hub_of(address), cast("HubAccess", found.keys).hub_id
    same = (settings.mode, settings.server, settings.hub_id) == (address.mode, server, hub_id)
    # Clinic numbers differ between offices.
    clinic_num = settings.clinic_num if same else 0
    return settings.changed(
        mode=address.mode.value, server=server, hub=hub, hub_id=hub_id, clinic_num=clinic_num
    )
