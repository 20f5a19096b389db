"""The form for a new patient: fields, similar patients, and what became of it."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.domain.people.duplicates import Named
from app.domain.people.new_person import parse_person
from app.domain.people.typed_name import capitalized
from app.journal.dispatcher import TAKEN_BACK
from app.journal.entries import Entry
from app.services.patients.duplicates import DuplicateFinder
from app.store.patients.people import known_of
from app.viewmodels.inline.edit import FieldSpec
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.new_patient.attempts import Attempts
from app.viewmodels.staff.new_patient.drafts import Draft, Drafts
from app.viewmodels.staff.new_patient.fields import (
    REQUIRED,
    form_fields,
    hint_of,
    tidied,
    values_of,
)
from app.viewmodels.staff.new_patient.late import NEW
from app.viewmodels.staff.new_patient.persons import draft_of, is_given, named_of, new_patient, texts_of
from app.viewmodels.staff.new_patient.relative import RelativeViewModel
from app.viewmodels.staff.new_patient.sources import SourceChoices
from app.viewmodels.staff.new_patient.state import FormState, Phase
from app.viewmodels.staff.new_patient.twins import TwinSearch, twin_row
from app.viewmodels.staff.patient_commands import BOOK
from app.viewmodels.staff.selected_patient import Origin
from app.viewmodels.translation import tr, typed
from app.wire.resources.patients import Patients


class NewPatientViewModel(QObject):
    """`changed` follows `state`; `finished`: the panel can close.

    `missing` names the field that has to be looked at, or "twins": somebody similar was found.
    """

    changed = Signal()
    finished = Signal()
    missing = Signal(str)

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        parts = desk.parts
        self.fields: dict[str, FieldSpec] = form_fields(parts)
        self.relative = RelativeViewModel(parts, self)
        self.twins = TwinSearch(DuplicateFinder(parts.client), parts.clock, parts.scope, self)
        self.sources = SourceChoices(parts, self.fields, self)
        self._attempts = Attempts(desk, self)
        self._drafts = Drafts()
        self._then_book = False
        self._clinic_num = 0
        """The clinic of the last patient, for an office whose schedule shows all clinics."""
        self.is_open = False
        """Whether the panel shows it."""
        self.state = FormState()
        self.twins.changed.connect(self._show)
        self.relative.changed.connect(self._relative_changed)
        self._attempts.changed.connect(self._show)
        self._attempts.refused.connect(self._refused)
        self._attempts.added.connect(self._added)
        self._attempts.unsent.connect(self._drafts.keep)
        desk.patient.changed.connect(lambda: self.relative.offer(desk.chosen.person(), keep=True))
        desk.patient.busy.append(lambda: self.is_open and not self.state.draft.is_empty)

    # --- opening the panel ---------------------------------------------------------------------------------

    def begin(self, text: str = "", *, then_book: bool = False) -> None:
        """Begin with a typed text. Without one, the latest unfinished form goes on.

        `then_book`: booking goes on also with a patient who turns out to be there.
        """
        self._then_book = then_book
        if self.is_open and self.state.is_entering and not text.strip():
            return
        unfinished = None if text.strip() else self._drafts.take()
        person = parse_person(
            text, self._desk.now().date(), lambda word: is_given(self._desk.parts.search, word)
        )
        texts = texts_of(self.fields, person, self._desk.new_patient.clinic_num or self._clinic_num)
        self._open(unfinished or Draft(texts, texts), resumed=unfinished is not None)

    def begin_relative(self) -> None:
        """Begin a family member of the selected patient."""
        self._then_book = False
        texts = texts_of(self.fields, Named(), 0)
        self._open(Draft(texts, texts), relative=True)

    def change(self, entry: Entry) -> None:
        """Go on with a refused one, from its journal entry."""
        if self.is_open and self.state.draft.refused == entry.id:
            return
        self._open(draft_of(self.fields, entry))
        self._desk.outcomes.hide_refusal(entry.id)
        self._refused(entry)

    def go_on(self) -> None:
        """Go on with the other form that was not finished; this one is kept in its place."""
        if (draft := self._drafts.take()) is not None:
            self._open(draft, resumed=True)

    def start_over(self) -> None:
        """Empty the form."""
        texts = texts_of(self.fields, Named(), self._desk.new_patient.clinic_num or self._clinic_num)
        self.state = replace(self.state, draft=Draft(texts, texts))
        self._open(self.state.draft)

    def leave(self) -> None:
        """The panel was closed or replaced: what was entered is kept, and what was sent goes on by itself."""
        if not self.is_open:
            return
        draft = replace(self.state.draft, relative=self.relative.choice)
        if self.state.is_entering:
            _keep(self._desk, self._drafts, draft)
        self.is_open = False
        self._attempts.leave()
        self.twins.forget()
        self.relative.offer(None)
        self.state = FormState()

    def close(self) -> None:
        """Stop following the office."""
        self.relative.close()
        self._attempts.close()

    # --- entries -------------------------------------------------------------------------------------------

    def type_text(self, field: str, text: str) -> None:
        """The text of a field was changed, or one of its choices chosen."""
        draft = self.state.draft.with_text(field, text)
        problems = {name: words for name, words in self.state.problems.items() if name != field}
        self.state = replace(self.state, draft=draft, problems=problems, refusal="")
        person = named_of(self.fields, draft.texts)
        self.twins.look(person)
        self.relative.suggest(person.birthdate)
        self._show()

    def leave_field(self, field: str) -> None:
        """The field was left: write its text in the usual form, and say what is wrong with it."""
        draft = self.state.draft
        text = tidied(self.fields[field], draft.texts.get(field, ""), capitalized)
        _, problems = values_of({field: self.fields[field]}, {field: text})
        words = {name: each for name, each in self.state.problems.items() if name != field}
        if problems and text.strip():
            words[field] = typed(problems[field])
        self.state = replace(self.state, draft=draft.with_text(field, text), problems=words)
        self._show()

    def hint(self, field: str) -> str:
        """What a field will have if it stays empty."""
        return hint_of(self.fields[field], self.relative.copied(field))

    # --- what to do ----------------------------------------------------------------------------------------

    def save(self, *, anyway: bool = False) -> None:
        """Add the patient, or say what is missing. `anyway`: similar patients were looked at, and are others."""
        if not self.is_open or not self.state.is_entering or self.state.why_not:
            return
        draft = self.state.draft
        tidy = {
            name: tidied(field, draft.texts.get(name, ""), capitalized) for name, field in self.fields.items()
        }
        values, problems = values_of(self.fields, tidy)
        draft = replace(draft, texts=tidy, relative=self.relative.choice)
        if anyway:
            draft = replace(draft, seen=draft.seen | {twin.pat_num for twin in self.state.twins})
        words = {name: typed(each) for name, each in problems.items()}
        self.state = replace(self.state, draft=draft, problems=words, refusal="")
        wrong = next((name for name in self.fields if name in problems), "")
        if not wrong and self.relative.choice.on and not self.relative.is_read:
            wrong = REQUIRED[0]
            loading = tr("The family's data are still loading. Try again in a moment.")
            self.state = replace(self.state, refusal=loading)
        if wrong or (self.state.blocked and not anyway):
            self._show()
            self.missing.emit(wrong or "twins")
            return
        self._attempts.begin(draft)
        self._clinic_num = values.get("ClinicNum", 0)
        self.state = replace(self.state, phase=Phase.SENDING)
        self._show()
        self._desk.parts.scope.start(self._save(draft, values), "new patient")

    def use(self, pat_num: int) -> None:
        """It is this patient: select them; nothing is added."""
        row = next((each.row for each in self.twins.found.candidates if each.row.PatNum == pat_num), None)
        if row is not None:
            self._desk.parts.office.people.learn_all([known_of(row)])
        self._attempts.put_away(self.state.draft)
        self._finish()
        self._desk.patient.select(pat_num, Origin.SEARCH)
        if self._then_book:
            self._desk.commands[BOOK.id].run()

    # --- inside --------------------------------------------------------------------------------------------

    def _open(self, draft: Draft, *, resumed: bool = False, relative: bool = False) -> None:
        self.leave()
        self.is_open = True
        self.fields.update(form_fields(self._desk.parts))  # the office's lists, and today, may have changed
        self.sources.fill()
        self.state = FormState(draft=draft, resumed=resumed)
        if draft.relative.pat_num:
            self.relative.show(draft.relative)
        else:
            self.relative.offer(self._desk.chosen.person(), on=relative)
        self.twins.look(named_of(self.fields, draft.texts))
        self._show()

    async def _save(self, draft: Draft, values: dict[str, Any]) -> None:
        """Look for similar patients once more, because the last letters may be newer than the last search."""
        new, found = new_patient(draft, values, self.relative), self.twins.found
        if self._desk.parts.client.status.connected:
            found = await self.twins.now(named_of(self.fields, draft.texts))
        if not any(each.found.likely and each.row.PatNum not in draft.seen for each in found.candidates):
            await self._attempts.send(new, draft)
        elif self._attempts.draft is not draft:  # the form was left, and may show somebody else by now
            _keep(self._desk, self._drafts, draft)
            self._show()
        else:
            self.state = replace(self.state, phase=Phase.ENTERING)
            self._show()
            self.missing.emit("twins")

    def _added(self, pat_num: int) -> None:
        """Select the new patient and book for them."""
        self._finish()
        self._desk.patient.select(pat_num, Origin.NEW_PATIENT)
        self._desk.commands[BOOK.id].run()

    def _finish(self) -> None:
        self.state = FormState()
        self.finished.emit()
        self.leave()

    def _refused(self, entry: Entry | None) -> None:
        """Show why, with everything that was entered; nothing is shown if the user withdrew it."""
        told = entry if entry is not None and entry.outcome != TAKEN_BACK else None
        self.state = replace(
            self.state,
            phase=Phase.ENTERING,
            refusal=typed(told.outcome) if told is not None else "",
            draft=replace(self.state.draft, refused=told.id if told is not None else None),
        )
        if entry is not None and entry.conflict is not None:
            twins = self.twins.now(named_of(self.fields, self.state.draft.texts), again=True)
            self._desk.parts.scope.start(twins, "duplicates")
        self._show()

    def _relative_changed(self) -> None:
        choice, draft = self.relative.choice, self.state.draft
        row = self.relative.row
        if choice.on and row is not None and not draft.texts.get("LName", "").strip():
            initial = {**draft.initial, "LName": row.LName}
            draft = replace(draft.with_text("LName", row.LName), initial=initial)
        self.state = replace(self.state, draft=replace(draft, relative=choice))
        self._show()

    def _show(self) -> None:
        if not self.is_open:
            return
        today = self._desk.now().date()
        attempt = self._attempts
        self.state = replace(
            self.state,
            phase=attempt.phase if self.state.phase is not Phase.ENTERING else Phase.ENTERING,
            twins=tuple(twin_row(each, today) for each in self.twins.found.candidates),
            why_not=typed(self._desk.parts.client.can(Patients.create).reason),
            waits=attempt.waits,
            unfinished=self._drafts.latest,
        )
        self.changed.emit()


def _keep(desk: DeskViewModel, drafts: Drafts, draft: Draft) -> None:
    """Keep a form that was left, and say how it goes on."""
    if drafts.keep(draft):
        desk.notices.say(tr("{name}: not added yet. {key} continues.", name=drafts.latest, key=NEW.shortcut))
