"""The office's own status of the selected row: chosen from a short list, or set together with a logged call."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.core.text import msg
from app.domain.lists.candidate import Candidate
from app.domain.lists.status import Reached, StatusKind
from app.domain.schedule.visit import Visit
from app.sealed.errors import LocalStoreError
from app.services.lists.status_writes import Status, StatusWrites, sends
from app.services.lists.statuses import NOTHING
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.lists.known import ListKnowledge
from app.viewmodels.staff.lists.rows import ListRow, is_row
from app.viewmodels.staff.lists.tab import ListTab
from app.viewmodels.translation import tr
from app.viewmodels.verdict import Verdict

NO_STATUS = Verdict(ok=False, reason=msg("The rows of this list have no status in Open Dental."))
NOT_READ = Verdict(
    ok=False, reason=msg("The office's statuses haven't loaded yet. Refresh the list with Shift+F5.")
)


class StatusOption(Struct, frozen=True):
    """One entry of the short list. 0: no status."""

    number: int
    name: str
    is_current: bool


class Statuses(QObject):
    """`asked`: show the short list for the selected row. `changed`: logged calls set another status."""

    asked = Signal()
    changed = Signal()

    def __init__(
        self, desk: DeskViewModel, known: ListKnowledge, tab: Callable[[], ListTab], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known = known
        self._tab = tab
        known.changed.connect(lambda _: self.changed.emit())
        parts = desk.parts
        self._writes = StatusWrites(parts.writes, parts.client, parts.office)

    def verdict(self, row: ListRow) -> Verdict:
        """Whether the row's status can be set."""
        if (what := _subject(row)) is None:
            return NO_STATUS
        if not self._known.statuses(_kind(what)):
            return NOT_READ
        found = self._desk.parts.client.can(sends(what))
        return Verdict(ok=found.ok, reason=found.reason)

    async def ask(self, row: ListRow) -> None:
        """Show the short list, unless another row was selected since the key was pressed."""
        if is_row(self._tab().chosen, row):
            self.asked.emit()

    def options(self, row: ListRow) -> Sequence[StatusOption]:
        """The statuses of a row; a scheduled appointment always has one."""
        if (what := _subject(row)) is None:
            return ()
        return [
            StatusOption(number, name, number == row.status_num) for number, name in self._named(what).items()
        ]

    def choose(self, row: ListRow, number: int) -> None:
        """Give a row this status, and go on to the next row."""
        what = _subject(row)
        if what is None or number == row.status_num:
            return
        tab = self._tab()
        if is_row(tab.chosen, row):
            tab.next_asked.emit()
        status = Status(number, self._named(what)[number])
        self._desk.outcomes.start(self._writes.set(what, row.somebody, status), "status of a row")

    # --- with a logged call ---

    def with_call(self, reached: Reached, row: ListRow) -> StatusOption | None:
        """The status that such a call gives this row; None for a row whose status can't be set."""
        if (what := _subject(row)) is None or not self.verdict(row).ok:
            return None
        number = self._number(reached, what)
        name = self._named(what)[number] if number else tr("No status", "a call that sets none")
        return StatusOption(number, name, number == row.status_num)

    def choices(self, reached: Reached, row: ListRow) -> Sequence[StatusOption]:
        """What such a call may set on rows like this one, and what it sets now."""
        if (what := _subject(row)) is None:
            return ()
        now = self._number(reached, what)
        every = {NOTHING: tr("No status", "a call that sets none"), **self._known.statuses(_kind(what))}
        return [StatusOption(number, name, number == now) for number, name in every.items()]

    def keep(self, reached: Reached, row: ListRow, number: int) -> None:
        """Let such calls set this status on rows like this one from now on."""
        if (what := _subject(row)) is not None:
            self._desk.parts.scope.start(self._keep(reached, _kind(what), number), "status of calls")

    def write_with(self, reached: Reached, row: ListRow) -> tuple[str, Callable[..., object]] | None:
        """The name of the status that such a call gives this row, and what sends it; None: it changes none."""
        what, option = _subject(row), self.with_call(reached, row)
        if what is None or option is None or option.number == NOTHING or option.is_current:
            return None
        status = Status(option.number, option.name)
        return option.name, partial(self._writes.set, what, row.somebody, status)

    # --- inside ---

    async def _keep(self, reached: Reached, kind: StatusKind, number: int) -> None:
        try:
            await self._known.calls.choose(reached, kind, number)
        except LocalStoreError as error:
            self._desk.fail(error)
        self.changed.emit()

    def _number(self, reached: Reached, what: Visit | Candidate) -> int:
        kind = _kind(what)
        return self._known.calls.of(reached, kind, self._known.statuses(kind))

    def _named(self, what: Visit | Candidate) -> Mapping[int, str]:
        kind = _kind(what)
        statuses = self._known.statuses(kind)
        if kind is StatusKind.CONFIRMATION:
            return statuses
        return {NOTHING: tr("None", "no status"), **statuses}


def _subject(row: ListRow) -> Visit | Candidate | None:
    """What of a row has a status."""
    return row.visit or row.candidate


def _kind(what: Visit | Candidate) -> StatusKind:
    return StatusKind.CONFIRMATION if isinstance(what, Visit) else StatusKind.WAITING
