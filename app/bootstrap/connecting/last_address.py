"""Where the office of the last time is reached. A start needs it before its first paint, so it imports little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.settings import Settings

if TYPE_CHECKING:  # these load after the first paint
    from app.api.modes import OfficeAddress


def last_address(settings: Settings) -> OfficeAddress | None:
    """Where the last office was reached; None: the settings name none."""
    from app.api.modes import Mode, OfficeAddress, hub_address, service_address

    if settings.mode == Mode.SERVICE:
        return service_address(settings.server)
    if settings.mode == Mode.HUB and settings.hub and settings.hub_id:
        return hub_address(settings.hub)
    if settings.mode in (Mode.LOCAL, Mode.REMOTE):
        return OfficeAddress.standard(Mode(settings.mode))
    return None
