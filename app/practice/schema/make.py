"""Creating the database: all declared tables and their indexes."""

from __future__ import annotations

from sqlalchemy import Connection
from sqlalchemy.schema import CreateTable

from app.practice.schema import indexes
from app.practice.schema.columns import metadata


def create_tables(connection: Connection) -> None:
    """All tables without indexes: inserting is faster without them."""
    for each in metadata.sorted_tables:
        connection.execute(CreateTable(each, if_not_exists=True))


def create_indexes(connection: Connection) -> None:
    """All indexes, after the rows are inserted."""
    indexes.create(connection)


def create_schema(connection: Connection) -> None:
    """Tables and indexes of an empty practice."""
    create_tables(connection)
    create_indexes(connection)
