"""Adding, changing and ending a popup.

A snooze is not written: DateTimeDisabled ends a popup for good from that time on, and the API has no field for one.
It is this PC's own, as in Open Dental, and not shared through the hub either: whoever is at another desk hasn't read
the popup yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.core.text import msg
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Check, Checked
from app.services.writes.create import Create
from app.services.writes.patients.change import edit
from app.services.writes.patients.text_change import TextChange
from app.store.topics import Part
from app.wire.codec import wire_value
from app.wire.fields import NO_DATE_TIME
from app.wire.resources.popups import EnumPopupLevel, Popup, Popups

NEVER = wire_value(NO_DATE_TIME)


class AddPopup(Create):
    """Known by its text among the patient's popups. No method deletes one: it is snoozed instead."""

    by_hand = msg("Turn it off here, or delete it in Open Dental's popups.")

    def undo(self, entry: Entry) -> Intent | None:
        """None."""
        return None

    def is_ours(self, row: Wire, intent: Intent) -> bool:
        """An earlier popup with the same text that is disabled is another one."""
        return super().is_ours(row, intent) and row["DateTimeDisabled"] == NEVER

    def existing(self, row: Wire) -> Checked:
        """A second popup with the same text would only be in the way."""
        return Checked(Check.CONFLICT, row, msg("Popup not added: this patient already has it."))


ADD_POPUP = AddPopup(
    "popup",
    Popups.create,
    key="PopupNum",
    part=Part.PATIENT,
    identity=("PatNum", "Description"),
    not_done=msg("Popup not added"),
)
EDIT_POPUP = TextChange(
    "popup edit", Popups.update, key="PopupNum", part=Part.PATIENT, texts={"Description": "popup"},
    not_done=msg("Popup not saved"),
)  # fmt: skip


def popup_intent(person: Person, description: str, level: EnumPopupLevel = EnumPopupLevel.PATIENT) -> Intent:
    """Add a popup to a patient, a patient's family or super family."""
    fields: dict[str, Any] = {
        "PatNum": person.pat_num,
        "Description": description.strip(),
        "PopupLevel": level.value,
    }
    return ADD_POPUP.intent(
        subject=f"popups:{person.pat_num}",
        arguments=fields,
        after=fields,
        words=msg("Popup added for {name}", name=person.display),
        whose=person.display,
    )


def edit_popup_intent(person: Person, row: Popup, changes: Mapping[str, Any]) -> Intent:
    """Change a popup's text, level or end (`DateTimeDisabled`; None: it has no end, so it is turned on)."""
    words = msg("Popup of {name} changed", name=person.display)
    if dict(changes) == {"DateTimeDisabled": None}:
        words = msg("Popup of {name} turned on", name=person.display)
    return edit(
        EDIT_POPUP, _subject(row), row, changes, person=person, context={"PatNum": row.PatNum}, words=words,
    )  # fmt: skip


def end_popup_intent(person: Person, row: Popup, now: datetime) -> Intent:
    """End a popup now; the undo makes it active again."""
    return edit(
        EDIT_POPUP, _subject(row), row, {"DateTimeDisabled": now}, person=person, context={"PatNum": row.PatNum},
        words=msg("Popup of {name} turned off", name=person.display),
    )  # fmt: skip


def _subject(row: Popup) -> str:
    return f"popup:{row.PopupNum}"
