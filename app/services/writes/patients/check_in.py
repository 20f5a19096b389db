"""Accepting what a patient changed at check-in: one edit of the patient's row, and a commlog about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from app.core.text import NO_TEXT, Text, msg
from app.journal.entries import Entry, Intent
from app.services.writes.patients.change import edit
from app.services.writes.patients.commlog import NewCommlog, commlog_intent
from app.services.writes.patients.edit import EditPatient, patient_subject, person_of
from app.services.writes.patients.words import fields_words
from app.services.writes.steps import THEN, with_steps
from app.store.topics import Part
from app.wire.resources.patients import Patient, Patients

PROPOSAL = "proposal"
"""In an intent's context: the number of the proposal whose fields it accepts."""


class AcceptedChanges(EditPatient):
    """Its undo restores the values; a commlog that was sent stays."""

    def undo(self, entry: Entry) -> Intent | None:
        """The commlog follows the change, not its undo."""
        undo = super().undo(entry)
        if undo is None:
            return None
        context = {name: value for name, value in undo.context.items() if name != THEN}
        return replace(undo, context=context)


ACCEPT_CHANGES = AcceptedChanges(
    "check-in changes", Patients.update, key="PatNum", part=Part.PATIENT, not_done=msg("Not saved")
)


def accept_intent(
    row: Patient,
    proposal_num: int,
    seen: Mapping[str, Any],
    wanted: Mapping[str, Any],
    commlog: NewCommlog | None,
) -> Intent:
    """Write these fields over the values that the patient saw at the kiosk. `commlog` follows; None: none.

    Raises CannotWrite if the row has all of these values already.
    """
    intent = edit(
        ACCEPT_CHANGES,
        patient_subject(row.PatNum),
        replace(row, **seen),
        wanted,
        person=person_of(row),
        words=_words(row, wanted),
        context={PROPOSAL: proposal_num},
    )
    return with_steps(intent, *([commlog_intent(commlog)] if commlog is not None else ()))


def _words(row: Patient, wanted: Mapping[str, Any]) -> Text:
    name, fields = person_of(row).display, fields_words(wanted)
    return (
        msg("{name}: {fields} changed as entered at check-in", name=name, fields=fields)
        if wanted
        else NO_TEXT
    )


def accepted_fields(entry: Entry, proposal_num: int) -> tuple[str, ...]:
    """The fields of this proposal that an entry accepts; empty if it is about another one, or an undo."""
    intent = entry.intent
    if intent.kind != ACCEPT_CHANGES.kind or intent.undo_of is not None:
        return ()
    return tuple(intent.after) if intent.context.get(PROPOSAL) == proposal_num else ()
