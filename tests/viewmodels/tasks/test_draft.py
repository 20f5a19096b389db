"""Unfinished new tasks: no one hides another, and each belongs to the person who typed it."""

from __future__ import annotations

from msgspec.structs import replace

from app.viewmodels.staff.tasks.about import TaskAbout
from app.viewmodels.staff.tasks.new.draft import MOST_KEPT, TaskDraft, TaskDrafts

ANA, BEN = 1, 2


def anywhere(_: TaskDraft) -> bool:
    """Any of them."""
    return True


def test_no_draft_hides_another() -> None:
    """Two of one origin come back one after the other; two corrections of one refused entry are one."""
    drafts = TaskDrafts()
    first, second = TaskDraft(text="First", by=ANA), TaskDraft(text="Second", by=ANA)
    assert not drafts.keep(TaskDraft(text=" ", by=ANA))
    for each in (first, second, replace(first, replaces=7), replace(second, replaces=7)):
        assert drafts.keep(each)
    assert len(drafts) == 3
    assert drafts.take(ANA, lambda each: each.replaces == 7) == replace(second, replaces=7)
    assert [drafts.take(ANA, anywhere), drafts.take(ANA, anywhere)] == [second, first]
    assert drafts.take(ANA, anywhere) is None


def test_each_belongs_to_a_person() -> None:
    """Another person is offered nothing of it; the oldest ones go first."""
    drafts = TaskDrafts()
    for number in range(MOST_KEPT + 1):
        drafts.keep(TaskDraft(TaskAbout(text=f"About {number}"), text=f"Task {number}", by=ANA))
    assert drafts.latest(BEN) is None
    assert drafts.latest(ANA).text == f"Task {MOST_KEPT}"
    assert drafts.take(BEN, anywhere) is None
    assert drafts.take(ANA, lambda each: each.text == "Task 0") is None
    assert len(drafts) == MOST_KEPT
