"""Errors of the journal itself. Errors of its file are in `app.sealed.errors`.

LocalStoreError
└── JournalError
    ├── Closing           the program is ending: nothing was recorded, nothing sent
    ├── NotPossible       the entry's state does not allow this
    └── StillSettling     an earlier write to the same subject is not known to be done yet
"""

from __future__ import annotations

from app.core.text import Text, msg
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

    def __init__(self, entry: Entry) -> None:
        super().__init__(
            msg(
                "An earlier change to this was sent, but Open Dental hasn't confirmed it. "
                "Front Desk is checking. Try again in a moment."
            )
        )
        self.entry = entry
