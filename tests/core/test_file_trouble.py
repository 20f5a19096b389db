"""Errors of files, as a person reads them."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing

import pytest

from app.core.file_trouble import disk_trouble, why_not


def windows_error(code: int) -> OSError:
    """The error as Python makes it on Windows, where the system has another number than C."""
    error = OSError(errno.EINVAL, "in the system's language")
    if os.name != "nt":
        error.winerror = code  # type: ignore[attr-defined,unused-ignore] # Linux has no such attribute
        return error
    return OSError(None, "in the system's language", None, code)


def blocked_port() -> OSError:
    """What Windows says of a port that a firewall or another program has reserved (WSAEACCES)."""
    if os.name == "nt":
        return OSError(errno.EACCES, "x", None, 10013)
    error = OSError(errno.EACCES, "x")
    error.winerror = 10013  # type: ignore[attr-defined,unused-ignore] # Linux has no such attribute
    return error


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "x"), "The disk is full."),
        (windows_error(112), "The disk is full."),
        (windows_error(39), "The disk is full."),
        (windows_error(32), "Another program is using the file."),
        (windows_error(5), "write-protected"),
        (OSError(errno.EROFS, "x"), "write-protected"),
        (windows_error(19), "write-protected"),
        (windows_error(53), "can't be reached"),
        (FileNotFoundError(errno.ENOENT, "x"), "isn't there"),
        (OSError(errno.EIO, "Input/output error"), "(Input/output error)"),
        (OSError(), "(OSError)"),
    ],
)
def test_the_usual_reasons_have_words(error: OSError, words: str) -> None:
    """A full disk, a held file, a write-protected one and a folder that is gone are told apart, without file names."""
    assert words in str(why_not(error))


def test_a_database_that_the_disk_refuses_is_told_like_a_file() -> None:
    """SQLite has names of its own; whatever wraps its error keeps it as `orig`."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE kept (value)")
        database.execute("PRAGMA max_page_count=2")
        with pytest.raises(sqlite3.OperationalError) as full:
            database.execute("INSERT INTO kept VALUES (zeroblob(100000))")
    wrapped = RuntimeError("x")
    wrapped.orig = full.value  # type: ignore[attr-defined]
    assert str(disk_trouble(full.value)) == str(disk_trouble(wrapped)) == "The disk is full."


@pytest.mark.parametrize(
    "error",
    [
        ConnectionRefusedError(errno.ECONNREFUSED, "x"),
        TimeoutError(),
        FileNotFoundError(errno.ENOENT, "x"),
        blocked_port(),
        KeyError("x"),
    ],
)
def test_what_is_no_trouble_of_the_disk_is_left_to_others(error: Exception) -> None:
    """A server that doesn't answer, and mistakes of ours."""
    assert disk_trouble(error) is None
