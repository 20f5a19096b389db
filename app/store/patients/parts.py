"""A part of a patient's data (account, chart, insurance, …): read on demand and shown with its age.

One `PatientPart` serves one part for all patients. A screen declares whose part it needs and how urgently,
and releases it when the screen is left; reads that nobody needs are canceled. A change of the part's topic
makes known data stale: they stay visible while they are read again.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable, Iterable
from datetime import timedelta
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from app.api.errors import ApiError, NotSent
from app.api.need import Need
from app.core.clock import Clock
from app.core.observers import Observers
from app.core.tasks import TaskScope
from app.store.changes import Change, ChangeKind
from app.store.topics import EVERY, Part

T = TypeVar("T")

KEPT = 60
"""How many patients' parts are cached although nobody needs them."""


class Unread(Struct, frozen=True):
    """Nothing is known. `reading`: a request is under way."""

    reading: bool = False


class Ready(Struct, Generic[T], frozen=True):
    """The data, and when they were read (the clock's monotonic seconds)."""

    value: T
    read_at: float
    stale: bool = False
    """It changed since it was read, or it could not be read again."""
    why: ApiError | None = None
    """The refusal of the last reading, such as of a patient who was deleted; None: it was not refused."""

    def __post_init__(self) -> None:
        if self.why is not None:
            _forget_frames(self.why)

    def age(self, clock: Clock) -> timedelta:
        """Seconds since it was read."""
        return timedelta(seconds=max(clock.monotonic() - self.read_at, 0.0))


class Refused(Struct, frozen=True):
    """It could not be read, and nothing older is known."""

    why: ApiError

    def __post_init__(self) -> None:
        _forget_frames(self.why)


def _forget_frames(error: ApiError) -> None:
    """An error that is kept would keep the frames in which it was raised, and the rows and requests in them."""
    error.__traceback__ = error.__cause__ = error.__context__ = None


class Keeping(Struct, frozen=True):
    """Data older than `fresh_seconds` are read again when they are needed anew."""

    fresh_seconds: float = math.inf
    kept: int = KEPT
    """Of so many patients whom nobody needs they are cached."""


FOR_GOOD = Keeping()
Concerns = Callable[[Change], Iterable[int]]
Revise = Callable[[int, T, Change], T | None]
Watch = Callable[[Callable[[Change], None]], Callable[[], None]]


class _Held(Struct, Generic[T]):
    state: Unread | Ready[T] | Refused
    needs: list[Need]
    task: asyncio.Task[None] | None = None
    task_need: Need = Need.PREFETCH
    partial: bool = False
    """The state is an interim result of the running request."""
    changed: int = 0
    """Counts the topic's changes: an answer requested before the last one is stale."""


class PatientPart(Generic[T]):
    """Reads, caches and notifies. `read` raises ApiErrors; any other error goes to the scope's owner."""

    def __init__(
        self,
        part: Part,
        read: Callable[[int, Need], Awaitable[T]],
        watch: Watch,
        scope: TaskScope,
        clock: Clock,
        *,
        concerns: Concerns | None = None,
        revise: Revise[T] | None = None,
        keeping: Keeping = FOR_GOOD,
    ) -> None:
        """`watch` is the office's subscription: it calls back for every change until unsubscribed.

        `concerns` returns the PatNums whose data a change makes stale; None: those of this part's topics. `revise`
        returns the data after a change that contains all that is new; None: they have to be read again. `keeping`
        says how long data count as fresh, and of how many patients they are cached.
        """
        self._part = part
        self._read = read
        self._scope = scope
        self._clock = clock
        self._concerns = concerns or self._of_topic
        self._revise = revise
        self._keeping = keeping
        self._held: dict[int, _Held[T]] = {}
        self._observers = Observers[int]()
        self._unwatch = watch(self._follow)

    def state(self, pat_num: int) -> Unread | Ready[T] | Refused:
        """The state of a patient's part."""
        held = self._held.get(pat_num)
        return held.state if held is not None else Unread()

    def watch(self, callback: Callable[[int], object]) -> Callable[[], None]:
        """Call back with the PatNum whose state changed. Returns a function that unsubscribes."""
        return self._observers.add(callback)

    def need(self, pat_num: int, need: Need) -> Callable[[], None]:
        """Need a patient's part: it is read unless it is known and fresh. Returns a function that releases it."""
        held = self._held.pop(pat_num, None) or _Held(Unread(), [])
        self._held[pat_num] = held  # least recently used are dropped first
        held.needs.append(need)
        if not isinstance(held.state, Ready) or held.state.stale:
            self._start(pat_num, held, need)
        elif held.state.age(self._clock).total_seconds() > self._keeping.fresh_seconds:
            self._start(pat_num, held, Need.REFRESH)
        ended = False

        def end() -> None:
            nonlocal ended
            if not ended:
                ended = True
                self._let_go(pat_num, held, need)

        return end

    def read_again(self, pat_num: int) -> None:
        """Read a needed part again on request. The known data stay until the answer arrives.

        A refresh under way may be answered with older data, so it is asked once more.
        """
        if (held := self._held.get(pat_num)) is not None and held.needs:
            refreshing = held.task is not None and held.task_need > Need.CLICK
            self._start(pat_num, held, Need.CLICK)
            held.changed += refreshing and isinstance(held.state, Ready)

    def publish(self, pat_num: int, value: T) -> None:
        """Show an interim result of a running read where nothing older is known; the last one is its result."""
        held = self._held.get(pat_num)
        if held is not None and held.task is not None and (held.partial or not isinstance(held.state, Ready)):
            held.partial = True
            self._tell(pat_num, held, Ready(value, self._clock.monotonic(), stale=True))

    def values(self) -> Iterable[T]:
        """All data that are known."""
        return [held.state.value for held in self._held.values() if isinstance(held.state, Ready)]

    def change(self, revised: Callable[[int, T], T]) -> None:
        """Change known data by what a single change has told; they are as old as before."""
        for pat_num, held in tuple(self._held.items()):
            if isinstance(held.state, Ready):
                self._tell(pat_num, held, replace(held.state, value=revised(pat_num, held.state.value)))

    def close(self) -> None:
        """Stop watching the office and cancel reads."""
        self._unwatch()
        for held in self._held.values():
            if held.task is not None:
                held.task.cancel()
        self._held.clear()

    def _start(self, pat_num: int, held: _Held[T], need: Need) -> None:
        """Read, unless a request of at least this priority is under way."""
        before = held.task
        if before is not None and held.task_need <= need:
            return
        held.task_need = need
        held.task = self._scope.start(
            self._bring(pat_num, held, need, held.changed), f"{self._part} of a patient"
        )
        if before is not None:
            before.cancel()  # after the new one has started: the broker merges equal requests
        if isinstance(held.state, Unread | Refused):
            self._tell(pat_num, held, Unread(reading=True))

    async def _bring(self, pat_num: int, held: _Held[T], need: Need, changed: int) -> None:
        asked_at = self._clock.monotonic()
        try:
            value = await self._read(pat_num, need)
        except ApiError as error:
            held.task = None
            self._failed(pat_num, held, error)
            return
        held.task, held.partial = None, False
        stale = held.changed != changed
        self._tell(pat_num, held, Ready(value, asked_at, stale))
        if stale and held.needs:
            self._start(pat_num, held, Need.REFRESH)

    def _failed(self, pat_num: int, held: _Held[T], error: ApiError) -> None:
        if isinstance(held.state, Ready):
            why = held.state.why if isinstance(error, NotSent) else error
            self._tell(pat_num, held, replace(held.state, stale=True, why=why))
        else:
            self._tell(pat_num, held, Refused(error))

    def _follow(self, change: Change) -> None:
        if change.kind is ChangeKind.ANSWERS:
            self._catch_up()
            return
        concerned = tuple(self._concerns(change))
        for pat_num in tuple(self._held) if EVERY in concerned else concerned:
            if (held := self._held.get(pat_num)) is not None and not self._revised(pat_num, held, change):
                self._outdated(pat_num, held)

    def _catch_up(self) -> None:
        """Read what is needed and could not be read while the office didn't answer."""
        for pat_num, held in tuple(self._held.items()):
            state = held.state
            failed = isinstance(state, Refused) or (isinstance(state, Ready) and state.stale)
            if failed and held.needs and held.task is None:
                self._start(pat_num, held, Need.REFRESH)

    def _revised(self, pat_num: int, held: _Held[T], change: Change) -> bool:
        """Take what the change tells, if it is everything and the data are as good as just read."""
        state = held.state
        if self._revise is None or held.task is not None or not isinstance(state, Ready) or state.stale:
            return False
        value = self._revise(pat_num, state.value, change)
        if value is None:
            return False
        self._tell(pat_num, held, replace(state, value=value))
        return True

    def _outdated(self, pat_num: int, held: _Held[T]) -> None:
        held.changed += 1
        if isinstance(held.state, Ready):
            self._tell(pat_num, held, replace(held.state, stale=True))
        if held.needs:
            self._start(pat_num, held, Need.REFRESH)

    def _of_topic(self, change: Change) -> Iterable[int]:
        topic = change.topic
        return (topic.key,) if topic is not None and topic.part is self._part else ()

    def _let_go(self, pat_num: int, held: _Held[T], need: Need) -> None:
        held.needs.remove(need)
        if held.needs:
            return
        if held.task is not None:
            held.task.cancel()
            held.task = None
            if isinstance(held.state, Unread):
                self._tell(pat_num, held, Unread())
        idle = [number for number, each in self._held.items() if not each.needs]
        for number in idle[: max(len(idle) - self._keeping.kept, 0)]:
            del self._held[number]

    def _tell(self, pat_num: int, held: _Held[T], state: Unread | Ready[T] | Refused) -> None:
        if state != held.state:
            held.state = state
            self._observers.notify(pat_num)
