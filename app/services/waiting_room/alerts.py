"""Tells a provider's task list that a patient waits ten minutes past the start: one task for the whole office.

Every desk that is asked to watches. With an office hub one of them claims the task, as with check-ins. Without one,
the task's text, time and list are the same at all desks, so that a desk finds another's task and adds none; each
desk waits for some seconds of its own first, because two that look at the same moment would find nothing.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime, timedelta

from msgspec import Struct

from app.api.errors import ApiError
from app.api.need import Need
from app.core.clock import Clock
from app.core.tasks import LatestTask, TaskScope
from app.domain.schedule.visit import Person, Stage, Visit
from app.domain.tasks.find_lists import named_lists
from app.domain.waiting_room.provider_list import ProviderName, list_of
from app.domain.waiting_room.waits import is_due, tell_at
from app.journal.entries import Author, Entry, WriteState
from app.sealed.errors import LocalStoreError
from app.services.check_in.hub import HubTrouble
from app.services.schedule.grids import all_visits
from app.services.writes.errors import CannotWrite
from app.services.writes.tasks.task_writes import NewTask, TaskWrites
from app.store.changes import Change
from app.store.lists import OfficeLists
from app.store.office import Office
from app.store.tasks.board import TaskBoard
from app.wire.hub.check_in import CLAIM_SECONDS, RecordTask, TaskAbout, TaskClaim

AGAIN = timedelta(seconds=CLAIM_SECONDS + 1)
RECORD_SECONDS = 5.0


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
    """`told` has the AptNums whose task was written today, by this desk or another."""

    def __init__(
        self,
        office: Office,
        writes: TaskWrites,
        board: TaskBoard,
        needs: AlertNeeds,
        clock: Clock,
        scope: TaskScope,
    ) -> None:
        self._office = office
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
        """By journal entry, the AptNum whose task the hub doesn't know yet."""
        self._day = clock.now().date()
        self.told = set[int]()
        self.without_list = set[int]()
        """Providers of waiting patients who have no task list of their own, by ProvNum."""
        self._unwatch = office.watch(self._follow)
        self.look()

    def close(self) -> None:
        """Stop watching."""
        self._closed = True
        self._unwatch()
        self._waiting.cancel()

    def look(self) -> None:
        """Write what is due, and look again when the next is."""
        now, later = self._clock.now(), []
        if now.date() != self._day:
            self._day = now.date()
            self.told.clear()
        may_write = bool(self._needs.author().user_num) and bool(self._writes.can_add())
        for visit in self._arrived() if may_write else ():
            if visit.apt_num in self.told or visit.apt_num in self._busy:
                continue
            at = max(tell_at(visit), self._not_before.get(visit.apt_num, datetime.min))  # noqa: DTZ901  # local
            if at > now:
                later.append(at)
            elif is_due(visit, now):
                self._busy.add(visit.apt_num)
                self._scope.start(self._tell(visit), "task about a wait")
        if later:
            self._waiting.start(self._wait(min(later)), "next task about a wait")
        else:
            self._waiting.cancel()

    def take(self, entry: Entry) -> None:
        """A journal entry has changed: tell the hub the number of a task that could not be sent at once."""
        apt_num = self._entries.get(entry.id)
        if apt_num is not None and entry.state is WriteState.DONE and entry.answer:
            del self._entries[entry.id]
            self._scope.start(self._record(apt_num, int(entry.answer.get("TaskNum", 0))), "task number")

    # --- inside ---

    def _follow(self, change: Change) -> None:
        if change.concerns((self._clock.now().date(),)):
            self.look()

    def _arrived(self) -> Iterator[Visit]:
        for visit in all_visits(self._office, self._clock.now().date()):
            if visit.stage is Stage.ARRIVED and not visit.provisional and not visit.is_note:
                yield visit

    async def _wait(self, until: datetime) -> None:
        await self._clock.sleep((until - self._clock.now()).total_seconds())
        self._scope.start(self._look_soon(), "look for waits")

    async def _look_soon(self) -> None:
        """In a task of its own: looking again ends the one that waits."""
        self.look()

    async def _tell(self, visit: Visit) -> None:
        apt_num, claims = visit.apt_num, self._needs.claims
        try:
            list_num = await self._list_of(visit)
            if not list_num:
                self._not_before[apt_num] = self._clock.now() + AGAIN
            elif claims is None:
                await self._clock.sleep(self._needs.delay)
                if self._still_waits(apt_num):
                    await self._add(visit, list_num)
            else:
                claim = await claims.claim(apt_num)
                if claim.recorded:
                    self.told.add(apt_num)
                elif claim.granted:
                    await self._add(visit, list_num)
                else:
                    self._not_before[apt_num] = self._clock.now() + AGAIN
        except (HubTrouble, ApiError, CannotWrite, LocalStoreError):
            self._not_before[apt_num] = self._clock.now() + AGAIN
        finally:
            self._busy.discard(apt_num)
        if not self._closed:
            self.look()

    def _still_waits(self, apt_num: int) -> bool:
        return any(visit.apt_num == apt_num for visit in self._arrived())

    async def _list_of(self, visit: Visit) -> int:
        """The list of the provider the patient waits for; 0: there is none."""
        if not self._board.lists:
            await self._board.reading.read_lists(Need.REFRESH)
        lists, named = self._office.lists or OfficeLists(), named_lists(self._board.lists)
        providers = {row.ProvNum: row for row in lists.providers}
        both = (visit.prov_hyg, visit.prov_num) if visit.is_hygiene else (visit.prov_num, visit.prov_hyg)
        for prov_num in both:
            row = providers.get(prov_num)
            if row is not None and (found := list_of(ProviderName(row.Abbr, row.LName), named)) is not None:
                self.without_list.difference_update(both)
                return found.list_num
        self.without_list |= {each for each in both if each in providers}
        return 0

    async def _add(self, visit: Visit, list_num: int) -> None:
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
        if not number:
            self._entries[entry.id] = visit.apt_num
        self._scope.start(self._record(visit.apt_num, number), "task number")

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
