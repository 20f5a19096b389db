"""Finds the rows of a damaged store page by page, trusting only the seal.

Rows are in leaf pages (sqlite.org/fileformat2.html, section 1.6). Reading those directly finds every intact
row, even when the schema, the header or the tree above them is damaged. A row that opens is exactly as it was
written. It is also the current one: SQLite overwrites outdated rows (`secure_delete`), so no old copy
remains.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from app.sealed.database import PAGE_BYTES
from app.sealed.sealing import Seal, SealBroken
from app.sealed.tables import ENTRIES, TABLES, Row, unsealed

LEAF = 13
LOCAL_MOST = PAGE_BYTES - 35
LOCAL_LEAST = (PAGE_BYTES - 12) * 32 // 255 - 23
INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of an integer, by serial type."""
CONSTANTS = {0: None, 8: 0, 9: 1}
"""Values that have a serial type of their own."""

Pages = Mapping[int, bytes]
Record = tuple[int, tuple[Any, ...]]
"""A row's id and columns. Text is bytes."""


class Found(Struct, frozen=True):
    """What could be read from an old file."""

    rows: dict[str, list[Row]]
    """By table name."""
    unreadable: tuple[int, ...] = ()
    """Ids of journal entries that were found but don't open."""
    whole: bool = False
    """Whether everything was read."""
    stale: bool = False
    """Whether rows may be outdated: the latest changes could not be read."""


def records(pages: Pages) -> Iterator[Record]:
    """Everything that can be parsed as a row of any table."""
    for number, page in pages.items():
        start = 100 if number == 1 else 0
        if page[start] != LEAF:
            continue
        count = int.from_bytes(page[start + 3 : start + 5])
        for at in range(start + 8, min(start + 8 + 2 * count, PAGE_BYTES - 1), 2):
            try:
                yield _record(pages, page, int.from_bytes(page[at : at + 2]))
            except (IndexError, KeyError, ValueError):  # not a row, or cut off
                continue


def salvage(found: Iterable[Record], seal: Seal, *, stale: bool) -> Found:
    """The rows among these records that open with the file's key."""
    rows: dict[str, dict[int, Row]] = {table.name: {} for table in TABLES}
    unreadable: set[int] = set()
    for row_id, columns in found:
        for table in TABLES:
            if len(columns) != len(table.columns) + 2:
                continue
            try:
                rows[table.name][row_id] = unsealed(table, (row_id, *columns[1:]), seal)
            except SealBroken:
                if table is ENTRIES:
                    unreadable.add(row_id)
    unreadable -= rows[ENTRIES.name].keys()
    kept = {name: list(each.values()) for name, each in rows.items()}
    return Found(kept, tuple(sorted(unreadable)), stale=stale)


def _record(pages: Pages, page: bytes, at: int) -> Record:
    size, at = _varint(page, at)
    row_id, at = _varint(page, at)
    payload = _payload(pages, page, at, size)
    header_end, at = _varint(payload, 0)
    kinds: list[int] = []
    while at < header_end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    columns: list[Any] = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        columns.append(value)
    return row_id, tuple(columns)


def _payload(pages: Pages, page: bytes, at: int, size: int) -> bytes:
    """A row's bytes, including its overflow pages."""
    if size <= LOCAL_MOST:
        return page[at : at + size]
    if size > len(pages) * PAGE_BYTES:
        raise ValueError
    local = LOCAL_LEAST + (size - LOCAL_LEAST) % (PAGE_BYTES - 4)
    local = local if local <= LOCAL_MOST else LOCAL_LEAST
    parts = [page[at : at + local]]
    missing, number = size - local, int.from_bytes(page[at + local : at + local + 4])
    while missing > 0:
        overflow = pages[number]
        parts.append(overflow[4 : 4 + missing])
        missing, number = missing - (PAGE_BYTES - 4), int.from_bytes(overflow[:4])
    return b"".join(parts)


def _value(payload: bytes, at: int, kind: int) -> tuple[Any, int]:
    if kind in CONSTANTS:
        return CONSTANTS[kind], at
    if kind in INTEGERS:
        end = at + INTEGERS[kind]
        return int.from_bytes(payload[at:end], signed=True), end
    if kind < 12:
        raise ValueError(kind)
    end = at + (kind - 12) // 2
    if end > len(payload):
        raise ValueError(kind)
    return payload[at:end], end


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A varint: 1 to 9 bytes, seven bits in each but the ninth. Returns it and the offset of the next byte."""
    value = 0
    for count in range(9):
        byte = data[at + count]
        if count == 8:
            value = value << 8 | byte
        else:
            value = value << 7 | byte & 0x7F
            if byte < 0x80:
                break
    return value if value < 2**63 else value - 2**64, at + count + 1
