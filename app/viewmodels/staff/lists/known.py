"""What all lists know: the office's statuses, and how often patients were contacted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject, Signal

from app.api.need import Need
from app.core.tasks import LatestTask
from app.domain.lists.contact import Contact
from app.services.lists.contacts import ContactReader
from app.services.lists.definitions import ListDefinitions, read_definitions
from app.store.queries import Questions
from app.viewmodels.staff.desk import DeskViewModel


class ListKnowledge(QObject):
    """`changed` is emitted with the PatNums of whom more is known; None: everything may look different."""

    changed = Signal(object)

    def __init__(self, desk: DeskViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reading = LatestTask(desk.parts.scope)
        self._contacts: dict[int, Contact] = {}
        """By PatNum: read for single patients, or with the attempts of this session."""
        self.reader = ContactReader(Questions(desk.parts.client))
        self.definitions = ListDefinitions()

    def begin(self) -> None:
        """Read the office's own lists, once."""
        if not self.definitions.statuses:
            self._reading.start(self._read(), "definitions of the lists")

    def end(self) -> None:
        """The screen was left."""
        self._reading.cancel()

    async def comm_type(self, use: str) -> int:
        """The office's type of commlogs for this use, read first if it isn't known yet; 0: it can't be read."""
        if not self.definitions.comm_types:
            self.definitions = await read_definitions(self._desk.parts.client, Need.CLICK)
        return self.definitions.comm_types.get(use, 0)

    def contact(self, pat_num: int, read: Contact | None) -> Contact | None:
        """What is known of a patient; `read` is what the list itself tells."""
        known = self._contacts.get(pat_num)
        return known if known is not None and (read is None or known.is_after(read)) else read

    def learn_all(self, contacts: Mapping[int, Contact]) -> None:
        """The contacts of these patients were read, and so were their names."""
        self._contacts |= contacts
        if contacts:
            self.changed.emit(frozenset(contacts))

    def tried(self, pat_num: int, before: Contact | None, today: date) -> None:
        """Somebody tried to reach a patient just now."""
        self.learn_all({pat_num: (before or Contact()).with_attempt(today)})

    async def _read(self) -> None:
        self.definitions = await read_definitions(self._desk.parts.client, Need.SCREEN)
        self.changed.emit(None)
