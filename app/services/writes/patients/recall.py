"""Recalls: interval, due date, status, and a patient's first recall of a type."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.core.text import Text, msg
from app.domain.people.recall_interval import recall_interval
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent
from app.services.writes.change import changed_by
from app.services.writes.errors import CannotWrite
from app.services.writes.patients.change import edit
from app.services.writes.patients.only_one import OnlyOne
from app.services.writes.patients.text_change import TextChange
from app.store.topics import Part
from app.wire.codec import wire_value
from app.wire.resources.recalls import Recall, Recalls

NO_INTERVAL = msg("That isn't an interval. Type it as 6m1d: years (y), months (m), weeks (w) and days (d).")
DUE = "DateDue"
"""The office computes it anew with a new interval, and clears it with a disabled recall."""


class EditRecall(TextChange):
    """Its undo restores the due date too, if the office changed it with the rest."""

    def undo(self, entry: Entry) -> Intent | None:
        """Restore the changed fields and the due date."""
        if (intent := super().undo(entry)) is None or DUE in intent.after:
            return intent
        if (due := changed_by(entry, (DUE,))) is None:
            return intent
        before, after = due
        return self.intent(
            subject=intent.subject,
            arguments={**intent.arguments, **before},
            before={**intent.before, **after},
            after={**intent.after, **before},
            words=intent.words,
            context=intent.context,
            whose=intent.whose,
            undo_of=intent.undo_of,
        )


EDIT_RECALL = EditRecall(
    "recall edit", Recalls.update, key="RecallNum", part=Part.PATIENT, texts={"Note": "recall"},
    not_done=msg("Recall not saved"),
)  # fmt: skip
ADD_RECALL = OnlyOne(
    "recall", Recalls.create, key="RecallNum", part=Part.PATIENT, identity=("RecallTypeNum",),
    not_done=msg("Recall not added"),
)  # fmt: skip


def edit_recall_intent(person: Person, row: Recall, changes: Mapping[str, Any]) -> Intent:
    """Change a recall as it was seen. Raises CannotWrite for an interval that is none."""
    wanted = dict(changes)
    if "RecallInterval" in wanted:
        wanted["RecallInterval"] = _interval(wanted["RecallInterval"])
    return edit(EDIT_RECALL, _subject(row), row, wanted, person=person)


def recall_status_intent(person: Person, row: Recall, wanted: int, name: str) -> Intent:
    """Give a recall one of the office's statuses; 0: none. Raises CannotWrite if it has it already."""
    words: Text = msg("{name}: recall status {status}", name=person.display, status=name)
    if not wanted:
        words = msg("{name}: no recall status", name=person.display)
    return edit(EDIT_RECALL, _subject(row), row, {"RecallStatus": wanted}, person=person, words=words)


def add_recall_intent(person: Person, type_num: int, interval: str = "", due: date | None = None) -> Intent:
    """Add a recall; an empty interval is the type's own."""
    fields: dict[str, Any] = {"RecallTypeNum": type_num}
    if interval.strip():
        fields["RecallInterval"] = _interval(interval)
    if due is not None:
        fields[DUE] = wire_value(due)
    return ADD_RECALL.intent(
        subject=f"recalls:{person.pat_num}:{type_num}",
        arguments={"PatNum": person.pat_num, **fields},
        after=fields,
        words=msg("Recall added for {name}", name=person.display),
        whose=person.display,
    )


def _interval(text: str) -> str:
    found = recall_interval(text)
    if found is None:
        raise CannotWrite(NO_INTERVAL)
    return found


def _subject(row: Recall) -> str:
    return f"recall:{row.RecallNum}"
