"""The lock page: who signs in, with her PIN, a start code, or what to do if neither is possible."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from enum import Enum, auto
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.api.keys import VaultClosed
from app.core.tasks import TaskScope
from app.core.text import ExplainedError, Text, msg
from app.domain.people.pins import pin_trouble
from app.domain.people.staff import Member, StaffBook
from app.sealed.errors import LocalStoreError
from app.services.people.people import Standing
from app.services.people.staff import Staff, StartCode
from app.viewmodels.translation import tr, typed

_TITLES = {
    True: msg("Front Desk is locked"),
    False: msg("Who is at the desk?"),
}
_CLOSED = msg(
    "Windows can't read the stored PINs right now, so nobody can sign in. Try again, or enter the office's customer "
    "key to see the schedule without posting money."
)
_ALTERED = msg(
    "The list of people on this PC was deleted, changed or replaced by an older one. Nobody can sign in with it. "
    "Enter the office's customer key to set up the first person again."
)
_AWAY = msg(
    "The office's hub can't be reached, so nobody can sign in. Try again, or ask your IT support whether it is running."
)
_AWAY_SOME = msg(
    "The office's hub can't be reached. Whoever signed in on this PC within the last four days can see the schedule; "
    "money can be posted once the hub is back."
)
_OLD_FIRST = msg("Enter your PIN first, then Change PIN.")
_FORGOT = msg(
    "A manager can give you a start code: File, People. If no manager can sign in, enter the office's customer key to "
    "set up the first person again. Everyone then needs a new PIN."
)
_NOT_NOW = msg("Windows can't read the stored PINs right now. Nothing was changed. Try again.")
_TWICE = msg("The two PINs differ. Enter the same one twice.")
_NEW = msg("Choose your own PIN and enter it twice. Only you should know it.")


class Step(Enum):
    """What the page asks for."""

    PERSON = auto()
    PIN = auto()
    NEW_PIN = auto()
    KEY = auto()
    """The office's customer key: nobody can sign in."""


class PersonLine(Struct, frozen=True):
    """One of the staff."""

    user_num: int
    key: str
    """The digit that chooses her; empty after the ninth."""
    name: str
    role: str


def lines_of(book: StaffBook, members: Sequence[Member]) -> tuple[PersonLine, ...]:
    """These people, with the digits that choose them."""
    return tuple(
        PersonLine(each.user_num, str(place) if place <= 9 else "", each.name, typed(book.role_of(each).name))
        for place, each in enumerate(members, 1)
    )


class SignInState(Struct, frozen=True):
    """What the page shows."""

    step: Step = Step.PERSON
    title: str = ""
    people: tuple[PersonLine, ...] = ()
    chosen: int = 0
    """The UserNum of who is signing in; 0: nobody is chosen."""
    sentence: str = ""
    """What went wrong, or what to do."""
    hint: str = ""
    busy: bool = False
    may_choose_office: bool = False
    """Whether nobody is signed in yet, so that another office can be opened instead."""
    may_leave: bool = False
    """Whether Esc goes back to the work: the person who is signed in has not locked it."""


class SignInViewModel(QObject):
    """`changed` follows `state`; `cleared` empties what was typed.

    `entered`: someone has signed in. `left`: back to the work. `opened`: the schedule may be shown although nobody
    is signed in.
    """

    changed = Signal()
    cleared = Signal()
    entered = Signal()
    left = Signal()
    opened = Signal()
    elsewhere = Signal()
    """Nobody signs in here: another office is wanted."""

    def __init__(self, staff: Staff, scope: TaskScope, hint: str = "", parent: QObject | None = None) -> None:
        """`hint` is shown below: the PINs of the training practice."""
        super().__init__(parent)
        self._staff = staff
        self._scope = scope
        self._hint = hint
        self._code = ""
        self.state = SignInState()

    @property
    def unlocks(self) -> bool:
        """Whether the chosen person is the one who is signed in: she goes on where she was."""
        current = self._staff.signed_in
        return current is not None and current.user_num == self.state.chosen

    def begin(self, *, switch: bool = False) -> None:
        """Ask who it is. `switch`: the person who is signed in may also go on; else she is asked for her PIN."""
        self._code = ""
        self.cleared.emit()
        if self._staff.standing in (Standing.CLOSED, Standing.ALTERED):
            why = tr(_ALTERED if self._staff.standing is Standing.ALTERED else _CLOSED)
            self._set(SignInState(Step.KEY, tr(_TITLES[False]), sentence=why, may_choose_office=True))
            return
        book, is_away = self._staff.people.book, self._staff.standing is Standing.AWAY
        if is_away and not book.members:
            self._set(SignInState(Step.KEY, tr(_TITLES[False]), sentence=tr(_AWAY), may_choose_office=True))
            return
        current = self._staff.signed_in
        if current is not None and book.member(current.user_num) is None:  # removed at another desk
            current = None
        locked = self._staff.locked
        state = SignInState(
            title=tr(_TITLES[locked]),
            people=lines_of(book, book.members),
            sentence=tr(_AWAY_SOME) if is_away else "",
            hint=self._hint,
            may_choose_office=current is None and not locked,
            may_leave=switch and not locked,
        )
        alone = state.people[0].user_num if len(state.people) == 1 else 0
        chosen = 0 if switch else current.user_num if current is not None else alone
        self._set(replace(state, chosen=chosen, step=Step.PIN if chosen else Step.PERSON))

    def choose(self, user_num: int) -> None:
        """This person signs in."""
        if not self.state.busy and self.state.step is not Step.KEY:
            self._code = ""
            self.cleared.emit()
            self._set(replace(self.state, chosen=user_num, step=Step.PIN, sentence=""))

    def press(self, text: str) -> bool:
        """A digit, or the first letter of a name, chooses a person. Returns False if it is nobody's."""
        lines = self.state.people
        found = [each for each in lines if each.key == text] or [
            each for each in lines if text and each.name.casefold().startswith(text.casefold())
        ]
        if not found or self.state.step is not Step.PERSON:
            return False
        self.choose(found[0].user_num)
        return True

    def back(self) -> None:
        """Esc: ask who it is, or go back to the work."""
        if self.state.busy:
            return
        if self.state.step is Step.PERSON and self.state.may_leave:
            self.left.emit()
        elif self.state.step in (Step.PIN, Step.NEW_PIN) or (
            self.state.step is Step.KEY and self.state.people
        ):
            self._code = ""
            self.cleared.emit()
            self._set(replace(self.state, chosen=0, step=Step.PERSON, sentence=""))

    def go_elsewhere(self) -> None:
        """Open another office instead."""
        if self.state.may_choose_office and not self.state.busy:
            self.elsewhere.emit()

    def forgot(self) -> None:
        """Say what helps, and take the office's key."""
        if self.state.step is Step.PIN and not self.state.busy:
            self.cleared.emit()
            self._set(replace(self.state, step=Step.KEY, sentence=tr(_FORGOT)))

    def enter(self, pin: str) -> None:
        """Sign in with a PIN or start code."""
        if self.state.step is Step.PIN and pin and not self.state.busy:
            self._run(self._sign_in(self.state.chosen, pin))

    def change(self, pin: str) -> None:
        """Replace this PIN by another one; it is checked with the new one."""
        if self.state.step is not Step.PIN or self.state.busy:
            return
        if not pin:
            self._set(replace(self.state, sentence=tr(_OLD_FIRST)))
            return
        self._code = pin
        self.cleared.emit()
        self._set(replace(self.state, step=Step.NEW_PIN, sentence=tr(_NEW)))

    def enter_new(self, new: str, again: str) -> None:
        """Choose a PIN after the start code."""
        if self.state.step is not Step.NEW_PIN or self.state.busy:
            return
        trouble: Text = pin_trouble(new) or (_TWICE if new != again else msg(""))
        if trouble:
            self.cleared.emit()
            self._set(replace(self.state, sentence=tr(trouble)))
            return
        self._run(self._choose_pin(self.state.chosen, new))

    def try_again(self) -> None:
        """Read the people again: the vault may be open now."""
        if not self.state.busy:
            self._run(self._load())

    def enter_key(self, customer_key: str) -> None:
        """Whoever has the office's key may set up the first person again, or see the schedule."""
        if self.state.step is Step.KEY and customer_key.strip() and not self.state.busy:
            self._run(self._with_key(customer_key))

    async def _sign_in(self, user_num: int, pin: str) -> None:
        try:
            await self._staff.sign_in(user_num, pin)
        except StartCode:
            self._code = pin
            self.cleared.emit()
            self._set(replace(self.state, step=Step.NEW_PIN, sentence=tr(_NEW)))
            return
        self.entered.emit()

    async def _choose_pin(self, user_num: int, new: str) -> None:
        await self._staff.choose_pin(user_num, self._code, new)
        self._code = ""
        self.entered.emit()

    async def _load(self) -> None:
        standing = await self._staff.load()
        if standing is Standing.NOBODY:
            self.opened.emit()
        else:
            self.begin()

    async def _with_key(self, customer_key: str) -> None:
        await self._staff.open_with_key(customer_key)
        self.opened.emit()

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        self._set(replace(self.state, busy=True, sentence=""))
        self._scope.start(self._guarded(work), "signing in")

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        sentence = ""
        try:
            await work
        except ExplainedError as error:
            sentence = tr(error.words)
        except (VaultClosed, LocalStoreError):
            sentence = tr(_NOT_NOW)
        if sentence:
            self.cleared.emit()
        self._set(replace(self.state, busy=False, sentence=sentence or self.state.sentence))

    def _set(self, state: SignInState) -> None:
        self.state = state
        self.changed.emit()
