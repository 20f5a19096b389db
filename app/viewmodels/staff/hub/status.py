"""What the status line says of the office hub. Loaded in mode Hub."""

from __future__ import annotations

from msgspec import Struct

from app.api import errors
from app.api.hub.desk import HubDesk
from app.core.text import NO_TEXT, Text, msg
from app.viewmodels.staff.hub.words import CHECKS


class HubStatus(Struct, frozen=True):
    """`words`: what is wrong, for the line; empty: nothing. `advice`: what to do, when the pointer rests there."""

    words: Text = NO_TEXT
    advice: Text = NO_TEXT
    waiting: Text = NO_TEXT
    """How many requests of all desks wait in the hub, where the office's key has a rate limit."""
    live: bool = False
    """Whether the hub tells this desk of every change: what is shown is current, however long ago it was read."""


_AGAIN = msg("Pair this PC again with a code from another desk: File, Connect to another office, Office hub.")
_TROUBLES: tuple[tuple[type[errors.ApiError], HubStatus], ...] = (
    (
        errors.OtherHub,
        HubStatus(
            msg("Another program answers in place of the office hub"),
            _AGAIN,
        ),
    ),
    (errors.DeviceRevoked, HubStatus(msg("This PC is no longer paired with the office hub"), _AGAIN)),
    (errors.Unreachable, HubStatus(msg("Can't reach the office hub"), CHECKS)),
    (
        errors.ApiError,
        HubStatus(
            msg("The connection to the office hub breaks off"),
            msg("Front Desk connects again by itself and reads changes as without a hub until then."),
        ),
    ),
)
_OFFLINE = HubStatus(
    msg("The office hub can't reach Open Dental's server"),
    msg("Check that the server is on and its Open Dental API Service runs. Your changes wait on this PC."),
)


def hub_status(hub: HubDesk) -> HubStatus:
    """What is wrong between this desk, the hub and the office."""
    stream = hub.stream
    if stream.trouble is not None:
        return next(status for kind, status in _TROUBLES if isinstance(stream.trouble, kind))
    if stream.standing and not stream.office_online:
        return _OFFLINE
    count = hub.place.waiting
    waiting = msg("{n} waiting in the hub", n=count) if count else NO_TEXT
    return HubStatus(waiting=waiting, live=stream.tells_all)
