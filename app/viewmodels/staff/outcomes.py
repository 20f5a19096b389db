"""Reports the outcome of each write in one place: immediately, and again when an unknown one is settled."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject, Signal

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.core.tasks import TaskScope
from app.core.text import NO_TEXT, Text, Words, join, msg
from app.journal.dispatcher import STOPPED, TAKEN_BACK
from app.journal.entries import Entry, WriteState
from app.journal.journal import Journal
from app.sealed.errors import LocalStoreError
from app.services.people.authority import Approval, NotAllowed
from app.services.writes.errors import CannotWrite
from app.services.writes.schedule.attach import ATTACH
from app.services.writes.schedule.move import MOVE
from app.services.writes.schedule.waiting import BOOKINGS
from app.services.writes.steps import IF_REFUSED, QUIET, THEN
from app.services.writes.writes import Writes
from app.viewmodels.activity import Notice, NoticeAction, Notices
from app.viewmodels.messages import explain, sent_when
from app.viewmodels.staff.undos import Undos
from app.viewmodels.translation import tr

PROMISED = BOOKINGS | {MOVE.kind}
"""Writes that were promised to a patient: if one is refused later, the patient has to be called."""


Guarded = Callable[[Callable[[Approval | None], Awaitable[Entry]]], Awaitable[Entry]]


class Outcomes(QObject):
    """Shows the outcome of every write. One that waited or was unknown is reported again once it is settled.

    `refused` is emitted for every write that was not done: the screen may be outdated.
    """

    refused = Signal()

    def __init__(
        self,
        client: OpenDental,
        writes: Writes,
        journal: Journal,
        notices: Notices,
        scope: TaskScope,
        undos: Undos,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._writes = writes
        self._journal = journal
        self._notices = notices
        self._scope = scope
        self._undos = undos
        self._open = {entry.id for entry in journal.unsettled()}
        self._told: tuple[int, WriteState] | None = None
        self._unsettled: dict[int, int] = {}
        """By entry, the notice that it was not settled yet."""
        self._quiet: set[int] = set()
        """Entries of which another notice tells, unless they fail."""
        self._delayed: set[int] = set()
        """Entries whose notice shows that they are delayed."""
        self._refused: dict[int, int] = {}
        """By entry, the notice that it was refused."""
        self.changers: dict[str, Callable[[Entry], None]] = {}
        """By kind of write, the action to edit a refused one. Set by the screens."""
        self.links: dict[str, Callable[[Entry], NoticeAction | None]] = {}
        """By kind of write, the action to show what was written. None: not yet."""
        self.guarded: Guarded = _unguarded
        """Asks a second person where the one at the desk may not do it alone. Set by the desk's people."""
        self.elsewhere: Callable[[Entry], NoticeAction | None] = _nowhere
        """The action to show a write's appointment on a day that isn't shown. Set by the schedule."""
        self.clinic: Callable[[Entry], Words] = _everywhere
        """The clinic of a write, where it isn't the clinic shown; empty: nothing to say. Set by the schedule."""
        self._unwatch = journal.watch(self._follow)

    async def tell(self, write: Awaitable[Entry]) -> Entry | None:
        """Wait for a write and report its outcome, with an undo if possible; returns its entry if it was accepted."""
        try:
            entry = await write
            entry = await self._journal.get(entry.id)  # it may have changed since
        except (ApiError, LocalStoreError, CannotWrite, NotAllowed) as error:
            self.fail(error)
            return None
        if not entry.state.settled:
            self._open.add(entry.id)
        self._quiet.discard(entry.id)
        self._say(entry)
        return entry

    async def quietly(self, write: Awaitable[Entry]) -> Entry | None:
        """As `tell`, for one of several writes with one notice of their own: only what is not done is reported.

        None: it was not done. What is done or delayed is returned, and reported only if it fails later.
        """
        try:
            entry = await write
        except (ApiError, LocalStoreError, CannotWrite, NotAllowed) as error:
            self.fail(error)
            return None
        if _as_told(entry):
            return entry
        if self._writes.is_delayed(entry):
            self._open.add(entry.id)
            self._quiet.add(entry.id)
            return entry
        await self.report(entry)
        return None

    async def report(self, entry: Entry) -> Entry | None:
        """As `tell`, for a write that was waited for already."""
        return await self.tell(_ready(entry))

    def start(self, write: Awaitable[Entry], name: str) -> None:
        """As `tell`, without waiting."""
        self._scope.start(self.tell(write), name)

    def retry(self, entry: Entry) -> None:
        """Send a refused write again, as entered."""
        self.start(self.guarded(lambda approval: self._writes.retry(entry, approval)), "again")

    def phone_of(self, entry: Entry) -> str:
        """The phone number of an entry's patient; empty if unknown."""
        patient = self._writes.patient(entry)
        return patient.phone if patient is not None else ""

    def fail(self, error: BaseException) -> None:
        """Handles a command's failure."""
        self._notices.fail(explain(error))

    def hide_refusal(self, entry_id: int) -> None:
        """Close the notice of a refused write, because a screen shows the refusal and its actions itself."""
        if (notice := self._refused.pop(entry_id, None)) is not None:
            self._notices.close(notice)

    def close(self) -> None:
        """Stop following the journal."""
        self._unwatch()

    def _follow(self, entry: Entry) -> None:
        behind_an_undo = entry.intent.kind == ATTACH.kind and entry.state is WriteState.REFUSED
        of_itself = (behind_an_undo or _ends_steps(entry)) and not entry.dismissed  # it was told before that
        if (entry.id in self._open and entry.state.settled) or of_itself:
            self._open.discard(entry.id)
            if entry.id not in self._quiet or not _as_told(entry):
                self._say(entry)
        if entry.dismissed:
            self.hide_refusal(entry.id)

    def _say(self, entry: Entry) -> None:
        if self._told == (entry.id, entry.state):
            return  # a double click is one write
        self._told = (entry.id, entry.state)
        outdated = self._unsettled.pop(entry.id, None)
        if outdated is not None and entry.id in self._delayed and entry.state is WriteState.DONE:
            self._delayed.discard(entry.id)  # already reported: only its undo differs now
            done, final = tr(self._done(entry)), tr(self._writes.why_no_undo(entry))
            self._notices.revise(outdated, done, undo_leaves=tr(self._writes.leaves(entry)), final=final)
            return
        if outdated is not None:
            self._undos.drop(outdated)
            self._notices.close(outdated)
        notice = self._post(entry)
        if not entry.state.settled:
            self._unsettled[entry.id] = notice.id

    def _post(self, entry: Entry) -> Notice:
        words = self._what(entry)
        match entry.state:
            case WriteState.DONE:
                line = tr(join([self._done(entry), left_out := self._writes.steps.left_out(entry)]))
                kind = "warning" if left_out else "done"
                return self._with_undo(entry, line, kind=kind, leaves=tr(self._writes.leaves(entry)))
            case WriteState.WAITING if self._writes.is_delayed(entry):
                self._delayed.add(entry.id)
                return self._with_undo(
                    entry,
                    tr(
                        "{what}. It will be sent in 10 seconds. Until then, Undo leaves no trace.", what=words
                    ),
                    kind="waiting",
                )
            case WriteState.WAITING:
                line = tr("Not sent yet: {what}. {until}", what=words, until=sent_when(self._client.status))
                return self._with_undo(entry, line, kind="waiting")
            case WriteState.REFUSED if entry.outcome == TAKEN_BACK:
                line = tr("Undone: {what}. Nothing was sent.", what=words)
                return self._notices.say(line, link=self.elsewhere(entry))
            case WriteState.REFUSED:
                self.refused.emit()
                ways, link = self._ways_on(entry), self.elsewhere(entry)
                said = tr(join([_not_done(entry, words), self._call(entry)]))
                final = tr(self._writes.why_no_undo(self._writes.steps.first(entry)))
                notice = self._notices.say(said, kind="error", actions=ways, link=link, final=final)
                self._refused[entry.id] = notice.id
                return notice
            case _:
                return self._notices.say(_unknown(entry, words), kind="warning", link=self.elsewhere(entry))

    def _what(self, entry: Entry) -> Words:
        """What was to be done, with the clinic where that isn't obvious."""
        words, clinic = entry.intent.words, self.clinic(entry)
        return msg("{what} ({clinic})", what=words, clinic=clinic) if clinic else words

    def _done(self, entry: Entry) -> Text:
        return join([msg("{what}.", what=self._what(entry)), entry.outcome])

    def _with_undo(self, entry: Entry, line: str, *, kind: str = "done", leaves: str = "") -> Notice:
        undo = self._undo_of(entry)
        link = self.links.get(entry.intent.kind, self.elsewhere)(entry)
        leaves = leaves if undo else ""
        subject = entry.intent.subject
        final = tr(self._writes.why_no_undo(entry))
        notice = self._notices.say(
            line, kind=kind, undo=undo, undo_leaves=leaves, link=link, about=subject, final=final
        )
        if undo is not None:
            self._undos.follow(notice.id, entry.id)
        return notice

    def _undo_of(self, entry: Entry) -> Callable[[], None] | None:
        """The function that undoes a write, also if it may only later, after its steps were refused.

        An undo itself is not undone: the user repeats the action.
        """
        may_come = entry.state is WriteState.DONE and self._writes.steps.undo_with(entry)
        if entry.intent.undo_of is not None or not (may_come or self._writes.can_undo(entry)):
            return None
        undo = self._writes.undo
        return lambda: self.start(self.guarded(lambda approval: undo(entry, approval)), "undo")

    def _call(self, entry: Entry) -> Text:
        """Whom to call if the patient may have been promised something else."""
        phone = self.phone_of(entry)
        return msg("Phone: {phone}", phone=phone) if phone and entry.intent.kind in PROMISED else NO_TEXT

    def _ways_on(self, entry: Entry) -> tuple[NoticeAction, ...]:
        """The actions for a refused write: its entries are never lost."""
        again = NoticeAction(tr("Try again"), lambda: self.retry(entry))
        if (changer := self.changers.get(entry.intent.kind)) is None or entry.intent.undo_of is not None:
            return (again,)
        return (again, NoticeAction(tr("Change"), lambda: changer(entry)))


async def _ready(entry: Entry) -> Entry:
    return entry


async def _unguarded(act: Callable[[Approval | None], Awaitable[Entry]]) -> Entry:
    """Without asking anyone: the default until the desk has its people."""
    return await act(None)


def _nowhere(_: Entry) -> NoticeAction | None:
    """Nothing: the default until the schedule exists."""
    return None


def _everywhere(_: Entry) -> Words:
    """No clinic: the default until the schedule exists."""
    return NO_TEXT


def _ends_steps(entry: Entry) -> bool:
    """Whether a write that followed others is the last one, or the one that failed: nobody waits for it to be told."""
    if entry.intent.step_of is None or not entry.state.settled or QUIET in entry.intent.context:
        return False
    covered = THEN in entry.intent.context or IF_REFUSED in entry.intent.context
    return entry.state is WriteState.REFUSED or not covered


def _as_told(entry: Entry) -> bool:
    """Whether it is done, or was taken back in time."""
    return entry.state is WriteState.DONE or entry.outcome == TAKEN_BACK


def _unknown(entry: Entry, words: Words) -> str:
    if entry.outcome == STOPPED:
        return tr(
            "{what}: canceled while it was being sent. Front Desk is checking that nothing was saved.",
            what=words,
        )
    return tr("{what}: sent, but Open Dental hasn't confirmed it. Front Desk is checking.", what=words)


def _not_done(entry: Entry, words: Words) -> Text:
    if entry.conflict is not None and entry.intent.whose:  # the outcome reports what was not done
        return join([msg("{name}.", name=entry.intent.whose), entry.outcome])
    return join([msg("{what}: not done.", what=words), entry.outcome])
