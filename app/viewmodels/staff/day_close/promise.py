"""The form for what a family promised: kept as a commlog that any desk can read back."""

from __future__ import annotations

from datetime import datetime, time

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.core.text import At, Shape
from app.domain.money.cautions import of_texts
from app.domain.money.promises import Promise, promise_text, read_due, standing
from app.journal.entries import WriteState
from app.services.money.collections.collections import Owing
from app.services.writes.patients.patient_writes import NewCommlog
from app.viewmodels.amounts import amount
from app.viewmodels.staff.day_close.tasking import guarantor
from app.viewmodels.staff.day_close.totals import typed_total
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr, typed
from app.wire.resources.commlogs import CommDirection, Commlogs, CommMode

NO_ANSWER = (
    "Called about the balance of {amount}: no answer."  # words: a commlog, in English as all of the office's
)


class PromiseModel(QObject):
    """`changed`: another family, or a message. `added` is emitted with the family as it is then."""

    changed = Signal()
    added = Signal(object)

    def __init__(self, desk: DeskViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.row: Owing | None = None
        self.amount, self.by, self.note = "", "", ""
        """As typed."""
        self.words = ""
        """What is missing or wrong; empty: nothing."""

    def show(self, row: Owing | None) -> None:
        """Begin for a family: what is overdue is proposed."""
        self.row, self.by, self.note, self.words = row, "", "", ""
        self.amount = amount(row.overdue or row.aging.BalTotal) if row is not None else ""
        self.changed.emit()

    def type_amount(self, text: str) -> None:
        """How much was promised."""
        if not self._refuses_card(text):
            self.amount = text

    def type_day(self, text: str) -> None:
        """By when: 12/5, Dec 5, +7."""
        if not self._refuses_card(text):
            self.by = text
            self.changed.emit()

    def type_note(self, text: str) -> None:
        """What else was said."""
        if not self._refuses_card(text):
            self.note = text

    @property
    def day_words(self) -> str:
        """The day as it was understood; empty: nothing was typed yet."""
        if not self.by.strip():
            return ""
        day = read_due(self.by, self._desk.now().date())
        return (
            tr(At(datetime.combine(day, time()), Shape.DATED_DAY)) if day is not None else tr("No such day")
        )

    def add(self) -> None:
        """Keep the promise, or say what is missing."""
        today = self._desk.now().date()
        found, day, row = typed_total(self.amount), read_due(self.by, today), self.row
        if row is None:
            return
        if found is None or found <= 0:
            self._say(tr("Type how much was promised."))
        elif day is None:
            self._say(tr("Type by when, such as 12/5, Dec 5 or +7."))
        else:
            promise = Promise(found, day, today, self.note.strip())
            after = replace(row, promise=promise, standing=standing(promise, (), today), last_contact=today)
            self._send(promise_text(promise), after)

    def no_answer(self) -> None:
        """Keep that nobody answered."""
        if (row := self.row) is not None:
            text = NO_ANSWER.format(amount=f"{row.aging.BalTotal:.2f}")
            self._send(text, replace(row, last_contact=self._desk.now().date()))

    def _send(self, text: str, after: Owing) -> None:
        verdict = self._desk.parts.client.can(Commlogs.create)
        if not verdict.ok:
            self._say(typed(verdict.reason))
            return
        self._say("")
        self._desk.parts.scope.start(self._add(text, after), "promise")

    async def _add(self, text: str, after: Owing) -> None:
        person = guarantor(self._desk, after)
        at = self._desk.now().replace(microsecond=0)
        new = NewCommlog(person, text, at, 0, CommMode.PHONE, CommDirection.SENT)
        entry = await self._desk.outcomes.tell(self._desk.parts.patient_writes().add_commlog(new))
        if entry is not None and entry.state is not WriteState.REFUSED:
            self.added.emit(after)

    def _refuses_card(self, text: str) -> bool:
        """Whether a text has a card's number: the field shows what it had before."""
        found = of_texts([text])
        if found:
            self._say(tr(found[0].words))
        return bool(found)

    def _say(self, words: str) -> None:
        self.words = words
        self.changed.emit()
