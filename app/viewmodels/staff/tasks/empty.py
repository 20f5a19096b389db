"""Why there are no tasks to show, and what to do about it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from app.store.tasks.changes import Standing
from app.viewmodels.messages import explain
from app.viewmodels.staff.tasks.facts import TaskFacts
from app.viewmodels.staff.tasks.scopes import Only, Scope, View
from app.viewmodels.staff.tasks.shown import ShownTasks
from app.viewmodels.translation import tr


class Way(StrEnum):
    """What the button does."""

    NONE = ""
    RETRY = "retry"
    EVERYWHERE = "everywhere"
    """Search all tasks."""
    ALL = "all"
    """Use no filter."""
    FOLLOW = "follow"
    """Choose the lists to follow."""


class Empty(Struct, frozen=True):
    """`details` may be copied, and has no patient data. `loading`: gray bars are shown instead."""

    words: str
    way: Way = Way.NONE
    button: str = ""
    details: str = ""
    loading: bool = False


def why_empty(shown: ShownTasks, facts: TaskFacts) -> Empty:
    """What is shown in place of the list."""
    board = facts.board
    if board.standing is Standing.REFUSED and board.why is not None:
        if board.reason:
            return Empty(tr("Tasks can't be shown: {reason}", reason=board.reason))
        message = explain(board.why)
        return Empty(message.sentence, Way.RETRY, tr("Try again"), message.details)
    if board.standing in (Standing.UNREAD, Standing.READING):
        return Empty(tr("Loading…"), loading=True)
    if shown.text:
        return _nothing_found(shown)
    if shown.only is not Only.ALL:
        return Empty(tr("No tasks match the filter."), Way.ALL, tr("Show all"))
    return _nothing_here(shown.scope, facts)


def _nothing_found(shown: ShownTasks) -> Empty:
    others = shown.found_elsewhere()
    if not others:
        return Empty(tr("No tasks match “{text}”. Press Esc to clear the search.", text=shown.text))
    words = tr("No tasks match “{text}” here, but {n} elsewhere.", text=shown.text, n=others)
    return Empty(words, Way.EVERYWHERE, tr("Search all"))


def _nothing_here(scope: Scope, facts: TaskFacts) -> Empty:
    if scope is View.INBOX:
        if facts.mine.followed:
            words = tr("Nothing to do in the lists that you follow. New tasks show up here.")
        else:
            words = tr("You don't follow any task list. New tasks of the lists that you follow show up here.")
        return Empty(words, Way.FOLLOW, tr("Choose lists"))
    if scope is View.PATIENT and not facts.pat_num:
        return Empty(tr("No patient is selected. Find one with Ctrl+P."))
    if scope is View.APPOINTMENT and not facts.apt_num:
        return Empty(tr("No appointment is selected. Select one on the schedule."))
    known = {
        View.NEW: tr("Nothing new. Tasks that nobody has viewed yet show up here."),
        View.OPEN: tr("No open tasks. Ctrl+Shift+N adds one."),
        View.PATIENT: tr("No tasks for this patient. Ctrl+Shift+N adds one."),
        View.APPOINTMENT: tr("No tasks for this appointment. Ctrl+Shift+N adds one."),
        View.REMINDERS: tr("Nothing is due today. Remind (R) puts a task here on its day."),
        View.DONE: tr("Nothing was marked done in the last 14 days."),
    }
    usual = tr("No open tasks in this list. Ctrl+Shift+N adds one.")
    return Empty(known.get(scope, usual) if isinstance(scope, View) else usual)
