"""Queries: read-only SQL, answered at once or written to an SFTP server's folder."""

from __future__ import annotations

import csv
from pathlib import Path, PurePosixPath
from typing import Any

from app.practice.audit import log
from app.practice.listings import encode
from app.practice.queries import Table
from app.practice.refusals import BadRequest
from app.practice.routing import serves
from app.practice.work import Encoded, Given, Outcome, Work
from app.wire.resources.queries import Queries


@serves(Queries.short_query)
def short_query(work: Work, given: Given) -> Outcome:
    """A page of the rows, each with the columns that the SELECT yields."""
    sql = _command(given)
    log(work, "UserQuery", sql)
    table = work.office.queries.run(sql, limit=work.limit, offset=work.offset)
    return Encoded(encode([dict(zip(table.names, row, strict=True)) for row in table.rows]))


@serves(Queries.create)
def create(work: Work, given: Given) -> Outcome:
    """Write the rows as CSV into the folder that stands for SFTP servers; OK alone where there are none."""
    sql = _command(given)
    file = _file(work.office.files, given)
    log(work, "UserQuery", sql)
    table = work.office.queries.run(sql)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("w", newline="", encoding="utf-8") as out:
            _write(out, table)
    except OSError:
        raise BadRequest("SFTP error: the file cannot be written at SftpAddress.") from None
    return None


def _command(given: Given) -> str:
    sql: str = given["SqlCommand"]
    if not sql.strip():
        raise BadRequest("SqlCommand is required.")
    return sql


def _file(folder: Path | None, given: Given) -> Path:
    """Where the result goes: below the folder, by a path with forward slashes that stays inside it."""
    for name in ("SftpAddress", "SftpUsername", "SftpPassword"):
        if not given[name].strip():
            raise BadRequest(f"{name} is required.")
    if folder is None:
        raise BadRequest("SFTP connection error: this practice has no SFTP server.")
    path = PurePosixPath(given["SftpAddress"])
    odd = any(part in ("", ".", "..") or ":" in part or "\\" in part for part in path.parts)
    if odd or path.is_absolute() or len(path.parts) < 2 or given["SftpAddress"].endswith("/"):
        raise BadRequest("SftpAddress is invalid: server, folders and file name, with forward slashes.")
    return folder.joinpath(*path.parts)


def _write(out: Any, table: Table) -> None:
    if not table.rows:
        out.write("OK")
        return
    writer = csv.writer(out)
    writer.writerow(table.names)
    writer.writerows(table.rows)
