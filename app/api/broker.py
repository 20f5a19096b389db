"""The broker: all requests of the program go through here.

It orders requests by need, merges equal reads, keeps the key's rate limit, retries failed reads (`retry.py`),
protects an office that is down (`circuit.py`) and maps every failure to one typed error (`answers.py`).

A write is sent at most once. Only a 429, which means that nothing was done, puts it back in the queue. Once
sent, it runs to its end even if nobody waits for it any more.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable

from app.api import errors
from app.api.circuit import Circuit
from app.api.line import Line
from app.api.need import Need
from app.api.pace import MARGIN, READ_ALL_PACE, Pace, seats
from app.api.request import Request
from app.api.request_queue import STARVED_SECONDS, Asked, Job, RequestQueue, Waiter
from app.api.retry import SPREAD, Draw, pause
from app.api.status import BrokerStatus, Watcher
from app.api.transport import Answer
from app.api.turns import Owner
from app.core.clock import Clock
from app.core.observers import Observers
from app.core.tasks import OnError, TaskScope

__all__ = ["Broker", "BrokerStatus", "Need", "Request"]


class Broker:
    """Sends requests over one line to one office, with one key."""

    def __init__(
        self, line: Line, *, pace: Pace, clock: Clock, on_error: OnError, draw: Draw = random.random
    ) -> None:
        self.line = line
        self._pace = pace
        self._pace_known = False
        self._clock = clock
        self._draw = draw
        self._scope = TaskScope("broker", on_error)
        self._queue = RequestQueue(asks_anew=line.tells_need)
        self._in_flight: set[Job] = set()
        self._circuit = Circuit(draw)
        self._last_start: float | None = None
        self._hold_until = 0.0
        self._last_answer: float | None = None
        self._intercepted = False
        self._judged = 0.0
        self._alarm: tuple[float, asyncio.Task[None]] | None = None
        self._observers = Observers[BrokerStatus]()
        self._notifying: asyncio.Handle | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closed = False

    async def send(self, request: Request, need: Need, owner: Owner = 0) -> Answer:
        """Send a request in its turn and return its answer if it is a success.

        `owner` is the device that it is for. Raises one ApiError for everything else; RuntimeError in another event
        loop than the first request's, which its connections belong to.

        When the last waiter is canceled, a queued request is removed and a read in flight is aborted; a write
        in flight continues to its end.
        """
        if self._closed:
            raise errors.Canceled(request.method)
        loop = asyncio.get_running_loop()
        self._loop = self._loop or loop
        if loop is not self._loop:
            raise RuntimeError("the office was used in another event loop: connect once in each asyncio.run")
        busy = bool(self._in_flight or self._queue.jobs)
        if not self._circuit.admits(need, self._clock.monotonic(), busy=busy):
            raise errors.Unreachable(request.method)
        asked = Asked(need, owner)
        job = self._queue.join(request, asked, self._clock.monotonic())
        waiter: Waiter = loop.create_future()
        job.waiters[waiter] = asked
        self._dispatch()
        try:
            return await waiter
        except asyncio.CancelledError:
            self._queue.leave(job, waiter)
            if not job.waiters and (job.request.reads or job not in self._in_flight):
                self._queue.forget(job)
                if job in self._in_flight:
                    self._abandon(job)
            self._dispatch()
            raise

    def waiting_of(self, owner: Owner) -> int:
        """How many requests that are not yet sent a device waits for."""
        return sum(job.is_for(owner) for job in self._queue.jobs)

    @property
    def status(self) -> BrokerStatus:
        """The current status."""
        waiting = len(self._queue.jobs)
        free_at = min(map(self._free_at, self._queue.jobs), default=0.0)
        next_in = max(0.0, free_at - self._clock.monotonic())
        clear_in = next_in + max(0, waiting - 1) * self._pace.interval
        return BrokerStatus(
            waiting=waiting,
            in_flight=len(self._in_flight),
            next_in=next_in,
            clear_in=clear_in,
            pace_text=self._pace.text,
            connected=self._circuit.up and not self._intercepted,
            intercepted=self._circuit.up and self._intercepted,
            last_answer=self._last_answer,
        )

    def watch(self, callback: Watcher) -> Callable[[], None]:
        """Call back with the status after changes, at most once per loop iteration.

        Returns a function that unsubscribes.
        """
        return self._observers.add(callback)

    def part(self) -> None:
        """Something has changed: reads from now on share no answer that is on its way already."""
        self._queue.part(self._in_flight)

    def reconnect(self) -> None:
        """This PC has slept: use new connections, and send the reads in flight again; no answer comes for them.

        A write in flight stays: it is never sent twice.
        """
        self.line.drop_connections()
        self._circuit.hurry()
        for job in [each for each in self._in_flight if each.request.reads]:
            self._in_flight.discard(job)
            job.tries -= 1
            self._queue.put(job)
            if job.task is not None:
                job.task.cancel()
        self._dispatch()

    def set_pace(self, pace: Pace) -> None:
        """Set the key's rate limit, once its permissions are known."""
        self._pace = pace
        self._pace_known = True
        self._dispatch()

    async def aclose(self) -> None:
        """Stop. Reads and unsent requests fail with Canceled; a sent write fails with ConnectionLost."""
        self._closed = True
        self._observers.clear()
        if self._notifying is not None:
            self._notifying.cancel()
        for job in list(self._queue.jobs):
            self._queue.forget(job)
            job.fail(errors.Canceled(job.request.method))
        for job in list(self._in_flight):
            self._abandon(job)
        await self._scope.close()

    # --- scheduling --------------------------------------------------------------------------------

    def _dispatch(self) -> None:
        """Send what may be sent now, and set a timer for what may be sent later."""
        if self._closed:
            return
        now = self._clock.monotonic()
        while (job := self._next(now)) is not None:
            self._queue.take(job, now)
            self._in_flight.add(job)
            self._last_start = now
            job.started = now
            job.tries += 1
            job.task = self._scope.start(self._attempt(job), job.request.method)
            if job.request.sending is not None:
                job.request.sending.begin()  # its observers may raise: by now it is under way all the same
        self._set_alarm(now)
        self._notify_soon()

    def _free_at(self, job: Job) -> float:
        """The earliest time to send it: by the rate limit, and by a Retry-After unless a person waits."""
        hold = 0.0 if job.need is Need.CLICK else self._hold_until
        return max(hold, self._pace.next_start(self._last_start), job.not_before)

    def _next(self, now: float) -> Job | None:
        flying = len(self._in_flight)
        starved_after = max(STARVED_SECONDS, STARVED_SECONDS * self._pace.interval)
        for job in self._queue.in_turn(now, starved_after):
            if (
                flying < seats(job.need, self._pace.at_once)
                and self._free_at(job) <= now
                and self._circuit.lets_out(job.need, flying)
            ):
                return job
        return None

    def _set_alarm(self, now: float) -> None:
        """Set a timer for the first request that waits only for time; a finished request wakes the others."""
        moments = map(self._free_at, self._queue.jobs)
        at = min((moment for moment in moments if moment > now), default=None)
        if self._alarm is not None and (at is None or at != self._alarm[0]):
            self._alarm[1].cancel()
            self._alarm = None
        if at is not None and self._alarm is None:
            self._alarm = (at, self._scope.start(self._wake(at - now), "alarm"))

    async def _wake(self, seconds: float) -> None:
        await self._clock.sleep(seconds)
        self._alarm = None
        self._dispatch()

    # --- in flight ---------------------------------------------------------------------------------

    async def _attempt(self, job: Job) -> None:
        """One attempt of a job: send, classify the answer, finish."""
        own = asyncio.current_task()
        try:
            failure, answer = await self.line.ask(job.request, job.need, self._pace.interval * MARGIN)
            if job in self._in_flight and job.task is own:  # else `reconnect` has sent it anew
                self._finish_attempt(job, failure, answer)
        finally:
            if (
                job in self._in_flight and job.task is own
            ):  # canceled by the closing scope, or a bug: nobody may wait forever
                self._abandon(job)
            self._dispatch()

    def _finish_attempt(self, job: Job, failure: errors.ApiError | None, answer: Answer | None) -> None:
        """An attempt has ended: record what it shows about the office, then answer, fail, or requeue."""
        self._in_flight.discard(job)
        now = self._clock.monotonic()
        if not job.request.reads:
            self.part()
        self._note_outcome(job, failure, now, answered=answer is not None)
        if failure is None and answer is not None:
            self._queue.forget(job)
            job.answer(answer)
        elif failure is not None:
            failure.reads = job.request.reads
            again = pause(failure, job.tries, job.need, reads=job.request.reads, draw=self._draw)
            if again is None or not job.waiters:
                self._queue.forget(job)
                job.fail(failure)
            else:
                job.not_before = now + again
                self._queue.put(job)

    def _note_outcome(self, job: Job, failure: errors.ApiError | None, now: float, *, answered: bool) -> None:
        """What an attempt shows about the office and its key."""
        wrong = failure.answer if isinstance(failure, errors.Unconfirmed) else failure
        if answered:
            self._last_answer = now
            if job.started >= self._judged:  # a late answer to an older request says less
                self._judged = job.started
                # A web server may answer a method that its version doesn't have with its own 404 page.
                self._intercepted = isinstance(wrong, errors.NotTheOffice) and wrong.status != 404
        if isinstance(wrong, errors.OtherRow):
            self.line.drop_connections()
        if isinstance(failure, errors.TooManyRequests):
            wait = failure.retry_after + self._draw() * SPREAD
            self._hold_until = max(self._hold_until, now + wait)
            if self._pace.interval and not self._pace_known:
                self._pace = READ_ALL_PACE  # until the key's permissions are known
        # One slow query doesn't mean the office is down: a timeout counts only if nothing else was answered
        # meanwhile.
        silent = self._last_answer is None or self._last_answer < job.started
        if isinstance(failure, errors.Unreachable) or (isinstance(failure, errors.TimedOut) and silent):
            self._circuit.failed(now)
            for other in [each for each in self._queue.jobs if each.need > Need.CLICK]:
                self._queue.forget(other)
                other.fail(errors.Unreachable(other.request.method))
        elif answered:
            self._circuit.answered()

    def _abandon(self, job: Job) -> None:
        """Abort a job in flight, freeing its slot even if its task never ran."""
        self._in_flight.discard(job)
        self._queue.forget(job)
        reads = job.request.reads
        job.fail((errors.Canceled if reads else errors.ConnectionLost)(job.request.method))
        if job.task is not None:
            job.task.cancel()

    def _notify_soon(self) -> None:
        """Notify the watchers once for all changes of this loop iteration."""
        if self._observers and self._notifying is None:
            self._notifying = asyncio.get_running_loop().call_soon(self._notify)

    def _notify(self) -> None:
        self._notifying = None
        self._observers.notify(self.status)
