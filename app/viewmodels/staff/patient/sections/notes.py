"""The patient's notes, and those that are kept with the guarantor for the whole family."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from app.core.text import Text, msg
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent, Wire
from app.services.patients.parts.filed import FamilyNotes, Filed
from app.services.writes.patients.note import CHANGE_NOTE, CHANGE_URGENT_NOTE
from app.store.patients.parts import Ready, Refused
from app.viewmodels.inline.edit import FieldSpec
from app.viewmodels.inline.kinds import TextKind
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.edit_group import EditGroup
from app.viewmodels.staff.patient.people import may, person_of
from app.viewmodels.staff.patient.sections.filed import FiledSection
from app.viewmodels.translation import typed
from app.wire.resources.patient_notes import PatientNote, PatientNotes
from app.wire.resources.patients import Patients

OWN: dict[str, Text] = {
    "Medical": msg("Medical"),
    "MedicalComp": msg("Medical history"),
    "Service": msg("Service"),
    "Treatment": msg("Treatment"),
}
URGENT, FINANCIAL = "FamFinUrgNote", "FamFinancial"  # words: fields of the rows
OF_FAMILY: dict[str, Text] = {URGENT: msg("Family urgent"), FINANCIAL: msg("Family finance")}
NOTE_KINDS = frozenset({CHANGE_NOTE.kind, CHANGE_URGENT_NOTE.kind})
ALWAYS = frozenset({"Medical", "Service", URGENT})  # words: fields of the rows
"""Those that are shown although they are empty."""


class NotesSection(FiledSection[PatientNote]):
    """Each is shown whole and edited in place; what another desk wrote meanwhile is merged by lines."""

    group = "notes"

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._family: FamilyNotes | None = None
        self.family_note = ""
        """Why the family's notes are not shown; empty: they are."""
        self._may = {False: may(desk, PatientNotes.update), True: may(desk, Patients.update)}
        self.editors = EditGroup(desk, self._prepare, _text, self._leaves, self)
        for name, title in {**OWN, **OF_FAMILY}.items():
            self.editors.add(FieldSpec(name, title, TextKind(is_long=True)))
        self.edits = self.editors.edits

    @property
    def shown_notes(self) -> tuple[str, ...]:
        """The ids of the notes to show: those with a text, and the usual ones."""
        known = [name for name in self.edits if name in OWN or self._family is not None]
        return tuple(name for name in known if name in ALWAYS or self.edits[name].state.value.strip())

    def show(self, pat_num: int | None) -> None:
        """Show this patient's. What is being typed for the one before is saved."""
        if pat_num != self.pat_num:
            self.editors.leave()
        super().show(pat_num)

    def _fill(self, value: PatientNote) -> None:
        if self.pat_num is None:
            return
        family = self._whole().family
        self._family = family if isinstance(family, FamilyNotes) else None
        self.family_note = explain(family.why).sentence if isinstance(family, Refused) else ""
        values = {name: getattr(value, name) for name in OWN}
        if self._family is not None:
            values |= {URGENT: self._family.urgent, FINANCIAL: self._family.financial}
        self.editors.fill(self.pat_num, values, lambda name: typed(self._may[name == URGENT]().reason))

    def _whole(self) -> Filed:
        state = self._part.state(self.pat_num or 0)
        return state.value if isinstance(state, Ready) and isinstance(state.value, Filed) else Filed()

    def _prepare(self, pat_num: int, name: str, seen: str) -> Callable[[Any], Awaitable[Entry]]:
        """The family's notes are changed with the guarantor, whose page this may not be."""
        person = self._whose(pat_num, name)
        return lambda text: self.desk.parts.patient_writes().change_note(person, name, seen, text)

    def _leaves(self, intent: Intent, pat_num: int, name: str) -> Wire | None:
        ours = (
            intent.kind in NOTE_KINDS and intent.arguments.get("PatNum") == self._whose(pat_num, name).pat_num
        )
        return intent.after if ours and name in intent.after else None

    def _whose(self, pat_num: int, name: str) -> Person:
        family = self._family if name in OF_FAMILY else None
        return family.head if family is not None else person_of(self.desk, pat_num)


def _text(name: str, wire: Wire) -> str:
    return str(wire.get(name, ""))
