"""Who is at the desk: the person who is signed in, what she may do, and who approves what she may not."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from msgspec import Struct

from app.core.clock import Clock
from app.core.observers import Observers
from app.core.text import Text, msg
from app.domain.people.right_words import what_it_is
from app.domain.people.rights import Demand, Right
from app.domain.people.staff import Member
from app.journal.entries import Author
from app.services.audit.audit import Action, Audit
from app.services.people.authority import Approval, NotAllowed
from app.services.people.people import (
    NoPin,
    NotPossibleNow,
    People,
    SignInError,
    Standing,
    TooManyTries,
    WrongKey,
    WrongPin,
)

PERSON = "person"  # words: a kind of object in the audit
VALID_SECONDS = 120.0
"""Seconds within which an approval has to be used."""
NOBODY_YET = msg("Money can be posted once people sign in here. Set up the first person: File, People.")
NOBODY_NOW = msg("Sign in first.")
HUB_AWAY = msg("The office's hub can't be reached. Money can be posted once it is back.")


class StartCode(SignInError):
    """The PIN was a start code: she has to choose a PIN now."""

    def __init__(self) -> None:
        super().__init__(msg("Choose your PIN."))


class _Given(Struct, frozen=True):
    """An approval that was not used yet."""

    demands: tuple[Demand, ...]
    by: Member
    to: Member
    until: float
    """Monotonic seconds."""


class Staff:
    """Implements Authority for the person who is signed in. Its methods raise as those of People do.

    Watchers are called when another person, or nobody, is signed in, and when the window is locked or unlocked.
    """

    def __init__(self, people: People, clock: Clock, audit: Audit) -> None:
        self.people = people
        self._clock = clock
        self._audit = audit
        self._given: dict[str, _Given] = {}
        self._observers = Observers[None]()
        self.standing = Standing.NOBODY
        self.signed_in: Member | None = None
        self.locked = False

    @property
    def author(self) -> Author | None:
        """Who makes the writes; None: nobody is signed in."""
        member = self.signed_in
        return None if member is None else Author(member.name, member.user_num, member.initials)

    def watch(self, watcher: Callable[[], object]) -> Callable[[], None]:
        """Call back on each change. Returns a function that unsubscribes."""
        return self._observers.add(lambda _: watcher())

    # --- signing in ----------------------------------------------------------------------------------------

    async def load(self) -> Standing:
        """Find out whether people sign in at this office."""
        self.standing = await self.people.load()
        return self.standing

    async def set_up(self, first: Member, pin: str) -> Member:
        """The first person sets up the office and is signed in as its manager."""
        member = await self.people.set_up(first, pin)
        self.standing = Standing.READY
        self.enter(member)
        return member

    async def sign_in(self, user_num: int, pin: str) -> Member:
        """Sign a person in, or unlock. Raises StartCode if she has to choose a PIN first."""
        member = self._member(user_num)
        with self._noting(Action.SIGN_IN_FAILED, member):
            if await self.people.check_pin(user_num, pin):
                raise StartCode
        if self.standing is Standing.AWAY:
            await self.load()  # the hub may be back
        self.enter(member)
        return member

    async def choose_pin(self, user_num: int, old: str, new: str) -> Member:
        """Replace a start code or PIN, and sign in with it."""
        member = self._member(user_num)
        with self._noting(Action.SIGN_IN_FAILED, member):
            await self.people.choose_pin(user_num, old, new)
        self._audit.note(Action.PERSON, PERSON, user_num, "new PIN", who=member.name)  # words: the audit's
        self.enter(member)
        return member

    async def open_with_key(self, customer_key: str) -> None:
        """Whoever has the office's key may look without a PIN if the vault is closed.

        Else, if the list of staff was tampered with or no manager knows her PIN, the list is emptied, so that the
        first person can be set up again. Raises WrongKey.
        """
        try:
            if self.standing is not Standing.CLOSED:
                await self.people.start_over(customer_key)
                self.signed_in, self.locked = None, False
                self._given.clear()
                await self.load()
            elif not self.people.knows_key(customer_key):
                raise WrongKey
        except WrongKey:
            self._audit.note(Action.SIGN_IN_FAILED, "key")  # words: the audit's
            raise
        self._audit.note(Action.SIGN_IN, "key", result=self.standing.name.lower())  # words: the audit's
        self._observers.notify(None)

    def lock(self) -> None:
        """Hide everything until the person, or another one, has signed in again."""
        if self.signed_in is not None and not self.locked:
            self.locked = True
            self._audit.note(Action.LOCK)
            self._observers.notify(None)

    def enter(self, member: Member) -> None:
        """Sign in a person whose PIN was checked, or who needs none in the training practice."""
        before, was_locked = self.signed_in, self.locked
        switched = before is not None and before.user_num != member.user_num
        if switched:
            self._given.clear()
        self.signed_in, self.locked = member, False
        self._observers.notify(None)
        action = Action.SWITCH if switched else Action.UNLOCK if was_locked else Action.SIGN_IN
        self._audit.note(action, PERSON, member.user_num, who=member.name)

    def changed(self) -> None:
        """People or roles have changed: the one who is signed in may have another role now, or none."""
        if self.signed_in is not None:
            self.signed_in = self.people.book.member(self.signed_in.user_num) or self.signed_in
            if self.standing is Standing.NOBODY:  # another desk has started over
                self.signed_in, self.locked = None, False
            elif not self.people.book.member(self.signed_in.user_num):
                self.lock()
        self._observers.notify(None)

    def _member(self, user_num: int) -> Member:
        if (member := self.people.book.member(user_num)) is None:
            raise NotPossibleNow(msg("This person can't sign in any more."))
        return member

    # --- rights --------------------------------------------------------------------------------------------

    def check(self, demands: Sequence[Demand], approval: Approval | None = None) -> None:
        """As Authority. The approval is used up only if it was needed, and if nothing else is missing."""
        missing = [each for each in demands if not self.may(each)]
        if not missing:
            return
        if approval is not None and self._covers(approval, missing):
            del self._given[approval.token]
            return
        for each in missing:
            self._audit.note(Action.DENIED, each.right.value, result=_figures(each))
        raise NotAllowed(self._why_not(missing[0]), missing, second=bool(self.approvers(missing)))

    def may(self, demand: Demand) -> bool:
        """Whether the person may do it without another one."""
        if demand.right is Right.SCHEDULE_RULES and self.standing in (Standing.NOBODY, Standing.AWAY):
            return True  # an office can schedule without sign-in: the rules only warn then
        if self.standing is Standing.AWAY:
            return False
        here = 0 if self.signed_in is None else self.signed_in.user_num
        return self.standing is Standing.OPEN or self.people.book.allows(here, demand)

    def approvers(self, demands: Sequence[Demand]) -> tuple[Member, ...]:
        """Who else may do all of it."""
        if self.signed_in is None or self.standing is Standing.AWAY:
            return ()
        return tuple(
            each
            for each in self.people.book.members
            if each.user_num != self.signed_in.user_num
            and all(self.people.book.allows(each.user_num, one) for one in demands)
        )

    async def approve(self, user_num: int, pin: str, demands: Sequence[Demand]) -> Approval:
        """A second person's consent to exactly this, for the person who is signed in, once and soon."""
        to = self.signed_in
        if to is None or user_num not in {each.user_num for each in self.approvers(demands)}:
            raise NotPossibleNow(msg("This person may not approve it."))
        by = self._member(user_num)
        with self._noting(Action.APPROVE_FAILED, by):
            if await self.people.approve(user_num, pin, demands):
                raise NotPossibleNow(msg("Sign in with the start code first, and choose your PIN."))
        approval = Approval(secrets.token_urlsafe(16))
        until = self._clock.monotonic() + VALID_SECONDS
        self._given[approval.token] = _Given(tuple(demands), by, to, until)
        for each in demands:
            self._audit.note(Action.APPROVE, each.right.value, result=_figures(each), who=by.name)
        return approval

    def _covers(self, approval: Approval, missing: Sequence[Demand]) -> bool:
        given = self._given.get(approval.token)
        if given is None or self._clock.monotonic() > given.until:
            return False
        if self.signed_in is None or self.signed_in.user_num != given.to.user_num:
            return False
        book, by = self.people.book, given.by.user_num
        return all(each in given.demands and book.allows(by, each) for each in missing)

    @contextmanager
    def _noting(self, action: Action, member: Member) -> Iterator[None]:
        """Note a PIN that is refused under the name of the person whose it should be."""
        try:
            yield
        except (WrongPin, TooManyTries, NoPin) as error:
            self._audit.note(action, PERSON, member.user_num, type(error).__name__, who=member.name)
            raise

    def _why_not(self, demand: Demand) -> Text:
        if self.standing is Standing.NOBODY:
            return NOBODY_YET
        if self.standing is Standing.AWAY:
            return HUB_AWAY
        if self.signed_in is None:
            return NOBODY_NOW
        return msg("{name} may not do this alone: {what}.", name=self.signed_in.name, what=what_it_is(demand))


def _figures(demand: Demand) -> str:
    """What the audit says of it."""
    parts = (
        "" if demand.amount is None else f"{demand.amount}",
        f"type {demand.adj_type}" if demand.adj_type else "",  # words: the audit's
        f"{demand.days_back} days back" if demand.days_back else "",  # words: the audit's
    )
    return ", ".join(part for part in parts if part)
