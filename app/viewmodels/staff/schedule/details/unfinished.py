"""Sets of procedures that the program ended in the middle of: what was done, what not, and the offer to finish."""

from __future__ import annotations

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.core.text import Text, join, msg
from app.domain.schedule.visit import Visit
from app.journal.entries import Entry, WriteState
from app.sealed.errors import LocalStoreError
from app.services.schedule.grids import visit_in_memory, visit_named
from app.services.writes.details.kept_sets import KeptSet, Standing, set_of
from app.services.writes.details.procedures import named
from app.services.writes.errors import CannotWrite
from app.viewmodels.activity import NoticeAction
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.details.batches import Batches
from app.viewmodels.translation import tr


class UnfinishedSets:
    """Waits until what was sent has an outcome, then tells. A set is finished once, or left as it is."""

    def __init__(self, desk: DeskViewModel, batches: Batches) -> None:
        self._desk = desk
        self._batches = batches
        self._open: dict[str, KeptSet] = {}
        """Sets that are not reported yet."""
        self._decided: set[str] = set()
        self._telling = LatestTask(desk.parts.scope)
        self._unwatch = desk.parts.journal.watch(self._follow)

    async def begin(self) -> None:
        """Look what an earlier run has left. Raises StoreFailed."""
        self._open = {kept.id: kept for kept in await self._batches.sets.load()}
        await self._tell()

    def _follow(self, entry: Entry) -> None:
        if entry.state.settled and set_of(entry) in self._open:
            self._telling.start(self._tell(), "unfinished procedures")

    async def _tell(self) -> None:
        """Tell of the sets whose writes are settled, each once."""
        for kept in list(self._open.values()):
            standing = await self._batches.sets.standing(kept)
            if not standing.is_settled or self._open.pop(kept.id, None) is None:
                continue
            if standing.left:
                self._offer(kept, standing)
            else:
                self._start(kept, standing)  # all was sent: only the length, and the notice
        if not self._open:
            self._unwatch()

    def _offer(self, kept: KeptSet, standing: Standing) -> None:
        done = [named(each.intent) for each in standing.sent if each.state is WriteState.DONE]
        rest = [named(each) for each in standing.left]
        words: list[Text] = [
            msg("The program stopped in the middle of an appointment's procedures: {name}.", name=kept.whose)
        ]
        if done:
            words.append(msg("Done: {codes}.", codes=join(done, ", ")))
        if rest:
            words.append(msg("Not done: {codes}.", codes=join(rest, ", ")))
        notice = self._desk.notices.say(
            tr(join(words)),
            kind="warning",
            actions=(
                NoticeAction(tr("Finish"), lambda: self._settle(notice.id, kept, standing, wanted=True)),
                NoticeAction(tr("Leave it"), lambda: self._settle(notice.id, kept, standing, wanted=False)),
            ),
        )

    def _settle(self, notice_id: int, kept: KeptSet, standing: Standing, *, wanted: bool) -> None:
        """The user has decided, once: the notice stays in the list of what happened."""
        if kept.id in self._decided:
            return
        self._decided.add(kept.id)
        self._desk.notices.close(notice_id)
        if wanted:
            self._start(kept, standing)
        else:
            self._desk.parts.scope.start(self._leave(kept), "unfinished procedures")

    def _start(self, kept: KeptSet, standing: Standing) -> None:
        self._desk.parts.scope.start(self._finish(kept, standing), "unfinished procedures")

    async def _leave(self, kept: KeptSet) -> None:
        try:
            await self._batches.sets.drop(kept)
        except LocalStoreError as error:
            self._desk.outcomes.fail(error)

    async def _finish(self, kept: KeptSet, standing: Standing) -> None:
        try:
            visit = await self._visit(kept)
        except (ApiError, CannotWrite) as error:
            self._desk.outcomes.fail(error)
            self._decided.discard(kept.id)
            self._offer(kept, standing)
            return
        await self._batches.finish(kept, standing, visit)

    async def _visit(self, kept: KeptSet) -> Visit:
        """The appointment, also on a day that isn't in memory. Raises the client's ApiErrors, and CannotWrite."""
        parts = self._desk.parts
        if (visit := visit_in_memory(parts.office, kept.apt_num)) is not None:
            return visit
        row = await parts.client.at(Need.CLICK).appointments.get(kept.apt_num)
        found = visit_named(parts.office, row, kept.whose)
        if found is None:
            raise CannotWrite(msg("The appointment is no longer on the schedule."))
        return found
