"""The audit: who did what and when, for the office's owner and for whoever has to account for it.

This PC keeps it until the office hub does for all PCs; the rest of the program knows this interface only.
Records hold no name of a patient and no note: objects are named by their kind and key number.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

PATIENT = "patient"
"""The kind of object whose key is a PatNum."""


class Action(StrEnum):
    """What was done. Stored by these values: never change one."""

    START = "program started"
    STOP = "program stopped"
    SIGN_IN = "signed in"
    SIGN_IN_FAILED = "sign-in failed"
    SIGN_OUT = "signed out"
    SWITCH = "switched person"
    LOCK = "locked"
    UNLOCK = "unlocked"
    APPROVE = "approved"
    APPROVE_FAILED = "approval failed"
    DENIED = "not allowed"
    PERSON = "person changed"
    ROLE = "role changed"
    SETTINGS = "settings changed"
    """Of the whole office: `kind` says of what."""
    OPEN_PATIENT = "patient opened"
    WRITE = "change"
    EXPORT = "exported"
    PRINT = "printed"
    RECEIPT = "receipt printed"
    RECEIPT_AGAIN = "receipt reprinted"
    CLOSE_DAY = "day closed"
    READ_AUDIT = "audit opened"
    EXPORT_AUDIT = "audit exported"
    DISMISS_ALERT = "warning dismissed"
    DEVICE = "device"
    """A PC of the office's hub: `key` is its number, `result` says what was done to it."""
    CHECK_IN = "kiosk check-in"
    """At a kiosk, by the hub: `key` is the AptNum, `result` what became of it."""
    KIOSK_EXIT = "kiosk staff exit"
    KIOSK_ORDER = "kiosk order"
    KIOSK_OFFICE = "kiosk settings changed"
    CLOCK = "clock set back"
    """The PC's clock was set back: `result` says by how many seconds."""
    BEGIN = "audit begun"
    """The first record of a chain: `result` says why it begins."""
    PRUNED = "old records deleted"
    """`key` is the number of the last record that was deleted."""
    PAIRED = "audit before the hub"
    """This PC's own chain before it was paired: `result` is its name and count, `ref` the hash of its end."""
    TAMPERED = "audit altered"
    """What was found when the chain was checked."""


class Record(Struct, frozen=True, array_like=True):
    """One record. Its fields, in this order, are what the chain covers."""

    at: datetime
    """UTC, in milliseconds, by the PC's clock."""
    who: str
    """The person who is signed in, or the user of this PC."""
    workstation: str
    action: str
    """An Action; one of a newer version is shown as it is stored."""
    kind: str = ""
    """The kind of object: "patient", "payment", a kind of change."""
    key: int = 0
    """Its number in Open Dental; 0: it has none yet."""
    patient: int = 0
    """The PatNum it belongs to; 0: none, or it is not known."""
    result: str = ""
    """How it ended: "done", "refused", an amount."""
    ref: str = ""
    """Which entry of this PC's journal it is about."""


def whole(moment: datetime) -> datetime:
    """A moment in whole milliseconds, as the chain covers it."""
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


class Audit(Protocol):
    """Takes notes for the audit."""

    def note(
        self,
        action: Action,
        kind: str = "",
        key: int = 0,
        result: str = "",
        *,
        patient: int = 0,
        who: str | None = None,
    ) -> None:
        """Record an action. Returns at once: it is on disk moments later, and if not, the user is told.

        Never pass a name of a patient, a birthdate or a note. `who` None: the person who is signed in.
        `patient` needs to be passed only for objects that aren't patients.
        """
        ...
