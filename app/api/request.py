"""One request, written out and ready to leave."""

from __future__ import annotations

from msgspec import Struct

from app.api.documented import ANYTHING, Documented
from app.wire.permissions import Permission


class Request(Struct, frozen=True):
    """What goes to the office. Two reads that are equal get one answer."""

    method: str
    """The endpoint's name, for errors: "Appointments.confirm"."""
    verb: str
    target: str
    """Path and query below the office's base address, percent-encoded."""
    body: bytes | None
    reads: bool
    """Whether it changes nothing, so that it may be sent again and shared."""
    needs: Permission
    documented: Documented = ANYTHING
    """What a good answer looks like."""
