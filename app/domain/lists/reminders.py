"""How long Open Dental leaves a patient off its recall list after a reminder."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from app.domain.lists.contact import Contact

NEVER = -1


class ReminderRules(Struct, frozen=True):
    """The office's recall setup. The defaults leave nobody off."""

    after_first: int = 0
    """Days after the only reminder so far; -1: one reminder is the last."""
    after_more: int = 0
    """Days after the second reminder, and after each later one; -1: two are the last."""
    most: int = NEVER
    """A patient with more reminders than this is left off; -1: however many."""

    def rests(self, reminded: Contact, today: date) -> bool:
        """Whether it is too early for another reminder."""
        if not reminded.attempts or reminded.last is None:
            return False
        days = self.after_first if reminded.attempts == 1 else self.after_more
        if days == NEVER or reminded.attempts > self.most > NEVER:
            return True
        return reminded.last + timedelta(days=days) > today
