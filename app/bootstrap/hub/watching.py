"""The hub watches the office for all desks: signals, and Open Dental's events where it can reach this PC."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.api.modes import Mode
from app.hub.office.watching import OfficeWatch

if TYPE_CHECKING:  # loads where events are possible
    from app.bootstrap.hub.sources import HubOfficeSource
    from app.bootstrap.listener import EventServer
    from app.hub.hub import Hub

USER = "hub"
"""In the subscriptions' note, in place of a person."""


async def watch_office(hub: Hub, source: HubOfficeSource) -> EventServer | None:
    """Watch from now on. Returns what listens for events, to be stopped first; None where none can come."""
    watch = hub.part(OfficeWatch)
    hub.scope.start(watch.run(), "watch")
    if source.address.mode not in (Mode.LOCAL, Mode.SERVICE):
        return None
    from app.api.events import EventListener
    from app.bootstrap.listener import EventServer

    listener = EventListener(source.keys.customer, hub.clock)
    watch.listen(listener)
    server = EventServer(listener, hub.office, hub.scope, hub.clock, user=USER, follows_all=True)
    await server.start()
    return server
