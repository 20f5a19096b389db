"""The staff of an office whose hub keeps them for all PCs.

While the hub is away, whoever signed in here within the last days still gets into the window: this PC keeps a hash of
the PIN that the hub accepted, in its vault like the PINs of a PC without a hub, and a copy of the list in its sealed
store. Such a sign-in gives no token, so nothing that needs a right is possible with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TypeVar

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from app.api.errors import ApiError
from app.api.hub.link import HubLink, HubRefused
from app.api.keys import VaultClosed
from app.core.clock import Clock
from app.core.tasks import TaskScope
from app.core.text import msg
from app.domain.people.pins import pin_trouble
from app.domain.people.rights import Demand
from app.domain.people.staff import Member, StaffBook
from app.sealed.errors import LocalStoreError
from app.services.people.local_people import BookFile
from app.services.people.people import (
    NoPin,
    NotPossibleNow,
    PinTooEasy,
    SignInError,
    Standing,
    TooManyTries,
    WrongKey,
    WrongPin,
)
from app.services.people.pins import Pins
from app.wire.hub import people as wire
from app.wire.hub.actions import HubAction, Message, Nothing, Reply
from app.wire.hub.people import PinAnswer, PinResult

A = TypeVar("A", bound=Message)
R = TypeVar("R", bound=Reply)

OFFLINE = timedelta(days=4)
"""Since the hub last accepted a person's PIN here: a long weekend."""
BRIEF_SECONDS = 5.0
"""A person waits at the lock page."""
PEOPLE_CHANGED = "people changed"  # words: a code of the hub


class HubAway(SignInError):
    """The hub can't be reached."""

    def __init__(self) -> None:
        super().__init__(
            msg("The office's hub can't be reached. Try again, or ask your IT support whether it is running.")
        )


class NoHubPin(NoPin):
    """The hub has no PIN for this person."""

    def __init__(self) -> None:
        SignInError.__init__(self, msg("There is no PIN for you yet. Ask a manager for a start code."))


class _Copy(Struct, frozen=True):
    """What this PC remembers of the hub's people. `accepted`: when the hub last accepted whose PIN here."""

    version: int = 0
    book: StaffBook = StaffBook()
    accepted: dict[int, datetime] = field(default_factory=dict)


class HubPeople:
    """Implements People. `Changed(Topic.PEOPLE)` on the hub's stream means `load`."""

    def __init__(self, link: HubLink, copy: BookFile, offline: Pins, clock: Clock, scope: TaskScope) -> None:
        """`copy` is in this PC's sealed store; `offline` are hashes of PINs in its vault."""
        self._link = link
        self._file = copy
        self._offline = offline
        self._clock = clock
        self._scope = scope
        self._copy = _Copy()
        self.you = 0
        """The UserNum of whose token the hub knew when the list was read last; 0: nobody's."""

    @property
    def book(self) -> StaffBook:
        """As People."""
        return self._copy.book

    async def load(self) -> Standing:
        """As People."""
        if not self._copy.version:
            self._copy = await self._stored()
        try:
            there = await self._link.call(wire.PEOPLE, Nothing(), timeout=BRIEF_SECONDS)
        except (ApiError, HubRefused):
            return Standing.AWAY
        self.you = there.you
        await self._take(there)
        return Standing.READY if self.book.members else Standing.NOBODY

    async def set_up(self, first: Member, pin: str) -> Member:
        """As People."""
        if trouble := pin_trouble(pin):
            raise PinTooEasy(trouble)
        asked = wire.FirstPerson(user_num=first.user_num, name=first.name, initials=first.initials, pin=pin)
        answer = await self._call(wire.SET_UP, asked)
        await self._entered(first.user_num, pin, answer)
        await self.load()
        return self.book.member(first.user_num) or first

    async def check_pin(self, user_num: int, pin: str) -> bool:
        """As People. Right: the hub gives this desk a token for the person."""
        try:
            answer = await self._call(wire.SIGN_IN, wire.SignIn(user_num=user_num, pin=pin))
        except HubAway:
            return await self._check_offline(user_num, pin)
        if _judged(answer) is PinResult.START_CODE:
            return True
        await self._entered(user_num, pin, answer)
        return False

    async def approve(self, user_num: int, pin: str, demands: Sequence[Demand]) -> bool:
        """As People: the hub keeps the consent until the request comes that needs it."""
        encoded = msgspec.Raw(msgspec.json.encode(tuple(demands)))
        asked = wire.Approve(user_num=user_num, pin=pin, demands=encoded)
        return _judged(await self._call(wire.APPROVE, asked)) is PinResult.START_CODE

    async def choose_pin(self, user_num: int, old: str, new: str) -> None:
        """As People."""
        if trouble := pin_trouble(new):
            raise PinTooEasy(trouble)
        if old == new:
            raise NotPossibleNow(msg("Choose a PIN that differs from the old one."))
        answer = await self._call(wire.CHOOSE_PIN, wire.ChoosePin(user_num=user_num, old=old, new=new))
        _judged(answer)
        await self._entered(user_num, new, answer)

    async def invite(self, member: Member) -> str:
        """As People."""
        asked = wire.Invite(
            user_num=member.user_num, name=member.name, role=member.role, initials=member.initials
        )
        answer = await self._call(wire.INVITE, asked)
        await self._take(answer.people)
        return answer.code

    async def write(self, book: StaffBook) -> None:
        """As People."""
        if not book.managers:
            raise NotPossibleNow(msg("At least one person has to be a manager."))
        encoded = msgspec.Raw(msgspec.json.encode(book))
        await self._take(
            await self._call(wire.CHANGE_PEOPLE, wire.ChangePeople(version=self._copy.version, book=encoded))
        )

    def knows_key(self, customer_key: str) -> bool:
        """As People: a desk of a hub has no key, so it can't tell."""
        return False

    async def start_over(self, customer_key: str) -> None:
        """As People: the hub compares the key with its own."""
        try:
            await self._call(wire.START_OVER, wire.KeyProof(customer_key=customer_key))
        except _Refused as refused:
            if refused.code == "wrong key":
                raise WrongKey from None
            raise
        self._link.persons.clear()
        await self.load()

    # --- one action ----------------------------------------------------------------------------------------

    async def _call(self, action: HubAction[A, R], asked: A) -> R:
        try:
            return await self._link.call(action, asked, timeout=BRIEF_SECONDS)
        except HubRefused as refused:
            if refused.code == PEOPLE_CHANGED:
                await self.load()
            raise _Refused(refused.code) from None
        except ApiError:
            raise HubAway from None

    async def _entered(self, user_num: int, pin: str, answer: PinAnswer) -> None:
        """The hub accepted a person here."""
        self._link.persons.enter(user_num, answer.token)
        self.you = user_num
        accepted = {**self._copy.accepted, user_num: self._clock.utc()}
        await self._keep(replace(self._copy, accepted=accepted))
        self._scope.start(self._remember(user_num, pin), "a PIN for when the hub is away")  # words: a task

    async def _remember(self, user_num: int, pin: str) -> None:
        """A hash takes a tenth of a second and the vault as much: nobody waits for it."""
        try:
            await self._offline.set(user_num, pin)
        except (VaultClosed, PinTooEasy):
            return  # then the hub is needed

    async def _check_offline(self, user_num: int, pin: str) -> bool:
        """Raises HubAway for somebody who has not signed in here lately."""
        accepted = self._copy.accepted.get(user_num)
        if accepted is None or self._clock.utc() - accepted > OFFLINE:
            raise HubAway
        try:
            await self._offline.check(user_num, pin)
        except NoPin:
            raise HubAway from None
        self._link.persons.enter(user_num)
        return False

    # --- this PC's copy ------------------------------------------------------------------------------------

    async def _take(self, there: wire.OfficePeople) -> None:
        """Keep the hub's list; who is not on it any more can't get in here without the hub either."""
        book = msgspec.json.decode(there.book, type=StaffBook)
        on_list = {each.user_num for each in book.members}
        for user_num in self._copy.accepted.keys() - on_list:
            self._link.persons.drop(user_num)
            self._scope.start(self._forget(user_num), "a PIN that is not needed")  # words: a task
        accepted = {key: each for key, each in self._copy.accepted.items() if key in on_list}
        await self._keep(_Copy(there.version, book, accepted))

    async def _forget(self, user_num: int) -> None:
        try:
            await self._offline.delete(user_num)
        except VaultClosed:
            return  # the copy has dropped it already

    async def _keep(self, copy: _Copy) -> None:
        if copy == self._copy:
            return
        self._copy = copy
        try:
            await self._file.write(msgspec.json.encode(copy))
        except LocalStoreError:
            return  # it is read from the hub again

    async def _stored(self) -> _Copy:
        try:
            data = await self._file.read()
            return msgspec.json.decode(data, type=_Copy) if data else _Copy()
        except (LocalStoreError, msgspec.DecodeError):
            return _Copy()


class _Refused(NotPossibleNow):
    """The hub answered, and refused."""

    def __init__(self, code: str) -> None:
        super().__init__(_WORDS.get(code, _OTHERWISE))
        self.code = code


_WORDS = {
    "set up already": msg("Someone has been set up already."),
    "no manager": msg("At least one person has to be a manager."),
    PEOPLE_CHANGED: msg(
        "Someone else just changed the people of this office. Look at the list, then try again."
    ),
    "not allowed": msg("The office's hub doesn't allow this. Sign in again, then try again."),
    "may not approve": msg("This person may not approve it."),
    "same pin": msg("Choose a PIN that differs from the old one."),
    "wait": msg("Wait ten seconds, then try again."),
    "unknown device": msg("This PC isn't paired with the office's hub any more. Pair it again."),
}
_OTHERWISE = msg("The office's hub refused this. Try again.")


def _judged(answer: PinAnswer) -> PinResult:
    """RIGHT or START_CODE; raises what People raises for the others."""
    wait = timedelta(seconds=answer.wait_seconds)
    if answer.result is PinResult.WRONG:
        raise WrongPin(wait)
    if answer.result is PinResult.WAIT:
        raise TooManyTries(wait)
    if answer.result is PinResult.NO_PIN:
        raise NoHubPin
    return answer.result
