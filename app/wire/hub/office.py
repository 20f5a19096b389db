"""Documents that all desks share, and which desk has which patient open."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from app.wire.hub.actions import DESKS, HubAction, Message, Reply

MOST_DOCUMENT_BYTES = 2_000_000


class ReadDocument(Message, frozen=True, kw_only=True):
    """`known`: the version that the desk has; 0: none."""

    name: str
    known: int = 0


class Document(Reply, frozen=True, kw_only=True):
    """`version` 0: there is none. `body` None: the desk has it."""

    version: int
    body: bytes | None = None


class WriteDocument(Message, frozen=True, kw_only=True):
    """Replaces a document if `version` is still the one that the hub has; 0: there must be none."""

    name: str
    version: int
    body: bytes


class DocumentWritten(Reply, frozen=True, kw_only=True):
    """`accepted` False: another desk was first; `version` and `body` are what it wrote, to be merged."""

    accepted: bool
    version: int
    body: bytes | None = None


READ_DOCUMENT = HubAction("/hub/shared/read", ReadDocument, Document, DESKS)
WRITE_DOCUMENT = HubAction(
    "/hub/shared/write", WriteDocument, DocumentWritten, DESKS, most_bytes=MOST_DOCUMENT_BYTES
)


class Place(StrEnum):
    """Where a patient's record is open."""

    PATIENT = "patient"
    """Selected on the strip."""
    LEDGER = "ledger"
    PAYMENT = "payment"
    """A payment is being entered."""


class Opened(Message, frozen=True, kw_only=True):
    """What this desk has open now, all of it: it replaces what it said before. `pat_num` 0: nothing."""

    pat_num: int = 0
    places: tuple[Place, ...] = ()
    who: str = ""
    """The person at the desk."""


class OpenElsewhere(Struct, frozen=True, kw_only=True):
    """Another desk has this patient open. `places`: where."""

    desk: str
    places: tuple[Place, ...]
    who: str = ""


class Elsewhere(Reply, frozen=True, kw_only=True):
    """The other desks that have the same patient open."""

    desks: tuple[OpenElsewhere, ...] = ()


OPENED = HubAction("/hub/presence", Opened, Elsewhere, DESKS)
