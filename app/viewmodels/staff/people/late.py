"""The way from every screen to the people: switch, lock, approve, and manage them. Loaded when first used."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from app.core.text import msg
from app.domain.people.rights import Demand
from app.services.people.authority import Approval, NotAllowed
from app.services.people.people import Standing
from app.viewmodels.command import CommandSpec
from app.viewmodels.verdict import YES, Verdict

if TYPE_CHECKING:  # the desk has them, and passes itself to them
    from app.viewmodels.staff.desk import DeskViewModel
    from app.viewmodels.staff.people.brought import BroughtViewModel

PAGE_MODEL = "app.viewmodels.staff.people.people:PeopleViewModel"
PAGE_VIEW = "app.views.staff.people.page:PeoplePage"
APPROVAL_MODEL = "app.viewmodels.staff.people.approval:ApprovalViewModel"
APPROVAL_VIEW = "app.views.staff.people.approval:ApprovalDialog"

SWITCH = CommandSpec(
    "app.user",
    msg("Switch person"),
    "Shift+F8",
    "File",
    synonyms=msg("user sign in who change name log in", "search words"),
)
LOCK = CommandSpec(
    "app.lock",
    msg("Lock"),
    "Shift+F9",
    "File",
    synonyms=msg("hide sign out log off privacy away", "search words"),
)
PEOPLE = CommandSpec(
    "app.people",
    msg("People"),
    "Ctrl+F9",
    "File",
    synonyms=msg("staff roles rights limits PIN users invite manage", "search words"),
)
_NOT_HERE = Verdict(ok=False, reason=msg("Nobody signs in at this office."))
_SET_UP_FIRST = Verdict(ok=False, reason=msg("Set up the first person first: File, People."))

R = TypeVar("R")


class LatePeople(QObject):
    """Its signals ask the views for something that is shown.

    `switch_asked`: the lock page, with other people to choose. `rename_asked`: nobody signs in here, so a name is
    typed. `page_opened`: the page of the people, in `page` and `page_view`. `approval_opened`: likewise.
    """

    switch_asked = Signal()
    rename_asked = Signal()
    page_opened = Signal()
    approval_opened = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self._staff = desk.parts.staff
        self.page: Any = None
        """The page's viewmodel, once it has been opened."""
        self.page_view: Callable[..., Any] | None = None
        self.brought: BroughtViewModel | None = None
        """What this PC had of its own before it was paired with a hub; None: it wasn't."""
        self.approval: Any = None
        """The viewmodel of the question to a second person, once there was one."""
        self.approval_view: Callable[..., Any] | None = None
        self.commands = [
            desk.command(SWITCH, self._switch),
            desk.command(LOCK, self._lock, self._may_lock),
            desk.command(PEOPLE, self.manage, self._may_manage),
        ]
        desk.outcomes.guarded = desk.parts.visits.guarded = self.guarded
        desk.patient.busy.append(
            lambda: self._staff.locked or self._asks
        )  # she finds her place as she left it
        self._unwatch = self._staff.watch(self._follow)

    async def approve(self, *demands: Demand) -> Approval | None:
        """Ask for the PIN of a second person who may do this; None if it was canceled."""
        if self.approval is None:
            model, view = await self._desk.parts.load(APPROVAL_MODEL, APPROVAL_VIEW)
            if self.approval is None:
                self.approval = model(self._staff, self._desk.parts.scope, self)
                self.approval_view = view
                self.approval_opened.emit()
        approval: Approval | None = await self.approval.ask(demands)
        return approval

    async def guarded(self, act: Callable[[Approval | None], Awaitable[R]]) -> R:
        """Do something that may need a second person: `act` is called again with her approval.

        Raises NotAllowed if nobody may approve it, or nobody did.
        """
        try:
            return await act(None)
        except NotAllowed as refused:
            if not refused.second:
                raise
            approval = await self.approve(*refused.demands)
            if approval is None:
                raise
            return await act(approval)

    async def manage(self) -> None:
        """Open the page of the people, or set up the first one."""
        if self.page is None:
            model, view = await self._desk.parts.load(PAGE_MODEL, PAGE_VIEW)
            self.page = model(self._desk)
            self.page_view = view
        self.page.begin()
        self.page_opened.emit()

    def offer_others(self) -> None:
        """Let another person sign in, the first one set up, or a name be typed where nobody signs in."""
        if self._staff.standing is Standing.OPEN:
            self.rename_asked.emit()
        elif self._staff.signed_in is not None:
            self.switch_asked.emit()
        else:
            self._desk.parts.scope.start(self.manage(), "people")

    def close(self) -> None:
        """The desk was closed."""
        self._unwatch()
        if self.approval is not None:
            self.approval.cancel()

    @property
    def _asks(self) -> bool:
        """Whether a second person is being asked."""
        return self.approval is not None and bool(self.approval.is_open)

    async def _switch(self) -> None:
        self.offer_others()

    async def _lock(self) -> None:
        self._staff.lock()

    def _may_lock(self) -> Verdict:
        if self._staff.signed_in is not None:
            return YES
        return _NOT_HERE if self._staff.standing is Standing.OPEN else _SET_UP_FIRST

    def _may_manage(self) -> Verdict:
        return _NOT_HERE if self._staff.standing is Standing.OPEN else YES

    def _follow(self) -> None:
        for command in self.commands:
            command.refresh()
        if self.approval is not None and self._staff.signed_in is not None and not self._staff.locked:
            self.approval.check_person()
