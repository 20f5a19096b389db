"""Reads how long Open Dental leaves a reminded patient off its recall list."""

from __future__ import annotations

from app.api.client import OpenDental
from app.api.need import Need
from app.domain.lists.reminders import NEVER, ReminderRules
from app.store.queries import Questions
from app.wire.lenient import whole_or

FIRST, MORE, MOST = (
    "RecallShowIfDaysFirstReminder",
    "RecallShowIfDaysSecondReminder",
    "RecallMaxNumberReminders",
)


async def read_reminder_rules(client: OpenDental, questions: Questions, need: Need) -> ReminderRules:
    """One query; without Queries three requests. A preference that the office doesn't have leaves nobody off.

    Raises the client's ApiErrors.
    """
    found = await questions.preferences((FIRST, MORE, MOST), need)
    if found is None:
        found = {}
        for name in (FIRST, MORE, MOST):
            rows = await client.at(need).preferences.list(PrefName=name)
            found |= {row.PrefName: row.ValueString for row in rows}
    return ReminderRules(
        whole_or(found.get(FIRST), 0), whole_or(found.get(MORE), 0), whole_or(found.get(MOST), NEVER)
    )
