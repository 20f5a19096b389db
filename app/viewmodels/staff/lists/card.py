"""The selected row, in full: the patient, what it is about, the family, and who tried to reach them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time

from PySide6.QtCore import QObject, Signal

from app.api.need import Need
from app.core.tasks import LatestTask
from app.core.text import NO_TEXT, At, Shape, Text, Words, join, many, msg
from app.domain.lists.candidate import CandidateKind
from app.domain.lists.status import Reached
from app.domain.people.ages import age_text
from app.domain.schedule.tile import CardRow
from app.services.lists.contacts import contact_of
from app.services.patients.parts.commlogs import CommlogsReader
from app.store.patients.parts import Ready, Refused, Unread
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.lists import commands
from app.viewmodels.staff.lists.booking import moves
from app.viewmodels.staff.lists.details import details
from app.viewmodels.staff.lists.known import ListKnowledge
from app.viewmodels.staff.lists.rows import ListRow
from app.viewmodels.staff.lists.statuses import Statuses
from app.viewmodels.staff.lists.tab import ListTab
from app.viewmodels.staff.strip import REST_SECONDS
from app.viewmodels.translation import tr, typed
from app.wire.resources.commlogs import Commlog

CALL_KEYS = {
    Reached.MESSAGE: commands.MESSAGE.shortcut,
    Reached.NO_ANSWER: commands.NO_ANSWER.shortcut,
}
MOST_TOLD = 3
"""The last commlogs that are shown."""


class CardModel(QObject):
    """`changed`: another row, or more is known of it. The selected patient's commlogs are read."""

    changed = Signal()

    def __init__(
        self,
        desk: DeskViewModel,
        known: ListKnowledge,
        statuses: Statuses,
        tab: Callable[[], ListTab],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known = known
        self._tab = tab
        self._statuses = statuses
        statuses.changed.connect(self.changed)
        self._part = desk.parts.patients.of(CommlogsReader)
        self._release: Callable[[], None] | None = None
        self._needed = 0
        self._resting = LatestTask(desk.parts.scope)
        self._unwatch = self._part.watch(self._follow)

    def show(self) -> None:
        """Follow the selected row."""
        row = self.row
        pat_num = row.pat_num if row is not None else 0
        if pat_num != self._needed:
            stepping = bool(self._needed) and isinstance(self._part.state(self._needed), Unread)
            self.leave()
            self._needed = pat_num
            if stepping:
                self._resting.start(self._rest(), "commlogs of a row")
            else:
                self._read()
        self.changed.emit()

    def leave(self) -> None:
        """Nothing is shown any more: stop reading."""
        self._resting.cancel()
        release, self._release, self._needed = self._release, None, 0
        if release is not None:
            release()

    def close(self) -> None:
        """The desk was closed."""
        self.leave()
        self._unwatch()

    @property
    def row(self) -> ListRow | None:
        """The selected row."""
        return self._tab().chosen

    @property
    def title(self) -> str:
        """The patient, or that nobody is selected."""
        return self.row.name if self.row is not None else tr("No row selected")

    @property
    def born(self) -> str:
        """The patient's age; empty: not known."""
        row = self.row
        if row is None or row.person is None:
            return ""
        return tr(age_text(row.person.birthdate, self._tab().today))

    @property
    def book_word(self) -> str:
        """What booking does with this row: an appointment that has a time is moved."""
        return tr("Move") if self.row is not None and moves(self.row) else typed(commands.BOOK.word)

    @property
    def rows(self) -> tuple[CardRow, ...]:
        """What it is about."""
        return tuple(self._rows(self.row)) if self.row is not None else ()

    @property
    def told(self) -> tuple[CardRow, ...]:
        """The last commlogs: when, and what was said."""
        row = self.row
        state = self._part.state(row.pat_num) if row is not None else None
        if isinstance(state, Refused):
            return (CardRow(NO_TEXT, explain(state.why).sentence),)
        if not isinstance(state, Ready):
            return ()
        return tuple(CardRow(_when(each), each.Note.strip()) for each in state.value[:MOST_TOLD])

    @property
    def sets(self) -> str:
        """The status that a logged call also sets, by key; empty: none."""
        row = self.row
        if row is None:
            return ""
        found = ((key, self._statuses.with_call(reached, row)) for reached, key in CALL_KEYS.items())
        return " · ".join(
            tr("{key} also sets {status}", key=key, status=option.name)
            for key, option in found
            if option is not None and option.number
        )

    def _rows(self, row: ListRow) -> Iterator[CardRow]:
        person = row.person
        if person is not None and person.alert:
            yield CardRow(msg("Alert"), person.alert, "alert")
        if row.at is not None:
            yield CardRow(msg("Time"), At(row.at, Shape.BOTH))
        if row.since is not None and row.lab is None:
            due = row.candidate is not None and row.candidate.kind is CandidateKind.RECALL
            yield CardRow(msg("Due") if due else msg("Since"), _since(row.since, self._tab().today))
        yield from details(row)
        length = many("{n} minutes", "{n} minute", row.minutes) if row.minutes else ""
        where = " · ".join(filter(None, (row.place, row.provider)))
        for label, value in (
            (msg("For", "what an appointment is for"), row.procedures),
            (msg("Length"), length),
            (msg("With", "the provider, and where"), where),
            (msg("Status"), row.status if row.lab is None else ""),
            (msg("Note"), row.note if row.lab is None else ""),
        ):
            if value:
                yield CardRow(label, value)
        if relatives := [each for each in self._tab().family(row) if each.pat_num != row.pat_num]:
            yield CardRow(msg("Family"), join([_relative(each) for each in relatives], "\n"))
        if row.contact is not None:
            yield CardRow(msg("Tries"), _tries(row))

    async def _rest(self) -> None:
        """Wait before reading: a held arrow key passes over many rows."""
        await self._desk.parts.clock.sleep(REST_SECONDS)
        self._read()

    def _read(self) -> None:
        if self._needed:
            self._release = self._part.need(self._needed, Need.SCREEN)
            self._follow(self._needed)

    def _follow(self, pat_num: int) -> None:
        row = self.row
        if row is None or pat_num != row.pat_num:
            return
        state = self._part.state(pat_num)
        if isinstance(state, Ready) and row.contact is None:
            self._known.learn_all({pat_num: contact_of(state.value, row.counted_since)})
        self.changed.emit()


def _relative(row: ListRow) -> Words:
    if row.at is None:
        return row.name
    return msg("{name}, {when}", name=row.name, when=At(row.at, Shape.BOTH))


def _since(day: date, today: date) -> Words:
    shown = At(datetime.combine(day, time()), Shape.DATE)
    days = (today - day).days
    return many("{day} ({n} days)", "{day} ({n} day)", days, day=shown) if days > 0 else shown


def _tries(row: ListRow) -> Words:
    contact = row.contact
    if contact is None or contact.last is None:
        return msg("Not contacted yet")
    day = At(datetime.combine(contact.last, time()), Shape.DATE)
    return many("{n}, last on {day}", "{n}, last on {day}", contact.attempts, day=day)


def _when(row: Commlog) -> Text:
    return msg("{day}", day=At(row.CommDateTime, Shape.DATE)) if row.CommDateTime is not None else NO_TEXT
