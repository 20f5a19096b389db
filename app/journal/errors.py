"""Errors of the journal itself. Errors of its file are in `app.sealed.errors`.

LocalStoreError
└── JournalError
    ├── Closing           the program is ending: nothing was recorded, nothing sent
    ├── NotPossible       the entry's state does not allow this
    └── StillSettling     an earlier write to the same subject is not known to be done yet
"""

from __future__ import annotations

from datetime import datetime, timedelta

from app.core.text import At, Text, msg
from app.journal.entries import Entry
from app.sealed.errors import LocalStoreError


class JournalError(LocalStoreError):
    """The base class."""


class Closing(JournalError):
    """The program is ending."""

    def __init__(self) -> None:
        super().__init__(msg("Front Desk is closing. This was not saved."))


class NotPossible(JournalError):
    """The entry's state does not allow this."""

    def __init__(self, entry_id: int, reason: Text) -> None:
        super().__init__(reason)
        self.entry_id = entry_id


class StillSettling(JournalError):
    """An earlier write to the same subject was sent and its outcome is unknown."""

    def __init__(self, entry: Entry, until: datetime | None = None, *, asks: bool = False) -> None:
        """`until`: when it is settled at the latest; None: when the office can be reached, or the user decides.

        `asks`: only the user can settle it.
        """
        if asks:
            words = msg(
                "An earlier change to this was sent, but Front Desk can't tell whether it was saved. "
                "Look in Open Dental, then choose Done or Not done under what needs attention."
            )
        elif until is None:
            words = msg(
                "An earlier change to this was sent, but Open Dental hasn't confirmed it. "
                "Front Desk will check as soon as the office can be reached."
            )
        else:
            words = msg(
                "An earlier change to this was sent, but Open Dental hasn't confirmed it. "
                "Front Desk is checking. You can change this again at {time} at the latest.",
                time=At(next_minute(until)),
            )
        super().__init__(words)
        self.entry = entry
        self.until = until
        self.asks = asks


def next_minute(moment: datetime) -> datetime:
    """The next whole minute, for texts that show no seconds."""
    return (moment + timedelta(seconds=59, microseconds=999_999)).replace(second=0, microsecond=0)
