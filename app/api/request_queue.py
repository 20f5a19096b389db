"""The queue of requests: their order, and who waits for each."""

from __future__ import annotations

import asyncio
from bisect import insort
from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from app.api.need import Need
from app.api.request import Request
from app.api.transport import Answer
from app.api.turns import Owner, Turns

Waiter = asyncio.Future[Answer]

STARVED_SECONDS = 10.0
"""A device of which nothing was sent for so long is served next, whatever others need."""
RESCUED_EVERY = 4
"""At most one in so many requests is sent for that reason: a click waits for one of them, not for all."""


class Asked(Struct, frozen=True):
    """Who waits for a request, and how urgently."""

    need: Need
    owner: Owner


class Job(Struct, eq=False):
    """One request with all its waiters."""

    request: Request
    number: int
    """Its sequence number; kept when it is sent again."""
    need: Need
    owner: Owner
    """Whose turn it takes."""
    turn: float
    asked: float
    """When it was asked first (monotonic seconds)."""
    waiters: dict[Waiter, Asked] = field(default_factory=dict)
    tries: int = 0
    started: float = 0.0
    """When its last attempt was sent (monotonic seconds)."""
    not_before: float = 0.0
    """The earliest time to send it again (monotonic seconds)."""
    task: asyncio.Task[None] | None = None

    @property
    def order(self) -> tuple[int, float, int]:
        """By need, then by turn, then by sequence."""
        return (self.need, self.turn, self.number)

    def is_for(self, owner: Owner) -> bool:
        """Whether this device waits for it."""
        return any(each.owner == owner for each in self.waiters.values())

    def answer(self, answer: Answer) -> None:
        """Give all waiters the answer."""
        for waiter in self.waiters:
            if not waiter.done():
                waiter.set_result(answer)

    def fail(self, error: Exception) -> None:
        """Give all waiters the error."""
        for waiter in self.waiters:
            if not waiter.done():
                waiter.set_exception(error)


class RequestQueue:
    """The queued jobs, in order, and the reads that an equal one may join."""

    def __init__(self, *, asks_anew: bool = False) -> None:
        """`asks_anew`: a read that is needed more urgently than the equal one on its way is sent again.

        So the one who orders the requests of all desks learns that it is urgent now.
        """
        self.jobs: list[Job] = []
        self._asks_anew = asks_anew
        self._shared: dict[Request, Job] = {}
        self._numbers = 0
        self._turns = Turns()
        self._served_at: dict[Owner, float] = {}
        self._since_rescue = 0
        self._rescued: Job | None = None

    def join(self, request: Request, asked: Asked, now: float) -> Job:
        """The unanswered job of an equal read, with its priority raised if needed; else a new one."""
        job = self._shared.get(request) if request.reads else None
        if job is not None and self._asks_anew and asked.need < job.need and job not in self.jobs:
            job = None
        if job is not None:
            self._advance(job, asked)
            if asked.need is Need.CLICK:
                job.not_before = 0.0  # a user's repeated request doesn't wait for the backoff
            return job
        self._numbers += 1
        turn = self._turns.give(asked.owner, asked.need)
        job = Job(request, self._numbers, asked.need, asked.owner, turn, now)
        if request.reads:
            self._shared[request] = job
        self.put(job)
        return job

    def in_turn(self, now: float, starved_after: float = STARVED_SECONDS) -> Iterator[Job]:
        """The queued jobs as they are to be sent: those of a starving device first, if one is due."""
        self._rescued = rescued = self._starving(now, starved_after) if len(self.jobs) > 1 else None
        if rescued is not None:
            yield rescued
        yield from [each for each in self.jobs if each is not rescued]

    def put(self, job: Job) -> None:
        """Add a job to the queue."""
        insort(self.jobs, job, key=lambda each: each.order)

    def take(self, job: Job, now: float) -> None:
        """Remove it from the queue to be sent; an equal read may still join it."""
        self._since_rescue = 0 if job is self._rescued else self._since_rescue + 1
        self.jobs.remove(job)
        self._turns.serve(job.need, job.turn)
        self._served_at[job.owner] = now
        if not self.jobs:
            self._turns.clear()
            self._served_at.clear()

    def forget(self, job: Job) -> None:
        """Remove it: nobody may join it any more."""
        if self._shared.get(job.request) is job:
            del self._shared[job.request]
        if job in self.jobs:
            self.jobs.remove(job)

    def part(self, jobs: Iterable[Job]) -> None:
        """These were sent before something changed: later requests must not share their answers."""
        for job in jobs:
            if self._shared.get(job.request) is job:
                del self._shared[job.request]

    def leave(self, job: Job, waiter: Waiter) -> None:
        """One waiter left: the job takes the highest priority of the remaining ones."""
        job.waiters.pop(waiter, None)
        if not job.waiters:
            return
        most = min(job.waiters.values(), key=lambda each: each.need)
        if most.need != job.need:
            self._place(job, most, self._turns.ahead(most.owner, most.need))

    def _advance(self, job: Job, asked: Asked) -> None:
        """A further device waits for it: the job goes where its own would stand, if that is further ahead."""
        ahead = self._turns.ahead(asked.owner, asked.need)
        if (asked.need, ahead) < (job.need, job.turn):
            self._place(job, asked, self._turns.give(asked.owner, asked.need))

    def _place(self, job: Job, asked: Asked, turn: float) -> None:
        waits = job in self.jobs
        if waits:
            self.jobs.remove(job)
        job.need, job.owner, job.turn = asked.need, asked.owner, turn
        if waits:
            self.put(job)

    def _starving(self, now: float, after: float) -> Job | None:
        """The most urgent job of the device that has waited longest, if it starves and one may be rescued."""
        if self._since_rescue + 1 < RESCUED_EVERY:
            return None
        first: dict[Owner, Job] = {}
        for job in self.jobs:
            first.setdefault(job.owner, job)
        since = {owner: max(job.asked, self._served_at.get(owner, job.asked)) for owner, job in first.items()}
        owner = min(since, key=lambda each: since[each])
        return first[owner] if len(first) > 1 and now - since[owner] >= after else None
