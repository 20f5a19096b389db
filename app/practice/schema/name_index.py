"""Finds patients by part of a name without a full scan: SQLite's trigram index.

A database server has no such index; it scans all names, as Open Dental does.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Connection
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import ColumnElement

from app.practice.schema.people import patient

FEWEST_LETTERS = 3
"""The index can't find shorter texts."""
_NAMES = ("LName", "FName", "Preferred")
_LIST = ", ".join(_NAMES)
_NEW, _OLD = (", ".join(f"{which}.{name}" for name in _NAMES) for which in ("new", "old"))
_TABLE = f"fts5({_LIST}, content='patient', content_rowid='PatNum', tokenize='trigram')"
_IN = f"INSERT INTO patientname (rowid, {_LIST}) VALUES (new.PatNum, {_NEW});"  # noqa: S608  # the schema's own names
_OUT = f"INSERT INTO patientname (patientname, rowid, {_LIST}) VALUES ('delete', old.PatNum, {_OLD});"  # noqa: S608
_COMMANDS = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS patientname USING {_TABLE}",
    "INSERT INTO patientname (patientname) VALUES ('rebuild')",
    f"CREATE TRIGGER IF NOT EXISTS patientnamein AFTER INSERT ON patient BEGIN {_IN} END",
    f"CREATE TRIGGER IF NOT EXISTS patientnameout AFTER DELETE ON patient BEGIN {_OUT} END",
    f"CREATE TRIGGER IF NOT EXISTS patientnamechange AFTER UPDATE OF {_LIST} ON patient BEGIN {_OUT} {_IN} END",
)


def create_name_index(connection: Connection) -> None:
    """Index the existing names, and keep the index current with triggers."""
    if connection.dialect.name == "sqlite":
        for command in _COMMANDS:
            connection.exec_driver_sql(command)


class Indexed(ColumnElement[bool]):
    """Whether the index finds part of a name in some columns of a patient. True where there is no index."""

    inherit_cache = False
    type = Boolean()

    def __init__(self, columns: tuple[Column[Any], ...], text: ColumnElement[str]) -> None:
        self.columns = columns
        self.text = text

    def self_group(self, against: Any = None) -> Indexed:
        """Must stay as written: as "… = 1" the database would not use the index."""
        return self


@compiles(Indexed)
def _unknown(_: Indexed, _compiler: SQLCompiler, **_more: Any) -> str:
    return "1 = 1"


@compiles(Indexed, "sqlite")
def _asked(element: Indexed, compiler: SQLCompiler, **more: Any) -> str:
    names = " ".join(column.name for column in element.columns)
    text = compiler.process(element.text, **more)
    phrase = f"'{{{names}}} : \"' || replace({text}, '\"', '\"\"') || '\"'"
    found = f"SELECT rowid FROM patientname WHERE patientname MATCH {phrase}"  # noqa: S608  # the schema's own names
    return f"{compiler.process(patient.c.PatNum)} IN ({found})"
