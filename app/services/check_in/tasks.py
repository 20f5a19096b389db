"""Tasks about check-in: an arrival that nobody has seen, and changed health or insurance. One for the whole office.

Every desk with a person signed in watches; the hub lets one of them write. The task's text, time and list are the
same at all desks, so that a desk whose claim ended while it was switched off finds the other's task and adds none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from msgspec import Struct

from app.api.errors import ApiError
from app.api.need import Need
from app.core.clock import Clock
from app.core.observers import Observers
from app.core.tasks import LatestTask, TaskScope
from app.core.text import Words, msg
from app.domain.schedule.visit import Person
from app.domain.tasks.find_lists import named_lists
from app.journal.entries import Author, Entry, WriteState
from app.sealed.errors import LocalStoreError
from app.services.check_in.check_in import CheckIn
from app.services.check_in.hub import HubTrouble
from app.services.writes.errors import CannotWrite
from app.services.writes.tasks.task_writes import NewTask, TaskWrites
from app.store.tasks.board import TaskBoard
from app.wire.hub.check_in import (
    CLAIM_SECONDS,
    CLAIM_TASK,
    RECORD_TASK,
    Arrival,
    ClaimTask,
    Proposal,
    RecordTask,
    TaskAbout,
)
from app.wire.hub.stream import Topic

Key = tuple[TaskAbout, int]
AGAIN = timedelta(seconds=CLAIM_SECONDS + 1)
SOON = timedelta(seconds=5)
RECORD_SECONDS = 5.0
NO_LISTS = msg("This office has no task lists yet. Add one in Open Dental's Tasks.")


class DueTask(Struct, frozen=True):
    """A task to write, and from when on."""

    about: TaskAbout
    number: int
    at: datetime
    """The office's local time."""
    list_num: int
    """0: the office's first list."""
    text: str
    pat_num: int = 0
    apt_num: int = 0

    @property
    def key(self) -> Key:
        """What it is about."""
        return self.about, self.number


class TaskWords(Struct, frozen=True):
    """The texts of the tasks, in the desk's language. They name no patient: the task is attached to one."""

    unseen: Callable[[Arrival, int], str]
    """Of an arrival that was not seen for so many minutes."""
    answers: Callable[[Proposal], str]


class DeskKnows(Struct, frozen=True):
    """What the desk knows."""

    author: Callable[[], Author]
    """Who is there."""
    person: Callable[[int], Person | None]
    """A patient in the office's memory."""
    needs_task: Callable[[Arrival], bool]
    """Whether nobody has taken care of an unseen arrival's patient."""


class CheckInTasks:
    """`known` has the TaskNum of each task that was written, by what it is about; 0 while it is on its way."""

    def __init__(
        self,
        check_in: CheckIn,
        writes: TaskWrites,
        board: TaskBoard,
        knows: DeskKnows,
        words: TaskWords,
        clock: Clock,
        scope: TaskScope,
    ) -> None:
        self._check_in = check_in
        self._writes = writes
        self._board = board
        self._knows = knows
        self._words = words
        self._clock = clock
        self._watching = LatestTask(scope)
        self._scope = scope
        self._writing = set[Key]()
        self._not_before: dict[Key, datetime] = {}
        """When a task that another desk is writing is asked for again."""
        self.known: dict[Key, int] = {}
        self._observers = Observers[None]()
        self._entries: dict[int, Key] = {}
        """By journal entry, the task whose number the hub doesn't know yet."""
        self._unwatch = check_in.watch(self._follow)
        self._look()

    def close(self) -> None:
        """Stop watching."""
        self._unwatch()
        self._watching.cancel()

    def watch(self, watcher: Callable[[], object]) -> Callable[[], None]:
        """Call back when `known` has changed. Returns a function that unsubscribes."""
        return self._observers.add(lambda _: watcher())

    def look(self) -> None:
        """Another person is at the desk, or somebody has taken care of a patient."""
        self._look()
        self._observers.notify(None)

    @property
    def why_none(self) -> Words:
        """Why this desk writes none: nobody is signed in, or the key doesn't allow it; empty: it does."""
        return self._writes.can_add().reason

    def take(self, entry: Entry) -> None:
        """A journal entry has changed: tell the hub the number of a task that could not be sent at once."""
        key = self._entries.get(entry.id)
        if key is not None and entry.state is WriteState.DONE and entry.answer:
            del self._entries[entry.id]
            number = int(entry.answer.get("TaskNum", 0))
            self._know(key, number)
            self._scope.start(self._record(key, number), "task number")

    def due(self) -> Iterable[DueTask]:
        """What becomes a task, soon or now."""
        office = self._check_in.office
        if office is None:
            return
        rules = office.rules
        for arrival in self._check_in.arrivals or ():
            if rules.unseen_minutes and not arrival.seen_by and self._knows.needs_task(arrival):
                yield DueTask(
                    TaskAbout.ARRIVAL,
                    arrival.arrival_num,
                    arrival.at + timedelta(minutes=rules.unseen_minutes),
                    rules.unseen_task_list,
                    self._words.unseen(arrival, rules.unseen_minutes),
                    arrival.pat_num,
                    arrival.apt_num,
                )
        for proposal in self._check_in.proposals or ():
            if proposal.health_changed or proposal.insurance_changed:
                yield DueTask(
                    TaskAbout.ANSWERS,
                    proposal.proposal_num,
                    proposal.at,
                    rules.answers_task_list,
                    self._words.answers(proposal),
                    proposal.pat_num,
                )

    def _follow(self, topic: Topic) -> None:
        if topic is not Topic.KIOSKS:
            self._look()

    def _look(self) -> None:
        """Begin what is due, and look again when the next is."""
        now, later = self._clock.now(), []
        for task in self.due() if self._knows.author().user_num and self._writes.can_add() else ():
            if task.key in self.known or task.key in self._writing:
                continue
            at = max(task.at, self._not_before.get(task.key, task.at))
            if at > now:
                later.append(at)
            else:
                self._writing.add(task.key)
                self._scope.start(self._write(task), "task about check-in")
        if later:
            self._watching.start(self._wait(min(later)), "next task about check-in")
        else:
            self._watching.cancel()

    async def _wait(self, until: datetime) -> None:
        await self._clock.sleep((until - self._clock.now()).total_seconds())
        self._scope.start(self._look_soon(), "look for tasks about check-in")

    async def _look_soon(self) -> None:
        """In a task of its own: looking again ends the one that waits."""
        self._look()

    async def _write(self, task: DueTask) -> None:
        try:
            claim = await self._check_in.call(CLAIM_TASK, ClaimTask(about=task.about, number=task.number))
            if claim.recorded:
                self._know(task.key, claim.task_num)
            elif claim.granted:
                await self._add(task)
            else:
                self._not_before[task.key] = self._clock.now() + AGAIN
        except HubTrouble:
            self._not_before[task.key] = self._clock.now() + SOON
        except (ApiError, CannotWrite, LocalStoreError):
            self._not_before[task.key] = self._clock.now() + AGAIN
        finally:
            self._writing.discard(task.key)
            self._look()

    async def _add(self, task: DueTask) -> None:
        """Put it into the journal, which sends it for sure, or shows at this desk that the office refused it."""
        list_num = task.list_num or await self._first_list()
        person = self._knows.person(task.pat_num) or (Person(task.pat_num, "", "") if task.pat_num else None)
        new = NewTask(
            list_num=list_num,
            text=task.text,
            user_num=self._knows.author().user_num,
            person=person,
            apt_num=task.apt_num,
        )
        entry = await self._writes.add(new, once_at=task.at)
        number = int((entry.answer or {}).get("TaskNum", 0))
        self._know(task.key, number)
        if not number:
            self._entries[entry.id] = task.key
        await self._record(task.key, number)

    def _know(self, key: Key, task_num: int) -> None:
        self.known[key] = task_num
        self._observers.notify(None)

    async def _first_list(self) -> int:
        """The first list as the tasks' tree shows them. Raises CannotWrite without any."""
        if not self._board.lists:
            await self._board.reading.read_lists(Need.REFRESH)
        lists = named_lists(self._board.lists)
        if not lists:
            raise CannotWrite(NO_LISTS)
        return lists[0].list_num

    async def _record(self, key: Key, task_num: int) -> None:
        """Tell the hub; without an answer again, because the claim ends otherwise."""
        about, number = key
        while True:
            try:
                message = RecordTask(about=about, number=number, task_num=task_num)
                await self._check_in.call(RECORD_TASK, message)
            except HubTrouble:
                await self._clock.sleep(RECORD_SECONDS)
            else:
                return
