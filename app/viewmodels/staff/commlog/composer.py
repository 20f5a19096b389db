"""Writes a commlog: opened by one click or key on any screen, saved by another."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.api.need import Need
from app.core.tasks import LatestTask
from app.domain.schedule.visit import Person
from app.services.patients.ready_notes import CommlogChoices, ReadyNote, read_commlog_choices
from app.services.writes.patients.patient_writes import NewCommlog
from app.viewmodels.staff.commlog.sending import CommlogSending
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.quick_paste import Put, QuickPaste
from app.viewmodels.translation import tr, typed
from app.wire.resources.commlogs import CommDirection, Commlogs, CommMode


class ComposerState(Struct, frozen=True):
    """What is entered. `person` None: it is closed."""

    person: Person | None = None
    note: str = ""
    type_num: int = 0
    """A DefNum; 0: the office's own default."""
    mode: CommMode = CommMode.PHONE
    direction: CommDirection = CommDirection.RECEIVED
    types: tuple[tuple[int, str], ...] = ()
    """The types to choose from; empty: they are loading, or can't be read."""
    offers: tuple[ReadyNote, ...] = ()
    """Ready-made notes: those that match what is being typed, else the usual ones."""
    words: str = ""
    """What is missing, or why it was not saved."""


class CommlogComposerViewModel(QObject):
    """`changed`: the state changed. `note_changed`: the text was changed by something else than typing.

    What was typed for a patient is kept until it is saved or discarded, also while another patient is selected.
    """

    changed = Signal()
    note_changed = Signal(int)
    """Where the cursor is then."""

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self._choices: CommlogChoices | None = None
        self._drafts: dict[int, ComposerState] = {}
        self._sending: CommlogSending[ComposerState] = CommlogSending(desk, self._drafts.setdefault)
        self._quick = QuickPaste()
        self._reading = LatestTask(desk.parts.scope)
        self.state = ComposerState()
        desk.patient.changed.connect(self._follow)
        desk.patient.busy.append(lambda: self.state.person is not None and bool(self.state.note.strip()))

    def open(self, person: Person, *, called: bool = False) -> None:
        """Write about this patient, who may have been `called`; what was typed before is there again."""
        if self.state.person is not None and self.state.person.pat_num == person.pat_num:
            self.note_changed.emit(len(self.state.note))
            return
        self._keep()
        fresh = ComposerState(
            type_num=self._choices.usual_type if self._choices is not None else 0,
            direction=CommDirection.SENT if called else CommDirection.RECEIVED,
        )
        draft = self._drafts.pop(person.pat_num, fresh)
        self._quick.begin()
        self._set(replace(draft, person=person, words=""))
        self.note_changed.emit(len(draft.note))
        if self._choices is None:
            self._reading.start(self._read(), "commlog choices")

    def close(self) -> None:
        """Close it. What was typed is kept for this patient."""
        self._keep()
        self._set(ComposerState())

    def stop(self) -> None:
        """The desk was closed."""
        self._sending.close()

    def discard(self) -> None:
        """Throw away what was typed, and close it."""
        self._set(ComposerState())

    def type_text(self, text: str, cursor: int) -> None:
        """Keep what is typed. A whole abbreviation with a space or a period behind it is replaced by its note."""
        if (put := self._quick.type_text(text, cursor)) is not None:
            self._put(put)
            return
        self._set(replace(self.state, note=text, words=""))

    def put(self, offer: ReadyNote, cursor: int) -> None:
        """Put a ready-made note in at the cursor, in place of a typed abbreviation."""
        self._put(self._quick.put(self.state.note, cursor, offer))

    def put_first(self, cursor: int) -> bool:
        """Put in the first note that matches the abbreviation being typed. Returns whether there is one."""
        if (put := self._quick.first(self.state.note, cursor)) is None:
            return False
        self._put(put)
        return True

    def choose(
        self,
        *,
        type_num: int | None = None,
        mode: CommMode | None = None,
        direction: CommDirection | None = None,
    ) -> None:
        """Choose the type, the means of communication, or whether it was sent or received."""
        state = self.state
        self._set(
            replace(
                state,
                type_num=state.type_num if type_num is None else type_num,
                mode=mode or state.mode,
                direction=direction or state.direction,
            )
        )

    def save(self) -> None:
        """Save it and close, or say what is missing."""
        state, desk = self.state, self._desk
        verdict = desk.parts.client.can(Commlogs.create)
        if state.person is None:  # Ctrl+Enter pressed twice
            return
        if not verdict.ok:
            self._set(replace(state, words=typed(verdict.reason)))
        elif not state.note.strip():
            self._set(replace(state, words=tr("Type what was said first.")))
        else:
            self._set(ComposerState())
            at = desk.now().replace(microsecond=0)
            new = NewCommlog(state.person, state.note, at, state.type_num, state.mode, state.direction)
            desk.parts.scope.start(self._sending.send(new, state), "commlog")

    async def _read(self) -> None:
        found = self._choices = await read_commlog_choices(self._desk.parts.client, Need.CLICK)
        self._quick.notes = found.notes
        state = self.state
        self._set(replace(state, type_num=state.type_num or found.usual_type))

    def _follow(self) -> None:
        """Another patient was selected."""
        current, person = self._desk.patient.current, self.state.person
        if person is not None and (current is None or current.pat_num != person.pat_num):
            if self.state.note.strip():
                self._desk.notices.say(tr("Your commlog for {name} is kept.", name=person.display))
            self.close()

    def _keep(self) -> None:
        state = self.state
        if state.person is not None and state.note.strip():
            self._drafts[state.person.pat_num] = state

    def _put(self, put: Put) -> None:
        note, at = put
        self._set(replace(self.state, note=note, words=""))
        self.note_changed.emit(at)

    def _set(self, state: ComposerState) -> None:
        types = self._choices.types if self._choices is not None else ()
        state = replace(state, types=types, offers=self._quick.offers if state.person is not None else ())
        if state != self.state:
            self.state = state
            self.changed.emit()
