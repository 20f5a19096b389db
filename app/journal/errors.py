"""What can go wrong with the journal itself. What can go wrong with its file is in `app.sealed.errors`.

LocalStoreError
└── JournalError
    ├── Closing           the program is ending: nothing was written down, nothing sent
    ├── NotPossible       an entry is not in a state that allows this
    └── StillSettling     an earlier write on the same thing is not known to be done yet
"""

from __future__ import annotations

from app.core.text import Text, msg
from app.journal.entries import Entry
from app.sealed.errors import LocalStoreError


class JournalError(LocalStoreError):
    """The root."""


class Closing(JournalError):
    """The program is ending."""

    def __init__(self) -> None:
        super().__init__(msg("Front Desk is closing. This was not saved."))


class NotPossible(JournalError):
    """An entry is not in a state that allows this."""

    def __init__(self, entry_id: int, reason: Text) -> None:
        super().__init__(reason)
        self.entry_id = entry_id


class StillSettling(JournalError):
    """An earlier write on the same thing was sent, and it is not known yet whether it was done."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(
            msg(
                "An earlier change to this was sent, but Open Dental hasn't confirmed it. "
                "Front Desk is checking. Try again in a moment."
            )
        )
        self.entry = entry
