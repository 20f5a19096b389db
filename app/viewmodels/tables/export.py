"""A table's rows for other programs: copied, saved as CSV, printed."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QIODevice, QSaveFile

from app.core.text import At, Shape, Words, msg
from app.domain.people.shown_names import exported_name
from app.domain.printing.document import Align, Cell, Document, Section, Table
from app.domain.printing.document import Column as PrintedColumn
from app.viewmodels.tables.column import Column
from app.viewmodels.translation import typed

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A spreadsheet runs a cell that begins like this."""
WIDE_FROM = 7
"""Columns from which a table is printed in landscape."""


class FileChooser(Protocol):
    """Asks where to save a file."""

    def ask_file(self, file_name: str, then: Callable[[Path], None]) -> None:
        """Offer this name, and call back with the path; not if the user cancels."""
        ...


def to_csv(columns: Sequence[Column], rows: Sequence[Any]) -> str:
    """The rows as RFC 4180 describes it, with titles. No cell is run as a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_harmless(typed(column.title)) for column in columns])
    for row in rows:
        writer.writerow([_exported(column, row) for column in columns])
    return text.getvalue()


def save_csv(path: Path, columns: Sequence[Column], rows: Sequence[Any]) -> bool:
    """Write a CSV file atomically, in UTF-8 as Excel recognizes it. Returns whether it was written."""
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        return False
    content = to_csv(columns, rows).encode("utf-8-sig", "replace")
    return file.write(content) == len(content) and file.commit()


def to_tsv(columns: Sequence[Column], rows: Sequence[Any]) -> str:
    """The rows as lines of cells separated by tabs, as spreadsheets paste them. No cell is run as a formula."""
    return "\n".join(
        "\t".join(" ".join(_exported(column, row).split()) for column in columns) for row in rows
    )


def to_document(
    title: Words, columns: Sequence[Column], rows: Sequence[Any], *, practice: str, now: datetime
) -> Document:
    """The rows as a printable document. The title is without a patient's name."""
    printed = tuple(
        PrintedColumn(column.title, column.share, Align.END if column.is_numeric else Align.START)
        for column in columns
    )
    cells = tuple(tuple(Cell(column.text(row)) for column in columns) for row in rows)
    return Document(
        title,
        practice,
        msg("Printed {time}", time=At(now, Shape.BOTH)),
        (Section(title, tables=(Table(printed, cells),)),),
        wide=len(columns) >= WIDE_FROM,
    )


def _exported(column: Column, row: Any) -> str:
    text = exported_name(column.exported(row))
    return text if column.is_numeric else _harmless(text)


def _harmless(text: str) -> str:
    """The text with an apostrophe in front if a spreadsheet would run it."""
    return f"'{text}" if text.startswith(_FORMULA) else text
