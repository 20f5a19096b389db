"""One list: its filters, its table, and the selected row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from app.core.text import Words
from app.domain.lists.contact import Contact
from app.viewmodels.command import CommandSpec
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.lists.choices import EVERYBODY, Choice
from app.viewmodels.staff.lists.known import ListKnowledge
from app.viewmodels.staff.lists.rows import ListRow, RowMaker, together
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

    def __init__(
        self,
        desk: DeskViewModel,
        known: ListKnowledge,
        spec: CommandSpec,
        columns: Sequence[Column],
        choices: Sequence[Choice],
        empty: Words,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.known = known
        self.spec = spec
        self.choices = tuple(choices)
        self.chosen_options = {each.id: each.usual for each in choices}
        self.families = False
        """Whether members of a family stand together."""
        self.clinic = 0
        self.chosen: ListRow | None = None
        self.table = TableViewModel(
            spec.id, spec.title, columns, _key, desk.tables or ForgetfulMemory(), self, empty=empty
        )
        self._every: tuple[ListRow, ...] = ()
        known.changed.connect(self._follow_known)

    # --- shown, left ---

    def enter(self, clinic: int) -> None:
        """It is shown, for a clinic; 0: for the office."""
        self.clinic = clinic

    def leave(self) -> None:
        """It is not shown any more: stop reading."""

    def refresh(self) -> None:
        """Read it again."""

    def close(self) -> None:
        """The desk was closed."""
        self.leave()

    @property
    def age(self) -> timedelta | None:
        """How long ago it was read; None: not yet."""
        return None

    # --- filters ---

    def choose(self, choice_id: str, value: int) -> None:
        """Choose an option of a filter."""
        if self.chosen_options[choice_id] != value:
            self.chosen_options[choice_id] = value
            self.show_filtered()

    def keep_families(self, together: bool) -> None:
        """Let members of a family stand together, or each in their own place."""
        self.families = together
        self.show_filtered()

    # --- the selected row ---

    def select(self, row: ListRow | None) -> None:
        """A row was selected; None: none."""
        if row != self.chosen:
            self.chosen = row
            self.chosen_changed.emit()

    def relatives(self) -> list[ListRow]:
        """Others of the selected patient's family on this list."""
        row = self.chosen
        if row is None or row.family is None:
            return []
        return [each for each in self._every if each.family == row.family and each.pat_num != row.pat_num]

    @property
    def today(self) -> date:
        """The office's day."""
        return self.desk.now().date()

    # --- for subclasses ---

    def maker(self) -> RowMaker:
        """Makes rows with the names that are known now."""
        return RowMaker(self.desk.parts.office, self.known.definitions.statuses)

    def made(self) -> Iterable[ListRow]:
        """All rows of this list, before the filters."""
        return ()

    def fill(self) -> None:
        """Show the rows as they are known now."""
        self._every = tuple(self.made())
        self.show_filtered()

    def show_filtered(self) -> None:
        """Show those that the filters leave."""
        today = self.today
        tests = self._tests()
        rows = [row for row in self._every if all(takes(row, value, today) for takes, value in tests)]
        self.table.show_rows(together(rows) if self.families else rows)
        self.keep_chosen()
        self.changed.emit()

    def keep_chosen(self) -> None:
        """The selected row is as it is now."""
        if self.chosen is not None:
            key = self.chosen.key
            self.select(next((row for row in self.table.model.rows if row.key == key), None))

    def contact(self, pat_num: int, read: Contact | None) -> Contact | None:
        """How often the patient was contacted: what was read, unless more is known by now."""
        return self.known.contact(pat_num, read)

    def _tests(self) -> list[tuple[Callable[[ListRow, int, date], bool], int]]:
        options = self.chosen_options
        return [(each.takes, options[each.id]) for each in self.choices if options[each.id] != EVERYBODY]

    def _follow_known(self) -> None:
        if self._every:
            self.fill()


def _key(row: ListRow) -> object:
    return row.key
