"""One request, encoded and ready to be sent."""

from __future__ import annotations

from msgspec import Struct

from app.api.documented import ANYTHING, Documented
from app.api.sending import Sending
from app.wire.permissions import Permission


class Request(Struct, frozen=True):
    """A request to the office. Two equal reads share one answer."""

    method: str
    """The endpoint's name, for errors: "Appointments.confirm"."""
    verb: str
    target: str
    """Path and query relative to the office's base address, percent-encoded."""
    body: bytes | None
    reads: bool
    """Whether it changes nothing, so that it may be retried and shared."""
    needs: Permission
    documented: Documented = ANYTHING
    """The expected form of a success."""
    sending: Sending | None = None
    """Follows a write's body while it is sent."""
