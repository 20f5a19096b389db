"""Views that a newer version has written, at a PC that was not updated yet."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec
from msgspec.structs import replace

from app.domain.schedule.saved_view import CardLine
from app.sealed.documents import Stored
from app.services.hub.merges import merged_views
from app.services.schedule.saved_views.kept import VIEWS, SavedViews
from tests.support.fast_clock import FastClock

NEWER: list[dict[str, Any]] = [
    {"id": 1, "name": "Front", "key": 13, "lines": ["age", "insurance"], "color": "green"},
    {"id": "a text", "name": "Of another kind"},
    {"id": 2, "name": "Hygiene", "key": 3, "by_provider": "sometimes"},
]


class Documents:
    """A document keeper in memory."""

    def __init__(self, plain: object) -> None:
        self.data = msgspec.json.encode(plain)

    async def get(self, name: str) -> Stored | None:
        """The one document."""
        assert name == VIEWS
        return Stored(self.data, datetime(2026, 11, 23, tzinfo=UTC))

    async def put(self, name: str, data: bytes, saved_at: datetime) -> None:
        """Replace it."""
        assert name == VIEWS
        self.data = data

    @property
    def plain(self) -> list[dict[str, Any]]:
        """What is stored."""
        found: list[dict[str, Any]] = msgspec.json.decode(self.data)
        return found


async def test_an_older_desk_shows_what_it_knows_and_takes_nothing_away() -> None:
    """An unknown line, key, field, value or whole view is ignored, and still there after another view was renamed."""
    documents = Documents(NEWER)
    kept = SavedViews(documents, FastClock(datetime(2026, 11, 23), times=1))
    await kept.load()
    front, hygiene = kept.views
    assert (front.key, front.card_lines) == (13, (CardLine.AGE,))
    assert (hygiene.name, hygiene.by_provider) == ("Hygiene", False)
    await kept.save((front, replace(hygiene, name="Hygiene, Tuesdays")))
    first, second, foreign = documents.plain
    assert first == NEWER[0]
    assert foreign == NEWER[1]
    assert (second["name"], second["by_provider"]) == ("Hygiene, Tuesdays", "sometimes")


def test_merging_two_desks_views_keeps_them_too() -> None:
    """What this desk renamed and what the hub has of a newer version are both there."""
    base, mine = ([{"id": 1, "name": name}] for name in ("One", "Uno"))
    theirs = [*base, *NEWER[1:]]
    merged = merged_views(*(msgspec.json.encode(each) for each in (base, mine, theirs)))
    assert sorted(msgspec.json.decode(merged), key=str) == sorted([*mine, *NEWER[1:]], key=str)
