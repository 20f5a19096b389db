"""One list: its filters, its table, and the selected row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from app.core.text import Text, Words
from app.domain.schedule.clashes import NO_NAMES
from app.services.schedule.rows import names_of
from app.viewmodels.command import CommandSpec
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.lists.choices import Choice
from app.viewmodels.staff.lists.filters import ListFilters
from app.viewmodels.staff.lists.known import ListKnowledge
from app.viewmodels.staff.lists.rows import ListRow, RowMaker
from app.viewmodels.staff.lists.sight import Sight
from app.viewmodels.tables.column import Column
from app.viewmodels.tables.layout import ForgetfulMemory
from app.viewmodels.tables.table import TableViewModel


class ListTab(QObject):
    """`changed`: other rows or filters. `chosen_changed`: another row, or more is known of it.

    `next_asked`: the selected row is done.
    """

    changed = Signal()
    chosen_changed = Signal()
    next_asked = Signal()
    place_asked = Signal(int)
    """Select the row at this place of the table; -1: none."""

    def __init__(
        self,
        desk: DeskViewModel,
        known: ListKnowledge,
        spec: CommandSpec,
        columns: Sequence[Column],
        choices: Sequence[Choice],
        empty: Words,
        parent: QObject,
        *,
        counting: Callable[[int], Text],
    ) -> None:
        """`counting` says how many rows there are, as in "63 appointments"."""
        super().__init__(parent)
        self.desk = desk
        self.known = known
        self.spec = spec
        self.filters = ListFilters(choices, self)
        self.filters.changed.connect(lambda _: self.show_filtered())
        self.sight = Sight(desk, known)
        self.clinic = 0
        self._shown = False
        self.chosen: ListRow | None = None
        self.table = TableViewModel(
            spec.id, spec.title, columns, _key, desk.tables or ForgetfulMemory(), self, empty=empty
        )
        self.table.counting = counting
        self._every: tuple[ListRow, ...] = ()
        known.changed.connect(self._follow_known)

    # --- shown, left ---

    def enter(self, clinic: int) -> None:
        """It is shown, for a clinic; 0: for the office."""
        self.clinic, self._shown = clinic, True

    def leave(self) -> None:
        """It is not shown any more: stop reading."""
        self._shown = False
        self.sight.leave()

    def refresh(self) -> None:
        """Read it again."""

    @property
    def age(self) -> timedelta | None:
        """How long ago it was read; None: not yet."""
        return None

    # --- the selected row ---

    def select(self, row: ListRow | None) -> None:
        """A row was selected; None: none."""
        if row != self.chosen:
            self.chosen = row
            self.chosen_changed.emit()

    def follow_patient(self, pat_num: int) -> None:
        """Another patient is selected in the strip; 0: none. Their row is selected, or no row."""
        if self.chosen is None or self.chosen.pat_num != pat_num:
            rows = self.table.model.rows
            place = next((at for at, row in enumerate(rows) if row.pat_num == pat_num), -1)
            self.place_asked.emit(place)

    def family(self, row: ListRow) -> list[ListRow]:
        """All rows of this list of a row's family, with its own; empty if the family isn't known."""
        return [each for each in self._every if row.family and each.family == row.family]

    def see(self, first: int, last: int) -> None:
        """These places of the table are in sight: what they lack is read, unless the list was left meanwhile."""
        if self._shown:
            self.sight.see(self.table.model.rows[first : last + 1])

    @property
    def today(self) -> date:
        """The office's day."""
        return self.desk.now().date()

    # --- for subclasses ---

    def maker(self) -> RowMaker:
        """Makes rows with the names that are known now."""
        parts = self.desk.parts
        lists = parts.office.lists
        names = names_of(lists) if lists is not None else NO_NAMES
        known = self.known
        return RowMaker(names, known.definitions.statuses, parts.lists().person, known.reminded)

    def made(self) -> Iterable[ListRow]:
        """All rows of this list, before the filters."""
        return ()

    def fill(self) -> None:
        """Show the rows as they are known now. One that moved between two pages of the answer was read twice."""
        self._every = tuple({row.key: row for row in self.made()}.values())
        self.show_filtered()

    def show_filtered(self) -> None:
        """Show those that the filters leave. The selected row is as it is now."""
        rows = self.filters.left(self._every, self.today)
        if self._every or self.age is not None:  # else it says that it is loading, or why it can't be read
            self.table.show_rows(rows)
        if self.chosen is not None:
            key = self.chosen.key
            self.select(next((row for row in rows if row.key == key), None))
        self.changed.emit()

    def _follow_known(self, patients: frozenset[int] | None) -> None:
        if not self._every:
            return
        if patients is None:
            self.fill()
            return
        maker = self.maker()
        self._every = tuple(
            maker.again(row, self.known.contact(row.pat_num, row.contact)) if row.pat_num in patients else row
            for row in self._every
        )
        self.show_filtered()


def _key(row: ListRow) -> object:
    return row.key
