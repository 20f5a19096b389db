"""A second person's PIN for what the one who is signed in may not do alone."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.api.keys import VaultClosed
from app.core.tasks import TaskScope
from app.core.text import ExplainedError, join, msg
from app.domain.people.right_words import what_it_is
from app.domain.people.rights import Demand
from app.services.people.authority import Approval
from app.services.people.staff import Staff
from app.viewmodels.staff.people.sign_in import PersonLine, lines_of
from app.viewmodels.translation import tr

_CLOSED = msg("Windows can't read the stored PINs right now. Try again.")


class ApprovalState(Struct, frozen=True):
    """What the question shows."""

    what: str = ""
    """What has to be approved: a refund of $120.00."""
    people: tuple[PersonLine, ...] = ()
    """Who may approve it."""
    chosen: int = 0
    """The UserNum of who approves; 0: nobody is chosen."""
    sentence: str = ""
    busy: bool = False


class ApprovalViewModel(QObject):
    """`opened` and `closed` frame one question; `cleared` empties the PIN."""

    opened = Signal()
    changed = Signal()
    cleared = Signal()
    closed = Signal()

    def __init__(self, staff: Staff, scope: TaskScope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._staff = staff
        self._scope = scope
        self._demands: tuple[Demand, ...] = ()
        self._answer: asyncio.Future[Approval | None] | None = None
        self._asked_by = 0
        self.state = ApprovalState()

    @property
    def is_open(self) -> bool:
        """Whether a question waits for its answer."""
        return self._answer is not None

    async def ask(self, demands: Sequence[Demand]) -> Approval | None:
        """Ask for a second person's PIN; None if it was canceled. An open question is canceled first."""
        self.cancel()
        self._demands = tuple(demands)
        self._asked_by = self._person()
        people = lines_of(self._staff.people.book, self._staff.approvers(self._demands))
        what = tr(join([what_it_is(each) for each in self._demands], ", "))
        chosen = people[0].user_num if len(people) == 1 else 0
        answer: asyncio.Future[Approval | None] = asyncio.get_running_loop().create_future()
        self._answer = answer
        self._set(ApprovalState(what, people, chosen))
        self.opened.emit()
        return await answer

    def choose(self, user_num: int) -> None:
        """This person approves."""
        if not self.state.busy:
            self.cleared.emit()
            self._set(replace(self.state, chosen=user_num, sentence=""))

    def press(self, text: str) -> bool:
        """A digit, or the first letter of a name, chooses a person. Returns False if it is nobody's."""
        found = [each for each in self.state.people if each.key == text] or [
            each for each in self.state.people if text and each.name.casefold().startswith(text.casefold())
        ]
        if found:
            self.choose(found[0].user_num)
        return bool(found)

    def approve(self, pin: str) -> None:
        """Approve with the chosen person's PIN."""
        if self.state.chosen and pin and not self.state.busy and self._answer is not None:
            self._set(replace(self.state, busy=True, sentence=""))
            self._scope.start(self._approve(self.state.chosen, pin), "approving")

    def cancel(self) -> None:
        """Nobody approves."""
        self._end(None)

    def check_person(self) -> None:
        """Cancel if another person is signed in by now: the approval would be hers."""
        if self._person() != self._asked_by:
            self.cancel()

    async def _approve(self, user_num: int, pin: str) -> None:
        sentence = ""
        try:
            self._end(await self._staff.approve(user_num, pin, self._demands))
        except ExplainedError as error:
            sentence = tr(error.words)
        except VaultClosed:
            sentence = tr(_CLOSED)
        self.cleared.emit()
        self._set(replace(self.state, busy=False, sentence=sentence))

    def _end(self, approval: Approval | None) -> None:
        answer, self._answer = self._answer, None
        if answer is not None:
            if not answer.done():
                answer.set_result(approval)
            self.closed.emit()

    def _person(self) -> int:
        return self._staff.signed_in.user_num if self._staff.signed_in is not None else 0

    def _set(self, state: ApprovalState) -> None:
        self.state = state
        self.changed.emit()
