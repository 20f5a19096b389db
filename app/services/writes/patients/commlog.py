"""Adding a commlog."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from msgspec import Struct

from app.core.text import msg
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent
from app.services.writes.create import Create
from app.store.topics import Part
from app.wire.codec import wire_value
from app.wire.resources.commlogs import CommDirection, Commlogs, CommMode


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
    """Known by its time and found by its text. No method deletes a commlog, so there is no undo."""

    def undo(self, entry: Entry) -> Intent | None:
        """None."""
        return None


ADD_COMMLOG = AddCommlog(
    "commlog",
    Commlogs.create,
    key="CommlogNum",
    part=Part.COMMUNICATION,
    identity=("CommDateTime",),
    not_done=msg("Commlog not added"),
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
