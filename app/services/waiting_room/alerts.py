"""Tells a provider's task list that a patient waits ten minutes past the start: one task for the whole office.

Every desk knows who waits; a person there tells the provider with a click, or the desk does it by itself, if it is
asked to. With an office hub one of the desks claims the task, as with check-ins. The task's time, list and
attachment are the same at all desks, so that a desk finds another's task and adds none; of two that were added in
the same moment one is withdrawn (`services/writes/tasks/once.py`). Desks without a hub wait for some seconds of their
own first, so that this is rare.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from msgspec import Struct

from app.api.capabilities import Verdict
from app.api.errors import ApiError
from app.api.need import Need
from app.core.clock import Clock
from app.core.tasks import LatestTask, TaskScope
from app.core.text import msg
from app.domain.schedule.visit import Person, Visit
from app.domain.tasks.find_lists import NamedList, named_lists
from app.domain.waiting_room.provider_list import ProviderName, list_of
from app.domain.waiting_room.waits import NOT_LATE, is_due, tell_at
from app.journal.entries import Author, Entry
from app.sealed.errors import LocalStoreError
from app.services.check_in.hub import HubTrouble
from app.services.waiting_room.past_start import PastStart
from app.services.writes.errors import CannotWrite
from app.services.writes.tasks.task_writes import NewTask, TaskWrites
from app.store.lists import OfficeLists
from app.store.office import Office
from app.store.tasks.board import TaskBoard
from app.wire.hub.check_in import CLAIM_SECONDS, RecordTask, TaskAbout, TaskClaim
from app.wire.resources.tasks import Task

AGAIN = timedelta(seconds=CLAIM_SECONDS + 1)
RECORD_SECONDS = 5.0
TOLD_ALREADY = msg("A task for the provider was already added.")
NO_LIST = msg("No task list has the provider's name. Add one in Open Dental's Tasks.")


class Claims(Struct, frozen=True):
    """Asks the hub which desk writes a task, and tells it which task that is. Both raise HubTrouble."""

    claim: Callable[[int], Awaitable[TaskClaim]]
    """By AptNum."""
    record: Callable[[RecordTask], Awaitable[object]]


class AlertNeeds(Struct, frozen=True):
    """What the alerts need of the desk."""

    author: Callable[[], Author]
    words: Callable[[Visit], str]
    """The task's text, the same at all desks; no name is in it."""
    claims: Claims | None = None
    """None: this office has no hub."""
    delay: float = 0.0
    """Seconds that this desk waits, without a hub."""


class WaitingAlerts:
    """`told` has the AptNums whose task was written today, by this desk or another.

    `automatic`: it is written without being asked for; call `look` after changing that.
    """

    def __init__(
        self,
        office: Office,
        past: PastStart,
        writes: TaskWrites,
        board: TaskBoard,
        needs: AlertNeeds,
        clock: Clock,
        scope: TaskScope,
    ) -> None:
        self._office = office
        self.past = past
        self.automatic = False
        self._writes = writes
        self._board = board
        self._needs = needs
        self._clock = clock
        self._scope = scope
        self._waiting = LatestTask(scope)
        self._busy = set[int]()
        self._closed = False
        self._not_before: dict[int, datetime] = {}
        self._entries: dict[int, int] = {}
        """By journal entry, the AptNum whose task is on its way."""
        self._day = clock.now().date()
        self.told = set[int]()
        self.without_list = set[int]()
        """Providers of waiting patients who have no task list of their own, by ProvNum."""
        self._unwatch = past.watch(lambda _: self.look())

    def close(self) -> None:
        """Stop watching."""
        self._closed = True
        self._unwatch()
        self.past.close()
        self._waiting.cancel()

    def look(self) -> None:
        """Write what is due, if that is wanted without being asked for."""
        now, later = self._clock.now(), []
        if now.date() != self._day:
            self._day = now.date()
            self.told.clear()
        for visit in self.past.due.values() if self.automatic and self._writes.can_add() else ():
            if visit.apt_num in self.told or visit.apt_num in self._busy or not is_due(visit, now):
                continue
            at = self._not_before.get(visit.apt_num, now)
            if at > now:
                later.append(at)
            else:
                self._busy.add(visit.apt_num)
                self._scope.start(self._tell(visit), "task about a wait")
        if later:
            self._waiting.start(self._wait(min(later)), "next task about a wait")
        else:
            self._waiting.cancel()

    def may_tell(self, visit: Visit) -> Verdict:
        """Whether the provider of a patient can be told now. Asks nothing of the office."""
        if visit.apt_num not in self.past.due:
            return Verdict(ok=False, reason=NOT_LATE)
        if self.is_told(visit) or any(_is_about(task, visit) for task in self._board.done_tasks):
            return Verdict(ok=False, reason=TOLD_ALREADY)
        allowed = self._writes.can_add()
        return allowed if not allowed or self.list_for(visit) else Verdict(ok=False, reason=NO_LIST)

    def is_told(self, visit: Visit) -> bool:
        """Whether a task about this wait is open, whoever wrote it, or on its way."""
        tasks = self._board.of_appointment(visit.apt_num)
        return any(_is_about(task, visit) for task in tasks) or visit.apt_num in self._entries.values()

    def list_for(self, visit: Visit) -> NamedList | None:
        """The list of the provider a patient waits for; None: there is none, or the lists aren't read yet."""
        if not self._board.lists:
            return None
        lists, named = self._office.lists or OfficeLists(), named_lists(self._board.lists)
        providers = {row.ProvNum: row for row in lists.providers}
        both = _providers(visit)
        for prov_num in both:
            row = providers.get(prov_num)
            if row is not None and (found := list_of(ProviderName(row.Abbr, row.LName), named)) is not None:
                self.without_list.difference_update(both)
                return found
        self.without_list |= {each for each in both if each in providers}
        return None

    async def tell(self, visit: Visit) -> Entry:
        """Write the task now, unless the office has it. Raises as TaskWrites.add; CannotWrite without a list."""
        await self._read_lists()
        found = self.list_for(visit)
        if found is None:
            raise CannotWrite(NO_LIST)
        return await self._add(visit, found.list_num)

    def take(self, entry: Entry) -> None:
        """A journal entry has changed: tell the hub the number of a task that could not be sent at once."""
        apt_num = self._entries.pop(entry.id, None) if entry.state.settled else None
        if apt_num is not None and entry.answer:
            self._scope.start(self._record(apt_num, int(entry.answer.get("TaskNum", 0))), "task number")

    # --- inside ---

    async def _wait(self, until: datetime) -> None:
        await self._clock.sleep((until - self._clock.now()).total_seconds())
        self._scope.start(self._look_soon(), "look for waits")

    async def _look_soon(self) -> None:
        """In a task of its own: looking again ends the one that waits."""
        self.look()

    async def _tell(self, visit: Visit) -> None:
        apt_num, claims = visit.apt_num, self._needs.claims
        try:
            await self._read_lists()
            found = self.list_for(visit)
            if found is None:
                self._not_before[apt_num] = self._clock.now() + AGAIN
            elif claims is None:
                await self._clock.sleep(self._needs.delay)
                if apt_num in self.past.due:
                    await self._add(visit, found.list_num)
            else:
                claim = await claims.claim(apt_num)
                if claim.recorded:
                    self.told.add(apt_num)
                elif claim.granted:
                    await self._add(visit, found.list_num)
                else:
                    self._not_before[apt_num] = self._clock.now() + AGAIN
        except (HubTrouble, ApiError, CannotWrite, LocalStoreError):
            self._not_before[apt_num] = self._clock.now() + AGAIN
        finally:
            self._busy.discard(apt_num)
        if not self._closed:
            self.look()

    async def _read_lists(self) -> None:
        if not self._board.lists:
            await self._board.reading.read_lists(Need.REFRESH)

    async def _add(self, visit: Visit, list_num: int) -> Entry:
        """Put it into the journal, which sends it, or shows at this desk that the office refused it."""
        new = NewTask(
            list_num=list_num,
            text=self._needs.words(visit),
            user_num=self._needs.author().user_num,
            person=visit.person or Person(visit.pat_num, "", ""),
            apt_num=visit.apt_num,
        )
        entry = await self._writes.add(new, once_at=tell_at(visit))
        self.told.add(visit.apt_num)
        number = int((entry.answer or {}).get("TaskNum", 0))
        if not entry.state.settled:
            self._entries[entry.id] = visit.apt_num
        self._scope.start(self._record(visit.apt_num, number), "task number")
        return entry

    async def _record(self, apt_num: int, task_num: int) -> None:
        """Tell the hub; without an answer again, because the claim ends otherwise."""
        message = RecordTask(about=TaskAbout.WAITING, number=apt_num, task_num=task_num)
        while self._needs.claims is not None and not self._closed:
            try:
                await self._needs.claims.record(message)
            except HubTrouble:
                await self._clock.sleep(RECORD_SECONDS)
            else:
                return


def _providers(visit: Visit) -> tuple[int, int]:
    """The one a patient waits for first."""
    return (visit.prov_hyg, visit.prov_num) if visit.is_hygiene else (visit.prov_num, visit.prov_hyg)


def _is_about(task: Task, visit: Visit) -> bool:
    """Whether a task about an appointment is the one about this wait."""
    return task.KeyNum == visit.apt_num and task.DateTimeEntry == tell_at(visit)
