"""What patients changed at check-in, ready to be shown and decided field by field."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.core.text import NO_TEXT, Text, many, when
from app.domain.people.phones import phone_text
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, WriteState
from app.sealed.errors import LocalStoreError
from app.services.check_in.check_in import CheckIn
from app.services.check_in.deciding import PHONES, Commlogs, Deciding
from app.services.check_in.hub import HubTrouble
from app.services.check_in.tasks import CheckInTasks
from app.services.people.authority import NotAllowed
from app.services.writes.errors import CannotWrite
from app.services.writes.patients.commlog import NewCommlog
from app.services.writes.patients.edit import person_of
from app.store.changes import ChangeKind
from app.viewmodels.messages import sent_when
from app.viewmodels.staff.check_in.words import FIELDS, answers_words
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr
from app.wire.hub.check_in import Decision, FieldProposal, Proposal, TaskAbout
from app.wire.hub.kiosk import ContactField
from app.wire.hub.stream import Topic
from app.wire.resources.commlogs import CommDirection, CommMode
from app.wire.resources.commlogs import Commlogs as CommlogMethods
from app.wire.resources.patients import Patient, Patients


class ChangedField(Struct, frozen=True):
    """One field: before and after as shown, and where its write stands."""

    field: ContactField
    label: str
    before: str
    after: str
    note: str = ""
    """That it is being saved, waits for the server, or was changed by another user meanwhile."""
    theirs: str | None = None
    """The value that another user left meanwhile: nothing was overwritten; None: nobody changed it."""
    busy: bool = False
    """Its write is not settled: nothing can be decided."""


class ChangeCard(Struct, frozen=True):
    """What one patient changed."""

    proposal_num: int
    pat_num: int
    name: str
    when: str
    """When and at which kiosk."""
    fields: tuple[ChangedField, ...] = ()
    """The open ones."""
    answers: str = ""
    """What they said about health and insurance; empty: nothing."""
    task_num: int = 0
    """The task about it; 0: not known yet."""
    why_not: str = ""
    """Why nothing can be accepted here."""

    @property
    def may_accept_all(self) -> bool:
        """Whether there is something to accept, and nothing on its way or in conflict."""
        return (
            bool(self.fields)
            and not self.why_not
            and not any(each.busy or each.theirs is not None for each in self.fields)
        )


class CheckInChanges(QObject):
    """`cards`, oldest first; `changed` when they change."""

    changed = Signal()

    def __init__(
        self, desk: DeskViewModel, check_in: CheckIn, deciding: Deciding, tasks: CheckInTasks
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._check_in = check_in
        self._deciding = deciding
        self._tasks = tasks
        self._sending = set[tuple[int, ContactField]]()
        self.cards: tuple[ChangeCard, ...] = ()
        parts = desk.parts
        self._unwatch = (
            check_in.watch(self._hear),
            parts.office.watch(lambda change: self._show() if change.kind is ChangeKind.NAMES else None),
            parts.journal.watch(lambda _: self._show()),
            tasks.watch(self._show),
        )
        self._show()

    @property
    def read(self) -> bool:
        """Whether the proposals have been read."""
        return self._check_in.proposals is not None

    @property
    def why(self) -> str:
        """Why they can't be read; empty: they can."""
        trouble = self._check_in.why(Topic.PROPOSALS)
        return tr(trouble.words) if trouble is not None else ""

    @property
    def count(self) -> int:
        """Open fields of all patients."""
        return sum(len(each.fields) for each in self.cards)

    def words_of(self, pat_num: int) -> Text:
        """How many changes a patient made; empty: none."""
        count = sum(len(each.fields) for each in self.cards if each.pat_num == pat_num)
        if not count:
            return NO_TEXT
        return many("{n} changes from check-in", "{n} change from check-in", count)

    def accept(self, proposal_num: int, field: ContactField) -> None:
        """Accept one field."""
        self._start(proposal_num, (field,))

    def accept_all(self, proposal_num: int) -> None:
        """Accept all open fields of a patient, in one write."""
        card = next((each for each in self.cards if each.proposal_num == proposal_num), None)
        if card is not None and card.may_accept_all:
            self._start(proposal_num, tuple(each.field for each in card.fields))

    def accept_anyway(self, proposal_num: int, field: ContactField) -> None:
        """Write the patient's value over the one that another user left meanwhile."""
        entry = self._deciding.entry_of(proposal_num, field)
        if entry is not None and entry.state is WriteState.REFUSED:
            self._desk.parts.scope.start(self._again(entry), "accept anyway")

    def refuse(self, proposal_num: int, field: ContactField) -> None:
        """Keep the office's value."""
        if (proposal := self._proposal(proposal_num)) is not None:
            self._desk.parts.scope.start(self._refuse(proposal, field), "refuse a change")

    def show_task(self, card: ChangeCard) -> None:
        """Open the task about health or insurance, or the patient's tasks."""
        if card.task_num:
            self._desk.tasks.show(card.task_num)
        else:
            self._desk.tasks.show_patient(card.pat_num)

    def close(self) -> None:
        """Stop following."""
        for end in self._unwatch:
            end()

    # --- deciding ------------------------------------------------------------------------------------------

    def _start(self, proposal_num: int, fields: Collection[ContactField]) -> None:
        keys = {(proposal_num, field) for field in fields}
        proposal = self._proposal(proposal_num)
        if proposal is None or keys & self._sending:
            return  # a double click
        self._sending |= keys
        self._show()
        self._desk.parts.scope.start(self._accept(proposal, fields, keys), "accept changes")

    async def _accept(
        self, proposal: Proposal, fields: Collection[ContactField], keys: set[tuple[int, ContactField]]
    ) -> None:
        author = self._desk.parts.outbox.author.name
        try:
            entry = await self._deciding.accept(proposal, fields, self._commlog(proposal, author), author)
            await self._report(entry)
        except (ApiError, HubTrouble, LocalStoreError, CannotWrite, NotAllowed) as error:
            self._desk.fail(error)
        finally:
            self._sending -= keys
            self._show()

    async def _again(self, refused: Entry) -> None:
        try:
            await self._report(await self._deciding.accept_anyway(refused))
        except (ApiError, LocalStoreError, CannotWrite, NotAllowed) as error:
            self._desk.fail(error)

    async def _report(self, entry: Entry | None) -> None:
        """Tell how the write ended, with its undo; a collision is shown in the card, which has the ways on."""
        if entry is None:
            return
        await self._desk.outcomes.report(entry)
        if entry.state is WriteState.REFUSED and entry.conflict is not None:
            self._desk.outcomes.hide_refusal(entry.id)

    async def _refuse(self, proposal: Proposal, field: ContactField) -> None:
        try:
            await self._deciding.refuse(proposal, field, self._desk.parts.outbox.author.name)
        except HubTrouble as trouble:
            self._desk.fail(trouble)

    def _commlog(self, proposal: Proposal, who: str) -> Commlogs:
        """What makes the commlog; None where the key can't add one."""
        allowed = self._desk.parts.client.can(CommlogMethods.create).ok

        def made(row: Patient, fields: Sequence[FieldProposal]) -> NewCommlog | None:
            if not allowed:
                return None
            lines = [self._line(each) for each in fields]
            lead = tr(
                "Changed by the patient at check-in ({kiosk}), accepted by {who}:",
                kiosk=proposal.kiosk,
                who=who,
            )
            note = "\n".join([lead, *lines])
            return NewCommlog(
                person_of(row), note, proposal.at, mode=CommMode.IN_PERSON, direction=CommDirection.RECEIVED
            )

        return made

    def _line(self, each: FieldProposal) -> str:
        label = tr(FIELDS[each.field])
        before, after = shown(each.field, each.before), shown(each.field, self._deciding.wanted(each))
        return tr("{field}: {after} (before: {before})", field=label, after=after, before=before)

    # --- showing -------------------------------------------------------------------------------------------

    def _hear(self, topic: Topic) -> None:
        if topic is Topic.PROPOSALS:
            self._show()

    def _proposal(self, proposal_num: int) -> Proposal | None:
        found = self._check_in.proposals or ()
        return next((each for each in found if each.proposal_num == proposal_num), None)

    def _show(self) -> None:
        cards = tuple(
            card
            for each in self._check_in.proposals or ()
            if (card := self._card(each)).fields or card.answers
        )
        if cards != self.cards:
            self.cards = cards
            self.changed.emit()

    def _card(self, proposal: Proposal) -> ChangeCard:
        number, parts = proposal.proposal_num, self._desk.parts
        person = parts.office.person(proposal.pat_num) or Person(proposal.pat_num, "", "")
        at = when(proposal.at, self._desk.now().date())
        verdict = parts.client.can(Patients.update)
        return ChangeCard(
            number,
            proposal.pat_num,
            person.display,
            tr("{time} at {kiosk}", time=at, kiosk=proposal.kiosk),
            tuple(self._field(number, each) for each in proposal.fields if each.decision is Decision.OPEN),
            tr(answers_words(proposal)),
            self._tasks.known.get((TaskAbout.ANSWERS, number), 0),
            tr(verdict.reason),
        )

    def _field(self, proposal_num: int, each: FieldProposal) -> ChangedField:
        entry = self._deciding.entry_of(proposal_num, each.field)
        note, busy = "", (proposal_num, each.field) in self._sending
        theirs = self._deciding.changed_meanwhile(proposal_num, each.field)
        if theirs is not None:
            note = tr("Not saved: another user just changed it to {value}.", value=shown(each.field, theirs))
        elif busy or (entry is not None and entry.state in (WriteState.SENT, WriteState.DONE)):
            note, busy = tr("Saving…"), True
        elif entry is not None and entry.state is WriteState.WAITING:
            note, busy = tr("Not sent yet. {until}", until=sent_when(self._desk.parts.client.status)), True
        elif entry is not None and entry.state is WriteState.UNKNOWN:
            note, busy = tr("Sent, but Open Dental hasn't confirmed it. Front Desk is checking."), True
        return ChangedField(
            each.field,
            tr(FIELDS[each.field]),
            shown(each.field, each.before),
            shown(each.field, self._deciding.wanted(each)),
            note,
            shown(each.field, theirs) if theirs is not None else None,
            busy,
        )


def shown(field: ContactField, value: str) -> str:
    """A value as it is read; a dash for none."""
    text = phone_text(value) if field in PHONES else value.strip()
    return text or "\u2013"
