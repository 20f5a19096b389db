"""A list of 10,000 patients who wait, compared with Qt's bare table on a plain list of the same rows.

Opening it: rows from what is in memory, model, view, first layout and first paint; then sorting by name, and three
letters in the filter, each laid out and painted. The plain model formats what is painted, sorts with Python's sort,
and its filter looks for the letters in every field of every row. Each round measures both sides next to each other.
"""

from __future__ import annotations

import gc
import random
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from time import process_time
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView

from app.domain.lists.candidate import Candidate, CandidateKind
from app.domain.lists.contact import Contact
from app.domain.people.ages import age_on
from app.domain.schedule.clashes import Names
from app.domain.schedule.visit import Person
from app.practice.seed.people.names import FAMILIES, MEN, WOMEN
from app.viewmodels.staff.lists.columns import waiting_columns
from app.viewmodels.staff.lists.filters import ListFilters
from app.viewmodels.staff.lists.rows import RowMaker
from app.viewmodels.staff.lists.waiting import KINDS
from app.viewmodels.tables.layout import ForgetfulMemory
from app.viewmodels.tables.table import TableViewModel
from app.views.theme.theme import Theme, ThemeChoice
from app.views.widgets.tables.view import TableView
from bench.figures import Figure, at_most, beside
from bench.rounds import interleaved, ratio

ROWS = 10_000
ROUNDS = 9
SIZE = (970, 500)
LIMIT = 1.5
TODAY = date(2026, 11, 23)
TYPED = ("g", "ga", "gal")
STATUSES = {1: "To call", 2: "Left message", 3: "Will call back"}
NAMES = Names({}, {number: f"PR{number}" for number in range(1, 9)})
PROCEDURES = ("PerEx, Pro", "#19-CrnCer", "#3-MOD-C3, #4-DO-C2", "LimEx, #30-PA", "PerioM")

Times = dict[str, float]


def measure() -> list[Figure]:
    """Open, sort and filter both."""
    app = QApplication.instance() or QApplication(["bench"])
    if isinstance(app, QApplication):
        Theme(app, ThemeChoice.LIGHT)
    people, candidates = make_rows(random.Random(1))
    steps: dict[str, list[Times]] = {"ours": [], "bare": []}

    gc.collect()
    gc.disable()  # as in the program, which collects while nothing else is done

    def job(name: str, make: Callable[..., Times]) -> Callable[[], float]:
        def run() -> float:
            times = make(people, candidates)
            steps[name].append(times)
            return sum(times.values())

        return run

    found = interleaved({"ours": job("ours", ours), "bare": job("bare", bare)}, ROUNDS)
    gc.enable()
    figures = [
        at_most(
            f"desk_lists: open, sort and filter {ROWS:,} rows",
            ratio(found["ours"], found["bare"]),
            "x bare table",
            LIMIT,
        )
    ]
    for step in ("open", "sort", "filter"):
        mine, plain = ([cost(times, step) for times in steps[name][1:]] for name in ("ours", "bare"))
        figures.append(beside(f"desk_lists: {step} {ROWS:,} rows", ratio(mine, plain), "x bare table"))
    return figures


def cost(times: Times, step: str) -> float:
    """What a step took; opening ends with the first picture."""
    return times[step] + (times["show"] if step == "open" else 0.0)


def ours(people: Mapping[int, Person], candidates: list[Candidate]) -> Times:
    """The list as the screen makes it."""

    def open_it() -> tuple[TableViewModel, TableView]:
        maker = RowMaker(NAMES, STATUSES, people.get, lambda _pat_num, read: read)
        columns, choices = waiting_columns(lambda: TODAY), KINDS[CandidateKind.UNSCHEDULED][2]
        table = TableViewModel("bench", "Bench", columns, lambda row: row.key, ForgetfulMemory())
        filters = ListFilters(choices, table)
        made = (
            maker.of_candidate(each, Contact(each.last_contact, each.attempts or 0)) for each in candidates
        )
        table.show_rows(filters.left(made, TODAY))
        return table, TableView(table)

    opened, (table, view) = timed(open_it)
    return {"open": opened} | used(view, lambda: table.columns.sort_by(0), table.filter)


def bare(people: Mapping[int, Person], candidates: list[Candidate]) -> Times:
    """Qt's table on a plain list model."""

    def open_it() -> tuple[PlainModel, QTableView]:
        model = PlainModel([(people[each.pat_num], each) for each in candidates])
        view = QTableView()
        view.setModel(model)
        return model, view

    opened, (model, view) = timed(open_it)
    return {"open": opened} | used(view, lambda: model.sort(0), model.filter)


class PlainModel(QAbstractTableModel):
    """What one writes at first: a list, formatted when it is painted."""

    def __init__(self, rows: list[tuple[Person, Candidate]]) -> None:
        super().__init__()
        self._every = self._rows = rows

    def rowCount(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 # Qt's signature
        """The rows."""
        return len(self._rows)

    def columnCount(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 # Qt's signature
        """As many as ours has."""
        return 11

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        """A field as text."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._fields(*self._rows[index.row()])[index.column()]

    def sort(self, _column: int, _order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By name."""
        self.layoutAboutToBeChanged.emit()
        self._rows = sorted(self._rows, key=lambda row: row[0].display.lower())
        self.layoutChanged.emit()

    def filter(self, text: str) -> None:
        """By any field."""
        self.layoutAboutToBeChanged.emit()
        rows = self._every
        self._rows = [row for row in rows if any(text in field.lower() for field in self._fields(*row))]
        self.layoutChanged.emit()

    def _fields(self, person: Person, row: Candidate) -> tuple[str, ...]:
        since = row.since or TODAY
        return (
            person.display, person.phone, row.procedures, str(row.minutes), NAMES.provider(row.prov_num),
            str((TODAY - since).days), str(row.attempts), f"{row.last_contact:%b %d, %Y}" if row.last_contact else "",
            STATUSES.get(row.status, ""), str(age_on(person.birthdate, TODAY)), row.note,
        )  # fmt: skip


def used(view: QTableView, sort: Callable[[], None], search: Callable[[str], None]) -> Times:
    """Show a view, sort it, and type into its filter, with each picture painted."""

    def sort_it() -> None:
        sort()
        paint(view)

    def type_it() -> None:
        for text in TYPED:
            search(text)
            paint(view)

    found = {"show": timed(lambda: show(view))[0], "sort": timed(sort_it)[0], "filter": timed(type_it)[0]}
    view.close()
    view.deleteLater()
    return found


def timed(job: Callable[[], Any]) -> tuple[float, Any]:
    """CPU seconds of a job, and what it returned."""
    started = process_time()
    found = job()
    return process_time() - started, found


def show(view: QTableView) -> None:
    """Show and paint a view."""
    view.resize(*SIZE)
    view.show()
    view.viewport().repaint()


def paint(view: QTableView) -> None:
    """Lay it out again, and paint it."""
    view.executeDelayedItemsLayout()
    view.viewport().repaint()


def make_rows(chance: random.Random) -> tuple[dict[int, Person], list[Candidate]]:
    """Made-up patients who wait."""
    people, rows = {}, []
    for number in range(1, ROWS + 1):
        last, first = chance.choice(FAMILIES), chance.choice((*WOMEN, *MEN))
        born = date(1940, 1, 1) + timedelta(days=chance.randrange(28_000))
        phone = f"(541) 555-{chance.randrange(10_000):04}"
        people[number] = Person(number, last, first, birthdate=born, phone=phone, phones=(phone,))
        waits = chance.randrange(1, 900)
        rows.append(
            Candidate(
                kind=CandidateKind.UNSCHEDULED,
                pat_num=number,
                apt_num=number,
                minutes=chance.randrange(20, 120, 10),
                prov_num=chance.randrange(1, 9),
                procedures=chance.choice(PROCEDURES),
                since=TODAY - timedelta(days=waits),
                last_contact=TODAY - timedelta(days=chance.randrange(waits)),
                attempts=chance.randrange(5),
                production=Decimal(chance.randrange(50, 2000)),
                status=chance.randrange(1, 4),
            )
        )
    return people, rows
