"""Shared helpers for chart rows: checks, changes and deletion."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.server.references import refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.work import Given, Row, Work


def changeable(work: Work, table: sa.Table, key: int, noun: str) -> Row:
    """A patient's row that may be changed. NotFound when missing, BadRequest for a deleted patient."""
    row = work.find(table, key, noun)
    refuse_deleted_patient(work, row.PatNum)
    return row


def take_away(work: Work, table: sa.Table, key: int) -> None:
    """Delete a row by its primary key."""
    column = next(iter(table.primary_key.columns))
    work.connection.execute(sa.delete(table).where(column == key))


def need_words(given: Given, *names: str) -> None:
    """BadRequest for a blank text in a required field."""
    for name in names:
        if name in given and not given[name].strip():
            raise BadRequest(f"{name} is required")


def need_one(given: Given, *names: str) -> None:
    """BadRequest when a request has neither of two alternative fields."""
    if not any(given.get(name) for name in names):
        raise BadRequest(f"One of {' or '.join(names)} is required.")


def key_named(work: Work, name: sa.Column[str], text: str) -> int:
    """The key of the first row with this name, hidden ones last; 0 when there is none."""
    table = name.table
    order: list[sa.ColumnElement[object]] = list(table.primary_key.columns)
    if "IsHidden" in table.c:
        order.insert(0, table.c.IsHidden)
    wanted = sa.select(*table.primary_key.columns).where(name == text.strip()).order_by(*order).limit(1)
    return work.connection.execute(wanted).scalar() or 0
