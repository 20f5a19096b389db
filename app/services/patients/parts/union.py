# words: columns and tables of the database
"""Several lists of a patient in one query, as rows of the API's own records.

A union has the same columns in each branch, so that the fields of a branch are numbered columns (C0, C1, …), and
the first column names the branch. Texts that were `marked` have their line breaks again. Enumerations come as the
database's numbers, which are in the documented order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from app.services.patients.note_text import MARK
from app.wire.enums import WireEnum
from app.wire.fields import NO_DATE, NO_DATE_TIME, bare
from app.wire.lenient import Misread, reader_of
from app.wire.record import Record

R = TypeVar("R", bound=Record)

_MIDNIGHT = "T00:00:00"
_DATE_AT_MIDNIGHT = re.compile(r"\d{4}-\d\d-\d\d" + _MIDNIGHT)


class Branch(Struct, frozen=True):
    """One SELECT of a union: which record its rows are, and where its fields come from."""

    record: type[Record]
    fields: tuple[str, ...]
    """Columns, named as the record's fields: `PatNum`, `popup.PatNum`, or any expression `… AS PatNum`."""
    source: str
    """What follows FROM. Values are named in braces: `{pat_num}`."""


Branches = Mapping[str, Branch]


class UnionRows:
    """The rows of an answer by branch; a row that cannot be read is left out."""

    def __init__(self, branches: Branches, rows: Iterable[dict[str, Any]]) -> None:
        self._found: dict[str, list[Record]] = {kind: [] for kind in branches}
        readers = {kind: _Reader(branch) for kind, branch in branches.items()}
        for row in rows:
            kind = str(row.get("Kind"))
            if kind in readers and (made := readers[kind].read(row)) is not None:
                self._found[kind].append(made)

    def of(self, kind: str, record: type[R]) -> tuple[R, ...]:
        """The rows of one branch; none of one that was not asked for."""
        return tuple(row for row in self._found.get(kind, ()) if isinstance(row, record))


def union_query(branches: Branches, values: Mapping[str, int | str]) -> str:
    """The query. Texts among the values must be dates or the program's own words: they are put in as they are."""
    width = max(len(branch.fields) for branch in branches.values())
    return " UNION ALL ".join(_select(kind, branch, width, values) for kind, branch in branches.items())


def _select(kind: str, branch: Branch, width: int, values: Mapping[str, int | str]) -> str:
    padded = (*map(_expression, branch.fields), *["''"] * (width - len(branch.fields)))
    columns = ", ".join(f"{field} AS C{number}" for number, field in enumerate(padded))
    return f"SELECT '{kind}' AS Kind, {columns} FROM {branch.source.format_map(values)}"  # noqa: S608  # numbers and dates


def _expression(field: str) -> str:
    return field.rpartition(" AS ")[0] or field


def field_name(field: str) -> str:
    """The record's field that a branch's column fills."""
    return field.rpartition(" AS ")[2].rpartition(".")[2]


class _Reader:
    """Makes records of one branch's rows."""

    def __init__(self, branch: Branch) -> None:
        kinds = {each.encode_name: bare(each.type)[0] for each in msgspec.structs.fields(branch.record)}
        self._record = branch.record
        self._columns = [
            (f"C{number}", field_name(field), kinds[field_name(field)])
            for number, field in enumerate(branch.fields)
        ]

    def read(self, row: Mapping[str, Any]) -> Record | None:
        found: dict[str, Any] = {}
        try:
            for column, name, kind in self._columns:
                value = row.get(column)
                if value is not None and (value != "" or kind is str):
                    found[name] = _value(kind, value)
        except Misread:
            return None
        return self._record(**found)


def _value(kind: Any, value: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, WireEnum):
        return _named(kind, value)
    if kind is str:
        return _without_midnight(str(value)).replace(MARK, "\n")
    read = reader_of(kind)(value)
    return None if read in (NO_DATE, NO_DATE_TIME) else read


def _without_midnight(text: str) -> str:
    """A text that is a date comes as a date and time, since an answer doesn't tell text from date columns."""
    return text[: -len(_MIDNIGHT)] if _DATE_AT_MIDNIGHT.fullmatch(text) else text


def _named(kind: type[WireEnum], value: Any) -> WireEnum:
    """By the database's number; a text that is no number stands for itself."""
    text = str(value).strip()
    members = list(kind)
    if text.isdecimal():
        return members[int(text)] if int(text) < len(members) else kind(text)
    return kind(text)
