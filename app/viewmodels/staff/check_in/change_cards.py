"""The cards of what patients changed at check-in, and the commlog about what was accepted."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct

from app.core.text import when
from app.domain.people.phones import phone_text
from app.domain.schedule.visit import Person
from app.journal.entries import WriteState
from app.services.check_in.deciding import PHONES, Commlogs, Deciding
from app.services.check_in.tasks import CheckInTasks
from app.services.writes.patients.commlog import NewCommlog
from app.services.writes.patients.edit import person_of
from app.viewmodels.messages import sent_when
from app.viewmodels.staff.check_in.words import FIELDS, answers_words
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr
from app.wire.hub.check_in import Decision, FieldProposal, Proposal, TaskAbout
from app.wire.hub.kiosk import ContactField
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
    why_no_task: str = ""
    """Why this desk can't add one; empty: it can, or there is one."""
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


class CardMaker:
    """Makes both in the desk's language."""

    def __init__(self, desk: DeskViewModel, deciding: Deciding, tasks: CheckInTasks) -> None:
        self._desk = desk
        self._deciding = deciding
        self._tasks = tasks

    def card(self, proposal: Proposal, sending: Collection[tuple[int, ContactField]]) -> ChangeCard:
        """The card of a proposal; `sending`: what is being sent now, by proposal and field."""
        number, parts = proposal.proposal_num, self._desk.parts
        person = parts.office.person(proposal.pat_num) or Person(proposal.pat_num, "", "")
        at = when(proposal.at, self._desk.now().date())
        verdict = parts.client.can(Patients.update)
        return ChangeCard(
            number,
            proposal.pat_num,
            person.display,
            tr("{time} at {kiosk}", time=at, kiosk=proposal.kiosk),
            tuple(
                self._field(number, each, sending)
                for each in proposal.fields
                if each.decision is Decision.OPEN
            ),
            tr(answers_words(proposal)),
            (task := self._tasks.known.get((TaskAbout.ANSWERS, number), 0)),
            "" if task else tr(self._tasks.why_none),
            tr(verdict.reason),
        )

    def _field(
        self, proposal_num: int, each: FieldProposal, sending: Collection[tuple[int, ContactField]]
    ) -> ChangedField:
        entry = self._deciding.entry_of(proposal_num, each.field)
        note, busy = "", (proposal_num, each.field) in sending
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

    def commlog(self, proposal: Proposal, who: str) -> Commlogs:
        """What makes the commlog about accepted fields; it makes None where the key can't add one."""
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


def shown(field: ContactField, value: str) -> str:
    """A value as it is read; a dash for none."""
    text = phone_text(value) if field in PHONES else value.strip()
    return text or "\u2013"
