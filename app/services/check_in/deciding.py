"""Accepting and refusing what patients changed at check-in.

An accepted field is a journaled write first. The hub is told once it is done, also hours later: what a desk's journal
has done and the hub still calls open is told again whenever the proposals are read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from app.api.client import OpenDental
from app.api.need import Need
from app.core.tasks import TaskScope
from app.journal.entries import Author, Entry, WriteState
from app.journal.errors import JournalError
from app.services.check_in.check_in import CheckIn
from app.services.check_in.hub import HubTrouble
from app.services.writes.errors import CannotWrite
from app.services.writes.patients.change import versions
from app.services.writes.patients.check_in import ACCEPT_CHANGES, PROPOSAL, accepted_fields
from app.services.writes.patients.commlog import NewCommlog
from app.services.writes.patients.patient_writes import PatientWrites
from app.services.writes.reading import differing
from app.services.writes.writes import Writes
from app.wire.codec import wire_row
from app.wire.hub.check_in import Decision, FieldProposal, Proposal
from app.wire.hub.kiosk import ContactField
from app.wire.hub.stream import Topic
from app.wire.resources.patients import Patient

PHONES = frozenset({ContactField.WIRELESS_PHONE, ContactField.HOME_PHONE})
Commlogs = Callable[[Patient, Sequence[FieldProposal]], NewCommlog | None]
"""Makes the commlog about the fields that are written; None: none can be added here."""


class Deciding:
    """`stored` turns a typed phone number into Open Dental's form.

    `token_of` returns the token of a person who has signed in here, empty for one who hasn't: who accepted a field may
    have gone when the hub is told.
    """

    def __init__(
        self,
        check_in: CheckIn,
        client: OpenDental,
        writes: Writes,
        patient_writes: Callable[[], PatientWrites],
        watch_journal: Callable[[Callable[[Entry], None]], Callable[[], None]],
        scope: TaskScope,
        stored: Callable[[str], str],
        token_of: Callable[[int], str],
    ) -> None:
        self._check_in = check_in
        self._client = client
        self._writes = writes
        self._patient_writes = patient_writes
        self._scope = scope
        self._stored = stored
        self._token_of = token_of
        self._telling = set[tuple[int, ContactField]]()
        """Decisions that are being sent."""
        self._undone: dict[tuple[int, ContactField], Author] = {}
        """Accepted fields whose writes were undone, and by whom, until the hub knows."""
        self._ends = (watch_journal(self._follow), check_in.watch(self._hear))

    def close(self) -> None:
        """Stop following the journal and the hub."""
        for end in self._ends:
            end()

    def wanted(self, field: FieldProposal) -> str:
        """The value as it is written."""
        text = field.after.strip()
        return self._stored(text) if field.field in PHONES and text else text

    async def accept(
        self, proposal: Proposal, fields: Collection[ContactField], commlog: Commlogs, who: str
    ) -> Entry | None:
        """Write these fields in one request; None: the office has these values already.

        Raises the client's ApiErrors, HubTrouble, and as `Writes.send` does. Refused with `versions(entry)` if the
        office's values are not those that the patient saw.
        """
        row = await self._client.at(Need.CLICK).patients.get(proposal.pat_num)
        chosen = [each for each in proposal.fields if each.field in fields and each.decision is Decision.OPEN]
        now = wire_row(row)
        left = [each for each in chosen if differing(now, {each.field.value: self.wanted(each)})]
        for each in chosen:
            if each not in left:
                await self._check_in.decide(proposal.proposal_num, each.field, Decision.ACCEPTED, who)
        if not left:
            return None
        return await self._patient_writes().accept_changes(
            row,
            proposal.proposal_num,
            {each.field.value: each.before for each in left},
            {each.field.value: self.wanted(each) for each in left},
            commlog(row, left),
        )

    async def accept_anyway(self, entry: Entry) -> Entry:
        """Write the patient's values over those that another user left since."""
        return await self._writes.retry(entry)

    async def refuse(self, proposal: Proposal, field: ContactField, who: str) -> None:
        """Keep the office's value."""
        if (entry := self.entry_of(proposal.proposal_num, field)) is not None:
            self._writes.dismiss(entry)
        await self._check_in.decide(proposal.proposal_num, field, Decision.REFUSED, who)

    def entry_of(self, proposal_num: int, field: ContactField) -> Entry | None:
        """The last write of this desk that accepts a field, unless it was undone or another one replaced it."""
        entries = self._writes.recent()
        undone = {each.intent.undo_of for each in entries if each.state is not WriteState.REFUSED}
        for entry in entries:
            if entry.id not in undone and field.value in accepted_fields(entry, proposal_num):
                return entry if not entry.dismissed else None
        return None

    def changed_meanwhile(self, proposal_num: int, field: ContactField) -> str | None:
        """The value that another user has given a field, if accepting it was refused for that; None: it was not."""
        entry = self.entry_of(proposal_num, field)
        if entry is None or entry.state is not WriteState.REFUSED:
            return None
        theirs = next((each.theirs for each in versions(entry) if each.field == field.value), None)
        return theirs if isinstance(theirs, str) else None

    # --- telling the hub -----------------------------------------------------------------------------------

    def _follow(self, entry: Entry) -> None:
        if entry.intent.kind != ACCEPT_CHANGES.kind or entry.state is not WriteState.DONE:
            return
        if entry.intent.undo_of is None:
            self._tell_all()
            return
        number = int(entry.intent.context.get(PROPOSAL, 0))
        for name in entry.intent.after:
            self._undone[number, ContactField(name)] = entry.author
        self._scope.start(self._withdraw_commlog(entry.intent.undo_of), "commlog of an undone change")
        self._tell_all()

    def _hear(self, topic: Topic) -> None:
        if topic is Topic.PROPOSALS:
            self._tell_all()

    def _tell_all(self) -> None:
        for (number, field), by in self._undone.items():
            self._tell(number, field, Decision.OPEN, by)
        for proposal in self._check_in.proposals or ():
            for each in proposal.fields:
                entry = self.entry_of(proposal.proposal_num, each.field)
                if each.decision is Decision.OPEN and entry is not None and entry.state is WriteState.DONE:
                    self._tell(proposal.proposal_num, each.field, Decision.ACCEPTED, entry.author)

    def _tell(self, proposal_num: int, field: ContactField, decision: Decision, by: Author) -> None:
        if (proposal_num, field) not in self._telling:
            self._telling.add((proposal_num, field))
            self._scope.start(self._decide(proposal_num, field, decision, by), "decision at check-in")

    async def _decide(self, proposal_num: int, field: ContactField, decision: Decision, by: Author) -> None:
        person = self._token_of(by.user_num) if by.user_num else None
        try:
            await self._check_in.decide(proposal_num, field, decision, by.name, person)
        except HubTrouble:
            return  # told again when the proposals are read: as soon as the hub answers
        finally:
            self._telling.discard((proposal_num, field))
        if decision is Decision.OPEN:
            self._undone.pop((proposal_num, field), None)
            self._check_in.read_again((Topic.PROPOSALS,))

    async def _withdraw_commlog(self, entry_id: int) -> None:
        """A commlog that was not sent yet would tell of a change that is undone."""
        for step in self._writes.recent():
            if step.intent.step_of == entry_id and step.state is WriteState.WAITING:
                try:
                    await self._writes.undo(step)
                except (CannotWrite, JournalError):
                    return  # it was just sent
