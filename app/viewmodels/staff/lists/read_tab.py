"""Lists that a screen reads for itself: lab cases that are not back, and planned treatment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QObject

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.core.text import Text, Words, msg
from app.domain.lists.contact import Contact
from app.services.lists.lab import LabCaseReader
from app.services.lists.treatment import TreatmentReader
from app.store.queries import Questions
from app.viewmodels.command import CommandSpec
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.lists import commands
from app.viewmodels.staff.lists.choices import ENDING, NEEDED, SILENCE, VALUE, Choice, provider_choice
from app.viewmodels.staff.lists.columns import lab_columns, treatment_columns
from app.viewmodels.staff.lists.counting import lab_cases, patients
from app.viewmodels.staff.lists.known import ListKnowledge
from app.viewmodels.staff.lists.providers import providers_of
from app.viewmodels.staff.lists.rows import ListRow
from app.viewmodels.staff.lists.sight import is_short
from app.viewmodels.staff.lists.tab import ListTab
from app.viewmodels.tables.column import Column
from app.viewmodels.translation import tr, typed

NO_LAB_CASES = msg("Every lab case is back.")
NO_TREATMENT = msg("No planned treatment needs scheduling. Change the filters above to see more.")
NEEDS_QUERIES = msg(
    "This list needs the Queries permission: without it, planned treatment can be read for one patient at a time "
    "only. Ask whoever manages the API key in Open Dental's developer portal."
)
TOO_MANY_CASES = msg(
    "This office has too many lab cases to read without the Queries permission. Ask whoever manages the API key in "
    "Open Dental's developer portal."
)
FRESH_SECONDS = 300.0


class ReadTab(ListTab):
    """Read when it is entered, unless that was lately; what is known stays until the answer has come."""

    needs_queries: Words = NEEDS_QUERIES
    """What is shown where the key can't read it."""

    def __init__(
        self,
        desk: DeskViewModel,
        known: ListKnowledge,
        spec: CommandSpec,
        columns: Callable[[Callable[[], date]], Sequence[Column]],
        choices: Sequence[Choice],
        empty: Words,
        parent: QObject,
        *,
        counting: Callable[[int], Text],
    ) -> None:
        own = (provider_choice(lambda: providers_of(desk.parts.office)), *choices)
        shown = columns(lambda: self.today)
        super().__init__(desk, known, spec, shown, own, empty, parent, counting=counting)
        self.questions = Questions(desk.parts.client)
        self._reading = LatestTask(desk.parts.scope)
        self._read_at: tuple[int, float] | None = None
        """Of which clinic it was read, and when (monotonic seconds)."""
        self.found: Sequence[Any] = ()

    def enter(self, clinic: int) -> None:
        """Read it, unless it is known and fresh."""
        super().enter(clinic)
        age = self.age
        if age is None or age.total_seconds() > FRESH_SECONDS:
            self.refresh()

    def leave(self) -> None:
        """Stop reading."""
        super().leave()
        self._reading.cancel()

    def refresh(self) -> None:
        """Read it again."""
        self._reading.start(self._read(), self.spec.id)

    @property
    def age(self) -> timedelta | None:
        """Since it was read."""
        if self._read_at is None or self._read_at[0] != self.clinic:
            return None
        return timedelta(seconds=max(self.desk.parts.clock.monotonic() - self._read_at[1], 0.0))

    async def fetch(self) -> Sequence[Any] | None:
        """The items of the list; None: this key can't read them. Raises the client's ApiErrors."""
        raise NotImplementedError

    async def _read(self) -> None:
        if self.age is None:
            self.found = ()
            self.table.show_words(tr("Loading…"))
            self.changed.emit()
        asked = self.clinic, self.desk.parts.clock.monotonic()
        try:
            found = await self.fetch()
        except ApiError as error:
            if not self.found:
                said = explain(error)
                self.table.show_words(said.sentence, said.details)
                self.changed.emit()
            return
        self._read_at = asked
        if found is None:
            self.table.show_words(typed(self.needs_queries))
            self.changed.emit()
            return
        self.found = found
        self.fill()


class LabTab(ReadTab):
    """The cases that are not back, those needed first in front."""

    needs_queries = TOO_MANY_CASES

    def __init__(self, desk: DeskViewModel, known: ListKnowledge, parent: QObject) -> None:
        super().__init__(
            desk, known, commands.LAB, lab_columns, (NEEDED,), NO_LAB_CASES, parent, counting=lab_cases
        )
        self._reader = LabCaseReader(desk.parts.client, desk.parts.office, self.questions)

    def see(self, first: int, last: int) -> None:
        """Its columns have no contacts: only missing names are read."""
        self.sight.see(row for row in self.table.model.rows[first : last + 1] if is_short(row.person))

    async def fetch(self) -> Sequence[Any] | None:
        """One query, or the office's list if that isn't too long."""
        return await self._reader.read(self.clinic, Need.SCREEN)

    def made(self) -> Iterable[ListRow]:
        """In the order in which they are needed."""
        maker = self.maker()
        return (maker.of_lab(case, self.known.contact(case.pat_num, None)) for case in self.found)


class TreatmentTab(ReadTab):
    """Planned treatment without a time, the largest first."""

    def __init__(self, desk: DeskViewModel, known: ListKnowledge, parent: QObject) -> None:
        choices = (VALUE, ENDING, SILENCE)
        super().__init__(
            desk,
            known,
            commands.TREATMENT,
            treatment_columns,
            choices,
            NO_TREATMENT,
            parent,
            counting=patients,
        )
        self._reader = TreatmentReader(desk.parts.office, self.questions)

    async def fetch(self) -> Sequence[Any] | None:
        """Queries only."""
        return await self._reader.read(self.clinic, Need.SCREEN)

    def made(self) -> Iterable[ListRow]:
        """By value."""
        maker = self.maker()
        for found in self.found:
            contact = Contact(found.last_contact, found.attempts)
            yield maker.of_treatment(found, self.known.contact(found.pat_num, contact))
