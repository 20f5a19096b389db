"""The queue of requests: their order, and who waits for each."""

from __future__ import annotations

import asyncio
from bisect import insort
from collections.abc import Iterable

from msgspec import Struct, field

from app.api.need import Need
from app.api.request import Request
from app.api.transport import Answer

Waiter = asyncio.Future[Answer]


class Job(Struct, eq=False):
    """One request with all its waiters."""

    request: Request
    number: int
    """Its sequence number; kept when it is sent again."""
    need: Need
    waiters: dict[Waiter, Need] = field(default_factory=dict)
    tries: int = 0
    started: float = 0.0
    """When its last attempt was sent (monotonic seconds)."""
    not_before: float = 0.0
    """The earliest time to send it again (monotonic seconds)."""
    task: asyncio.Task[None] | None = None

    @property
    def order(self) -> tuple[int, int]:
        """By need, then by sequence."""
        return (self.need, self.number)

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

    def __init__(self) -> None:
        self.jobs: list[Job] = []
        self._shared: dict[Request, Job] = {}
        self._numbers = 0

    def join(self, request: Request, need: Need) -> Job:
        """The unanswered job of an equal read, with its priority raised if needed; else a new one."""
        job = self._shared.get(request) if request.reads else None
        if job is not None:
            if need < job.need:
                self._place(job, need)
            if need is Need.CLICK:
                job.not_before = 0.0  # a user's repeated request doesn't wait for the backoff
            return job
        self._numbers += 1
        job = Job(request, self._numbers, need)
        if request.reads:
            self._shared[request] = job
        self.put(job)
        return job

    def put(self, job: Job) -> None:
        """Add a job to the queue."""
        insort(self.jobs, job, key=lambda each: each.order)

    def take(self, job: Job) -> None:
        """Remove it from the queue to be sent; an equal read may still join it."""
        self.jobs.remove(job)

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
        if job.waiters:
            self._place(job, min(job.waiters.values()))

    def _place(self, job: Job, need: Need) -> None:
        waits = job in self.jobs
        if waits:
            self.jobs.remove(job)
        job.need = need
        if waits:
            self.put(job)
