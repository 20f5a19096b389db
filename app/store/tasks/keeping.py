"""Keeps the board up to date: by signals, or where none come by reading the open tasks again now and then."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterable, Mapping, Sequence

from app.api.errors import ApiError, NotFound, NotSent, Refused, TooManyRequests
from app.api.modes import Mode
from app.api.need import Need
from app.core.tasks import TaskScope
from app.store.signals import Signals
from app.store.tasks.board import TaskBoard
from app.wire.resources.signalods import InvalidType, SignalKeyType, Signalod
from app.wire.resources.tasks import Task

CALM_SECONDS = 60.0
"""Between two readings of the open tasks where no signal has told of a task yet."""
CALM_SECONDS_REMOTE = 900.0
TRUSTED_SECONDS = 1_800.0
"""The same once signals have proved to come."""
PAGE_SECONDS, PAGE_SECONDS_REMOTE = 10.0, 60.0
"""At least so long for each page, so that many tasks don't take most of the requests."""
RETRY_SECONDS = 5.0
LONGEST_RETRY = 30.0
REFUSED_SECONDS = 300.0
"""Only people can change a key, or an office's version."""
HANDFUL = 5
"""More tasks than this are read by their pages, if those are fewer requests."""
_OF_TASKS = frozenset({InvalidType.TASK, InvalidType.TASK_POPUP})
_OF_LISTS = frozenset({InvalidType.TASK_LIST})


class TaskKeeper:
    """Reads the board once it is started, and then what signals name. Nothing that fails here disturbs others."""

    def __init__(
        self,
        board: TaskBoard,
        signals: Signals,
        *,
        wants_notes: Callable[[Task], bool] = lambda _: False,
        calm_seconds: float | None = None,
    ) -> None:
        """`wants_notes`: tasks whose new notes are read although nobody has opened them.

        `calm_seconds` None: as the connection allows.
        """
        self._board = board
        self._wants_notes = wants_notes
        self._calm_seconds = calm_seconds
        self._signals = signals
        self._near = board.client.address.mode is not Mode.REMOTE
        self._named: dict[int, int] = {}
        """Tasks that signals named, with how many signals."""
        self._own: set[int] = set()
        """Tasks that this PC wrote itself."""
        self._popped: set[int] = set()
        self._lists: set[int] = set()
        self._explained: frozenset[int] = frozenset()
        """Lists above the tasks that were read last: signals about them tell nothing more."""
        self._all: Need | None = None
        """How urgently all open tasks have to be read again, because any may have changed; None: not at all."""
        self._heard = asyncio.Event()
        self._proved = False
        """Whether this office's signals tell of tasks."""
        self._failures = 0

    def start(self, scope: TaskScope) -> None:
        """Start. Ends with the scope."""
        scope.start(self._follow(), "task signals")
        scope.start(self._open(), "tasks")

    def listen(self) -> Callable[[], None]:
        """Note what has to be read from now on. Returns a function that ends this."""
        ends = (self._signals.watch(self.hear), self._board.doubted.add(self._name))

        def end() -> None:
            for each in ends:
                each()

        return end

    def hear(self, signals: Sequence[Signalod]) -> None:
        """Note what signals tell."""
        for signal in signals:
            if signal.IType in _OF_TASKS and signal.FKeyType is SignalKeyType.TASK and signal.FKey:
                if self._is_own(signal):
                    self._own.add(signal.FKey)
                else:
                    self._name(signal.FKey)
                    if signal.IType is InvalidType.TASK_POPUP:
                        self._popped.add(signal.FKey)
            elif signal.IType in _OF_TASKS:
                self._all = Need.REFRESH
            elif signal.IType in _OF_LISTS:
                self._lists.add(signal.FKey)
            else:
                continue
            self._proved = True
            self._heard.set()

    def _name(self, task_num: int) -> None:
        self._named[task_num] = self._named.get(task_num, 0) + 1
        self._heard.set()

    async def read_heard(self) -> None:
        """Read what was heard. Raises the client's errors; what fails stays noted."""
        named, own = dict(self._named), set(self._own)
        before = self._lists_above([*named, *own])
        if self._are_pages_better(len(named)):
            await self._read_pages()
            await self._read_notes(named)
            self._forget(named)
        await self._read_each(named)
        await self._read_tree(before | self._lists_above(named))
        self._own -= own
        await self._read_patients()

    def _are_pages_better(self, count: int) -> bool:
        """Whether the pages are read for so many tasks. While they are read the first time each one is faster."""
        reading = self._board.reading
        many = count > max(HANDFUL, reading.pages)
        return reading.is_complete and (many or self._all is not None)

    async def _read_pages(self) -> None:
        need, self._all = self._all, None  # what is told meanwhile is read once more
        try:
            await self._board.read(Need.REFRESH if need is None else need, again=True)
        except ApiError:
            self._doubt_all(need)
            raise

    def _doubt_all(self, need: Need | None) -> None:
        """Any task may have changed: read all of them again, unless they will be already."""
        if self._all is None:
            self._all = need

    async def _read_notes(self, named: Iterable[int]) -> None:
        """The pages have no notes."""
        for task_num in self._popped.intersection(named):
            row = self._board.task(task_num)
            if row is not None and (self._board.notes(task_num) is not None or self._wants_notes(row)):
                with contextlib.suppress(Refused):
                    await self._board.read_notes(task_num, Need.REFRESH)
            self._popped.discard(task_num)

    async def _read_each(self, named: dict[int, int]) -> None:
        """One that the office can't return holds up none of the others."""
        failed: ApiError | None = None
        for task_num, count in named.items():
            if task_num in self._named:
                try:
                    await self._read_one(task_num)
                except NotSent:
                    raise
                except ApiError as error:
                    failed = error
                else:
                    self._forget({task_num: count})
        if failed is not None:
            raise failed

    async def _read_patients(self) -> None:
        """Whose the new tasks' appointments are. What fails is tried with the next change."""
        if self._board.reading.is_complete:
            with contextlib.suppress(ApiError):
                people = self._board.people
                await people.read(people.unknown, Need.PREFETCH, one_by_one=self._near)

    async def _read_one(self, task_num: int) -> None:
        board = self._board
        before = board.task(task_num)
        try:
            row = await board.read_task(task_num, Need.REFRESH)
        except NotFound:
            if not board.named.reads_one:
                self._all = Need.REFRESH  # an older office: it may have moved to another list
            self._popped.discard(task_num)
            return
        popped = task_num in self._popped
        known = board.notes(task_num) is not None and (popped or row == before)
        if known or (popped and self._wants_notes(row)):
            with contextlib.suppress(Refused):
                await board.read_notes(task_num, Need.REFRESH)
        self._popped.discard(task_num)

    async def _read_tree(self, explained: frozenset[int]) -> None:
        """A changed task signals its lists as well: only a list that none of them is in has changed itself."""
        lists = set(self._lists)
        if lists - explained - self._explained:
            with contextlib.suppress(Refused):  # the tasks are read without their tree
                await self._board.reading.read_lists(Need.REFRESH)
        self._lists -= lists
        self._explained = explained

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

    def _is_own(self, signal: Signalod) -> bool:
        """Whether this is the signal of a write whose result the board has: each write explains one."""
        stored = self._board.written.pop(signal.FKey, None)
        return stored is not None and signal.SigDateTime is not None and signal.SigDateTime <= stored

    def _forget(self, read: Mapping[int, int]) -> None:
        """Remove what was read, unless it was named once more meanwhile."""
        for task_num, count in read.items():
            if self._named.get(task_num) == count:
                del self._named[task_num]

    async def _open(self) -> None:
        """Read the board, as often as it takes."""
        failures = 0
        while not self._board.reading.is_complete:
            try:
                await self._board.read(Need.PREFETCH)
            except ApiError as error:
                failures += 1
                await asyncio.sleep(_rest_after(error, failures))
        await self._read_patients()
        if self._all is not None:
            self._heard.set()

    async def _follow(self) -> None:
        end = self.listen()
        try:
            while True:
                await self._wait()
                await self._try_once()
        finally:
            end()

    async def _try_once(self) -> None:
        try:
            await self.read_heard()
        except ApiError as error:
            self._failures += 1
            self._heard.set()
            await asyncio.sleep(_rest_after(error, self._failures))
        else:
            self._failures = 0

    async def _wait(self) -> None:
        """Until something is heard; after a calm period, as if all tasks had been named."""
        try:
            async with asyncio.timeout(self.calm):
                await self._heard.wait()
        except TimeoutError:
            if self._board.reading.is_complete:
                self._doubt_all(Need.PREFETCH)
        self._heard.clear()

    @property
    def calm(self) -> float:
        """Seconds without a signal after which the open tasks are read again."""
        if self._calm_seconds is not None:
            return self._calm_seconds
        least = CALM_SECONDS if self._near else CALM_SECONDS_REMOTE
        for_pages = self._board.reading.pages * (PAGE_SECONDS if self._near else PAGE_SECONDS_REMOTE)
        return max(TRUSTED_SECONDS if self._proved else least, for_pages)


def _rest_after(error: ApiError, failures: int) -> float:
    if isinstance(error, Refused) and not isinstance(error, TooManyRequests):
        return REFUSED_SECONDS
    return min(RETRY_SECONDS * 2.0 ** min(failures - 1, 10), LONGEST_RETRY)
