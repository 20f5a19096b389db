"""What the panel for a new task shows."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from app.core.text import At, Shape
from app.domain.schedule.visit import Person
from app.domain.tasks.remind_times import reminder_times
from app.services.patients.ready_notes import ReadyNote
from app.viewmodels.staff.tasks.about import TaskAbout, TaskOrigin
from app.viewmodels.staff.tasks.new.draft import TaskDraft
from app.viewmodels.translation import tr


class AttachChoice(Struct, frozen=True):
    """Something that the task can be attached to."""

    about: TaskAbout
    words: str


class PriorityChoice(Struct, frozen=True):
    """A priority; `def_num` 0: the office's default."""

    def_num: int
    name: str
    tone: str = ""
    """Its color, by name in the tokens; empty: none."""


class RemindChoice(Struct, frozen=True):
    """When to be reminded; None: not at all."""

    at: datetime | None
    words: str


class NewTaskState(Struct, frozen=True):
    """`draft` has what is entered."""

    is_open: bool = False
    draft: TaskDraft = TaskDraft()
    offers: tuple[ReadyNote, ...] = ()
    """Quick Paste notes."""
    attach: tuple[AttachChoice, ...] = ()
    priorities: tuple[PriorityChoice, ...] = ()
    priority: int = 0
    """The DefNum of the one that it will have, as far as this desk knows."""
    reminds: tuple[RemindChoice, ...] = ()
    strays: str = ""
    """That another patient is selected than the task is about."""
    unfinished: str = ""
    """The task that was begun before; empty: there is none."""
    resumed: bool = False
    """Whether this one was begun before."""
    problem: str = ""
    """What is missing, or why it was not saved."""
    why_not: str = ""
    """Why no task can be saved now."""

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.is_open and not self.draft.is_empty


def attach_choices(draft: TaskDraft, selected: Person | None) -> tuple[AttachChoice, ...]:
    """What it began with, its patient alone, the patient who is selected, and nothing."""
    begun = draft.begun
    found = [begun, draft.about]
    found += [alone(each.person) for each in found if each.person is not None]
    if selected is not None:
        found.append(alone(selected))
    found.append(TaskAbout())
    choices: dict[tuple[int, int], AttachChoice] = {}
    for each in found:
        choices.setdefault((each.pat_num, each.apt_num), AttachChoice(each, attached_words(each)))
    nothing = choices.pop((0, 0))
    return (*choices.values(), nothing)


def alone(person: Person) -> TaskAbout:
    """About a patient, and nothing else of hers."""
    return TaskAbout(person)


def attached_words(about: TaskAbout) -> str:
    """The patient and the appointment, or that there is none."""
    if about.person is None:
        return tr("No patient")
    if about.apt_num:
        return f"{about.person.display} · {about.appointment}"
    return about.person.display


def stray_words(draft: TaskDraft, selected: Person | None) -> str:
    """That another patient is selected than the task is about; empty: there is none."""
    person = draft.about.person
    if selected is None or person is None or person.pat_num == selected.pat_num:
        return ""
    return tr(
        "{selected} is selected. This task stays with {name}.", selected=selected.display, name=person.display
    )


def is_plain(about: TaskAbout) -> bool:
    """Whether it is about the selected patient, or nothing, and not about one thing of hers."""
    return about.origin is TaskOrigin.ANYWHERE and not about.apt_num and not about.text


def leads_back(draft: TaskDraft, about: TaskAbout) -> bool:
    """Whether a task that is being entered is the one to begin: begun there, or about the same patient."""
    return draft.begun.key == about.key or (is_plain(about) and draft.about.pat_num == about.pat_num)


def remind_choices(now: datetime, chosen: datetime | None) -> tuple[RemindChoice, ...]:
    """None, the usual times, and the chosen one, which may have been offered earlier."""
    offered = [RemindChoice(at, tr(words)) for at, words in reminder_times(now)]
    if chosen is not None and chosen not in [each.at for each in offered]:
        offered.insert(0, RemindChoice(chosen, tr(At(chosen, Shape.BOTH))))
    return (RemindChoice(None, tr("No reminder")), *offered)
