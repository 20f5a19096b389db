"""The ledger with an account of 5,000 entries, compared with Qt's bare list and a frame's time.

Opening: the rows of an account that has been read, model, view, first layout and first paint, against the same for a
QListView on Qt's own string list. A keystroke in the filter, scrolling, one more payment and the details of an entry,
each with its paint, against a frame of 1/60 second: CPU time of this process, which a busy computer hardly changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from statistics import median

from msgspec.structs import replace
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar

from app.services.money.account.family import family_account
from app.services.money.account.records import FamilyAccount
from app.services.money.account.rows import FamilyRows, SplitRow
from app.viewmodels.staff.ledger.details import Entries, details_of
from app.viewmodels.staff.ledger.entries import ledger_rows
from app.viewmodels.staff.ledger.rows import COLUMNS, LedgerRow
from app.viewmodels.tables.layout import ForgetfulMemory
from app.viewmodels.tables.table import TableViewModel
from app.views.theme.theme import Theme, ThemeChoice
from app.views.widgets.tables.view import TableView
from app.wire.resources.adjustments import Adjustment
from app.wire.resources.patients import Patient
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureStatus
from bench.figures import Figure, at_most
from bench.lists import bare, scan, show, time_of, time_open
from bench.rounds import interleaved, ratio

ENTRIES, PATIENT, TODAY = 5_000, 1, date(2026, 11, 23)
ROUNDS, FRAME = 9, 1 / 60
OPEN_LIMIT, KEY_LIMIT, SCROLL_LIMIT, CHANGE_LIMIT, DETAILS_LIMIT = 1.5, 1.5, 2.0, 2.0, 1.0
TYPED = (
    "c",
    "cr",
    "cro",
    "crow",
    "crown",
    "crown ",
    "crown 1",
    "crown",
    "che",
    "check",
    "check 4",
    "20",
    "2020",
    "r",
)
WHEEL = 84
"""Pixels of one step of a mouse wheel: three rows."""
WORDS = ("Crown, ceramic", "Cleaning, adult", "Filling, two surfaces", "Exam", "Four X-rays", "Deep cleaning")


def measure() -> list[Figure]:
    """Open, scroll, filter, change, select."""
    app = QApplication.instance() or QApplication(["bench"])
    if isinstance(app, QApplication):
        Theme(app, ThemeChoice.LIGHT)
    account = make_account()
    assert len(account.lines) == ENTRIES, len(account.lines)  # a bench of something else is none
    return [*_open(account), *_used(account)]


def _open(account: FamilyAccount) -> Iterator[Figure]:
    texts = [" ".join(column.text(row) for column in COLUMNS) for row in ledger_rows(account, PATIENT)]
    found = interleaved(
        {"ours": lambda: time_open(lambda: make(account)), "bare": lambda: time_open(lambda: bare(texts))},
        ROUNDS,
    )
    yield at_most(
        f"ledger: open {ENTRIES:,} entries", ratio(found["ours"], found["bare"]), "x bare list", OPEN_LIMIT
    )


def _used(account: FamilyAccount) -> Iterator[Figure]:
    table, view = make(account)
    show(view)
    QTest.qWait(1)
    bar = view.verticalScrollBar()
    yield at_most(
        "ledger: longest frame while scrolling", max(_scroll(view, bar)) / FRAME, "frames", SCROLL_LIMIT
    )
    table.prepare_filter()
    QTest.qWait(1)
    table.filter("zz")
    plain = [table.model._source._text(row) for row in table.model._source.all]
    keys: dict[str, list[float]] = {typed: [] for typed in TYPED}
    for _ in range(ROUNDS):
        for typed in TYPED:
            keys[typed].append(time_of(partial(_press, table, view, typed)))
            assert len(table.model.rows) == len(scan(plain, typed))
    slowest = max(map(median, keys.values()))
    yield at_most("ledger: a key in the filter", slowest / FRAME, "frames", KEY_LIMIT)
    table.filter("")
    changed = [time_of(_change(table, number)) for number in range(ROUNDS)]
    yield at_most("ledger: one more payment", sorted(changed)[ROUNDS // 2] / FRAME, "frames", CHANGE_LIMIT)
    entries = Entries(account, ledger_rows(account, PATIENT))
    rows = table.model.rows
    described = [time_of(partial(details_of, rows[at], entries)) for at in range(0, ENTRIES, 97)]
    yield at_most("ledger: the details of an entry", max(described) / FRAME, "frames", DETAILS_LIMIT)
    view.close()


def _press(table: TableViewModel, view: TableView, typed: str) -> None:
    """One more letter: the model, the view's layout and its paint."""
    table.filter(typed)
    view.executeDelayedItemsLayout()
    view.viewport().repaint()


def _scroll(view: TableView, bar: QScrollBar) -> Iterator[float]:
    """The wheel from the newest entry upward, pages, and jumps to both ends: each with its paint."""
    steps: list[Callable[[], None]] = [lambda: bar.setValue(bar.maximum())]
    steps += [lambda: bar.setValue(bar.value() - WHEEL)] * 200
    steps += [lambda: bar.setValue(bar.value() - bar.pageStep())] * 100
    steps += [lambda: bar.setValue(0), lambda: bar.setValue(bar.maximum())]

    def job(step: Callable[[], None]) -> None:
        step()
        view.viewport().repaint()

    job(steps[0])
    for step in steps:
        yield time_of(partial(job, step))


def _change(table: TableViewModel, number: int) -> Callable[[], None]:
    """The account as it is read after one more payment."""
    rows, key = make_rows(ENTRIES), ENTRIES + 1 + number
    paid = SplitRow(
        SplitNum=key, PayNum=key, PatNum=PATIENT, DatePay=TODAY, SplitAmt=Decimal(20), payType="Cash"
    )
    value = family_account(PATIENT, replace(rows, splits=(*rows.splits, paid)), TODAY)

    def job() -> None:
        table.show_rows(ledger_rows(value, PATIENT))

    return job


def make(account: FamilyAccount) -> tuple[TableViewModel, TableView]:
    """The ledger's table of an account."""
    table = TableViewModel("ledger", "Ledger", COLUMNS, lambda row: row.key, ForgetfulMemory())
    rows: list[LedgerRow] = ledger_rows(account, PATIENT)
    table.show_rows(rows)
    return table, TableView(table)


def make_account() -> FamilyAccount:
    """A made-up account of twenty years: procedures, payments and adjustments."""
    return replace(family_account(PATIENT, make_rows(ENTRIES), TODAY), complete=True)


def make_rows(count: int) -> FamilyRows:
    """The rows of so many entries."""
    made = [
        _entry(number, TODAY - timedelta(days=(count - number) * 7300 // count)) for number in range(count)
    ]
    return FamilyRows(
        members=(Patient(PatNum=PATIENT, Guarantor=PATIENT, LName="Bench", FName="Mark"),),
        procedures=tuple(row for row in made if isinstance(row, ProcedureLog)),
        splits=tuple(row for row in made if isinstance(row, SplitRow)),
        adjustments=tuple(row for row in made if isinstance(row, Adjustment)),
    )


def _entry(number: int, day: date) -> ProcedureLog | SplitRow | Adjustment:
    """Two procedures, two payments of them, and a discount, over and over."""
    amount = Decimal(40 + number % 900)
    match number % 5:
        case 0 | 1:
            return ProcedureLog(
                ProcNum=number + 1,
                PatNum=PATIENT,
                ProcDate=day,
                ProcFee=amount,
                ProcStatus=ProcedureStatus.COMPLETE,
                procCode=f"D{1000 + number % 8000}",
                descript=WORDS[number % len(WORDS)],
            )
        case 2 | 3:
            return SplitRow(
                SplitNum=number + 1,
                PayNum=number + 1,
                PatNum=PATIENT,
                DatePay=day,
                SplitAmt=amount,
                PayAmt=amount,
                ProcNum=number - 1,
                payType="Check",
                CheckNum=str(4000 + number),
            )
    return Adjustment(AdjNum=number + 1, PatNum=PATIENT, AdjDate=day, AdjAmt=Decimal(-5), adjType="Courtesy")
