"""What has been entered of a new task, and the unfinished ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from msgspec import Struct, ValidationError, convert
from msgspec.structs import replace

from app.domain.schedule.visit import Person
from app.services.tasks.notebook import Notebook
from app.viewmodels.staff.tasks.about import TaskAbout
from app.viewmodels.staff.tasks.new.used_lists import UsedLists

MOST_KEPT = 20


class TaskDraft(Struct, frozen=True):
    """One new task as far as it is entered."""

    about: TaskAbout = TaskAbout()
    """What it is attached to."""
    begun: TaskAbout = TaskAbout()
    """What it began with: the attachment can be changed."""
    text: str = ""
    list_num: int = 0
    """0: none is chosen."""
    priority: int = 0
    """A DefNum; 0: the office's default."""
    remind_at: datetime | None = None
    """When the user wants to be reminded, in the office's time."""
    replaces: int = 0
    """The refused entry of the journal that it corrects; 0: none."""
    by: int = 0
    """Who began it: a UserNum; 0: nobody was signed in."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return self.text.strip() in ("", self.begun.text.strip())

    @property
    def title(self) -> str:
        """The first line that is not empty."""
        return next(iter(self.text.strip().splitlines()), "").strip()

    @property
    def cursor(self) -> int:
        """Where typing goes on: before what it is about, else behind what was typed."""
        return 0 if self.is_empty and not self.begun.is_whole else len(self.text)

    @property
    def lacks_text(self) -> bool:
        """Whether it doesn't say yet what is to be done."""
        return not self.text.strip() or (self.is_empty and not self.begun.is_whole)


def fresh_draft(about: TaskAbout, used: UsedLists) -> TaskDraft:
    """A task as it begins: the text says what it is about below the line that is typed, or what is to be done."""
    text = about.text if about.is_whole or not about.text else f"\n{about.text}"
    return TaskDraft(about, about, text, about.list_num or used.proposed(about.origin))


def named(draft: TaskDraft, selected: Person | None) -> TaskDraft:
    """With the name of its patient, if that was not known when it began."""
    if selected is None or not selected.last_name:
        return draft
    abouts = [
        replace(each, person=selected)
        if each.person is not None and each.pat_num == selected.pat_num and not each.person.last_name
        else each
        for each in (draft.about, draft.begun)
    ]
    return replace(draft, about=abouts[0], begun=abouts[1])


class TaskDrafts:
    """Unfinished tasks of each person, the latest last. They are kept sealed on this PC, with the one in the panel."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    def keep(self, draft: TaskDraft) -> bool:
        """Keep one that was closed, unless nothing was typed. Returns whether it was kept.

        It takes the place of an earlier one that corrects the same refused entry, of no other.
        """
        if draft.is_empty:
            return False
        kept = self._of(draft.by)
        others = [each for each in kept if not draft.replaces or each.replaces != draft.replaces]
        kept[:] = [*others, draft][-MOST_KEPT:]
        self._notebook.changed(soon=True)
        return True

    def take(self, by: int, where: Callable[[TaskDraft], bool]) -> TaskDraft | None:
        """Take the last one of this person's that is so."""
        kept = self._of(by)
        found = next((each for each in reversed(kept) if where(each)), None)
        if found is not None:
            kept.remove(found)
            self._notebook.changed(soon=True)
        return found

    def latest(self, by: int) -> TaskDraft | None:
        """The one of this person that was kept last."""
        return next(reversed(self._of(by)), None)

    def enter(self, before: TaskDraft, now: TaskDraft) -> None:
        """The panel has another draft than before: after a crash it is among those that were closed."""
        for draft, entered in ((before, None), (now, None if now.is_empty else now)):
            self._of(draft.by)
            unsent = self._notebook.unsent_of(draft.by)
            if unsent.entered != entered:
                unsent.entered = entered
                self._notebook.changed(soon=True)

    def _of(self, by: int) -> list[TaskDraft]:
        """A person's; what was read from the disk becomes drafts, what another version kept otherwise is left out."""
        unsent = self._notebook.unsent_of(by)
        if unsent.entered is not None and not isinstance(unsent.entered, TaskDraft):
            unsent.begun.append(unsent.entered)  # the program has ended with the panel open
            unsent.entered = None
        if not all(isinstance(each, TaskDraft) for each in unsent.begun):
            unsent.begun[:] = filter(None, map(_read, unsent.begun))
        return unsent.begun


def _read(kept: Any) -> TaskDraft | None:
    try:
        return kept if isinstance(kept, TaskDraft) else convert(kept, TaskDraft)
    except ValidationError:
        return None
