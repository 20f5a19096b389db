"""Confirms all appointments that a family has on one day, after one call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from app.core.text import Words, join, many, msg
from app.domain.schedule.visit import Stage
from app.journal.entries import Entry
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.lists.rows import ListRow, is_row
from app.viewmodels.staff.lists.tab import ListTab
from app.viewmodels.staff.lists.together import Together
from app.viewmodels.staff.schedule.visit_rules import may_reach
from app.viewmodels.verdict import Verdict
from app.wire.resources.appointments import Appointments

NOT_KNOWN = Verdict(ok=False, reason=msg("This patient's family isn't known yet."))
ALONE = Verdict(
    ok=False, reason=msg("Nobody else in this family has an unconfirmed appointment on this list that day.")
)
NOT_SCHEDULED = Verdict(ok=False, reason=msg("Only a scheduled appointment can be confirmed."))


class FamilyConfirmation:
    """A family is the patients of one guarantor. Each appointment is a write of its own."""

    def __init__(self, desk: DeskViewModel, tab: Callable[[], ListTab]) -> None:
        self._desk = desk
        self._tab = tab
        self._together = Together(desk)

    def verdict(self, row: ListRow) -> Verdict:
        """Whether there is somebody besides the row's patient to confirm."""
        if row.visit is None:
            return NOT_SCHEDULED
        if not row.family:
            return NOT_KNOWN
        if not {each.pat_num for each in self._waiting(row)} - {row.pat_num}:
            return ALONE
        may = self._desk.parts.client.can(Appointments.confirm)
        return Verdict(ok=may.ok, reason=may.reason)

    async def confirm(self, row: ListRow) -> None:
        """Confirm those that are not confirmed."""
        confirm = self._desk.parts.visits.confirm_visit
        rows = self._waiting(row)
        writes = [partial(confirm, each.visit) for each in rows if each.visit is not None]
        await self._together.send(writes, _confirmed)

    def go_on(self, row: ListRow) -> None:
        """Select the next row that isn't confirmed with this one: the family may come on another day as well."""
        tab = self._tab()
        if not is_row(tab.chosen, row):
            return
        rows, confirmed = tab.table.model.rows, {each.key for each in self._waiting(row)}
        place = next((at for at, each in enumerate(rows) if each.key == row.key), len(rows))
        after = (at for at, each in enumerate(rows) if at > place and each.key not in confirmed)
        if (following := next(after, None)) is not None:
            tab.place_asked.emit(following)

    def _waiting(self, row: ListRow) -> list[ListRow]:
        return [
            each
            for each in self._tab().family(row)
            if each.visit is not None
            and row.visit is not None
            and each.visit.start.date() == row.visit.start.date()
            and each.visit.stage is Stage.UNCONFIRMED
            and may_reach(each.visit, Stage.CONFIRMED).ok
        ]


def _confirmed(done: Sequence[Entry]) -> Words:
    names = [each.intent.whose for each in done]
    return many("{n} confirmed: {names}", "{n} confirmed: {names}", len(done), names=join(names, "; "))
