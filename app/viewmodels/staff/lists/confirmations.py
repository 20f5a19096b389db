"""Whom to call about the appointments of the next business days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date, timedelta

from PySide6.QtCore import QObject

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.core.text import NO_TEXT, Text, join, msg
from app.domain.lists.contact import Contact
from app.domain.lists.status import StatusKind
from app.domain.schedule.visit import Stage
from app.services.lists.confirming import expected, next_days, open_next
from app.store.changes import Change, ChangeKind
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.lists import commands
from app.viewmodels.staff.lists.choices import DAYS, SILENCE, confirmed_choice, provider_choice
from app.viewmodels.staff.lists.columns import CONFIRMATIONS
from app.viewmodels.staff.lists.counting import appointments
from app.viewmodels.staff.lists.known import ListKnowledge
from app.viewmodels.staff.lists.providers import providers_of
from app.viewmodels.staff.lists.rows import ATTEMPT_DAYS, ListRow
from app.viewmodels.staff.lists.tab import ListTab
from app.viewmodels.translation import tr

EMPTY = msg("Everybody is confirmed. Use the filters above to show all appointments or more days.")


class ConfirmationsTab(ListTab):
    """Follows the days in memory, which the schedule keeps up to date as well."""

    def __init__(self, desk: DeskViewModel, known: ListKnowledge, parent: QObject) -> None:
        office = desk.parts.office
        confirmed = confirmed_choice(lambda: known.statuses(StatusKind.CONFIRMATION))
        choices = (DAYS, confirmed, provider_choice(lambda: providers_of(office)), SILENCE)
        super().__init__(
            desk,
            known,
            commands.CONFIRMATIONS,
            CONFIRMATIONS,
            choices,
            EMPTY,
            parent,
            counting=lambda count: join([appointments(count), self._trouble], " · "),
        )
        self._reading = LatestTask(desk.parts.scope)
        self._contacts: Mapping[int, Contact] = {}
        self._days: tuple[date, ...] = ()
        self._trouble: Text = NO_TEXT
        """Why fewer days are shown than are asked for."""
        self._is_reading = False
        self._unwatch: Callable[[], None] = _nothing
        self.filters.changed.connect(self._choose)

    def enter(self, clinic: int) -> None:
        """Read the days, and follow them."""
        super().enter(clinic)
        self._unwatch()
        self._unwatch = self.desk.parts.office.watch(self._follow)
        self.refresh()

    def leave(self) -> None:
        """Stop reading and following."""
        super().leave()
        self._unwatch()
        self._unwatch = _nothing
        self._reading.cancel()
        self._is_reading = False

    def see(self, first: int, last: int) -> None:
        """What the rows in sight lack is read once it is known that no query brings it for all rows."""
        if not self._is_reading:
            super().see(first, last)

    def refresh(self) -> None:
        """Read the days that are not in memory."""
        self._reading.start(self._read(), "days to confirm")

    @property
    def age(self) -> timedelta | None:
        """That of the oldest day; where nobody is expected, that of tomorrow."""
        days = self._days or (self.today + timedelta(days=1),)
        ages = [self.desk.parts.office.age(day) for day in days]
        return max((each for each in ages if each is not None), default=None)

    def made(self) -> Iterable[ListRow]:
        """The appointments of the days, by time."""
        office, maker = self.desk.parts.office, self.maker()
        self._days = next_days(office, self.today, self.filters.chosen[DAYS.id])
        for visit in expected(office, self._days):
            if visit.stage is not Stage.BROKEN and self.clinic in (0, visit.clinic_num):
                known = self._contacts.get(visit.pat_num)
                yield maker.of_visit(visit, self.known.contact(visit.pat_num, known))

    def _choose(self, choice_id: str) -> None:
        """Another number of days is read first."""
        if choice_id == DAYS.id:
            self.fill()
            self.refresh()

    async def _read(self) -> None:
        office, count = self.desk.parts.office, self.filters.chosen[DAYS.id]
        self._trouble, self._is_reading = NO_TEXT, True
        if not self._every:  # known days wait for their names too: a notice would have none
            self.table.show_words(tr("Loading…"))
        try:
            await open_next(office, self.today, count, Need.SCREEN)
            self.fill()
        except ApiError as error:  # also of names or hours: the days may be known all the same
            if (known := len(next_days(office, self.today, count))) < count:
                self._trouble = msg("only {n} of {all} days could be read", n=known, all=count)
            self._show_known(explain(error).sentence)
        with suppress(ApiError):  # then those of the rows in sight are read
            await self._read_contacts()
        self._is_reading = False
        self.changed.emit()

    def _show_known(self, otherwise: str) -> None:
        """The days in memory; `otherwise` where there are none."""
        if next_days(self.desk.parts.office, self.today, self.filters.chosen[DAYS.id]):
            self.fill()
        else:
            self.table.show_words(otherwise)
            self.changed.emit()

    async def _read_contacts(self) -> None:
        patients = list(dict.fromkeys(row.pat_num for row in self._every))
        since = self.today - timedelta(days=ATTEMPT_DAYS)
        found = await self.known.reader.read(patients, since, Need.REFRESH)
        if found is not None:
            self._contacts = found
            self.fill()

    def _follow(self, change: Change) -> None:
        if change.kind is ChangeKind.ANSWERS and self._trouble is not NO_TEXT:
            self.refresh()
        elif change.kind is not ChangeKind.TOPIC and change.concerns(self._days):
            self.fill()


def _nothing() -> None:
    """It doesn't follow the office now."""
