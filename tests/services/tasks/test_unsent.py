"""What was typed and not sent: on disk within seconds, and each person's own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.core.tasks import TaskScope
from app.sealed.seal import AesGcmSeal
from app.sealed.store import LocalStore
from app.services.tasks.notebook import CALM_SECONDS, NAME, Notebook
from app.services.tasks.unsent import Unsent
from tests.support.manual_clock import ManualClock

ME, BEN = 3, 4


class Here:
    """A PC with its local store."""

    def __init__(self, store: LocalStore, clock: ManualClock, tasks: TaskScope) -> None:
        self.store, self.clock, self.tasks = store, clock, tasks
        self.notebook = Notebook(store.documents, clock, tasks)

    def type(self, user_num: int, task_num: int, note: str) -> None:
        """A note as far as it is typed."""
        self.notebook.unsent_of(user_num).notes[task_num] = note
        self.notebook.changed(soon=True)

    async def on_disk(self) -> bytes:
        """Mine."""
        stored = await self.store.documents.get(NAME.format(user_num=ME))
        return stored.data if stored is not None else b""


@pytest.fixture
async def here(tmp_path: Path, tasks: TaskScope) -> AsyncIterator[Here]:
    """I am here, and my document is on disk."""
    clock = ManualClock()
    made = Here(
        await LocalStore.open(tmp_path / "store.db", {"vault": AesGcmSeal(bytes(32))}, clock), clock, tasks
    )
    await made.notebook.load(ME)
    await made.notebook.save()
    yield made
    await made.notebook.save()
    await made.store.close()


async def test_one_write_for_many_keys(here: Here) -> None:
    """Keys are saved together, some seconds after the first; the next start has them, and what was sent is gone."""
    before = await here.on_disk()
    for at in range(1, 12):
        here.type(ME, 7, "Left a message"[:at])
        await here.clock.advance(CALM_SECONDS / 12)
    assert await here.on_disk() == before
    here.type(ME, 7, "Left a message")
    await here.clock.advance(CALM_SECONDS)
    await here.notebook.save()
    later = Notebook(here.store.documents, here.clock, here.tasks)
    await later.load(ME)
    assert later.unsent_of(ME).notes == {7: "Left a message"}
    del here.notebook.unsent_of(ME).notes[7]
    here.notebook.changed(soon=True)
    await here.clock.advance(CALM_SECONDS)
    await here.notebook.save()
    assert b"Left a message" not in await here.on_disk()


async def test_each_has_her_own(here: Here) -> None:
    """What one typed before hers was read, or that is given back after she left, is added to hers once she is here."""
    here.type(BEN, 7, "Ben's")
    assert here.notebook.unsent_of(ME).notes == {}
    await here.notebook.load(BEN)
    assert here.notebook.unsent_of(BEN).notes == {7: "Ben's"}
    here.type(ME, 7, "Given back")
    here.type(BEN, 7, "Ben's, longer")
    await here.notebook.load(ME)
    assert here.notebook.unsent_of(ME).notes == {7: "Given back"}
    here.type(BEN, 7, "Given back")
    await here.notebook.load(BEN)
    assert here.notebook.unsent_of(BEN).notes == {7: "Ben's, longer\nGiven back"}


def test_what_the_disk_told_late_is_older() -> None:
    """A note typed meanwhile stays as it is; new tasks of before come first, none twice."""
    known = Unsent({1: "now"}, [{"text": "b"}])
    known.complete(Unsent({1: "before", 2: "only there"}, [{"text": "a"}, {"text": "b"}], {"text": "c"}))
    assert known == Unsent({1: "now", 2: "only there"}, [{"text": "a"}, {"text": "c"}, {"text": "b"}])
