"""Unfinished new tasks: no one hides another, and each belongs to the person who typed it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.core.tasks import TaskScope
from app.domain.schedule.visit import Person
from app.sealed.seal import AesGcmSeal
from app.sealed.store import LocalStore
from app.services.tasks.notebook import Notebook
from app.viewmodels.staff.tasks.about import TaskAbout, TaskOrigin
from app.viewmodels.staff.tasks.new.draft import MOST_KEPT, TaskDraft, TaskDrafts
from tests.support.manual_clock import ManualClock

ANA, BEN = 1, 2


def anywhere(_: TaskDraft) -> bool:
    """Any of them."""
    return True


@pytest.fixture
async def drafts(tmp_path: Path, tasks: TaskScope) -> AsyncIterator[TaskDrafts]:
    """Nobody has begun any yet."""
    clock = ManualClock()
    store = await LocalStore.open(tmp_path / "store.db", {"vault": AesGcmSeal(bytes(32))}, clock)
    notebook = Notebook(store.documents, clock, tasks)
    await notebook.load(ANA)
    yield TaskDrafts(notebook)
    await notebook.save()
    await store.close()


async def test_no_draft_hides_another(drafts: TaskDrafts) -> None:
    """Two of one origin come back one after the other; two corrections of one refused entry are one."""
    first, second = TaskDraft(text="First", by=ANA), TaskDraft(text="Second", by=ANA)
    assert not drafts.keep(TaskDraft(text=" ", by=ANA))
    for each in (first, second, replace(first, replaces=7), replace(second, replaces=7)):
        assert drafts.keep(each)
    assert drafts.take(ANA, lambda each: each.replaces == 7) == replace(second, replaces=7)
    assert [drafts.take(ANA, anywhere), drafts.take(ANA, anywhere)] == [second, first]
    assert drafts.take(ANA, anywhere) is None


async def test_each_belongs_to_a_person(drafts: TaskDrafts) -> None:
    """Another person is offered nothing of it; the oldest ones go first."""
    for number in range(MOST_KEPT + 1):
        drafts.keep(TaskDraft(TaskAbout(text=f"About {number}"), text=f"Task {number}", by=ANA))
    assert drafts.latest(BEN) is None
    latest = drafts.latest(ANA)
    assert latest is not None
    assert latest.text == f"Task {MOST_KEPT}"
    assert drafts.take(BEN, anywhere) is None
    assert drafts.take(ANA, lambda each: each.text == "Task 0") is None
    assert drafts.take(ANA, lambda each: each.text == "Task 1") is not None


async def test_the_one_in_the_panel_survives_a_crash(drafts: TaskDrafts, tasks: TaskScope) -> None:
    """With all that was entered it is the latest of those that were closed, after the next start."""
    about = TaskAbout(
        Person(12, "Ortiz", "Maria", birthdate=date(1990, 5, 1)), 7, "today", origin=TaskOrigin.LEDGER
    )
    open_now = TaskDraft(about, about, "Call", 9, 3, datetime(2026, 11, 30, 8), by=ANA)
    drafts.keep(TaskDraft(text="Closed before", by=ANA))
    drafts.enter(TaskDraft(), replace(open_now, text="Ca"))
    drafts.enter(replace(open_now, text="Ca"), open_now)
    await drafts._notebook.save()
    crashed = Notebook(drafts._notebook._documents, ManualClock(), tasks)
    await crashed.load(ANA)
    again = TaskDrafts(crashed)
    assert again.take(ANA, anywhere) == open_now
    drafts.enter(open_now, TaskDraft())
    await drafts._notebook.save()
    await crashed.load(BEN)
    await crashed.load(ANA)
    assert again.take(ANA, anywhere) == TaskDraft(text="Closed before", by=ANA)
    assert again.take(ANA, anywhere) is None
