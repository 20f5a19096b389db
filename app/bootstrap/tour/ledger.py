"""The tour of the ledger: patient and family, what is selected, claims and plans, an account of 5,000 entries."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.bootstrap.screens import LEDGER
from app.bootstrap.tour import checkout, money_forms
from app.bootstrap.tour import payment as taking
from app.bootstrap.tour.hands import Hands, there
from app.bootstrap.training import database_file
from app.core.paths import program_folders
from app.viewmodels.staff.ledger.screen import LedgerScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.views.staff.ledger.screen import LedgerScreen

CONTROL = Qt.KeyboardModifier.ControlModifier
ENTRIES = 1500
OWING = (
    "SELECT PatNum FROM patient WHERE Guarantor IN (SELECT Guarantor FROM patient GROUP BY Guarantor"
    " HAVING COUNT(*) > 2) AND EstBalance > 0 ORDER BY EstBalance DESC, PatNum LIMIT 12"
)
WAITING = "SELECT PatNum FROM claim WHERE ClaimStatus = 'S' ORDER BY ClaimFee DESC, ClaimNum LIMIT 1"
STATED = "SELECT PatNum FROM statement ORDER BY StatementNum LIMIT 1"
COPIES = (
    "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count})"
    " INSERT INTO adjustment ({names}) SELECT {values} FROM numbers, (SELECT * FROM adjustment LIMIT 1) AS one"
)
"""Charges of one to ninety dollars, each taken back by the next one, over twenty years."""
CHANGED = {
    "AdjNum": "(SELECT MAX(AdjNum) FROM adjustment) + n",
    "AdjDate": "date('{today}', '-' || (({count} - n) * 7300 / {count}) || ' days')",
    "AdjAmt": "CASE n % 2 WHEN 1 THEN 1 + n / 2 % 90 ELSE -1 - (n - 1) / 2 % 90 END",
    "PatNum": "{pat_num}",
    "ProcNum": "0",
}


def _model(hands: Hands) -> LedgerScreenViewModel:
    return cast(LedgerScreenViewModel, hands.desk.screens.model(LEDGER))


def _view(hands: Hands) -> LedgerScreen:
    return there(hands.program.window.findChild(LedgerScreen))


async def _select(hands: Hands, command: str) -> int:
    rows = await hands.desk.parts.client.queries.short_query(SqlCommand=command)
    pat_num = int(rows[0]["PatNum"])
    hands.desk.patient.select(pat_num, Origin.SEARCH)
    await hands.until(lambda: _is_read(hands))
    return pat_num


def _is_read(hands: Hands) -> bool:
    account, filings = _model(hands).account, _model(hands).tabs.filings
    strip = hands.desk.strip.model
    return (
        account.value is not None
        and account.value.complete
        and filings.value is not None
        and strip is not None
        and strip.summary is not None
    )


async def ledger(hands: Hands) -> None:
    """The ledger of a patient who owes something on a procedure, and has paid on several: on some dates few do."""
    for row in await hands.desk.parts.client.queries.short_query(SqlCommand=OWING):
        hands.desk.patient.select(int(row["PatNum"]), Origin.SEARCH)
        await hands.until(lambda: _is_read(hands))
        if _owed(hands) and _paid(hands):
            return
    raise LookupError("nobody owes and has paid")  # words: the tour's own


def _owed(hands: Hands) -> list[Any]:
    """The rows of procedures on which something is owed."""
    return [row for row in _model(hands).account.entries.table.model.rows if row.code and row.owed]


def _paid(hands: Hands) -> list[Any]:
    """The rows of payments that went to several things."""
    rows = _model(hands).account.entries.table.model.rows
    return [row for row in rows if row.pay_num and len(row.things) > 1]


async def whole_family(hands: Hands) -> None:
    """F: the family's."""
    _view(hands).take_focus()
    hands.key(Qt.Key.Key_F)
    await hands.until(lambda: _model(hands).account.shows_family)


async def entry(hands: Hands) -> None:
    """A procedure: what was paid on it, and what is still owed."""
    entries = _model(hands).account.entries
    entries.reveal(_owed(hands)[-1].key)
    await hands.until(lambda: entries.details is not None)


async def payment(hands: Hands) -> None:
    """A payment: where it went."""
    entries = _model(hands).account.entries
    last = _paid(hands)[-1]
    entries.reveal(last.key)
    await hands.until(lambda: there(entries.row).key == last.key)


async def search(hands: Hands) -> None:
    """Ctrl+F and a word."""
    hands.key(Qt.Key.Key_F, CONTROL)
    await hands.until(_view(hands).pane.pane.filter_field.hasFocus)
    hands.type_text("cleaning")
    await hands.until(lambda: _model(hands).account.entries.table.filter_text == "cleaning")


async def claims(hands: Hands) -> None:
    """Ctrl+2: the claims of a patient whose insurance hasn't answered."""
    hands.close_dialogs()
    hands.key(Qt.Key.Key_Escape)
    await _select(hands, WAITING)
    await _open(hands, Qt.Key.Key_2, "claims")


async def plans(hands: Hands) -> None:
    """Ctrl+3: a payment plan with its next due date."""
    await _select(hands, money_forms.PLANNED)
    await _open(hands, Qt.Key.Key_3, "plans")


async def statements(hands: Hands) -> None:
    """Ctrl+5: the statements of a family that has been sent some."""
    await _select(hands, STATED)
    await _open(hands, Qt.Key.Key_5, "statements")


async def large(hands: Hands) -> None:
    """A long account, opened at the newest."""
    _model(hands).tabs.open("account")
    pat_num = await _select(hands, money_forms.PLANNED)
    today = hands.desk.now().date()
    file = next(program_folders().data.rglob(database_file(Path(), today).name))
    await asyncio.to_thread(_fill, file, pat_num, today)
    _model(hands).refresh()
    account = _model(hands).account
    await hands.until(lambda: account.value is not None and len(account.value.lines) >= ENTRIES)
    await hands.until(lambda: account.value is not None and account.value.complete)
    _view(hands).table.show_end()


def _fill(file: Path, pat_num: int, today: date) -> None:
    """Give a patient of the training practice a made-up history up to its own day: after midnight UTC has another."""
    database = sqlite3.connect(file, timeout=20)
    with database:
        names = [row[1] for row in database.execute("PRAGMA table_info(adjustment)")]
        values = ", ".join(CHANGED.get(name, name) for name in names)
        command = COPIES.format(count=ENTRIES, names=", ".join(names), values=values)
        database.execute(command.format(count=ENTRIES, pat_num=pat_num, today=today))
    database.close()


async def _open(hands: Hands, key: Qt.Key, tab_id: str) -> None:
    _view(hands).take_focus()
    hands.key(key, CONTROL)
    model = _model(hands).tabs
    await hands.until(lambda: model.current == tab_id and bool(model.table.model.rows))
    view = _view(hands).pane.view
    view.setCurrentIndex(view.model().index(0, 0))
    await hands.until(lambda: model.details is not None)


Do = Callable[[Hands], Awaitable[QWidget | None]]

STEPS: tuple[tuple[str, Do], ...] = (
    ("ledger of a patient", ledger),
    ("ledger of a family", whole_family),
    ("details of a procedure", entry),
    ("splits of a payment", payment),
    ("ledger search", search),
    *taking.STEPS,
    ("claims", claims),
    ("payment plans", plans),
    ("statements", statements),
    *money_forms.STEPS,
    ("ledger of 1500 entries", large),
    *checkout.STEPS,
)
