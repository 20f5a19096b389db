"""Queries: read-only SQL, answered at once or written to an SFTP folder."""

from __future__ import annotations

import csv
import io

from app.practice.files.sftp import sftp_file
from app.practice.server.audit import log
from app.practice.server.listings import encode
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.work import Encoded, Given, Outcome, Work
from app.practice.sql.queries import Table
from app.wire.resources.queries import Queries


@serves(Queries.short_query)
def short_query(work: Work, given: Given) -> Outcome:
    """A page of rows with the columns of the SELECT."""
    sql = _command(given)
    log(work, "UserQuery", sql)
    table = work.office.queries.run(sql, limit=work.limit, offset=work.offset)
    return Encoded(encode([dict(zip(table.names, row, strict=True)) for row in table.rows]))


@serves(Queries.create)
def create(work: Work, given: Given) -> Outcome:
    """Write the rows as CSV to the SFTP folder; only OK when there are none."""
    sql = _command(given)
    place = sftp_file(work, given)
    log(work, "UserQuery", sql)
    place.write(_csv(work.office.queries.run(sql)).encode())
    return None


def _command(given: Given) -> str:
    sql: str = given["SqlCommand"]
    if not sql.strip():
        raise BadRequest("SqlCommand is required.")
    return sql


def _csv(table: Table) -> str:
    if not table.rows:
        return "OK"
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(table.names)
    writer.writerows(table.rows)
    return out.getvalue()
