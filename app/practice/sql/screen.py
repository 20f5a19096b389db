"""What the Queries resource may run: SELECT, variables and temporary tables, nothing else."""

from __future__ import annotations

from msgspec import Struct

from app.practice.server.refusals import BadRequest, Unauthorized
from app.practice.sql.tokens import Statement, assignments

NOT_READ_ONLY = "The query is neither read-only nor confined to temporary tables."
_READS = ("SELECT", "WITH", "(")
_FILES = ("OUTFILE", "DUMPFILE", "INFILE", "LOAD_FILE", "LOAD_EXTENSION")
_ROWS = ("INSERT", "UPDATE", "DELETE")
"""Temporary tables only; the database itself enforces it."""
_REFUSED = (
    "ALTER", "ANALYZE", "ATTACH", "BACKUP", "BEGIN", "BINLOG", "CACHE", "CALL", "CHANGE", "CHECK", "CHECKSUM",
    "COMMIT", "CREATE", "DEALLOCATE", "DELIMITER", "DESC", "DESCRIBE", "DETACH", "DO", "DROP", "EXECUTE",
    "EXPLAIN", "FLUSH", "GET", "GRANT", "HANDLER", "HELP", "INSTALL", "KILL", "LOAD", "LOCK", "OPTIMIZE",
    "PRAGMA", "PREPARE", "PURGE", "REINDEX", "RELEASE", "RENAME", "REPAIR", "REPLACE", "RESET", "REVOKE",
    "ROLLBACK", "SAVEPOINT", "SET", "SHOW", "SHUTDOWN", "SIGNAL", "START", "STOP", "TRUNCATE", "UNINSTALL",
    "UNLOCK", "USE", "VACUUM", "VALUES", "XA",
)  # fmt: skip


class Readable(Struct, frozen=True):
    """A statement that may run, in the server's dialect."""

    sql: str
    makes_temporary: bool = False
    """Whether it creates or drops a temporary table."""


def readable(statement: Statement) -> Readable:
    """The statement if it may run. Unauthorized for a forbidden one, BadRequest for invalid SQL."""
    first, *rest = statement.tokens
    if any(token.is_word(*_FILES) for token in rest):
        raise Unauthorized(NOT_READ_ONLY)
    if first.is_word(*_READS, *_ROWS) or assignments(statement) is not None:
        return Readable(statement.sql)
    if first.is_word("CREATE") and rest and rest[0].is_word("TEMPORARY"):
        return Readable(statement.sql, makes_temporary=True)
    if first.is_word("DROP") and rest and rest[0].is_word("TEMPORARY", "TABLE"):
        what = statement.sql[rest[0].start - first.start :]
        temporary = what if rest[0].is_word("TEMPORARY") else f"TEMPORARY {what}"
        return Readable(f"DROP {temporary}", makes_temporary=True)
    if first.is_word(*_REFUSED):
        raise Unauthorized(NOT_READ_ONLY)
    raise BadRequest(f"SQL error: no statement begins with {first.text[:20]}.")
