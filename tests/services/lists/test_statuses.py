"""The office's statuses for the lists, what a desk remembers of them, and when a reminder is due again."""

from __future__ import annotations

import datetime

import pytest

from app.api.need import Need
from app.domain.lists.reminders import ReminderRules
from app.domain.lists.status import Reached, StatusKind
from app.sealed.documents import Stored
from app.services.lists.reminding import read_reminder_rules
from app.services.lists.statuses import NAME, CallStatuses, confirmation_statuses
from app.store.lists import CONFIRMED_CATEGORY, OfficeLists
from app.store.queries import Questions
from app.wire.permissions import Permission
from app.wire.resources.definitions import Definition
from tests.services.lists.test_read_lists import open_seeded
from tests.support.bench_office import ALL, NO_QUERIES, BenchMaker, SteppingClock

__all__ = ["open_seeded"]

STATUSES = {3: "To call", 4: "Left message"}


class MemoryDocuments:
    """Documents in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    async def put(self, name: str, data: bytes, saved_at: datetime.datetime) -> None:
        """Keep one."""
        self.kept[name] = data

    async def get(self, name: str) -> Stored | None:
        """The one of this name."""
        data = self.kept.get(name)
        return None if data is None else Stored(data, datetime.datetime(2026, 11, 17, tzinfo=datetime.UTC))


async def test_a_choice_is_remembered() -> None:
    """What was chosen for a kind of call counts for that kind only, and is there again at the next start."""
    documents, clock = MemoryDocuments(), SteppingClock()
    calls = CallStatuses(documents, clock)
    await calls.load()
    assert calls.of(Reached.MESSAGE, StatusKind.WAITING, STATUSES) == 4
    assert calls.of(Reached.NO_ANSWER, StatusKind.WAITING, STATUSES) == 0
    await calls.choose(Reached.MESSAGE, StatusKind.WAITING, 0)
    await calls.choose(Reached.NO_ANSWER, StatusKind.WAITING, 3)
    again = CallStatuses(documents, clock)
    await again.load()
    assert again.of(Reached.MESSAGE, StatusKind.WAITING, STATUSES) == 0
    assert again.of(Reached.NO_ANSWER, StatusKind.WAITING, STATUSES) == 3
    assert again.of(Reached.MESSAGE, StatusKind.CONFIRMATION, STATUSES) == 4


async def test_a_status_that_is_gone_sets_none() -> None:
    """A status that the office has hidden since is not set, and none is guessed in its place."""
    calls = CallStatuses(MemoryDocuments(), SteppingClock())
    await calls.choose(Reached.MESSAGE, StatusKind.WAITING, 9)
    assert calls.of(Reached.MESSAGE, StatusKind.WAITING, STATUSES) == 0


async def test_what_cannot_be_read_is_begun_anew() -> None:
    """A document of another form counts as no choice."""
    documents = MemoryDocuments()
    documents.kept[NAME] = b"[1"
    calls = CallStatuses(documents, SteppingClock())
    await calls.load()
    assert calls.of(Reached.MESSAGE, StatusKind.WAITING, STATUSES) == 4


def test_nobody_arrives_from_a_list() -> None:
    """The short list has neither hidden statuses nor those that mean that the patient is or was here."""
    names = ("Unconfirmed", "Left message", "Confirmed", "Arrived", "Seated", "Dismissed")
    rows = [Definition(DefNum=at, ItemName=name) for at, name in enumerate(names, 1)]
    rows.append(Definition(DefNum=9, ItemName="Old", isHidden=True))
    lists = OfficeLists(definitions={CONFIRMED_CATEGORY: tuple(rows)})
    assert list(confirmation_statuses(lists).values()) == ["Unconfirmed", "Left message", "Confirmed"]


@pytest.mark.parametrize("permissions", [ALL, NO_QUERIES], ids=["queries", "methods"])
async def test_the_offices_own_intervals(open_seeded: BenchMaker, permissions: frozenset[Permission]) -> None:
    """They are read in one query, or in three requests; one that the office lacks leaves nobody out."""
    bench = open_seeded(permissions=permissions)
    bench.wire.take()
    questions = Questions(bench.client)
    found = await read_reminder_rules(bench.client, questions, Need.SCREEN)
    assert found == ReminderRules(14, 30, -1)
    read = [line for line in bench.wire.take() if line.startswith("GET")]
    assert len(read) == (0 if permissions == ALL else 3)
    bench.sql("DELETE FROM preference WHERE PrefName LIKE 'RecallShowIf%'")
    assert await read_reminder_rules(bench.client, questions, Need.SCREEN) == ReminderRules()
