"""Files that are only ever replaced by one that was completed next to them.

It is written as `NAME.part` and renamed to `NAME.new` once it is complete; the old one is renamed, then the new one
takes its name. A crash at any moment leaves the old file, or the new one to be renamed, or nothing.
"""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from app.core.files import delete, replace

PART, NEW, OLD, WAL = ".part", ".new", ".old", "-wal"
"""Endings of a file while it is written, once it is complete, when it was replaced, and of SQLite's own beside it."""


def part_of(path: Path) -> Path:
    """Where the new file is written."""
    return beside(path, PART)


def replace_file(path: Path, aside: Path | None) -> None:
    """Put the completed part in place; the old file, if there is one, is kept as `aside` or given up."""
    replace(part_of(path), beside(path, NEW))
    if path.exists():
        if aside is not None and (wal := beside(path, WAL)).exists():
            shutil.copy(
                wal, beside(aside, WAL)
            )  # a copy: without it the file would be an older one that looks whole
        replace(path, aside or beside(path, OLD))
    finish_replacing(path)


def finish_replacing(path: Path) -> None:
    """Put a completed new file in place if the old one is already gone; delete other leftovers."""
    new = beside(path, NEW)
    if new.exists() and not path.exists():
        delete(beside(path, WAL))  # the old file's WAL must not be applied to the new one
        replace(new, path)
    for left in (new, beside(path, PART), beside(path, OLD)):
        for suffix in ("", WAL):
            delete(beside(left, suffix))


def beside(path: Path, suffix: str) -> Path:
    """The file with this ending behind its name."""
    return path.with_name(path.name + suffix)


def free_name(path: Path, now: datetime) -> Path:
    """A name under which the file can be set aside."""
    stem = f"{path.stem}-set-aside-{now:%Y%m%d-%H%M%S}"
    aside, count = path.with_name(stem + path.suffix), 1
    while aside.exists():
        aside, count = path.with_name(f"{stem}-{count}{path.suffix}"), count + 1
    return aside
