"""The page of the people: the first one is set up here; then who works here, with which role and limits."""

from __future__ import annotations

from collections.abc import Coroutine
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.api.errors import ApiError
from app.api.keys import VaultClosed
from app.core.text import ExplainedError, Words, msg
from app.domain.people.pins import pin_trouble
from app.domain.people.right_words import HAVE_AMOUNTS, TITLES
from app.domain.people.rights import Right
from app.domain.people.roles import MANAGER, Grant, Role
from app.domain.people.staff import Member, StaffBook
from app.sealed.errors import LocalStoreError
from app.services.people.manager import MAY_MANAGE, OpenDentalUser, StaffManager
from app.services.people.people import Standing
from app.viewmodels.messages import explain
from app.viewmodels.translation import tr, typed

if TYPE_CHECKING:  # the desk has the page, and passes itself to it
    from app.viewmodels.staff.desk import DeskViewModel

_VAULT = msg("Windows can't store PINs right now. Nothing was changed. Try again, or ask your IT support.")
_TWICE = msg("The two PINs differ. Enter the same one twice.")
_WHO = msg("Choose your Open Dental user.")
_NO_RIGHT = msg("Only people who may manage people can change this.")


class RightLine(Struct, frozen=True):
    """A right of the shown role."""

    right: Right
    title: str
    granted: bool
    has_amount: bool
    most: Decimal | None
    """The largest amount in US dollars; None: any."""
    has_days: bool
    days: int | None
    """How many days back; None: any number."""


class PeopleState(Struct, frozen=True):
    """What the page shows."""

    setting_up: bool = False
    may_manage: bool = False
    users: tuple[OpenDentalUser, ...] | None = None
    """Open Dental's users who can be added; None: not read yet."""
    members: tuple[Member, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    """Ids and names."""
    role: str = ""
    """The id of the role whose rights are shown."""
    rights: tuple[RightLine, ...] = ()
    fixed: bool = False
    """Whether the shown role can't be changed."""
    lock_minutes: int = 0
    sentence: str = ""
    code: str = ""
    """A start code to be passed on, as a sentence."""
    busy: bool = False


class PeopleViewModel(QObject):
    """`changed` follows `state`; `done`: the first person was set up."""

    changed = Signal()
    done = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        parts = desk.parts
        self._staff, self._scope = parts.staff, parts.scope
        self._manager = StaffManager(parts.staff, parts.client, parts.audit)
        self._notices = desk.notices
        self._role = "front desk"  # words: an id
        self.state = PeopleState()
        self._unwatch = parts.staff.watch(self._follow)

    def begin(self) -> None:
        """The page is shown."""
        self._show(sentence="", code="")
        self._run(self._read_users())

    def set_up(self, user_num: int, pin: str, again: str) -> None:
        """Set up the first person."""
        user = self._user(user_num)
        if user is None:
            self._show(sentence=tr(_WHO))
        elif trouble := pin_trouble(pin):
            self._show(sentence=tr(trouble))
        elif pin != again:
            self._show(sentence=tr(_TWICE))
        else:
            self._run(self._set_up(user, pin))

    def invite(self, user_num: int, role: str) -> None:
        """Add a person."""
        if (user := self._user(user_num)) is None:
            self._show(sentence=tr(msg("Choose an Open Dental user.")))
        else:
            self._run(self._invite(user, role))

    def new_code(self, member: Member) -> None:
        """Give a person a new start code."""
        self._run(self._new_code(member))

    def change_role(self, member: Member, role: str) -> None:
        """Give a person another role."""
        if role != member.role:
            self._run(self._manager.change_role(member, role))

    def remove(self, member: Member) -> None:
        """Take a person off the list."""
        self._run(self._remove(member))

    def show_role(self, role: str) -> None:
        """Show what a role may do."""
        self._role = role
        self._show()

    def grant(self, right: Right, granted: bool) -> None:
        """Give the shown role a right, or take it."""
        role = self._shown_role()
        rest = tuple(each for each in role.grants if each.right is not right)
        self._change(replace(role, grants=(*rest, Grant(right)) if granted else rest))

    def limit(self, right: Right, *, most: Decimal | None = None, days: int | None = None) -> None:
        """Limit a right of the shown role to an amount or to days back; None: without a limit."""
        role = self._shown_role()
        changed = tuple(
            replace(each, most=most, days_back=days) if each.right is right else each for each in role.grants
        )
        self._change(replace(role, grants=changed))

    def lock_after(self, minutes: int) -> None:
        """Lock the window after so many minutes."""
        if minutes != self._book.lock_minutes:
            self._run(self._manager.lock_after(minutes))

    @property
    def _book(self) -> StaffBook:
        return self._manager.book

    def _shown_role(self) -> Role:
        return next((each for each in self._book.roles if each.id == self._role), Role("", ""))

    def _change(self, role: Role) -> None:
        if role != self._shown_role():
            self._run(self._manager.change_limits(role))

    def _user(self, user_num: int) -> OpenDentalUser | None:
        return next((each for each in self.state.users or () if each.user_num == user_num), None)

    async def _read_users(self) -> None:
        users = await self._manager.users()
        there = {each.user_num for each in self._book.members}
        self._show(users=tuple(each for each in users if each.user_num not in there))

    async def _set_up(self, user: OpenDentalUser, pin: str) -> None:
        member = await self._manager.set_up(user, pin)
        self._notices.say(tr("{name} is signed in and manages the people here.", name=member.name))
        await self._read_users()
        self.done.emit()

    async def _invite(self, user: OpenDentalUser, role: str) -> None:
        self._show_code(user.name, await self._manager.invite(user, role))
        await self._read_users()

    async def _new_code(self, member: Member) -> None:
        self._show_code(member.name, await self._manager.new_code(member))

    async def _remove(self, member: Member) -> None:
        await self._manager.remove(member)
        await self._read_users()

    def _show_code(self, name: str, code: str) -> None:
        half = len(code) // 2
        said = tr(
            "Start code for {name}: {code}. Tell nobody else. It works once, then a PIN has to be chosen.",
            name=name,
            code=f"{code[:half]} {code[half:]}",
        )
        self._show(code=said)

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        if self.state.busy:
            work.close()
            return
        self._show(busy=True, sentence="", code="")
        self._scope.start(self._guarded(work), "people")

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        sentence = ""
        try:
            await work
        except ExplainedError as error:
            sentence = tr(error.words)
        except VaultClosed:
            sentence = tr(_VAULT)
        except (LocalStoreError, ApiError) as error:
            sentence = explain(error).sentence
        self._show(busy=False, sentence=sentence)

    def _follow(self) -> None:
        if self.state.lock_minutes or self.state.setting_up:
            self._show(code="")

    def _show(self, **changes: Any) -> None:
        book, role = self._book, self._shown_role()
        may = self._staff.may(MAY_MANAGE)
        sentence = changes.pop("sentence", self.state.sentence)
        setting_up = self._staff.standing is not Standing.READY
        self.state = replace(
            self.state,
            setting_up=setting_up,
            may_manage=may,
            members=book.members,
            roles=tuple((each.id, _name(each.name)) for each in book.roles),
            role=role.id,
            rights=_rights(role),
            fixed=role.id == MANAGER or not may,
            lock_minutes=book.lock_minutes,
            sentence=sentence or ("" if may or setting_up else tr(_NO_RIGHT)),
            **changes,
        )
        self.changed.emit()


def _name(words: Words) -> str:
    return typed(words)


def _rights(role: Role) -> tuple[RightLine, ...]:
    found = []
    for right in Right:
        grant = role.grant(right)
        found.append(
            RightLine(
                right,
                tr(TITLES[right]),
                grant is not None,
                right in HAVE_AMOUNTS,
                grant.most if grant is not None else None,
                right is Right.BACK_DATE,
                grant.days_back if grant is not None else None,
            )
        )
    return tuple(found)
