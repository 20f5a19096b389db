"""The change stream: what the hub tells each device while it is connected, one JSON object a line.

A line names no patient: it says what to read again. The first line is `Connected`; after a gap, everything that was
followed is read again. A `Beat` comes at least every `BEAT_SECONDS`: without it the stream counts as broken.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Raw, Struct

BEAT_SECONDS = 5.0
BROKEN_SECONDS = 12.0
"""Without a line for this long, a device connects again and reads for itself until then."""


class Topic(StrEnum):
    """What changed in the hub itself."""

    KIOSKS = "kiosks"
    ARRIVALS = "arrivals"
    PROPOSALS = "proposals"
    KIOSK_OFFICE = "kiosk office"
    DEVICES = "devices"
    PEOPLE = "people"
    SHARED = "shared"
    """`key` names the document."""
    PRESENCE = "presence"
    """`key` names the record."""


class Connected(Struct, frozen=True, tag="connected"):
    """The stream begins. `office_online`: whether the office answers the hub.

    `paced`: the office's key has a rate limit, so desks read nothing ahead.
    """

    time: datetime
    office_online: bool
    paced: bool = False


class Beat(Struct, frozen=True, tag="beat"):
    """Nothing is new. `office_online`, as `Connected`."""

    office_online: bool


class Changed(Struct, frozen=True, tag="changed"):
    """Something of the hub's own changed."""

    topic: Topic
    key: str = ""


class SignalRows(Struct, frozen=True, tag="signals"):
    """New rows of Signalods, as the office answered them."""

    rows: tuple[Raw, ...]


class OfficeEvent(Struct, frozen=True, tag="event"):
    """An event of Open Dental: its kind (`app.api.events`), the workstation, and its body."""

    kind: str
    workstation: str
    body: Raw


class Written(Struct, frozen=True, tag="written"):
    """A write went through the hub and succeeded. `device_num`: whose; `keys`: the key fields that it named."""

    method: str
    device_num: int
    keys: dict[str, int]


class Posted(StrEnum):
    """What is posted to an account."""

    PAYMENT = "payment"
    REFUND = "refund"
    ADJUSTMENT = "adjustment"
    PLAN = "payment plan"
    INSURANCE = "insurance payment"
    DEPOSIT = "deposit"


class TwinPosting(Struct, frozen=True, tag="twin payment"):
    """Another device is about to post what this device just posted, or is posting.

    `pat_num` 0: the call doesn't say whose account it is. A refund was refused; anything else was asked about.
    """

    device: str
    pat_num: int
    what: Posted = Posted.PAYMENT


StreamLine = Connected | Beat | Changed | SignalRows | OfficeEvent | Written | TwinPosting
