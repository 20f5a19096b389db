"""Referrals of a patient: who sent the patient, to whom the patient was sent, and how that stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from app.core.text import msg
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent
from app.services.writes.create import Create
from app.services.writes.patients.change import edit
from app.services.writes.patients.text_change import TextChange
from app.store.topics import Part
from app.wire.codec import wire_value
from app.wire.resources.ref_attaches import RefAttach, RefAttaches, RefType


class NewReferral(Struct, frozen=True):
    """A referral to add to a patient (number 0: one that an earlier step adds)."""

    person: Person
    referral_num: int
    kind: RefType = RefType.REF_FROM
    day: date | None = None
    """None: today."""
    note: str = ""


class AddReferral(Create):
    """Known by its source, direction and day."""

    by_hand = msg("Change or delete it in Open Dental's Family module.")

    def undo(self, entry: Entry) -> Intent | None:
        """None: a referral is changed instead."""
        return None


ADD_REFERRAL = AddReferral(
    "referral",
    RefAttaches.create,
    key="RefAttachNum",
    part=Part.PATIENT,
    identity=("ReferralNum", "ReferralType"),
    not_done=msg("Referral not added"),
)
EDIT_REFERRAL = TextChange(
    "referral edit",
    RefAttaches.update,
    key="RefAttachNum",
    part=Part.PATIENT,
    texts={"Note": "refattach"},
    not_done=msg("Referral not saved"),
)


def referral_intent(new: NewReferral) -> Intent:
    """Add a referral."""
    fields: dict[str, Any] = {"ReferralNum": new.referral_num, "ReferralType": new.kind.value}
    if new.day is not None:
        fields["RefDate"] = wire_value(new.day)
    if new.note.strip():
        fields["Note"] = new.note.strip()
    return ADD_REFERRAL.intent(
        subject=f"referrals:{new.person.pat_num}",
        arguments={"PatNum": new.person.pat_num, **fields},
        after=fields,
        words=msg("Referral added for {name}", name=new.person.display),
        whose=new.person.display,
    )


def edit_referral_intent(person: Person, row: RefAttach, changes: Mapping[str, Any]) -> Intent:
    """Change a referral as it was seen: its state, date, note or source."""
    return edit(EDIT_REFERRAL, f"referral:{row.RefAttachNum}", row, changes, person=person)
