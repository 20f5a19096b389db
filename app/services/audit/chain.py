"""The chain of hashes: each record's hash covers the record, its number, and the hash before it."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from msgspec import Struct

from app.services.audit.audit import Record

HASH_BYTES = 32
SEPARATOR = "\x1f"
"""Between the fields that are hashed: no field contains it."""


class Head(Struct, frozen=True):
    """The end of a chain: how many records it has had, and the hash of the last one."""

    count: int
    digest: bytes


def start_of(chain: str) -> Head:
    """The head of an empty chain with this name."""
    return Head(0, hashlib.sha256(chain.encode()).digest())


def following(head: Head, record: Record) -> Head:
    """The head after one more record."""
    text = SEPARATOR.join(hashed_fields(head.count + 1, record))
    return Head(head.count + 1, hashlib.sha256(head.digest + text.encode()).digest())


def hashed_fields(number: int, record: Record) -> tuple[str, ...]:
    """What the hash covers, as exported."""
    return (
        str(number),
        moment_text(record.at),
        record.who,
        record.workstation,
        record.action,
        record.kind,
        str(record.key),
        str(record.patient),
        record.result,
        record.ref,
    )


def moment_text(moment: datetime) -> str:
    """A moment as hashed and exported: 2026-03-02T17:20:00.125Z."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"
