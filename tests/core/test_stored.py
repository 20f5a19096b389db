"""A document that another version has written: what this one doesn't know stays in it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from app.core.stored import StoredOne, StoredRows


class Kind(StrEnum):
    """A choice, of which another version may know more."""

    PLAIN = "plain"


class Inner(Struct, frozen=True):
    """A struct in another."""

    count: int = 0


class Row(Struct, frozen=True):
    """A row of a document."""

    id: int
    name: str = ""
    kind: Kind = Kind.PLAIN
    inner: Inner = Inner()
    by_day: dict[int, datetime] = {}


NEWER: dict[str, Any] = {
    "id": 1,
    "name": "one",
    "kind": "striped",
    "inner": {"count": 2, "more": True},
    "by_day": {"3": "2026-11-23T08:00:00"},
    "color": "red",
}
FOREIGN = {"id": 2, "name": ["not", "a", "name"], "kind": "plain"}
NAMELESS = {"number": 3}


def rows(*plain: object) -> StoredRows[Row]:
    """A document of these rows."""
    return StoredRows(msgspec.json.encode(plain), Row, lambda row: row.id)


def test_what_is_not_known_is_ignored() -> None:
    """A value that can't be read is the default, a row without its key is left out."""
    document = rows(NEWER, FOREIGN, NAMELESS)
    assert document.rows == [
        Row(1, "one", Kind.PLAIN, Inner(2), {3: datetime(2026, 11, 23, 8)}),
        Row(2, "", Kind.PLAIN),
    ]


def test_what_is_saved_again_has_all_of_it() -> None:
    """Only what was changed here differs, also in a struct within."""
    document = rows(NEWER, FOREIGN, NAMELESS)
    first, second = document.rows
    saved = msgspec.json.decode(document.encode([replace(first, name="uno", inner=Inner(5)), second]))
    assert saved == [{**NEWER, "name": "uno", "inner": {"count": 5, "more": True}}, FOREIGN, NAMELESS]
    again = msgspec.json.decode(document.encode([replace(first, name="two", by_day={})]))
    assert again == [{**NEWER, "name": "two", "by_day": {}}, NAMELESS]


def test_what_was_changed_here_wins_over_what_could_not_be_read() -> None:
    """A name that was typed here replaces the one that this version could not read."""
    document = rows(FOREIGN)
    saved = msgspec.json.decode(document.encode([replace(document.rows[0], name="two")]))
    assert saved[0]["name"] == "two"


def test_a_document_of_one_struct() -> None:
    """It keeps what is unknown; one that can't be read is replaced."""
    document = StoredOne(msgspec.json.encode(NEWER), Row)
    assert document.value is not None
    changed = replace(document.value, by_day={**document.value.by_day, 4: datetime(2026, 11, 24)})
    saved = msgspec.json.decode(document.encode(changed))
    assert saved == {**NEWER, "by_day": {"3": "2026-11-23T08:00:00", "4": "2026-11-24T00:00:00"}}
    for broken in (b"", b"{", b"[]", msgspec.json.encode(NAMELESS)):
        nothing = StoredOne(broken, Row)
        assert nothing.value is None
        assert msgspec.json.decode(nothing.encode(Row(9)), type=Row) == Row(9)
    assert rows().rows == StoredRows(b"{", Row, lambda row: row.id).rows == []
