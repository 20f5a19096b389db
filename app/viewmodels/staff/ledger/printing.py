"""The ledger on paper: whose it is and the figures, above the rows that the table shows."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QObject

from app.core.office_clock import OfficeClock
from app.core.tasks import TaskScope
from app.core.text import Words, join, msg
from app.domain.printing.document import Document
from app.domain.schedule.visit import Person
from app.viewmodels.printing import PrintChoice, PrintViewModel
from app.viewmodels.staff.ledger.figures import LedgerFigures
from app.viewmodels.tables.column import date_text
from app.viewmodels.tables.table import TableViewModel


def print_ledger(
    table: TableViewModel,
    head: Callable[[], tuple[Words, ...]],
    *,
    practice: str,
    clock: OfficeClock,
    scope: TaskScope,
    parent: QObject,
) -> PrintViewModel:
    """The preview of a table with these lines above it."""

    async def make() -> Document:
        document = table.document(practice=practice, now=clock.now())
        first = replace(document.sections[0], lines=head())
        return replace(document, sections=(first, *document.sections[1:]), wide=True)

    preview = PrintViewModel([PrintChoice(table.name, table.name, make)], 0, scope, parent)
    preview.belongs_to = table
    return preview


def head_of(person: Person | None, figures: LedgerFigures | None, *, family: bool) -> tuple[Words, ...]:
    """Name and birthdate, what is owed, and the nine figures."""
    lines: list[Words] = []
    if person is not None:
        born = msg("born {day}", day=date_text(person.birthdate)) if person.birthdate else ""
        whose: Words = msg("Family of {name}", name=person.display) if family else person.display
        lines.append(join([whose, born], ", "))
    if figures is not None:
        owed = join(
            [msg("{what}: {amount}", what=figures.owes, amount=figures.amount), figures.pending], ", "
        )
        lines += [owed, join([f"{each.label} {each.value}" for each in figures.nine], " · ")]
    return tuple(lines)
