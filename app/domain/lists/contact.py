"""How often somebody tried to reach a patient, and when last."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Contact(Struct, frozen=True):
    """What is known of the calls, texts, emails and letters to a patient."""

    last: date | None = None
    """The latest; None: there is none."""
    attempts: int = 0
    """Since a day that depends on the list."""

    def is_after(self, other: Contact) -> bool:
        """Whether this tells of a later contact, or of more attempts until the same one."""
        return (self.last or date.min, self.attempts) > (other.last or date.min, other.attempts)

    def with_attempt(self, day: date) -> Contact:
        """With one more today."""
        return Contact(day, self.attempts + 1)
