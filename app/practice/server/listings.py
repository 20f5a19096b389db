"""Database rows as API answers: statements built once, rows written to JSON without hooks."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import starmap
from typing import Any

import msgspec
import sqlalchemy as sa
from msgspec import Struct, field

from app.practice.server.wireform import Expression, for_column, plain, quoted, wire_form
from app.wire.fields import Since, bare
from app.wire.record import Record
from app.wire.version import NEWEST, Version

_encode = msgspec.json.Encoder().encode

NOW: Expression = sa.bindparam("now", type_=sa.String())
"""The office server's clock at the time of the answer."""


class Filter(Struct, frozen=True):
    """A filter that a request may set: a column compared with the value."""

    column: sa.Column[Any]
    compare: Callable[[Any, Any], Any] = operator.eq
    plain: bool = False
    """Whether the value is compared as sent, not converted to the column's type."""
    sent_as: str = ""
    """The request's name of it, where the filter has another one: refusals name what was sent."""

    def value(self, sent: Any, name: str) -> Any:
        """A request's value as the database compares it."""
        return plain(sent) if self.plain else for_column(self.column, sent, self.sent_as or name)


class Columns(dict[str, Expression]):
    """A record's fields, and since which version those that were added later are answered."""

    def __init__(self, found: Mapping[str, Expression], since: dict[str, str]) -> None:
        super().__init__(found)
        self.since = since


class Listing(Struct, frozen=True, eq=False):
    """A select that returns one record's rows, with the filters it supports."""

    name: str
    columns: Callable[[], Mapping[str, Expression]]
    """Builds the field expressions on first use: most listings are never used in a session."""
    source: sa.FromClause
    filters: Mapping[str, Filter]
    order: Sequence[Expression]
    always: tuple[sa.ColumnElement[bool], ...] = ()
    keeps_breaks: bool = False
    """Whether line breaks in texts are kept, because they separate the items of a list."""

    def statement(self, names: frozenset[str], version: Version = NEWEST) -> sa.Select[Any]:
        """The select with these filters and a page's bounds, as an office of this version answers it."""
        columns = self.columns()
        since = columns.since if isinstance(columns, Columns) else {}
        found = sa.select(*(columns[name].label(name) for name in _known(columns, since, version)))
        found = found.select_from(self.source).where(*self.always)
        for name in sorted(names):
            each = self.filters[name]
            found = found.where(each.compare(each.column, sa.bindparam(name, type_=sa.String())))
        return (
            found.order_by(*self.order)
            .limit(sa.bindparam("page_limit", type_=sa.Integer()))
            .offset(sa.bindparam("page_offset", type_=sa.Integer()))
        )

    def values(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """A request's values as the filters compare them."""
        return {name: self.filters[name].value(sent, name) for name, sent in given.items()}


def columns_of(
    record: type[Record],
    table: sa.Table,
    computed: Mapping[str, Expression] | None = None,
    *,
    omit: Sequence[str] = (),
    as_text: Sequence[str] = (),
    since: Mapping[str, str] | None = None,
) -> Columns:
    """A record's fields in order: computed, or the column with that name; `as_text`: numbers sent as text.

    `since` names fields that this answer gained later than the record.
    """
    found = Columns({}, {**(since or {}), **_gained(record)})
    for each in msgspec.structs.fields(record):
        name = each.encode_name
        if name in omit:
            continue
        expression = (computed or {}).get(name)
        if expression is None:
            expression = wire_form(table.c[name])
        found[name] = sa.cast(expression, sa.String(20)) if name in as_text else expression
    return found


def fields_of(record: type[Record], version: Version) -> list[str]:
    """The fields of a record that an office of this version answers, in order."""
    names = [each.encode_name for each in msgspec.structs.fields(record)]
    return _known(names, _gained(record), version)


def _gained(record: type[Record]) -> dict[str, str]:
    """The fields that were added to a record later, each with its version."""
    return {
        each.encode_name: fact.version
        for each in msgspec.structs.fields(record)
        for fact in bare(each.type)[1]
        if isinstance(fact, Since)
    }


def _known(names: Iterable[str], since: Mapping[str, str], version: Version) -> list[str]:
    return [name for name in names if name not in since or Version.parse(since[name]) <= version]


def name_behind(key: sa.Column[Any], key_of: sa.Column[Any], text: Expression) -> Expression:
    """The text that a foreign key points to; empty when it points nowhere."""
    found = sa.select(text).where(key_of == key).correlate(key.table).scalar_subquery()
    return sa.func.coalesce(found, quoted(""))


class Prepared(Struct):
    """A statement compiled for one database, and the shape of its rows."""

    sql: str
    names: Sequence[str]
    constants: Mapping[str, Any]
    row: Callable[..., Any]

    def rows(self, connection: sa.Connection, values: Mapping[str, Any]) -> list[Any]:
        """Run it on the driver's cursor: SQLAlchemy's result would look up every column's type again."""
        constants = self.constants
        cursor = connection.connection.cursor()
        try:
            cursor.execute(
                self.sql, [values[name] if name in values else constants[name] for name in self.names]
            )
            return list(starmap(self.row, cursor.fetchall()))
        finally:
            cursor.close()


class Statements(Struct):
    """The compiled statements of one open database."""

    dialect: sa.Dialect
    version: Version
    """The office's: older ones answer fewer fields."""
    _prepared: dict[tuple[Listing, frozenset[str]], Prepared] = field(default_factory=dict)
    _rows: dict[Listing, type] = field(default_factory=dict)

    def get(self, listing: Listing, names: frozenset[str]) -> Prepared:
        """The statement of a listing with these filters, compiled on first use."""
        found = self._prepared.get((listing, names))
        if found is None:
            found = self._prepared[listing, names] = self._prepare(listing, names)
        return found

    def _prepare(self, listing: Listing, names: frozenset[str]) -> Prepared:
        statement = listing.statement(names, self.version)
        compiled = statement.compile(dialect=self.dialect)
        row = self._rows.get(listing)
        if row is None:
            fields = [(name, Any) for name in statement.selected_columns.keys()]  # noqa: SIM118  # no mapping
            row = self._rows[listing] = msgspec.defstruct(listing.name, fields, gc=False)
        return Prepared(str(compiled), compiled.positiontup or (), compiled.params, row)


def encode(value: Any) -> bytes:
    """JSON of plain values, with their line breaks."""
    return _encode(value)


def encode_rows(rows: Any, *, keeps_breaks: bool = False) -> bytes:
    """JSON of a listing's rows. Carriage returns and line feeds in their texts become spaces."""
    body = _encode(rows)
    if b"\\" in body and not keeps_breaks:
        # An escaped backslash before an n is no line break: NUL, which JSON never has, stands for it meanwhile.
        body = body.replace(rb"\\", b"\0")
        for each in (rb"\r\n", rb"\n", rb"\r"):
            body = body.replace(each, b" ")
        return body.replace(b"\0", rb"\\")
    return body
