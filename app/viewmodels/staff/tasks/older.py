"""Done tasks of earlier weeks: how far back they are known, and reading more of them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.need import Need
from app.core.tasks import LatestTask
from app.core.text import At, Shape
from app.store.tasks.changes import Standing
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.tasks.scopes import View
from app.viewmodels.staff.tasks.shown import ShownTasks
from app.viewmodels.translation import tr


class OlderDone(QObject):
    """Below the list of done tasks. `changed`: anything of it."""

    changed = Signal()

    def __init__(self, desk: DeskViewModel, shown: ShownTasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._board = desk.parts.tasks()
        self._shown = shown
        self._reading = LatestTask(desk.parts.scope)
        self.running = False
        shown.changed.connect(self.changed)

    @property
    def visible(self) -> bool:
        """Whether done tasks are listed."""
        return self._shown.scope is View.DONE and self._board.standing is Standing.READY

    @property
    def more(self) -> bool:
        """Whether there may be older ones."""
        return self._board.older.more

    @property
    def words(self) -> str:
        """How far back the list goes."""
        since = self._board.older.since
        if self.running:
            return tr("Loading…")
        if not self.more:
            return tr("These are all of them.")
        if since is None:
            return tr("Added in the last 14 days")
        shape = Shape.MONTH_DAY if since.year == self._desk.now().year else Shape.DATE
        return tr("Added since {date}", date=At(since, shape))

    def load(self) -> None:
        """Read some more."""
        if not self.running and self.more:
            self.running = True
            self.changed.emit()
            self._reading.start(self._load(), "older tasks")

    async def _load(self) -> None:
        try:
            await self._board.older.read(Need.CLICK)
        except ApiError as error:
            self._desk.fail(error)
        finally:
            self.running = False
            self.changed.emit()
