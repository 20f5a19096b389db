"""What has been entered of a new task, and the unfinished ones."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from app.domain.schedule.visit import Person
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
    """Unfinished tasks, one of each origin, the latest last. They are kept in memory only."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, int, str], TaskDraft] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def keep(self, draft: TaskDraft) -> bool:
        """Keep one that was closed, unless nothing was typed. Returns whether it was kept."""
        if draft.is_empty:
            return False
        self._kept.pop(draft.begun.key, None)
        self._kept[draft.begun.key] = draft
        if len(self._kept) > MOST_KEPT:
            self._kept.pop(next(iter(self._kept)))
        return True

    def take(self, about: TaskAbout) -> TaskDraft | None:
        """Take the one that was begun there."""
        return self._kept.pop(about.key, None)

    @property
    def latest(self) -> TaskDraft | None:
        """The one that was kept last."""
        return next(reversed(self._kept.values()), None)
