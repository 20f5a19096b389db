"""The outbox: every write goes through it, to disk and then to the office, in order and exactly once.

- Writes of one subject are sent in the order they were made; so are writes that share a key in `keep_order_with`.
  Others are sent concurrently.
- Requesting the same write again while it waits or is being sent (a double click) returns the same entry.
- Another write to a subject whose earlier ones are only waiting or in flight is queued behind them, its guard updated
  to their expected result. Behind one with an unknown outcome nothing is accepted: StillSettling.
- A write whose undo leaves a trace may be delayed for some seconds (`delay`). The next write on its subject sends it
  at once, and so does the end of the program; meanwhile it does not block anything else.
- When the office can't be reached, entries wait on disk. The oldest is retried when the client reports that the line
  is back, when a new write is made, and periodically; the others follow.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from app.api.errors import NotSent
from app.core.clock import Clock
from app.core.tasks import TaskScope
from app.core.text import msg
from app.journal.callers import Callers
from app.journal.connection import ConnectionTracker
from app.journal.delays import Delays
from app.journal.dispatcher import TAKEN_BACK, Attempt, Dispatcher, End
from app.journal.entries import Author, Entry, Intent, Outcome, WriteState
from app.journal.errors import Closing, NotPossible, StillSettling
from app.journal.journal import Journal
from app.journal.kinds import Gateway, WriteKind
from app.journal.queueing import behind, encodable, folded
from app.journal.sendings import Sendings
from app.journal.settler import Patience, Settler
from app.sealed.errors import LocalStoreError

ON_ITS_WAY = msg(
    "This can't be canceled: it is already being sent, or it is finished. Use Undo when it is done."
)
FOUND_SAVED = msg("Someone checked in Open Dental: it was saved.")
FOUND_UNSAVED = msg("Someone checked in Open Dental: it was not saved.")
FOLLOWED = msg("This can't be canceled: a later change depends on it. Cancel the later one first.")


class Outbox:
    """Accepts intents and brings each to DONE or REFUSED, across restarts.

    `scope` owns its tasks; `close` ends them. The next run settles what is in flight then.
    """

    def __init__(
        self,
        journal: Journal,
        office: Gateway,
        kinds: Mapping[str, WriteKind],
        scope: TaskScope,
        clock: Clock,
        *,
        who: str = "",
        patience: Patience | None = None,
    ) -> None:
        patience = patience or Patience()
        patience = replace(patience, late_write=patience.late_write + office.held_seconds)
        self.journal = journal
        self.author = Author(who)
        """Who makes the writes from now on."""
        self._scope = scope
        self._connection = ConnectionTracker(office, scope, clock, patience.retries, self._pump)
        self.callers = Callers(self._connection)
        self.settler = Settler(journal, kinds, scope, clock, patience, self._connection.on_answer)
        self.sendings = Sendings(self.settler.cut_short)
        self._dispatcher = Dispatcher(journal, office, kinds, self.sendings)
        self.sendings.watch(self.settler.left)
        self._connection.came_back = self.settler.hurry
        self._delays = Delays(scope, clock, self._pump)
        self._door = asyncio.Lock()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._busy: dict[int, asyncio.Task[Any] | None] = {}
        self._asking: set[int] = set()
        self._ended = False
        self._unwatch = journal.watch(self._changed)

    async def resume(self) -> None:
        """At startup: settle entries an earlier run left in flight, and send those it left waiting."""
        self._pump()

    async def close(self, grace: float = 2.0) -> None:
        """Send delayed entries, start nothing else, allow in-flight requests some seconds, and end."""
        if grace and (kept := self._delays.end_all()):
            self._pump()
            if last := [task for key in kept if (task := self._busy.get(key)) is not None]:
                await asyncio.wait(last, timeout=grace)
        self._ended = True
        self._unwatch()
        self._connection.close()
        sent = {entry.id for entry in self.journal.unsettled() if entry.state is WriteState.SENT}
        if last := [task for key, task in self._busy.items() if key in sent and task is not None]:
            await asyncio.wait(last, timeout=grace)
        left = list(self._tasks)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def write(self, intent: Intent, *, delay: float = 0.0, author: Author | None = None) -> Entry:
        """Accept a write; returns once it is done, refused or unknown, or has to wait.

        With a `delay` (seconds) it is sent that much later; until then `withdraw` cancels it without a trace.
        Raises StillSettling if an earlier write on the subject is unknown, StoreFailed if the disk refused it
        (nothing was sent). If the caller is canceled, the write continues. `author` None: the current one.
        """
        if self._ended:
            raise Closing
        accepted = await asyncio.shield(
            self._run(self._accept(encodable(intent), delay, author or self.author), "accept")
        )
        if isinstance(accepted, LocalStoreError):
            raise accepted
        entry = await self.journal.get(accepted.id)
        if self.callers.is_reportable(entry) or self._ended:
            return entry
        return await self.callers.wait(entry)

    def pending(self, subject: str) -> tuple[Entry, ...]:
        """All unsettled entries of a subject, oldest first."""
        return tuple(entry for entry in self.journal.unsettled() if entry.intent.subject == subject)

    def blocked(self, subject: str) -> Entry | None:
        """The entry with unknown outcome that blocks further writes on this subject."""
        unknown = (entry for entry in self.pending(subject) if entry.state is WriteState.UNKNOWN)
        return next(unknown, None)

    def is_delayed(self, entry_id: int) -> bool:
        """Whether an entry is delayed, so that withdrawing it leaves no trace."""
        return entry_id in self._delays

    def hurry(self, entry_ids: Iterable[int]) -> None:
        """Stop delaying these entries."""
        if self._delays.end(entry_ids):
            self._pump()

    def asks(self, entry_id: int) -> bool:
        """Whether reading back could not settle this entry, so that the user has to look and `decide`."""
        return entry_id in self._asking or self.settler.cannot_read(entry_id)

    async def settle(self, entry_id: int) -> Entry:
        """Read back an unknown entry now. Raises NotSent if the office can't be reached."""
        entry = await self.settler.look(entry_id)
        self._pump()
        return entry

    async def decide(self, entry_id: int, *, done: bool) -> Entry:
        """Settle an unknown entry by the answer of a user who has looked in Open Dental."""
        state = WriteState.DONE if done else WriteState.REFUSED
        words = FOUND_SAVED if done else FOUND_UNSAVED
        entry = await self.journal.advance(entry_id, state, Outcome(outcome=words))
        self._pump()
        return entry if done else await self.journal.dismiss(entry_id)

    async def withdraw(self, entry_id: int) -> Entry:
        """Withdraw a write that was not sent yet; waits for a try that is under way, which may not reach the office.

        Raises NotPossible once it is sent or others follow it.
        """
        while (tried := self._busy.get(entry_id)) is not None:
            if (await self.journal.get(entry_id)).state is not WriteState.WAITING:
                break
            await asyncio.wait((tried,))
        async with self._door:  # new requests are neither merged into it nor queued behind it
            entry = await self.journal.get(entry_id)
            if entry.state is not WriteState.WAITING or entry_id in self._busy:
                raise NotPossible(entry_id, ON_ITS_WAY)
            if self.pending(entry.intent.subject)[-1].id != entry_id:
                raise NotPossible(entry_id, FOLLOWED)
            self._busy[entry_id] = None
            try:
                await self.journal.advance(entry_id, WriteState.REFUSED, Outcome(outcome=TAKEN_BACK))
                self._delays.end((entry_id,))
                return await self.journal.dismiss(entry_id)
            finally:
                del self._busy[entry_id]
                self._pump()

    def dismiss(self, entry_id: int) -> None:
        """Dismiss a refused entry; watchers are notified once it is on disk."""
        self._run(self.journal.dismiss(entry_id), "dismiss")

    async def _accept(self, intent: Intent, delay: float, author: Author) -> Entry | LocalStoreError:
        async with self._door:
            earlier = self.pending(intent.subject)
            if (unknown := self.blocked(intent.subject)) is not None:
                asks = self.asks(unknown.id)
                until = None if asks or self._connection.down else self.settler.until(unknown)
                return StillSettling(unknown, until, asks=asks)
            if (same := folded(earlier, intent)) is not None:
                return same
            try:
                entry = await self.journal.add(behind(earlier, intent), author)
            except LocalStoreError as error:
                return error
        self._delays.end(each.id for each in earlier)
        if delay:
            self._delays.add(entry.id, delay)
        self._connection.try_now()
        self._pump()
        return entry

    def _changed(self, entry: Entry) -> None:
        if entry.state is WriteState.SENT:
            self.settler.left(entry.id)
        self.callers.notify(entry)

    def _pump(self) -> None:
        """Start every entry that may start, and mark those that can't proceed by themselves (held)."""
        if self._ended:
            return
        taken: set[str] = set()
        stopped: set[str] = set()
        held: set[int] = set()
        for entry in self.journal.unsettled():
            unknown = entry.state is WriteState.UNKNOWN
            keys = (
                {entry.intent.subject} if unknown else {entry.intent.subject, *entry.intent.keep_order_with}
            )
            if entry.id in self._delays:  # a delayed entry lets others pass, except on its own subject
                held.add(entry.id)
                taken.add(entry.intent.subject)
                continue
            if entry.id not in self._busy:
                free = keys.isdisjoint(taken)
                if not (free and self._start(entry)) and (free or not keys.isdisjoint(stopped)):
                    held.add(entry.id)
            if unknown or entry.id in held:
                stopped |= keys
            taken |= keys
        self.callers.update(self.journal.unsettled(), held, self._busy)

    def _start(self, entry: Entry) -> bool:
        """Start the next step of an entry that is first for its keys; False if it has to wait."""
        work: Callable[[Entry], Awaitable[Attempt]]
        if self._connection.rests(entry.id) or entry.id in self._asking:
            return False
        if entry.state is WriteState.SENT:  # an earlier run died, or a step of this one failed after sending
            work = self._dispatcher.orphan
        elif not self._connection.may_go(entry.id):
            return False
        elif entry.state is WriteState.UNKNOWN:
            work = self._settle
        else:
            work = self._dispatcher.send
        self._busy[entry.id] = None
        self._busy[entry.id] = self._run(
            self._step(entry, work), f"entry {entry.id}"
        )  # words: the task's name
        return True

    async def _step(self, entry: Entry, work: Callable[[Entry], Awaitable[Attempt]]) -> None:
        """Run one step. If it fails (the disk, a bug), the error goes to the scope's owner and the entry waits."""
        attempt: Attempt | None = None
        try:
            attempt = await work(entry)
        except asyncio.CancelledError:
            self._ended = True
            raise
        finally:
            del self._busy[entry.id]
            if attempt is not None and not self._ended:
                self._connection.ended(entry.id, attempt)
            elif not self._ended:
                self._connection.rest(entry.id)
            self._pump()

    def _run(self, work: Coroutine[Any, Any, Any], name: str) -> asyncio.Task[Any]:
        task = self._scope.start(work, name)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _settle(self, entry: Entry) -> Attempt:
        try:
            settled = await self.settler.settle(entry.id)
        except NotSent:
            return Attempt(End.UNREACHABLE)
        if not settled.state.settled:
            self._asking.add(entry.id)
        return Attempt(End.FINISHED)
