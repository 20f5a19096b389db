"""All writes of the program: sent through the outbox, followed until the office in memory shows them, and undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from msgspec.structs import replace

from app.api.capabilities import YES, Verdict
from app.core.tasks import TaskScope
from app.core.text import NO_TEXT, Text, join, msg
from app.domain.people.rights import Demand
from app.domain.schedule.visit import Person
from app.journal.entries import Author, Entry, Intent, WriteState
from app.journal.outbox import Outbox
from app.services.people.authority import Approval, Authority, Everyone
from app.services.writes.again import sent_again
from app.services.writes.contents import ContentKeeper, Contents
from app.services.writes.create import Create
from app.services.writes.errors import CannotWrite
from app.services.writes.following import Follower, ToldOffice
from app.services.writes.reading import shows
from app.services.writes.registry import Registry
from app.services.writes.restricted import Restricted
from app.services.writes.schedule.appointment import apt_num_of, subject_of
from app.services.writes.schedule.slots import BESIDE
from app.services.writes.signing import initial, sign
from app.services.writes.steps import Steps, steps_of
from app.store.topics import Topic
from app.wire.codec import wire_row
from app.wire.endpoint import Endpoint
from app.wire.resources.appointments import Appointment

LOOKED_BACK = 200
"""Number of entries searched for later writes to the same thing, and for an unfinished undo."""
FREE_UNDO_SECONDS = 10.0
NOTHING_TO_UNDO = msg("There is nothing to undo: this was not done, or changed nothing.")
NOT_KNOWN_YET = msg("Front Desk is still checking whether this was done. Undo it after that.")


class WrittenOffice(ToldOffice, Protocol):
    """The part of the in-memory office that writes update, and that tells whether they are still current."""

    def visit_row(self, apt_num: int) -> Appointment | None:
        """A row in memory."""
        ...

    def person(self, pat_num: int) -> Person | None:
        """A patient in memory."""
        ...


class Writes:
    """`send` and `undo` return the journal entry: done, refused, unknown, or waiting for the office.

    Both raise CannotWrite when it can't be tried, and the journal's StillSettling and StoreFailed. Later
    changes of an entry (a write that waited, or one that was settled) reach `office` in the same way.
    """

    def __init__(
        self,
        outbox: Outbox,
        office: WrittenOffice,
        writes: Registry,
        scope: TaskScope,
        authority: Authority | None = None,
        can: Callable[[Endpoint], Verdict] = lambda _: YES,
    ) -> None:
        """`scope` owns the tasks that send the steps after a done write. `authority` None: everyone may do all.

        `can` tells whether the office is new enough for a write, and the key allows it: else it is no undo.
        """
        self._can = can
        self._outbox = outbox
        self.authority: Authority = authority or Everyone()
        self.sendings = outbox.sendings
        self._office = office
        self._writes = writes
        self._follower = Follower(outbox, office, writes)
        self.steps = Steps(outbox, writes.get, self._send, scope, office.clock)
        self.contents = Contents(outbox.journal.store.documents, office.clock)
        self._keeper = ContentKeeper(outbox.journal, self.contents, scope)

    def close(self) -> None:
        """Stop following."""
        self._follower.end()
        self.steps.end()
        self._keeper.end()

    async def send(self, intent: Intent, approval: Approval | None = None) -> Entry:
        """Send an intent made by a write's module.

        A write whose undo leaves a trace is delayed for ten seconds, during which its undo leaves none.

        Raises NotAllowed if neither the person nor the one who approved has the rights that it needs.
        """
        self._allow(intent, approval)
        return await self._send(intent, self._outbox.author)

    async def _send(self, intent: Intent, author: Author) -> Entry:
        """Send an intent that was allowed, or a step of one: its rights were asked for with the first step."""
        write = self._writes[intent.kind]
        delay = FREE_UNDO_SECONDS if write.leaves(intent) else 0.0
        intent = sign(intent, write.signs, author.initials)
        intent = write.marked(intent) if isinstance(write, Create) else intent
        self._outbox.hurry(_in_the_slot_of(intent, self._outbox.journal.unsettled()))
        return await self._outbox.write(intent, delay=delay, author=author)

    async def retry(self, entry: Entry, approval: Approval | None = None) -> Entry:
        """Send a refused write again, as entered, guarded by the values that the user has seen since.

        It needs the same rights as the first time, also if that one was approved.
        """
        write, row = self._writes[entry.intent.kind], entry.conflict
        initials = self._outbox.author.initials
        intent = initial(sent_again(write, entry), write.initials_in, initials, former=entry.initials)
        topic = self._follower.topic(intent)
        if row is not None and topic is not None and topic == write.applies(row):
            intent = replace(intent, before={name: row.get(name) for name in intent.before})
        self._allow(intent, approval)
        again = await self._outbox.write(intent)
        self.dismiss(entry)
        return again

    def recent(self) -> Sequence[Entry]:
        """This PC's latest entries, newest first."""
        return self._outbox.journal.recent(LOOKED_BACK)

    def dismiss(self, entry: Entry) -> None:
        """Dismiss a refused write that another one replaces."""
        self._outbox.dismiss(entry.id)

    def patient(self, entry: Entry) -> Person | None:
        """The patient of an entry, if the name is in memory."""
        row = self._office.visit_row(apt_num_of(entry.intent))
        known = {
            **(entry.seen or {}),
            **(entry.answer or {}),
            **entry.intent.context,
            **entry.intent.arguments,
        }
        return self._office.person(row.PatNum if row is not None else int(known.get("PatNum") or 0))

    def topic(self, entry: Entry) -> Topic | None:
        """The topic of an entry; None for a kind that this version doesn't know."""
        return self._follower.topic(entry.intent)

    def leaves(self, entry: Entry) -> Text:
        """What undoing an entry can't remove; empty: nothing."""
        write = self._writes.get(entry.intent.kind)
        return NO_TEXT if write is None or entry.state is WriteState.WAITING else write.leaves(entry.intent)

    def why_no_undo(self, entry: Entry) -> Text:
        """Why a done change can't be undone here, and where it can be changed; or why it can't be undone yet.

        Empty: it has an undo, or is one, or the change that it is a step of has one.
        """
        write, intent = self._writes.get(entry.intent.kind), entry.intent
        no_change = entry.state is not WriteState.DONE or entry.changed_nothing
        if write is None or no_change or intent.undo_of is not None:
            return NO_TEXT
        if self.steps.undo_with(entry):
            waits = self.steps.has_more(entry)
            return msg("{what}: this can't be undone yet.", what=intent.words) if waits else NO_TEXT
        if self._undoing(entry) is not None or self._undoing(self.steps.first(entry)) is not None:
            return NO_TEXT
        return join([msg("{what}: this can't be undone here.", what=entry.intent.words), write.by_hand])

    def is_delayed(self, entry: Entry) -> bool:
        """Whether an entry is delayed, so that undoing it leaves no trace."""
        return self._outbox.is_delayed(entry.id)

    def can_undo(self, entry: Entry) -> bool:
        """Whether undoing an entry would restore the previous values, as far as known.

        Not if a later write of ours, or another user, has changed the same fields, nor if it is already
        undone; and never for a kind this version doesn't know.
        """
        if entry.state is WriteState.WAITING:
            return self._outbox.pending(entry.intent.subject)[-1].id == entry.id
        intent = self._undoing(entry)
        if intent is None or self._later(entry, intent) is not None or self._is_undone(entry):
            return False
        row = self._office.visit_row(apt_num_of(intent))
        return row is None or shows(wire_row(row), intent.before)

    async def undo(self, entry: Entry, approval: Approval | None = None) -> Entry:
        """Undo a write: withdraw it if it still waits, else send the write that undoes it and those that follow.

        Refused if someone has changed the same thing since. What was not sent yet may be withdrawn by everyone; else
        it needs the rights of the write that undoes it. Raises NotPossible or CannotWrite while it is being sent.
        """
        entry = await self._outbox.journal.get(entry.id)
        if entry.state is WriteState.WAITING:
            return await self._outbox.withdraw(entry.id)
        intent = self._undoing(entry)
        if intent is None:
            unknown = NOTHING_TO_UNDO if entry.state.settled else NOT_KNOWN_YET
            raise CannotWrite(self.why_no_undo(entry) or unknown)
        if (later := self._later(entry, intent)) is not None:
            raise CannotWrite(
                msg("Not undone: you changed it again ({what}). Undo that first.", what=later.intent.words)
            )
        self._allow(intent, approval)
        write = self._writes[entry.intent.kind]
        undone = await self._outbox.write(initial(intent, write.initials_in, self._outbox.author.initials))
        if undone.state is not WriteState.REFUSED:
            for rest in write.after_undo(entry):
                await self._outbox.write(rest)
            for step in self.steps.after(entry) if write.undone_by_steps else ():
                if step.open and step.state.settled:
                    self.dismiss(step)  # it needs what is gone
        return undone

    async def resume(self) -> None:
        """At startup: finish the undos and the steps that an earlier run left unfinished."""
        self._keeper.clean()
        self.steps.go_on()
        for rest in _unfinished(self._outbox.journal.recent(LOOKED_BACK), self._writes):
            await self._outbox.write(rest)

    def _allow(self, intent: Intent, approval: Approval | None = None) -> None:
        today = self._office.clock.now().date()
        demands: list[Demand] = []
        for each in (intent, *steps_of(intent)):
            write: object = self._writes.get(each.kind)
            if isinstance(write, Restricted):
                covered = {demand.right for demand in demands}
                demands += [
                    one for one in write.demands(each, today) if one.amount or one.right not in covered
                ]
        if demands:
            self.authority.check(tuple(dict.fromkeys(demands)), approval)

    def _undoing(self, entry: Entry) -> Intent | None:
        write = self._writes.get(entry.intent.kind)
        if write is None or entry.state is not WriteState.DONE or self.steps.undo_with(entry):
            return None
        if (undo := write.undo(entry)) is None:
            return None
        sent = self._writes.get(undo.kind)
        return undo if sent is None or self._can(sent.endpoint) else None

    def _later(self, entry: Entry, undo: Intent) -> Entry | None:
        """The latest write of ours after an entry that changed what its undo would write, ignoring undone ones."""
        later = [
            each for each in self._outbox.journal.recent(LOOKED_BACK) if self._follows(each, entry, undo)
        ]
        undone = {each.intent.undo_of for each in later} & {each.id for each in later}
        left = (each for each in later if each.id not in undone and each.intent.undo_of not in undone)
        return next((each for each in left if each.intent.undo_of != entry.id), None)

    def _follows(self, later: Entry, entry: Entry, undo: Intent) -> bool:
        write = self._writes.get(later.intent.kind)
        if write is None or later.id <= entry.id or later.state is WriteState.REFUSED:
            return False
        if later.state is WriteState.DONE and later.changed_nothing:
            return False
        same = later.intent.subject in (undo.subject, entry.intent.subject)
        return same and not write.changes(later.intent).isdisjoint({*undo.before, *undo.after})

    def _is_undone(self, entry: Entry) -> bool:
        recent = self._outbox.journal.recent(LOOKED_BACK)
        undone = {each.intent.undo_of for each in recent if each.state is not WriteState.REFUSED}
        of_this = (each for each in recent if each.intent.undo_of == entry.id)
        return any(each.state is not WriteState.REFUSED and each.id not in undone for each in of_this)


def _in_the_slot_of(intent: Intent, unsettled: Sequence[Entry]) -> list[int]:
    """Delayed writes that free the slot of this one; they are sent first, because using the slot confirms them."""
    beside = {subject_of(number) for number in intent.context.get(BESIDE, ())}
    return [each.id for each in unsettled if each.intent.subject in beside]


def _unfinished(entries: Sequence[Entry], writes: Registry) -> list[Intent]:
    """Steps that undone entries still need, if the program ended right after the first step of the undo."""
    made = {(each.intent.undo_of, each.intent.subject) for each in entries}
    begun = {
        (each.intent.undo_of, each.intent.subject) for each in entries if each.state is not WriteState.REFUSED
    }
    found: list[Intent] = []
    for entry in entries:
        if (entry.id, entry.intent.subject) not in begun:
            continue
        write = writes.get(entry.intent.kind)
        if rest := write.after_undo(entry) if write is not None else ():
            found += [intent for intent in rest if (entry.id, intent.subject) not in made]
    return found
