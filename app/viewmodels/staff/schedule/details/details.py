"""The way to the details of the selected appointment, and what can be done to it by one key."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.core.later import load_name
from app.domain.schedule.visit import Mark, Visit
from app.viewmodels.command import AsyncCommand, CommandSpec
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.details.commands import ASAP, DETAILS
from app.viewmodels.staff.schedule.details.lab_marks import LabMarks
from app.viewmodels.staff.schedule.schedule import ScheduleViewModel
from app.viewmodels.staff.schedule.visit_actions import VisitActions
from app.viewmodels.staff.schedule.visit_rules import NOTHING_SELECTED
from app.viewmodels.verdict import YES, Verdict

if TYPE_CHECKING:  # they load when the page is first opened
    from app.services.writes.details.detail_writes import DetailWrites
    from app.viewmodels.staff.schedule.details.batches import Batches
    from app.viewmodels.staff.schedule.details.page import DetailsPageViewModel

PAGE = "app.viewmodels.staff.schedule.details.page:DetailsPageViewModel"
BATCHES = "app.viewmodels.staff.schedule.details.batches:Batches"
SETS = "procedure sets"  # words: a name in the local store
UNFINISHED = "app.viewmodels.staff.schedule.details.unfinished:UnfinishedSets"
WRITES = "app.services.writes.details.detail_writes:DetailWrites"


class VisitDetails(QObject):
    """`asked` is emitted with the page's viewmodel, which follows the selection as long as it is shown."""

    asked = Signal(object)

    def __init__(
        self, desk: DeskViewModel, schedule: ScheduleViewModel, actions: VisitActions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._schedule = schedule
        self._actions = actions
        self._page: DetailsPageViewModel | None = None
        self._writes: DetailWrites | None = None
        self._batches: Batches | None = None
        self.asap = self._command(ASAP, self._change_asap, self._may_change)
        self.commands = [self._command(DETAILS, self._open, self._may_open), self.asap]
        self.labs = LabMarks(desk, schedule, self)
        schedule.selection_changed.connect(self._refresh)
        desk.parts.scope.start(self._look_back(), "unfinished procedures")

    @property
    def page(self) -> DetailsPageViewModel:
        """The page's viewmodel, made on first use."""
        if self._page is None:
            self._page = load_name(PAGE)(
                self._desk, self._schedule, self.writes, self.batches, self._may_change, self
            )
        return self._page

    @property
    def writes(self) -> DetailWrites:
        """The writes on the details, made on first use."""
        if self._writes is None:
            self._writes = load_name(WRITES)(self._desk.parts.writes, self._desk.parts.office)
        return self._writes

    @property
    def batches(self) -> Batches:
        """What sends several changes together, made on first use."""
        if self._batches is None:
            self._batches = load_name(BATCHES)(self._desk, self.writes, self._schedule.visit)
        return self._batches

    async def _look_back(self) -> None:
        """Whether the program ended in the middle of a set: then the rest is offered."""
        parts = self._desk.parts
        if await parts.journal.store.documents.get(SETS) is not None:
            *_, unfinished = await parts.load(WRITES, BATCHES, UNFINISHED)
            await unfinished(self._desk, self.batches).begin()

    async def _open(self, _: Visit) -> None:
        await self._desk.parts.load(WRITES, BATCHES, PAGE)
        self.page.begin()
        self.asked.emit(self.page)

    async def _change_asap(self, visit: Visit) -> None:
        await self._desk.parts.load(WRITES)
        await self._actions.tell(self.writes.set_asap(visit, asap=Mark.ASAP not in visit.marks))

    def _may_open(self) -> Verdict:
        return YES if self._schedule.selected is not None else NOTHING_SELECTED

    def _may_change(self) -> Verdict:
        return self._actions.may_stretch(self._schedule.selected)

    def _command(
        self,
        spec: CommandSpec,
        work: Callable[[Visit], Coroutine[Any, Any, None]],
        can: Callable[[], Verdict],
    ) -> AsyncCommand:
        scope, fail = self._desk.parts.scope, self._actions.fail
        return AsyncCommand(spec, scope, work, can, fail, self, about=self._actions.subject)

    def _refresh(self) -> None:
        for command in self.commands:
            command.refresh()
