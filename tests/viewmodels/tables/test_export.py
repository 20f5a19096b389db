"""Rows for other programs."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from pathlib import Path

from app.domain.printing.document import Align
from app.viewmodels.tables.column import Column, Kind
from app.viewmodels.tables.export import save_csv, to_csv, to_document, to_tsv
from tests.support.sample_table import COLUMNS, procedures

TEXT = (Column(id="text", title="Text", value=lambda row: row),)


def test_csv_is_as_the_standard_says() -> None:
    """Quotes, commas and line breaks are quoted, lines end in CRLF, and a reader gets the values back."""
    rows = ['a "quoted" word', "one, two", "line\nbreak", "plain"]
    written = to_csv(TEXT, rows)
    assert written.startswith('Text\r\n"a ""quoted"" word"\r\n')
    assert [row[0] for row in csv.reader(io.StringIO(written, newline=""))] == ["Text", *rows]


def test_no_cell_is_run_as_a_formula() -> None:
    """A text that a spreadsheet would run gets an apostrophe; a negative amount stays a number."""
    evil = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]
    for row, line in zip(evil, csv.reader(io.StringIO(to_csv(TEXT, evil), newline="")), strict=False):
        assert line[0][0] not in "=+-@\t\r", row
    assert to_tsv(TEXT, ["=1+1"]) == "'=1+1"
    assert to_tsv([COLUMNS[4]], [procedures(4)[3]]) == "-35.00"


def test_values_are_exported_plainly() -> None:
    """Dates and amounts are exported without the locale's format, so that programs can read them."""
    row = procedures(2)[1]
    assert to_tsv(COLUMNS, [row]) == "2026-01-12\tD2740\tCrown, porcelain/ceramic, #14\tComplete\t1350.00\t2"
    moment = Column(id="at", title="At", value=lambda _: datetime(2026, 11, 23, 9, 5), kind=Kind.DATE)
    assert to_tsv([moment], [row]) == "2026-11-23 09:05"


def test_a_csv_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """The file is UTF-8 with the mark that Excel looks for; a folder that doesn't exist is reported."""
    path = tmp_path / "rows.csv"
    assert save_csv(path, COLUMNS, procedures(3))
    assert path.read_bytes().startswith(b"\xef\xbb\xbfDate,Code")
    assert "Résine" in path.read_text("utf-8-sig")
    assert not save_csv(tmp_path / "missing" / "rows.csv", COLUMNS, [])


def test_rows_are_printed_as_they_are_shown() -> None:
    """The document has the shown columns and texts, numbers right-aligned; many columns are printed wide."""
    made = to_document("Procedures", COLUMNS, procedures(2), practice="Harbor", now=datetime(2026, 11, 23))
    table = made.sections[0].tables[0]
    assert [str(cell.words) for cell in table.rows[1]][4] == "1,350.00"
    assert table.columns[4].align is Align.END
    assert not made.wide
    assert to_document("P", [*COLUMNS, *COLUMNS], [], practice="", now=datetime(2026, 11, 23)).wide
