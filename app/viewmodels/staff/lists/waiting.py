"""Recall due, unscheduled, ASAP and planned: the lists of those who wait."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QObject, QTimer

from app.api.need import Need
from app.core.text import Words, msg
from app.domain.lists.candidate import Candidate, CandidateKind
from app.domain.lists.contact import Contact
from app.domain.lists.status import StatusKind
from app.store.changes import Change, ChangeKind
from app.store.patients.parts import Ready, Refused
from app.viewmodels.command import CommandSpec
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.lists import commands
from app.viewmodels.staff.lists.choices import (
    DUE,
    LENGTH,
    SILENCE,
    WAIT,
    Choice,
    provider_choice,
    reminder_choice,
    status_choice,
)
from app.viewmodels.staff.lists.columns import asap_columns, recall_columns, waiting_columns
from app.viewmodels.staff.lists.counting import appointments, recalls
from app.viewmodels.staff.lists.known import ListKnowledge
from app.viewmodels.staff.lists.providers import providers_of
from app.viewmodels.staff.lists.rows import ListRow
from app.viewmodels.staff.lists.tab import ListTab
from app.viewmodels.tables.column import Column
from app.viewmodels.translation import tr

FILLED_AFTER = 200
"""Milliseconds in which changes of names are collected."""
Columns = Callable[[Callable[[], date]], Sequence[Column]]
KINDS: dict[CandidateKind, tuple[CommandSpec, Columns, tuple[Choice, ...], Words]] = {
    CandidateKind.RECALL: (
        commands.RECALLS,
        recall_columns,
        (DUE, SILENCE),
        msg(
            "Nobody is due for a recall. Change the filters above to see patients who were reminded recently."
        ),
    ),
    CandidateKind.UNSCHEDULED: (
        commands.UNSCHEDULED,
        waiting_columns,
        (WAIT, LENGTH, SILENCE),
        msg("Nobody is on the Unscheduled List. Canceled appointments can be sent there."),
    ),
    CandidateKind.ASAP: (
        commands.ASAP,
        asap_columns,
        (LENGTH, SILENCE),
        msg("Nobody is on the ASAP List. Set an appointment's priority to ASAP to put it there."),
    ),
    CandidateKind.PLANNED: (
        commands.PLANNED,
        waiting_columns,
        (WAIT, LENGTH, SILENCE),
        msg("No planned appointments need scheduling."),
    ),
}
"""Command, columns, filters, and what is shown when it is empty."""


class WaitingTab(ListTab):
    """Shows one of the office's lists while it is needed."""

    def __init__(
        self, kind: CandidateKind, desk: DeskViewModel, known: ListKnowledge, parent: QObject
    ) -> None:
        spec, columns, own, empty = KINDS[kind]
        office = desk.parts.office
        choices = (*own, status_choice(lambda: known.statuses(StatusKind.WAITING)))
        if kind is CandidateKind.RECALL:
            choices = (reminder_choice(lambda: known.reminders), *choices)
        else:
            choices = (provider_choice(lambda: providers_of(office)), *choices)
        counting = recalls if kind is CandidateKind.RECALL else appointments
        shown = columns(lambda: self.today)
        super().__init__(desk, known, spec, shown, choices, empty, parent, counting=counting)
        self.kind = kind
        self._lists = desk.parts.lists()
        self._ends: tuple[Callable[[], None], ...] = ()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(FILLED_AFTER)
        self._soon.timeout.connect(self.fill)

    def enter(self, clinic: int) -> None:
        """Need the list of a clinic."""
        self.leave()
        super().enter(clinic)
        if self.kind is CandidateKind.RECALL:
            self.known.need_reminders()
        self._ends = (
            self._lists.watch(self._follow),
            self.desk.parts.office.watch(self._follow_office),
            self._lists.need(self.kind, Need.SCREEN, clinic),
        )
        self._show()

    def leave(self) -> None:
        """Need it no more."""
        super().leave()
        self._soon.stop()
        for end in reversed(self._ends):
            end()
        self._ends = ()

    def refresh(self) -> None:
        """Read it again."""
        self._lists.read_again(self.kind, self.clinic)

    @property
    def age(self) -> timedelta | None:
        """Since it was read."""
        state = self._lists.state(self.kind, self.clinic)
        return state.age(self.desk.parts.clock) if isinstance(state, Ready) else None

    def made(self) -> Iterable[ListRow]:
        """Its rows, those who wait longest first."""
        maker = self.maker()
        rows = sorted(self._lists.rows(self.kind, self.clinic), key=_longest)
        return (maker.of_candidate(row, self.known.contact(row.pat_num, _read(row))) for row in rows)

    def _show(self) -> None:
        state = self._lists.state(self.kind, self.clinic)
        if isinstance(state, Ready):
            self.fill()
        elif isinstance(state, Refused):
            said = explain(state.why)
            self.table.show_words(said.sentence, said.details)
            self.changed.emit()
        elif self._lists.rows(self.kind, self.clinic):  # a clinic's, from the whole office's
            self.fill()
        else:
            self.table.show_words(tr("Loading…"))
            self.changed.emit()

    def _follow(self, kind: CandidateKind, clinic: int) -> None:
        if kind is self.kind and clinic in (0, self.clinic):
            self._show()

    def _follow_office(self, change: Change) -> None:
        """Each page of a long list names patients: thousands of rows are filled once for several of them."""
        if change.kind in (ChangeKind.LISTS, ChangeKind.NAMES) and self._every:
            self._soon.start()


def _longest(row: Candidate) -> date:
    return row.since or date.max


def _read(row: Candidate) -> Contact | None:
    return Contact(row.last_contact, row.attempts) if row.attempts is not None else None
