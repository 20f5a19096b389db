"""A task that every desk of an office may write, and that the office has once.

The office is asked before it is written; two desks that ask in the same moment both find none. So each asks again
after writing, as a step of its journal: of several equal tasks the one with the smallest number stays, and whoever
wrote another one marks it done. All desks decide alike without talking to each other.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from msgspec.structs import replace

from app.core.text import Words, msg
from app.journal.entries import Intent, Wire
from app.journal.kinds import Check, Checked, Proof, ReadBack
from app.services.writes.again import AGAIN
from app.services.writes.reading import moment, shows
from app.services.writes.steps import QUIET, with_steps
from app.services.writes.tasks.new import A_DAY, NewTask, add_task_intent, attachment
from app.services.writes.tasks.rows import tasks_since, title_of
from app.services.writes.tasks.status import DONE, STATUS, SetTaskStatus
from app.store.topics import Part
from app.wire.codec import wire_value
from app.wire.endpoint import Sender
from app.wire.resources.tasks import Tasks

SAME = "same"  # words: a key of an intent
"""In an intent's context: the fields that equal tasks have in common."""

ONLY_ONE = msg("No other PC added it.")
WITHDRAWN = msg("Another PC added it too, so this one is marked done.")


class WithdrawTask(SetTaskStatus):
    """Marks a new task done if another desk has written the same one before it."""

    async def check(self, office: Sender, intent: Intent) -> Checked:
        """Nothing is left to do unless an equal task has a smaller number."""
        own, same = intent.arguments["TaskNum"], intent.context[SAME]
        since = moment(intent.context["DateTimeOriginal"])
        rows = await tasks_since(office, same["TaskListNum"], since)
        first = min((row["TaskNum"] for row in rows if shows(row, same)), default=own)
        if first < own:
            return await super().check(office, intent)
        row = next((each for each in rows if each["TaskNum"] == own), None)
        return Checked(Check.ALREADY, row or await self.read(office, intent), ONLY_ONE)

    async def result(self, office: Sender, intent: Intent, answer: Any) -> ReadBack:
        """As for any task, with the reason."""
        found = await super().result(office, intent, answer)
        return replace(found, words=WITHDRAWN) if found.proof is Proof.DONE else found


WITHDRAW_TASK = WithdrawTask(
    "task withdrawn", Tasks.update, key="TaskNum", part=Part.TASKS, not_done=msg("Task not withdrawn")
)


def add_once_intent(new: NewTask, at: datetime, list_name: Words, *, withdraws: bool) -> Intent:
    """As `add_task_intent`, unless the office has it already: with the same list, attachment and time of entry.

    PCs write times differently, so the text counts only where nothing is attached. `withdraws`: whether the office
    can mark tasks done. Raises CannotWrite as that does.
    """
    intent, attached = add_task_intent(new, at, list_name), attachment(new)
    names = ("TaskListNum", "DateTimeEntry", *(attached or ("Descript",)))
    same: Wire = {name: intent.arguments[name] for name in names}
    intent = replace(
        intent,
        subject=f"{intent.subject}:{attached.get('KeyNum', 0)}",
        after=same,
        context={**intent.context, AGAIN: True},
    )
    return with_steps(intent, _withdrawal(new, intent, same, at)) if withdraws else intent


def _withdrawal(new: NewTask, intent: Intent, same: Wire, at: datetime) -> Intent:
    return WITHDRAW_TASK.intent(
        subject="",
        arguments={"TaskNum": 0, STATUS: DONE},
        after={STATUS: DONE},
        context={
            "TaskListNum": same["TaskListNum"],
            "DateTimeOriginal": wire_value(at.replace(microsecond=0) - A_DAY),
            SAME: same,
            QUIET: True,
        },
        words=msg("Checked that no other PC added it too: {task}", task=title_of(new.text, new.short)),
        whose=intent.whose,
    )
