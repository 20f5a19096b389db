"""What a person keeps of the office's tasks on this PC: one sealed document for each UserNum."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import Any, TypeVar

from msgspec import Struct, field

from app.core.clock import Clock
from app.core.stored import StoredOne
from app.core.tasks import TaskScope
from app.domain.tasks.reminders import Reminder
from app.sealed.documents import DocumentKeeper
from app.sealed.errors import LocalStoreError
from app.services.tasks.unsent import Unsent

T = TypeVar("T")
V = TypeVar("V")

NAME = "tasks of {user_num}"  # words: a name in the local store
CALM_SECONDS = 3.0
"""Seen tasks and what is typed are on disk after so many seconds, and when the office is closed; the rest at once."""
AGAIN_SECONDS = 60.0
"""After the disk has refused."""
REMEMBERED = timedelta(days=14)
"""So long a task that is not open, or that an answer lacked, may still come back."""


class Kept(Struct):
    """Times are the office's."""

    since: datetime
    """When this person was first here: what happened to tasks before is no news."""
    chosen: bool = False
    """Whether she has chosen the lists that she follows."""
    followed: set[int] = field(default_factory=set)
    """By TaskListNum."""
    seen: dict[int, datetime] = field(default_factory=dict)
    """By TaskNum: up to when she has seen what happened to it."""
    viewed: dict[int, datetime] = field(default_factory=dict)
    """By TaskNum: the edit by which somebody marked it as viewed after she had seen it, which is no news."""
    reminders: dict[int, Reminder] = field(default_factory=dict)
    """By TaskNum."""
    choices: dict[str, Any] = field(default_factory=dict)
    """What the screen remembers, such as its filters; values that JSON can carry."""
    unsent: Unsent = field(default_factory=Unsent)
    """What she has typed and not sent."""


class Notebook:
    """`await load(user_num)`, change `kept`, call `changed`. If the disk refuses, everything stays in memory."""

    def __init__(self, documents: DocumentKeeper, clock: Clock, scope: TaskScope) -> None:
        self._documents = documents
        self._clock = clock
        self._scope = scope
        self._disk = asyncio.Lock()
        self._dirty = False
        self._stored: dict[int, StoredOne[Kept]] = {}
        """By UserNum."""
        self._read = False
        """Whether what is on disk has been read: else it is merged before it is replaced."""
        self._unsaved: dict[int, Kept] = {}
        """By UserNum, what the disk refused when another person came."""
        self._aside: dict[int, Unsent] = {}
        """By UserNum, what was typed before `kept` was hers, or is given back after that."""
        self._waiting: asyncio.Task[None] | None = None
        self.on_read: Callable[[], object] = lambda: None
        """Called when another person has come, or what is on disk could be read only later."""
        self.user_num = 0
        self.kept = Kept(clock.now(), chosen=True)  # nobody is asked before it is known who is there
        self.trouble: LocalStoreError | None = None
        """Why the last changes are not on disk; None: they are."""
        self.on_trouble: Callable[[LocalStoreError], object] = lambda _: None
        """Called once until the disk takes it again."""

    async def load(self, user_num: int) -> None:
        """Switch to a person; `kept` is hers on return, all at once. What the one before changed is saved first."""
        async with self._disk:
            await self._put()
            if self._dirty:
                self._unsaved[self.user_num] = self.kept
            unsaved = self._unsaved.pop(user_num, None)
            kept, is_read, is_new = unsaved or Kept(self._clock.now()), False, False
            try:
                is_new = not await self._merge(user_num, kept)
                is_read = True
            except LocalStoreError as error:
                self._fail(error)
            await self._put()  # what she did meanwhile
            if self._dirty and self.kept is not kept:
                self._unsaved[self.user_num] = self.kept
            self.user_num, self.kept, self._read, self._dirty = user_num, kept, is_read, False
        if is_new or unsaved is not None:
            self.changed()
        self.on_read()

    def changed(self, *, soon: bool = False) -> None:
        """Save what was changed: at once, or with what is changed in the next seconds."""
        self._dirty = True
        if soon and self._waiting is not None and not self._waiting.done():
            return
        self._wait(CALM_SECONDS if soon else 0.0)

    def unsent_of(self, user_num: int) -> Unsent:
        """What a person has typed: call `changed` after changing it. It is saved once `kept` is hers."""
        if user_num != self.user_num:
            return self._aside.setdefault(user_num, Unsent())
        if (aside := self._aside.pop(user_num, None)) is not None:
            self.kept.unsent.add(aside)
            self.changed(soon=True)
        return self.kept.unsent

    async def save(self) -> None:
        """Put what was changed on disk. If it refuses, that is told and tried again later."""
        async with self._disk:
            await self._put()

    def forget(self, still_open: Collection[int], done: Collection[int]) -> None:
        """Drop what was seen long ago of other tasks than the open ones, and the reminders of those that are done."""
        kept, past = self.kept, self._clock.now() - REMEMBERED
        left = (kept.seen.keys() | kept.viewed.keys() | kept.reminders.keys()) - set(still_open)
        seen = [each for each in left if each in kept.seen and kept.seen[each] < past]
        viewed = [each for each in left if each in kept.viewed and kept.viewed[each] < past]
        over = [each for each in left if each in kept.reminders]
        over = [each for each in over if each in done or kept.reminders[each].at < past]
        for known, task_nums in ((kept.seen, seen), (kept.viewed, viewed), (kept.reminders, over)):
            for task_num in task_nums:
                del known[task_num]
        if seen or viewed or over:
            self.changed(soon=True)

    def _wait(self, seconds: float) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
        self._waiting = self._scope.start(self._save_after(seconds), "tasks of a person")

    async def _save_after(self, seconds: float) -> None:
        if seconds:
            await self._clock.sleep(seconds)
        self._waiting = None  # what changes from now on is saved after this
        await self.save()
        if self.trouble is not None and self._waiting is None:
            self._wait(AGAIN_SECONDS)

    async def _put(self) -> None:
        """Until nothing has changed meanwhile, or the disk refuses."""
        while self._dirty:
            try:
                if not self._read:
                    await self._merge(self.user_num, self.kept)
                    self.on_read()
                self._read, self._dirty = True, False
                await self._write()
            except LocalStoreError as error:
                self._fail(error)
                return
            self.trouble = None

    async def _write(self) -> None:
        data, done = self._stored.setdefault(self.user_num, StoredOne(b"", Kept)).encode(self.kept), False
        try:
            await self._documents.put(NAME.format(user_num=self.user_num), data, self._clock.utc())
            done = True
        finally:
            self._dirty |= not done

    async def _merge(self, user_num: int, kept: Kept) -> bool:
        """Read what is on disk, and add it to what was changed before that was possible. False: nothing is there."""
        stored = await self._documents.get(NAME.format(user_num=user_num))
        document = StoredOne(stored.data if stored is not None else b"", Kept)
        self._stored[user_num], old = document, document.value
        if old is None:
            return False
        kept.since = old.since
        kept.chosen |= old.chosen
        kept.followed |= old.followed
        _add(kept.seen, old.seen)
        _add(kept.viewed, old.viewed)
        _add(kept.reminders, old.reminders)
        _add(kept.choices, old.choices)
        kept.unsent.complete(old.unsent)
        return True

    def _fail(self, error: LocalStoreError) -> None:
        first = self.trouble is None
        self.trouble = error
        if first:
            self.on_trouble(error)


def _add(new: dict[T, V], before: dict[T, V]) -> None:
    """Whoever holds the new one sees it completed."""
    for key, value in before.items():
        new.setdefault(key, value)
