"""The timeline, the table and the chart's notes with 5,000 rows, compared with Qt's bare list and with a plain scan.

Opening: model, view, first layout and first paint, against the same for a QListView on Qt's own string list. A
keystroke in the filter, the view's new layout included: against a scan of the same texts without any preparation,
`word in text.lower()`, which doesn't even know accents. The chart's notes
start from the office's rows. Each round measures both sides next to each other.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from time import process_time

from PySide6.QtCore import QStringListModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView

from app.domain.chart.notes import chart_notes
from app.viewmodels.staff.chart.note_entries import NoteEntries
from app.viewmodels.staff.chart.notes import KINDS
from app.viewmodels.tables.column import Column, Kind
from app.viewmodels.tables.contents import Contents
from app.viewmodels.tables.layout import ForgetfulMemory
from app.viewmodels.tables.table import TableViewModel
from app.viewmodels.timeline import TimelineEntry, TimelineViewModel
from app.views.theme.theme import Theme, ThemeChoice
from app.views.widgets.tables.view import TableView
from app.views.widgets.timeline.view import TimelineView
from app.wire.resources.chart_modules import ProgNote, ProgNoteType
from bench.figures import Figure, at_most
from bench.rounds import interleaved, ratio

ROWS = 5000
ROUNDS = 9
SIZE = (900, 600)
OPEN_LIMIT, KEY_LIMIT = 1.5, 0.1
TYPED = ("c", "cr", "cro", "crow", "crown", "crown ", "crown 1", "crown 14", "crown 1", "an", "the", "r")
START = datetime(2026, 11, 23, 9, 5)
COMMON = (
    "the patient tolerated procedure well anesthesia lidocaine epinephrine carpule buccal lingual crown bridge "
    "occlusal mesial distal composite shade etch bond cure polish bite adjusted no complications instructions given"
)
SOUNDS = (
    "ka",
    "lo",
    "mar",
    "ti",
    "nez",
    "gal",
    "her",
    "son",
    "don",
    "smi",
    "th",
    "wil",
    "ro",
    "van",
    "ley",
    "ing",
)


def measure() -> list[Figure]:
    """Open and filter both."""
    app = QApplication.instance() or QApplication(["bench"])
    if isinstance(app, QApplication):
        Theme(app, ThemeChoice.LIGHT)
    entries = make_entries(random.Random(1))
    figures = []
    for name, make in (("timeline", make_timeline), ("table", make_table), ("chart", make_chart)):
        figures += measure_one(name, entries, make)
    return figures


Made = tuple[TimelineViewModel | TableViewModel, QAbstractItemView]


def measure_one(
    name: str, entries: list[TimelineEntry], make: Callable[[list[TimelineEntry]], Made]
) -> list[Figure]:
    """The two ratios of one widget."""
    texts = [entry.whole for entry in entries]
    found = interleaved(
        {"ours": lambda: time_open(lambda: make(entries)), "bare": lambda: time_open(lambda: bare(texts))},
        ROUNDS,
    )
    contents, view = make(entries)
    show(view)
    contents.prepare_filter()
    QTest.qWait(1)
    contents.filter("zz")
    rows = contents.model._source.all
    plain = [contents.model._source._text(row) for row in rows]
    keys: dict[str, list[float]] = {"key": [], "scan": []}
    for _ in range(ROUNDS):
        for typed in TYPED:
            keys["scan"].append(time_of(partial(scan, plain, typed)))
            keys["key"].append(time_of(partial(press, contents, view, typed)))
            assert len(contents._rows.rows) == len(scan(plain, typed))
    view.close()
    return [
        at_most(
            f"lists: open a {name} of {ROWS:,} rows",
            ratio(found["ours"], found["bare"]),
            "x bare list",
            OPEN_LIMIT,
        ),
        at_most(
            f"lists: a key in the filter of a {name}",
            ratio(keys["key"], keys["scan"]),
            "x scan",
            KEY_LIMIT,
        ),
    ]


def press(contents: Contents, view: QAbstractItemView, typed: str) -> None:
    """One more letter: the model and the view's layout. Painting costs the same for every list."""
    contents.filter(typed)
    view.executeDelayedItemsLayout()


def scan(texts: list[str], typed: str) -> list[int]:
    """The numbers of the texts that contain all words."""
    words = typed.split()
    return [at for at, text in enumerate(texts) if all(word in text.lower() for word in words)]


def time_open(make: Callable[[], tuple[object, QAbstractItemView]]) -> float:
    """CPU seconds from nothing to the first picture."""
    started = process_time()
    _, view = make()
    show(view)
    took = process_time() - started
    view.close()
    view.deleteLater()
    return took


def show(view: QAbstractItemView) -> None:
    """Show and paint a view."""
    view.resize(*SIZE)
    view.show()
    view.viewport().repaint()


def make_timeline(entries: list[TimelineEntry]) -> Made:
    """Our timeline."""
    made = TimelineViewModel("Bench")
    made.show_rows(entries)
    return made, TimelineView(made)


def make_table(entries: list[TimelineEntry]) -> Made:
    """Our table with the same texts."""
    columns = (
        Column(id="at", title="Date", value=lambda row: row.at, kind=Kind.DATE, width=20),
        Column(id="title", title="Title", value=lambda row: row.title),
        Column(id="text", title="Text", value=lambda row: row.text, share=1),
        Column(id="author", title="Author", value=lambda row: row.author),
        Column(id="fee", title="Fee", value=lambda row: Decimal(row.key), kind=Kind.MONEY),
    )
    made = TableViewModel("bench", "Bench", columns, lambda row: row.key, ForgetfulMemory())
    made.show_rows(entries)
    return made, TableView(made)


def make_chart(entries: list[TimelineEntry]) -> Made:
    """The chart's progress notes with the same texts, from the rows as the office sends them, oldest first."""
    made = TimelineViewModel("Bench", kinds=KINDS)
    rows = [
        ProgNote(
            ObjectType=ProgNoteType.PROCEDURE if number % 2 else ProgNoteType.COMMLOG,
            PrimaryKey=number,
            DateTime=f"{entry.at:%m/%d/%Y %I:%M:%S %p}",
            Th=str(number % 32 + 1),
            Description=str(entry.title),
            note=entry.text,
            Stat="C",
            Prov=entry.author,
        )
        for number, entry in reversed(list(enumerate(entries)))
    ]
    made.show_rows(map(NoteEntries().entry, chart_notes(rows)))
    return made, TimelineView(made)


def bare(texts: list[str]) -> tuple[None, QAbstractItemView]:
    """Qt's list on Qt's model."""
    view = QListView()
    view.setModel(QStringListModel(texts, view))
    return None, view


def time_of(job: Callable[[], object]) -> float:
    """CPU seconds of a job."""
    started = process_time()
    job()
    return process_time() - started


def make_entries(chance: random.Random) -> list[TimelineEntry]:
    """Made-up progress notes of 250 letters on average."""
    rare = ["".join(chance.choices(SOUNDS, k=chance.randint(2, 4))) for _ in range(4000)]
    words = [*COMMON.split(), *rare]
    weights = [1 / (rank + 5) for rank in range(len(words))]
    return [
        TimelineEntry(
            number,
            START - timedelta(hours=7 * number),
            "NOTE",
            f"D{chance.randint(100, 9999):04d} #{chance.randint(1, 32)}",
            " ".join(chance.choices(words, weights, k=chance.randint(5, 65))),
            chance.choice(("Dr Lee", "Kim Ortiz", "Ana")),
        )
        for number in range(ROWS)
    ]
