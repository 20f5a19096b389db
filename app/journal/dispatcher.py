"""One attempt at a write: check it against the office, mark it SENT on disk, send it once, record the outcome."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from app.api.capabilities import how_to_grant, lacking
from app.api.errors import (
    ApiError,
    DeviceRevoked,
    EmptyAnswer,
    FieldError,
    KeyRefused,
    Lost,
    NotFound,
    NotSent,
    NotTheOffice,
    PermissionMissing,
    Refused,
    RightMissing,
    ServerFault,
    TooManyRequests,
    TwinRefused,
    Unconfirmed,
    Unreadable,
)
from app.api.sending import Sending
from app.core.text import Text, join, msg
from app.journal.entries import Entry, Outcome, Wire, WriteState
from app.journal.journal import Journal
from app.journal.kinds import AT_ANOTHER_DESK, Check, Checked, Gateway, Proof, ReadBack, WriteKind
from app.journal.sendings import Sendings

ENDED = msg("Front Desk closed before Open Dental answered. It is checking now.")
NO_ANSWER = msg("It was sent, but Open Dental didn't answer. Front Desk is checking.")
STOPPED = msg("Canceled while it was being sent. Front Desk is checking that nothing was saved.")
TAKEN_BACK = msg("Canceled before it was sent.")
NO_REASON = msg("Open Dental refused it without giving a reason.")
NOT_THE_OFFICE = msg(
    "It was sent, but something other than Open Dental answered. Front Desk is checking whether it arrived."
)
NOT_READ_BACK = msg("It was sent, but it can't be read back right now. Front Desk is checking.")
BEFORE_THE_OFFICE: dict[type[ApiError], Text] = {
    TwinRefused: msg(
        "Not posted: another desk is posting the same, or has just posted it. "
        "Look at the ledger. If this is a second one, post it again."
    ),
    RightMissing: msg("The office's hub refused it: whoever made it may not do this."),
    DeviceRevoked: msg("This PC is not paired with the office's hub any more."),
    FieldError: msg("Something went wrong in Front Desk, so nothing was sent. Tell your IT support."),
}
"""Why a write is refused before it reaches the office."""
ALREADY = msg("Open Dental already had this.")


class End(StrEnum):
    """The outcome of an attempt."""

    FINISHED = "finished"
    """Settled, or unknown: the entry says which."""
    UNREACHABLE = "unreachable"
    """Still waiting: the office can't be reached, so no other entry could be sent either."""
    LATER = "later"
    """Still waiting: the office answers but did not accept this one now."""


class Attempt(Struct, frozen=True):
    """The outcome of an attempt, and the seconds until a retry if the office gave them."""

    end: End
    retry_after: float | None = None


class Dispatcher:
    """Sends waiting entries. It never sends one twice, and never before its SENT is on disk."""

    def __init__(
        self, journal: Journal, office: Gateway, kinds: Mapping[str, WriteKind], sendings: Sendings
    ) -> None:
        self._journal = journal
        self._office = office
        self._kinds = kinds
        self._sendings = sendings

    async def send(self, entry: Entry) -> Attempt:
        """Check, send and settle one entry. Raises StoreFailed when the disk fails."""
        with self._sendings.begun(entry.id, entry.user_num) as sending:
            return await self._check_and_send(entry, sending)

    async def _check_and_send(self, entry: Entry, sending: Sending) -> Attempt:
        if (kind := self._kinds.get(entry.intent.kind)) is None:
            return await self._refuse(entry, msg("This version of Front Desk can't send this."))
        checked = await self._check(kind, entry)
        if isinstance(checked, Attempt):
            return checked
        if checked.verdict is Check.CLEAR:
            return await self._send(kind, entry, checked, sending)
        if checked.verdict is Check.ALREADY:
            done = Outcome(outcome=checked.words or ALREADY, answer=checked.row, seen=checked.row)
            await self._journal.advance(entry.id, WriteState.DONE, done)
        else:
            conflict = Outcome(outcome=checked.words, conflict=checked.row)
            await self._journal.advance(entry.id, WriteState.REFUSED, conflict)
        return Attempt(End.FINISHED)

    async def orphan(self, entry: Entry) -> Attempt:
        """Mark a request as unknown that an earlier run sent without receiving the answer."""
        await self._journal.advance(entry.id, WriteState.UNKNOWN, Outcome(outcome=ENDED))
        return Attempt(End.FINISHED)

    async def _check(self, kind: WriteKind, entry: Entry) -> Checked | Attempt:
        try:
            return await kind.check(entry.intent)
        except NotSent:
            return Attempt(End.UNREACHABLE)
        except TooManyRequests as busy:
            return Attempt(End.LATER, busy.retry_after)
        except NotTheOffice:  # while a sign-in page answers everything, one entry probes for all
            return Attempt(End.LATER if self._office.status.connected else End.UNREACHABLE)
        except (Lost, ServerFault, EmptyAnswer):  # only a read failed
            return Attempt(End.LATER)
        except (Refused, Unreadable) as error:
            return await self._refuse(entry, explain(error))

    async def _send(self, kind: WriteKind, entry: Entry, checked: Checked, sending: Sending) -> Attempt:
        intent = checked.intent or entry.intent
        if sending.is_stopped():
            return await self._take_back(entry)
        await self._journal.advance(entry.id, WriteState.SENT, Outcome(seen=checked.row))
        sending.anyway = checked.anyway
        try:
            _, answer = await self._office.send_raw(intent.method, intent.arguments, sending)
        except NotSent:
            await self._journal.advance(entry.id, WriteState.WAITING)
            return await self._take_back(entry) if sending.is_stopped() else Attempt(End.UNREACHABLE)
        except TooManyRequests as busy:
            await self._journal.advance(entry.id, WriteState.WAITING)
            return Attempt(End.LATER, busy.retry_after)
        except Refused as error:
            twin = {AT_ANOTHER_DESK: "true"} if isinstance(error, TwinRefused) else None
            return await self._refuse(entry, explain(error), twin)
        except (
            ApiError
        ) as error:  # connection lost, undocumented answer, or a 5xx that may have written anyway
            unanswered = STOPPED if sending.is_stopped() else NO_ANSWER
            words = NOT_THE_OFFICE if isinstance(error, Unconfirmed) else unanswered
            await self._journal.advance(entry.id, WriteState.UNKNOWN, Outcome(outcome=words))
            return Attempt(End.FINISHED)
        try:
            found = await kind.result(intent, answer)
        except ApiError:
            found = ReadBack(Proof.UNCLEAR, words=NOT_READ_BACK)
        if found.proof is Proof.DONE:
            done = Outcome(outcome=found.words or None, answer=found.row)
            await self._journal.advance(entry.id, WriteState.DONE, done)
        else:
            await self._journal.advance(entry.id, WriteState.UNKNOWN, Outcome(outcome=found.words))
        return Attempt(End.FINISHED)

    async def _take_back(self, entry: Entry) -> Attempt:
        """The user stopped it before anything was sent."""
        await self._refuse(entry, TAKEN_BACK)
        await self._journal.dismiss(entry.id)
        return Attempt(End.FINISHED)

    async def _refuse(self, entry: Entry, words: Text, conflict: Wire | None = None) -> Attempt:
        refused = Outcome(outcome=words, conflict=conflict)
        await self._journal.advance(entry.id, WriteState.REFUSED, refused)
        return Attempt(End.FINISHED)


def explain(error: ApiError) -> Text:
    """Why the office refused, as a sentence, with the office's explanation if it gave one."""
    own = error.explanation.strip()
    if type(error) in BEFORE_THE_OFFICE:
        return BEFORE_THE_OFFICE[type(error)]
    if isinstance(error, KeyRefused):
        return join([msg("Open Dental refused the API key."), own])
    if isinstance(error, PermissionMissing):
        return join([lacking(error.permission), how_to_grant(error.permission)])
    if isinstance(error, NotFound):
        return join([msg("This is no longer in Open Dental."), own])
    if isinstance(error, Unreadable):
        return msg("Open Dental's answer couldn't be read, so nothing was sent.")
    return msg("Open Dental says: {explanation}", explanation=own) if own else NO_REASON
