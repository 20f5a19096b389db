"""One write's trip: read the office again, note on disk that it goes, send it once, note what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct

from app.api.capabilities import how_to_grant, lacking
from app.api.errors import (
    ApiError,
    KeyRefused,
    Lost,
    NotFound,
    NotSent,
    PermissionMissing,
    Refused,
    ServerFault,
    TooManyRequests,
    Unreadable,
)
from app.core.text import Text, join, msg
from app.journal.entries import Entry, Intent, Outcome, Wire, WriteState
from app.journal.journal import Journal
from app.journal.kinds import Check, Checked, Line, WriteKind

DIED = msg("Front Desk closed before Open Dental answered. It is checking now.")

NO_ANSWER = msg("It was sent, but Open Dental didn't answer. Front Desk is checking.")
NO_REASON = msg("Open Dental refused it without giving a reason.")


class End(StrEnum):
    """How a trip ended."""

    TOLD = "told"
    """Settled, or unknown: the entry says which."""
    NO_LINE = "no line"
    """Still waiting: the office cannot be reached, so nothing else would go either."""
    LATER = "later"
    """Still waiting: the office is there but would not take this one now."""


class Trip(Struct, frozen=True):
    """How a trip ended, and after how many seconds to try again where the office said so."""

    end: End
    retry_after: float | None = None


class Carrier:
    """Carries entries that are waiting. It never sends one twice and never before its SENT is on the disk."""

    def __init__(self, journal: Journal, line: Line, kinds: Mapping[str, WriteKind]) -> None:
        self._journal = journal
        self._line = line
        self._kinds = kinds

    async def carry(self, entry: Entry) -> Trip:
        """Check, send and settle one entry. Raises StoreFailed when the disk fails."""
        checked = await self._check(entry)
        if isinstance(checked, Trip):
            return checked
        if checked.verdict is Check.CLEAR:
            return await self._send(entry, checked)
        if checked.verdict is Check.ALREADY:
            done = Outcome(outcome=msg("Open Dental already had this."), answer=checked.row, seen=checked.row)
            await self._journal.advance(entry.id, WriteState.DONE, done)
        else:
            conflict = Outcome(outcome=checked.words, conflict=checked.row)
            await self._journal.advance(entry.id, WriteState.REFUSED, conflict)
        return Trip(End.TOLD)

    async def orphan(self, entry: Entry) -> Trip:
        """Own up to a request that left and whose answer nobody waited for: its run of the program died."""
        await self._journal.advance(entry.id, WriteState.UNKNOWN, Outcome(outcome=DIED))
        return Trip(End.TOLD)

    async def _check(self, entry: Entry) -> Checked | Trip:
        kind = self._kinds.get(entry.intent.kind)
        if kind is None:
            return await self._refuse(entry, msg("This version of Front Desk can't send this."))
        try:
            return await kind.check(entry.intent)
        except NotSent:
            return Trip(End.NO_LINE)
        except TooManyRequests as busy:
            return Trip(End.LATER, busy.retry_after)
        except (Refused, Unreadable) as error:
            return await self._refuse(entry, explain(error))
        except (Lost, ServerFault):  # only a read was lost
            return Trip(End.LATER)

    async def _send(self, entry: Entry, checked: Checked) -> Trip:
        await self._journal.advance(entry.id, WriteState.SENT, Outcome(seen=checked.row))
        try:
            _, answer = await self._line.send_raw(entry.intent.method, entry.intent.arguments)
        except NotSent:
            await self._journal.advance(entry.id, WriteState.WAITING)
            return Trip(End.NO_LINE)
        except TooManyRequests as busy:
            await self._journal.advance(entry.id, WriteState.WAITING)
            return Trip(End.LATER, busy.retry_after)
        except Refused as error:
            return await self._refuse(entry, explain(error))
        except ApiError:  # Lost, a 5xx that may have written, an answer that cannot be read
            unknown = Outcome(outcome=NO_ANSWER)
            await self._journal.advance(entry.id, WriteState.UNKNOWN, unknown)
            return Trip(End.TOLD)
        done = Outcome(answer=await self._result(entry.intent, answer))
        await self._journal.advance(entry.id, WriteState.DONE, done)
        return Trip(End.TOLD)

    async def _result(self, intent: Intent, answer: Any) -> Wire | None:
        """The row after a write that was done, whether or not it can be read just now."""
        try:
            return await self._kinds[intent.kind].result(intent, answer)
        except ApiError:
            return answer if isinstance(answer, dict) else None

    async def _refuse(self, entry: Entry, words: Text) -> Trip:
        await self._journal.advance(entry.id, WriteState.REFUSED, Outcome(outcome=words))
        return Trip(End.TOLD)


def explain(error: ApiError) -> Text:
    """Why the office said no, in a sentence, with its own explanation where it gave one."""
    own = error.explanation.strip()
    if isinstance(error, KeyRefused):
        return join([msg("Open Dental refused the API key."), own])
    if isinstance(error, PermissionMissing):
        return join([lacking(error.permission), how_to_grant(error.permission)])
    if isinstance(error, NotFound):
        return join([msg("This is no longer in Open Dental."), own])
    if isinstance(error, Unreadable):
        return msg("Open Dental's answer couldn't be read, so nothing was sent.")
    return msg("Open Dental says: {explanation}", explanation=own) if own else NO_REASON
