"""A new row of which a patient has at most one: a recall of a type, a value of a field, a subscriber's coverage."""

from __future__ import annotations

from app.core.text import msg
from app.journal.entries import Entry, Intent
from app.journal.kinds import Check, Checked
from app.services.writes.create import Create
from app.wire.endpoint import Sender


class OnlyOne(Create):
    """Its `identity` is unique among the patient's rows, so another row with it is another user's."""

    async def check(self, office: Sender, intent: Intent) -> Checked:
        """Done already if the row is there as wanted; a conflict if it is there with other values."""
        checked = await super().check(office, intent)
        if checked.verdict is not Check.CLEAR:
            return checked
        rows = [row for row in await self.rows(office, intent) if self.may_be_ours(row, intent)]
        if not rows:
            return checked
        words = msg("{not_done}: the patient has one already.", not_done=self.not_done)
        return Checked(Check.CONFLICT, rows[0], words)

    def undo(self, entry: Entry) -> Intent | None:
        """None, unless a subclass has one."""
        return None
