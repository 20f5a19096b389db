"""What the parts of a visit share: where the patient is, the way back, and what the hub is asked for."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, Protocol

from app.api.errors import ApiError
from app.api.hub.link import HubRefused
from app.core.clock import Clock
from app.core.tasks import LatestTask, TaskScope
from app.viewmodels.kiosk.desk import KioskDesk
from app.viewmodels.kiosk.page_data import PageData, SeeDesk
from app.viewmodels.kiosk.state import KioskState, Page
from app.wire.hub.kiosk import KioskSetup, Question

_ALWAYS = (Page.BIRTHDATE, Page.NAME, Page.IS_THIS_YOU)
_STEP_OF = {Page.WHO_IS_HERE: Page.IS_THIS_YOU, Page.CORRECT: Page.CONTACT, Page.WHICH_CHANGED: Page.CHANGES}
"""The dot of a page that has none of its own."""


class Stage(Protocol):
    """What shows the pages (KioskViewModel)."""

    @property
    def state(self) -> KioskState:
        """What is shown."""
        ...

    def put(self, **changes: Any) -> None:
        """Replace parts of the state."""
        ...

    def wipe(self) -> None:
        """End the visit and forget everything."""
        ...


class Journey:
    """One patient's way through the pages."""

    def __init__(
        self, stage: Stage, desk: KioskDesk, clock: Clock, scope: TaskScope, setup: KioskSetup
    ) -> None:
        self.desk = desk
        self.clock = clock
        self.setup = setup
        self.questions = setup.questions
        """What is asked in this visit."""
        self.visit = ""
        """Sealed by the hub; empty: nobody was found yet."""
        self._stage = stage
        self._trail: list[PageData] = []
        self._task = LatestTask(scope)

    @property
    def data(self) -> PageData:
        """The page that is shown."""
        return self._stage.state.data

    @property
    def page(self) -> Page:
        """Its page."""
        return self._stage.state.page

    @property
    def language(self) -> str:
        """The patient's language."""
        return self._stage.state.look.language

    @property
    def busy(self) -> bool:
        """Whether the hub is being asked: nothing else is taken then."""
        return self._stage.state.busy

    def asks(self, question: Question) -> bool:
        """Whether the office asks this."""
        return question in self.questions

    def forward(self, data: PageData) -> None:
        """Show the next page; Back leads to this one."""
        self._trail.append(self.data)
        self._show(data)

    def update(self, data: PageData) -> None:
        """Show other data on the same page."""
        self._show(data)

    def restart(self, data: PageData) -> None:
        """Show a page from which no way leads back."""
        self._trail.clear()
        self._show(data)

    def back(self) -> None:
        """The page before; from the first page, the end of the visit."""
        if self.busy:
            return
        if self._trail:
            self._show(self._trail.pop())
        else:
            self._stage.wipe()

    def rewind(self, page: Page) -> PageData | None:
        """Go back in the trail to a page, without showing it. Returns its data."""
        while self._trail:
            if (data := self._trail.pop()).page is page:
                return data
        return None

    def see_desk(self) -> None:
        """The same words for every reason."""
        self.restart(SeeDesk(arrived=self.page in (Page.CHECKED_IN, Page.NEXT_VISIT, Page.BALANCE)))

    def ask(self, work: Coroutine[Any, Any, None]) -> None:
        """Ask the hub; `work` shows a page at its end. Without an answer: please see the front desk."""
        if self.busy:
            work.close()  # a second touch
            return
        self._stage.put(busy=True)
        self._task.start(self._run(work), "ask")

    def answered(self) -> None:
        """The hub may be asked for something else at once, before another page is shown."""
        self._stage.put(busy=False)

    def stop(self) -> None:
        """Drop what the hub is being asked for."""
        self._task.cancel()

    async def _run(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except (ApiError, HubRefused):
            self.see_desk()

    def _show(self, data: PageData) -> None:
        page = data.page
        ends = page in (Page.CHECKED_IN, Page.SEE_DESK)
        self._stage.put(data=data, busy=False, dots=self._dots(page), can_go_back=not ends)

    def _dots(self, page: Page) -> tuple[int, int]:
        steps = [*_ALWAYS]
        if self.asks(Question.CONTACT):
            steps.append(Page.CONTACT)
        if self.asks(Question.HEALTH) or self.asks(Question.INSURANCE):
            steps.append(Page.CHANGES)
        step = _STEP_OF.get(page, page)
        return (steps.index(step) + 1, len(steps)) if step in steps else (0, 0)
