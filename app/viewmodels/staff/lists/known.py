"""What all lists know: the office's statuses, and how often patients were contacted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.domain.lists.candidate import CandidateKind
from app.domain.lists.contact import Contact
from app.domain.lists.reminders import ReminderRules
from app.domain.lists.status import StatusKind
from app.journal.entries import Entry, WriteState
from app.sealed.errors import LocalStoreError
from app.services.lists.contacts import ContactReader
from app.services.lists.definitions import ListDefinitions, read_definitions
from app.services.lists.reminding import read_reminder_rules
from app.services.lists.statuses import CallStatuses, confirmation_statuses
from app.store.queries import Questions
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.lists.rows import ListRow


class _Before(Struct, frozen=True):
    """What was known of a patient before a call of this desk."""

    pat_num: int
    contact: Contact | None
    reminded: Contact | None


class ListKnowledge(QObject):
    """`changed` is emitted with the PatNums of whom more is known; None: everything may look different."""

    changed = Signal(object)

    def __init__(self, desk: DeskViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reading = LatestTask(desk.parts.scope)
        self._reading_rules = LatestTask(desk.parts.scope)
        self._contacts: dict[int, Contact] = {}
        """By PatNum: read for single patients, or with the attempts of this session."""
        self._reminded: dict[int, Contact] = {}
        """The same of the reminders of recalls."""
        self._before: dict[int, _Before] = {}
        """By the entry of a call that may still be taken back."""
        self._questions = Questions(desk.parts.client)
        self.reader = ContactReader(self._questions)
        self.definitions = ListDefinitions()
        self.calls = CallStatuses(desk.parts.journal.store.documents, desk.parts.clock)
        self.reminders: ReminderRules | None = None
        """None: not read yet."""
        self.close = desk.parts.journal.watch(self._follow)
        """Stops following the journal."""

    def begin(self) -> None:
        """Read the office's own lists, once."""
        if not self.definitions.statuses:
            self._reading.start(self._read(), "definitions of the lists")

    def need_reminders(self) -> None:
        """Read how long a reminded patient is left off the recall list, once."""
        if self.reminders is None:
            self._reading_rules.start(self._read_rules(), "rules for reminders")

    def end(self) -> None:
        """The screen was left."""
        self._reading.cancel()
        self._reading_rules.cancel()

    def statuses(self, kind: StatusKind) -> Mapping[int, str]:
        """The office's statuses of this kind that a person may choose, in its order."""
        if kind is StatusKind.WAITING:
            return self.definitions.statuses
        return confirmation_statuses(self._desk.parts.office.lists)

    async def comm_type(self, use: str) -> int:
        """The office's type of commlogs for this use, read first if it isn't known yet; 0: it can't be read."""
        if not self.definitions.comm_types:
            found = await read_definitions(self._desk.parts.client, Need.CLICK)
            self.definitions = replace(found, statuses=found.statuses or self.definitions.statuses)
        return self.definitions.comm_types.get(use, 0)

    def contact(self, pat_num: int, read: Contact | None) -> Contact | None:
        """What is known of a patient; `read` is what the list itself tells."""
        return _later(self._contacts.get(pat_num), read)

    def reminded(self, pat_num: int, read: Contact | None) -> Contact | None:
        """The reminders of a patient's recalls."""
        return _later(self._reminded.get(pat_num), read) if read is not None else None

    def learn_all(self, contacts: Mapping[int, Contact]) -> None:
        """The contacts of these patients were read, and so were their names."""
        self._contacts |= contacts
        if contacts:
            self.changed.emit(frozenset(contacts))

    def tried(self, row: ListRow, entry_id: int, today: date) -> None:
        """Somebody tried to reach a row's patient just now, and this entry adds the commlog."""
        pat_num = row.pat_num
        self._before[entry_id] = _Before(pat_num, self._contacts.get(pat_num), self._reminded.get(pat_num))
        if row.candidate is not None and row.candidate.kind is CandidateKind.RECALL:
            self._reminded[pat_num] = (row.reminded or Contact()).with_attempt(today)
        self.learn_all({pat_num: (row.contact or Contact()).with_attempt(today)})

    def _follow(self, entry: Entry) -> None:
        """A call that was taken back, or refused, doesn't count."""
        if not entry.state.settled or (before := self._before.pop(entry.id, None)) is None:
            return
        if entry.state is WriteState.REFUSED:
            _put(self._contacts, before.pat_num, before.contact)
            _put(self._reminded, before.pat_num, before.reminded)
            self.changed.emit(None)

    async def _read(self) -> None:
        try:
            await self.calls.load()
        except LocalStoreError as error:
            self._desk.fail(error)
        self.definitions = await read_definitions(self._desk.parts.client, Need.SCREEN)
        self.changed.emit(None)

    async def _read_rules(self) -> None:
        try:
            found = await read_reminder_rules(self._desk.parts.client, self._questions, Need.REFRESH)
        except ApiError:
            return  # read with the next look at the list; until then nobody is left out
        self.reminders = found
        self.changed.emit(None)


def _later(known: Contact | None, read: Contact | None) -> Contact | None:
    return known if known is not None and (read is None or known.is_after(read)) else read


def _put(contacts: dict[int, Contact], pat_num: int, contact: Contact | None) -> None:
    if contact is None:
        contacts.pop(pat_num, None)
    else:
        contacts[pat_num] = contact
