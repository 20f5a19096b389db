"""How a new write relates to unsettled ones of its subject."""

from __future__ import annotations

from datetime import datetime

from msgspec import structs

from app.journal.entries import Entry, Intent, WriteState
from app.journal.queueing import folded
from tests.journal.fake_office import change


def waiting(number: int, intent: Intent) -> Entry:
    """A waiting entry."""
    now = datetime(2026, 11, 17, 10, 20)
    return Entry(id=number, intent=intent, state=WriteState.WAITING, who="Ann", made_at=now, changed_at=now)


OTHER = structs.replace(change("a", 1, 2), arguments={"x": 1}, after={"length": 30})


def test_the_same_write_with_others_behind_it() -> None:
    """A waiting write is the same when requested again, unless one behind it changes the same fields."""
    earlier = (waiting(1, change("a", 1, 2)), waiting(2, OTHER))
    assert folded(earlier, change("a", 1, 2)) is earlier[0]
    assert folded((*earlier, waiting(3, change("a", 2, 3))), change("a", 1, 2)) is None


def test_the_second_of_two_equal_rows() -> None:
    """Two equal rows that are wanted are two writes, also while the first waits; the second one again is the same."""
    first = change("a", 1, 2)
    second = structs.replace(first, nth=2)
    assert folded((waiting(1, first),), second) is None
    both = (waiting(1, first), waiting(2, second))
    assert folded(both, second) is both[1]


def test_what_is_added_twice() -> None:
    """A write that appends instead of setting is the same only while nothing is queued behind it."""
    note = structs.replace(change("a", 1, 2), after={})
    assert folded((waiting(1, note),), note) is not None
    assert folded((waiting(1, note), waiting(2, OTHER)), note) is None
