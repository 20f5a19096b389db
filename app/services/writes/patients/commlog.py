"""Adding a commlog, and changing its text."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from msgspec import Struct

from app.core.text import Text, msg
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent
from app.services.writes.create import Create
from app.services.writes.patients.change import edit
from app.services.writes.patients.text_change import TextChange
from app.store.topics import Part
from app.wire.codec import wire_value
from app.wire.resources.commlogs import CommDirection, Commlog, Commlogs, CommMode


class NewCommlog(Struct, frozen=True):
    """A commlog to add."""

    person: Person
    note: str
    at: datetime
    """When the communication took place, in the office's time; to the second, which tells it from any other."""
    type_num: int = 0
    """A definition of category 27; 0: the office's Misc."""
    mode: CommMode = CommMode.PHONE
    direction: CommDirection = CommDirection.RECEIVED


class AddCommlog(Create):
    """Known by its time and found by its text. No method deletes a commlog, so the undo is in time or not at all."""

    by_hand = msg("Change or delete it in Open Dental's Account module.")

    signs = "Note"

    def undo(self, entry: Entry) -> Intent | None:
        """None once it was sent."""
        return None

    def leaves(self, intent: Intent) -> Text:
        """All of it, so that it is sent after the seconds in which it can be undone."""
        return msg("the commlog")


ADD_COMMLOG = AddCommlog(
    "commlog",
    Commlogs.create,
    key="CommlogNum",
    part=Part.COMMUNICATION,
    identity=("CommDateTime",),
    not_done=msg("Commlog not added"),
)
EDIT_COMMLOG = TextChange(
    "commlog edit",
    Commlogs.update,
    key="CommlogNum",
    part=Part.COMMUNICATION,
    texts={"Note": "commlog"},
    not_done=msg("Commlog not saved"),
)


def commlog_intent(new: NewCommlog) -> Intent:
    """Add a commlog."""
    fields: dict[str, Any] = {
        "Note": new.note.strip(),
        "CommDateTime": wire_value(new.at),
        "Mode_": new.mode.value,
        "SentOrReceived": new.direction.value,
    }
    if new.type_num:
        fields["CommType"] = new.type_num
    return ADD_COMMLOG.intent(
        subject=f"commlog:{new.person.pat_num}:{fields['CommDateTime']}",
        arguments={"PatNum": new.person.pat_num, **fields},
        after=fields,
        words=msg("Commlog added for {name}", name=new.person.display),
        whose=new.person.display,
    )


def edit_commlog_intent(person: Person, row: Commlog, note: str) -> Intent:
    """Replace a commlog's text as it was seen. The office clears its signature."""
    return edit(
        EDIT_COMMLOG, f"commlog:{row.CommlogNum}", row, {"Note": note.strip()}, person=person,
        words=msg("Commlog of {name} changed", name=person.display),
    )  # fmt: skip
