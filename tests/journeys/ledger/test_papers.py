"""The ledger on paper and as a file."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from app.core.text import Words
from app.viewmodels.printing import PrintViewModel
from app.viewmodels.translation import typed
from app.views.printing.preview import PrintPreview
from tests.journeys.desk import CONTROL, SHIFT, Desk
from tests.journeys.ledger.book import busiest, open_ledger


class Chosen:
    """Always the same file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def ask_file(self, _file_name: str, then: Callable[[Path], None]) -> None:
        """The user takes it."""
        then(self.path)


def words_of(printing: PrintViewModel) -> list[Words]:
    """The lines above the table."""
    assert printing.document is not None
    return list(printing.document.sections[0].lines)


async def paper_names_the_patient_and_the_figures(desk: Desk) -> None:
    """Ctrl+Shift+P: name, birthdate, what is owed and the nine figures stand above the rows that are shown."""
    ledger = await open_ledger(desk, busiest(desk))
    previews: list[PrintViewModel] = []
    ledger.model.previewed.connect(lambda _, printing: previews.append(printing))
    ledger.view.take_focus()
    await desk.press(Qt.Key.Key_P, CONTROL | SHIFT)
    await desk.until(lambda: bool(previews) and previews[0].document is not None)
    lines = [typed(each) for each in words_of(previews[0])]
    person = next(
        each.person for each in ledger.model.account.members if each.pat_num == ledger.model.pat_num
    )
    assert person.display in lines[0]
    assert "born" in lines[0]
    assert "0-30" in lines[2]
    assert "Unearned" in lines[2]
    document = previews[0].document
    assert document is not None
    assert len(document.sections[0].tables[0].rows) == len(ledger.rows)
    assert person.last_name not in typed(document.title)
    for preview in desk.window.findChildren(PrintPreview):
        preview.close()


async def a_file_has_the_shown_rows_and_is_noted(desk: Desk, tmp_path: Path) -> None:
    """CSV: the rows of the filter, exact amounts. Not noted in the audit it would warn, which fails the test."""
    ledger = await open_ledger(desk, busiest(desk))
    ledger.view.table.pane.filter_field.setText("cleaning")
    file = tmp_path / "ledger.csv"
    ledger.model.account.entries.table.save(Chosen(file))
    await desk.until(file.exists)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert [row["Charge"] for row in rows] == [str(row.charge) for row in ledger.rows]


async def test_paper_and_file(desk: Desk, tmp_path: Path) -> None:
    """Both have what the table shows."""
    await paper_names_the_patient_and_the_figures(desk)
    await a_file_has_the_shown_rows_and_is_noted(desk, tmp_path)
