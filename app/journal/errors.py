"""What can go wrong with the journal itself.

JournalError
├── JournalInUse      another process has the file open
├── JournalTooNew     a newer version of this program wrote the file
├── JournalFailed     the disk is full, gone, or read-only: nothing was sent
│   └── JournalDamaged  the file's pages are damaged, or it is none of ours
├── Closing           the program is ending: nothing was written down, nothing sent
├── NotPossible       an entry is not in a state that allows this
└── StillSettling     an earlier write on the same thing is not known to be done yet
"""

from __future__ import annotations

from app.journal.entries import Entry


class JournalError(Exception):
    """The root. Its text is a sentence for people and holds nothing of a patient."""


class JournalInUse(JournalError):
    """Another process has the file open."""

    def __init__(self) -> None:
        super().__init__("Another Front Desk on this computer has the journal open.")


class JournalTooNew(JournalError):
    """A newer version of this program wrote the file."""

    def __init__(self, version: int) -> None:
        super().__init__(f"The journal was written by a newer Front Desk (format {version}). Start that one.")
        self.version = version


class JournalFailed(JournalError):
    """The disk would not take it. `reason` is SQLite's or the system's own name for why: SQLITE_FULL, EACCES."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The journal could not be written, so nothing was sent ({reason}).")
        self.reason = reason


class JournalDamaged(JournalFailed):
    """The file's pages are damaged, or it is none of ours. One that is found so when it is opened is set aside."""

    def __init__(self, reason: str) -> None:
        JournalError.__init__(
            self,
            f"The journal on this computer is damaged, so nothing was sent ({reason}). Start Front Desk again: "
            "it sets the damaged file aside and begins a new one.",
        )
        self.reason = reason


class Closing(JournalError):
    """The program is ending."""

    def __init__(self) -> None:
        super().__init__("Front Desk is closing, so this was not taken on any more.")


class NotPossible(JournalError):
    """An entry is not in a state that allows this."""

    def __init__(self, entry_id: int, reason: str) -> None:
        super().__init__(f"{reason} (entry {entry_id} of the journal).")
        self.entry_id = entry_id


class StillSettling(JournalError):
    """An earlier write on the same thing was sent, and it is not known yet whether it was done."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(
            "The change before this one was sent, but it is not known yet whether it was done. "
            "Front Desk is checking; try again in a moment."
        )
        self.entry = entry
