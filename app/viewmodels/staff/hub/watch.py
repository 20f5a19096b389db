"""A banner on every screen when only people can bring this desk back to the hub."""

from __future__ import annotations

from collections.abc import Callable

from app.api import errors
from app.api.hub.desk import HubDesk
from app.viewmodels.banners import Banner
from app.viewmodels.messages import explain
from app.viewmodels.staff.commands import OFFICE
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr

BANNER = "hub"


class HubWatch:
    """Shown while the hub refuses this desk, or isn't the one that it was paired with."""

    def __init__(self, desk: DeskViewModel, hub: HubDesk) -> None:
        self._desk = desk
        self._hub = hub
        self._unwatch = hub.stream.watch_standing(lambda _: self._follow())

    def close(self) -> None:
        """Stop following the hub."""
        self._unwatch()

    def _follow(self) -> None:
        trouble, banners = self._hub.stream.trouble, self._desk.banners
        self._desk.status.tick()
        if isinstance(trouble, errors.DeviceRevoked | errors.OtherHub):
            do: Callable[[], None] = self._desk.commands[OFFICE.id].run
            banners.show(Banner(BANNER, explain(trouble).sentence, tr("Pair again")), do)
        elif trouble is None:
            banners.hide(BANNER)
