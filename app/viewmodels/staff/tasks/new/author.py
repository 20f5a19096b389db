"""Whether the person at the desk can be the author of a task, and what to do if not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.text import NO_TEXT, Text, msg
from app.services.people.people import Standing
from app.viewmodels.verdict import YES, Verdict
from app.wire.resources.tasks import Tasks

if TYPE_CHECKING:  # the desk has the command that asks this
    from app.viewmodels.staff.desk import DeskViewModel

WITHOUT = {
    Standing.OPEN: msg(
        "A task needs its author, and nobody signs in at this office. Add people: File, People."
    ),
    Standing.NOBODY: msg("A task needs its author. Set up the first person: File, People."),
}
SIGN_IN = msg("A task needs its author. Sign in first: Shift+F8.")


def why_no_author(desk: DeskViewModel) -> Text:
    """What to do so that a task can be written; empty: it can."""
    return NO_TEXT if desk.parts.outbox.author.user_num else WITHOUT.get(desk.parts.staff.standing, SIGN_IN)


def may_add(desk: DeskViewModel) -> Verdict:
    """Whether the key and the office's version allow a new task, and someone is signed in to write it."""
    found = desk.parts.client.can(Tasks.create)
    if not found.ok:
        return Verdict(ok=False, reason=found.reason)
    why_not = why_no_author(desk)
    return Verdict(ok=False, reason=why_not) if why_not else YES
