"""One request being processed in the practice's thread: what a handler receives and returns."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace

from app.core.clock import Clock
from app.practice.schema.office import preference
from app.practice.schema.schedule import appointment
from app.practice.server.listings import Listing, Statements, encode_rows
from app.practice.server.refusals import NotFound
from app.practice.server.switches import Switches
from app.practice.sql.queries import QueryDesk
from app.wire.permissions import Permission
from app.wire.version import Version

Row = sa.Row[*tuple[Any, ...]]
"""A database row; its attributes are the column names."""
Given = dict[str, Any]
"""A request's fields by wire name, as typed values; fields that were not sent are missing."""


_ENTERED = ("SecDateEntry", "SecDateTEntry")
_CHANGED = ("DateTStamp", "SecDateTEdit")


class Encoded(Struct, frozen=True):
    """An answer that is already JSON."""

    body: bytes


class Created(Struct, frozen=True):
    """The answer of a POST, with the new row's path after the base path ("/appointments/12")."""

    body: bytes
    path: str


class Saved(Struct, frozen=True):
    """The answer of a POST that stored a file: no body, and the file's full path."""

    address: str


class Told(Struct, frozen=True):
    """An answer of 200 as text, explaining why a list is empty."""

    words: str


class Asked(Struct, frozen=True):
    """SQL to be run beside the practice's work: `run` gets the seconds it may take, and returns the answer.

    `record` is work of the practice, done once that has succeeded.
    """

    run: Callable[[QueryDesk, float], Outcome]
    record: Callable[[Work], None]


Outcome = Encoded | Created | Saved | Told | Asked | Sequence[Any] | Mapping[str, Any] | None
"""What a handler returns; rows and mappings are still to be written as JSON, None means no body."""


class Office(Struct, frozen=True):
    """What stays the same while the practice is open."""

    statements: Statements
    clock: Clock
    switches: Switches
    version: Version
    permissions: frozenset[Permission]
    page_limit: int
    files: Path | None
    """The folder that stands for SFTP servers."""
    customer_key: str
    """The key of every request: subscriptions belong to it."""


class Work(Struct, frozen=True):
    """The database, the office, and the bounds of the requested page."""

    connection: sa.Connection
    office: Office
    now: datetime.datetime
    """The office's clock, to the second."""
    limit: int
    offset: int

    @property
    def switches(self) -> Switches:
        """The practice's switches."""
        return self.office.switches

    @property
    def today(self) -> datetime.date:
        """The office's date."""
        return self.now.date()

    def rows(self, listing: Listing, given: Mapping[str, Any] | None = None) -> list[Any]:
        """The rows of a listing's page; attributes by wire name."""
        values = listing.values(given or {})
        prepared = self.office.statements.get(listing, frozenset(values))
        values["now"] = self.now.isoformat(" ")
        values["page_limit"] = self.limit
        values["page_offset"] = self.offset
        return prepared.rows(self.connection, values)

    def page(self, listing: Listing, given: Mapping[str, Any] | None = None) -> Encoded:
        """A page of a listing as JSON."""
        return Encoded(encode_rows(self.rows(listing, given), keeps_breaks=listing.keeps_breaks))

    def row(self, listing: Listing, noun: str, given: Mapping[str, Any]) -> Any:
        """One row of a listing. NotFound, as "Appointment not found.", when there is none."""
        found = replace(self, limit=1, offset=0).rows(listing, given)
        if not found:
            raise NotFound(f"{noun} not found.")
        return found[0]

    def one(self, listing: Listing, noun: str, given: Mapping[str, Any]) -> Encoded:
        """One row of a listing as JSON. NotFound when there is none."""
        return Encoded(encode_rows(self.row(listing, noun, given), keeps_breaks=listing.keeps_breaks))

    def created(self, listing: Listing, path: str, given: Mapping[str, Any]) -> Created:
        """The answer of a POST: the new row, and its location."""
        row = self.row(listing, "Row", given)
        return Created(encode_rows(row, keeps_breaks=listing.keeps_breaks), path)

    def find(self, table: sa.Table, key: int, noun: str) -> Row:
        """A row of a table by its primary key. NotFound when there is none."""
        column = next(iter(table.primary_key.columns))
        found = self.connection.execute(sa.select(table).where(column == key)).first()
        if found is None:
            raise NotFound(f"{noun} not found.")
        return found

    def appointment(self, key: int) -> Row:
        """An appointment. NotFound when there is none."""
        return self.find(appointment, key, "Appointment")

    def preference(self, name: str) -> str:
        """A preference's value; empty when it does not exist."""
        wanted = sa.select(preference.c.ValueString).where(preference.c.PrefName == name)
        return self.connection.execute(wanted).scalar() or ""

    def preference_number(self, name: str, default: int = 0) -> int:
        """A preference's number."""
        text = self.preference(name).strip()
        return int(text) if text.lstrip("-").isdigit() else default

    def next_order(self, column: sa.Column[Any], *where: sa.ColumnElement[bool], first: int = 0) -> int:
        """The position after the last row's, of the rows that meet `where`; `first` when there is none."""
        last = self.connection.execute(sa.select(sa.func.max(column)).where(*where)).scalar()
        return first if last is None else int(last) + 1

    def insert(self, table: sa.Table, values: Mapping[str, Any]) -> int:
        """Insert a row; returns its primary key. Sets the table's time stamps."""
        stamps = {name: self.now for name in (*_ENTERED, *_CHANGED) if name in table.c}
        result = self.connection.execute(sa.insert(table).values(**{**stamps, **values}))
        (key,) = result.inserted_primary_key or (0,)
        return int(key)

    def update(self, table: sa.Table, key: int, values: Mapping[str, Any]) -> None:
        """Update a row by its primary key; sets its last-changed stamp where the table has one."""
        if not values:
            return
        stamps = {name: self.now for name in _CHANGED if name in table.c}
        column = next(iter(table.primary_key.columns))
        self.connection.execute(sa.update(table).where(column == key).values(**{**values, **stamps}))
