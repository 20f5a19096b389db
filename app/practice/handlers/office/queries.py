"""Queries: read-only SQL, answered at once or written to an SFTP folder."""

from __future__ import annotations

from app.practice.files.sftp import sftp_file
from app.practice.server.audit import log
from app.practice.server.listings import encode
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.work import Asked, Encoded, Given, Outcome, Work
from app.practice.sql.answers import page
from app.practice.sql.queries import QueryDesk
from app.wire.resources.queries import Queries


@serves(Queries.short_query)
def short_query(work: Work, given: Given) -> Outcome:
    """A page of rows with the columns of the SELECT."""
    sql = _command(given)

    def run(queries: QueryDesk, seconds: float) -> Outcome:
        table = queries.run(sql, page(work.limit, work.offset), seconds=seconds)
        return Encoded(encode([dict(zip(table.names, row, strict=True)) for row in table.rows]))

    return Asked(run, lambda later: log(later, "UserQuery", sql))


@serves(Queries.create)
def create(work: Work, given: Given) -> Outcome:
    """Write the rows as CSV to the SFTP folder; only OK when there are none."""
    sql = _command(given)
    place = sftp_file(work, given)

    def run(queries: QueryDesk, seconds: float) -> Outcome:
        with place.rewritten() as file:
            queries.run(sql, file.write_csv, seconds=seconds)
        return None

    return Asked(run, lambda later: log(later, "UserQuery", sql))


def _command(given: Given) -> str:
    sql: str = given["SqlCommand"]
    if not sql.strip():
        raise BadRequest("SqlCommand is required.")
    return sql
