"""Keeps the board up to date: by signals, or where none come by reading the open tasks again now and then."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import Callable, Iterable

from app.api.errors import ApiError, NotFound, NotSent, Refused, TooManyRequests
from app.api.modes import Mode
from app.api.need import Need
from app.api.retry import own_share
from app.core.tasks import TaskScope
from app.store.signals import Signals
from app.store.tasks.board import TaskBoard
from app.store.tasks.heard import Heard
from app.wire.resources.tasks import Task

CALM_SECONDS = 60.0
"""Between two readings of the open tasks until a signal has told of an own write: Open Dental's own windows signal
their changes, its API may not."""
CALM_SECONDS_REMOTE = 900.0
TRUSTED_SECONDS = 1_800.0
"""The same from then on."""
PAGE_SECONDS, PAGE_SECONDS_REMOTE = 10.0, 60.0
"""At least so long for each page, so that many tasks don't take most of the requests."""
RETRY_SECONDS = 5.0
LONGEST_RETRY = 30.0
REFUSED_SECONDS = 300.0
"""Only people can change a key, or an office's version."""
HANDFUL = 5
"""More tasks than this are read by their pages, if those are fewer requests."""


class TaskKeeper:
    """Reads the board once it is started, and then what signals name. Nothing that fails here disturbs others."""

    def __init__(
        self,
        board: TaskBoard,
        signals: Signals,
        *,
        wants_notes: Callable[[Task], bool] = lambda _: False,
        calm_seconds: float | None = None,
        is_told: Callable[[], bool] = lambda: False,
    ) -> None:
        """`wants_notes`: tasks whose new notes are read although nobody has opened them.

        `calm_seconds` None: as the connection allows. `is_told`: whether every change is told by itself now.
        """
        self._board = board
        self._wants_notes = wants_notes
        self._calm_seconds = calm_seconds
        self._is_told = is_told
        self._signals = signals
        self._near = board.client.address.mode is not Mode.REMOTE
        self.heard = Heard(board)
        board.confirmed_at = lambda: signals.read_at if self.heard.proved else None
        self._failures = 0
        self._calm_since = 0.0
        """In the event loop's seconds."""
        self._strange = asyncio.Event()
        """Whether there may be appointments whose patients are not known."""

    def start(self, scope: TaskScope) -> None:
        """Start. Ends with the scope."""
        scope.start(self._follow(), "task signals")
        scope.start(self._open(), "tasks")
        scope.start(self._know_patients(), "patients of tasks")

    def listen(self) -> Callable[[], None]:
        """Note what has to be read from now on. Returns a function that ends this."""
        ends = (self._signals.watch(self.heard.hear), self._board.doubted.add(self.heard.name))

        def end() -> None:
            for each in ends:
                each()

        return end

    async def read_heard(self) -> None:
        """Read what was heard. Raises the client's errors; what fails stays noted."""
        heard = self.heard
        named, new = heard.named, set(heard.new)
        before = self._lists_above(new)
        if self._are_pages_better(len(named)):
            await self._read_pages()
            await self._read_notes(named)
            heard.forget(named)
        failed = await self._read_each(named)
        await self._read_tree(before | self._lists_above(new))
        heard.new -= new
        self._strange.set()
        if failed is not None:
            raise failed

    def _are_pages_better(self, count: int) -> bool:
        """Whether the pages are read for so many tasks. While they are read the first time each one is faster."""
        reading = self._board.reading
        many = count > max(HANDFUL, reading.pages)
        return reading.is_complete and (many or self.heard.all is not None)

    async def _read_pages(self) -> None:
        need, self.heard.all = self.heard.all, None  # what is told meanwhile is read once more
        try:
            await self._board.read(Need.REFRESH if need is None else need, again=True)
        except ApiError:
            self.heard.put_back(need)
            raise
        self._calm_since = asyncio.get_running_loop().time()

    async def _read_notes(self, named: Iterable[int]) -> None:
        """The pages have no notes."""
        for task_num in self.heard.popped.intersection(named):
            with self.heard.taken(task_num):
                row = self._board.task(task_num)
                if row is not None and (self._board.notes(task_num) is not None or self._wants_notes(row)):
                    with contextlib.suppress(Refused):
                        await self._board.read_notes(task_num, Need.REFRESH)

    async def _read_each(self, named: dict[int, int]) -> ApiError | None:
        """One that the office can't return holds up nothing else. Returns why."""
        failed: ApiError | None = None
        for task_num, count in named.items():
            if self.heard.is_named(task_num):
                try:
                    with self.heard.taken(task_num) as popped:
                        await self._read_one(task_num, popped=popped, often=count > 1)
                except NotSent:
                    raise
                except ApiError as error:
                    failed = error
                else:
                    self.heard.forget({task_num: count})
        return failed

    async def _know_patients(self) -> None:
        """Whose the tasks' appointments are: beside the signals, as a key without queries has each read by itself.

        What fails is tried with the next change.
        """
        people = self._board.people
        while True:
            await self._strange.wait()
            self._strange.clear()
            if self._board.reading.is_complete:
                with contextlib.suppress(ApiError):
                    await people.read(people.unknown, Need.PREFETCH, one_by_one=self._near)

    async def _read_one(self, task_num: int, *, popped: bool, often: bool) -> None:
        """`often`: it was named more than once, which one change of its row doesn't explain."""
        board = self._board
        before = board.task(task_num)
        try:
            row = await board.read_task(task_num, Need.REFRESH)
        except NotFound:
            if not board.named.reads_one:
                self.heard.doubt_all(Need.REFRESH)  # an older office: it may have moved to another list
            return
        known = board.notes(task_num) is not None and (popped or often or row == before)
        if known or (popped and self._wants_notes(row)):
            with contextlib.suppress(Refused):
                await board.read_notes(task_num, Need.REFRESH)

    async def _read_tree(self, explained: frozenset[int]) -> None:
        lists = set(self.heard.lists)
        if self.heard.unexplained(lists, explained):
            with contextlib.suppress(Refused):  # the tasks are read without their tree
                await self._board.reading.read_lists(Need.REFRESH)
        self.heard.lists -= lists

    def _lists_above(self, task_nums: Iterable[int]) -> frozenset[int]:
        found: set[int] = set()
        lists = self._board.lists
        for task_num in task_nums:
            row = self._board.task(task_num)
            list_num = row.TaskListNum if row is not None else 0
            while list_num and list_num not in found:
                found.add(list_num)
                list_num = lists[list_num].Parent if list_num in lists else 0
        return frozenset(found)

    async def _open(self) -> None:
        """Read the board, as often as it takes."""
        failures = 0
        while not self._board.reading.is_complete:
            try:
                await self._board.read(Need.PREFETCH)
            except ApiError as error:
                failures += 1
                await asyncio.sleep(_rest_after(error, failures))
        self._calm_since = asyncio.get_running_loop().time()
        self._strange.set()
        self.heard.arrived.set()  # what had to wait for it

    async def _follow(self) -> None:
        end = self.listen()
        try:
            while True:
                await self._wait()
                await self._try_once()
        finally:
            end()

    async def _try_once(self) -> None:
        """What fails is tried again after a while, or when more is heard."""
        try:
            await self.read_heard()
        except ApiError as error:
            self._failures += 1
            await self._arrival(_rest_after(error, self._failures))
            self.heard.arrived.set()
        else:
            self._failures = 0

    async def _wait(self) -> None:
        """Until something is heard; after a calm period, as if all tasks had been named."""
        now = asyncio.get_running_loop().time
        if not await self._arrival(max(self._calm_since + self.calm - now(), 0.0)):
            self._calm_since = now()
            if self._board.reading.is_complete and not self._is_told():
                self.heard.doubt_all(Need.PREFETCH)
        self.heard.arrived.clear()

    async def _arrival(self, seconds: float) -> bool:
        """Whether something is heard before so much time has passed."""
        try:
            async with asyncio.timeout(seconds):
                await self.heard.arrived.wait()
        except TimeoutError:
            return False
        return True

    @property
    def calm(self) -> float:
        """Seconds after which the open tasks are read again, whatever signals tell: one may have been missed."""
        if self._calm_seconds is not None:
            return self._calm_seconds
        least = CALM_SECONDS if self._near else CALM_SECONDS_REMOTE
        for_pages = self._board.reading.pages * (PAGE_SECONDS if self._near else PAGE_SECONDS_REMOTE)
        return max(TRUSTED_SECONDS if self.heard.proved else least, for_pages)


def _rest_after(error: ApiError, failures: int) -> float:
    if isinstance(error, Refused) and not isinstance(error, TooManyRequests):
        return REFUSED_SECONDS
    return own_share(min(RETRY_SECONDS * 2.0 ** min(failures - 1, 10), LONGEST_RETRY), random.random)
