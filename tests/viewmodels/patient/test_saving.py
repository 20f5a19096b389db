"""Saves of what is edited in place."""

from __future__ import annotations

from app.core.text import msg
from app.journal.entries import Entry
from app.services.writes.errors import CannotWrite
from app.viewmodels.inline.results import Failed
from app.viewmodels.staff.patient.saving import Saving
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel

WHY = "This can't be saved on this PC."


async def _failing() -> Entry:
    raise CannotWrite(msg("This can't be saved on this PC."))


async def test_a_failure_is_told_where_it_can_be_seen(model: ScheduleScreenViewModel) -> None:
    """The field of the shown patient tells why nothing was saved; for a patient who was left, a notice does."""
    for shown in (True, False):
        saving = Saving(model.desk, lambda wire: wire, lambda shown=shown: shown)
        assert isinstance(await saving.save(_failing(), "x"), Failed)
        assert any(WHY in item.words for item in model.desk.notices.items) is not shown
