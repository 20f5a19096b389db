"""The page of the people: the first one is set up here; then who works here, and with which role."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.core.text import msg
from app.domain.people.pins import pin_trouble
from app.domain.people.staff import Member
from app.services.people.manager import OpenDentalUser
from app.services.people.people import Standing
from app.viewmodels.staff.people.changing import Changing
from app.viewmodels.staff.people.roles import RolesViewModel
from app.viewmodels.translation import tr, typed

if TYPE_CHECKING:  # the desk has the page, and passes itself to it
    from app.viewmodels.staff.desk import DeskViewModel

_TWICE = msg("The two PINs differ. Enter the same one twice.")
_WHO = msg("Choose an Open Dental user.")


class PeopleViewModel(Changing):
    """`done`: the first person was set up."""

    done = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._notices = desk.notices
        self.roles = RolesViewModel(desk)
        self.at_hub = desk.parts.hub is not None
        """Whether the office's hub has the people."""
        self.brought = desk.people.brought
        """What this PC had before it was paired with a hub; None: it wasn't, or it is decided."""
        self.users: tuple[OpenDentalUser, ...] | None = None
        """Open Dental's users who can be added; None: not read yet."""
        self.code = ""
        """A start code to be passed on, as a sentence; only for who made it."""
        self._person = self._signed_in()
        self.changed.connect(self._forget)

    @property
    def setting_up(self) -> bool:
        """Whether there is nobody yet."""
        return self.staff.standing is Standing.NOBODY

    @property
    def role_names(self) -> tuple[tuple[str, str], ...]:
        """The roles' ids and names."""
        return tuple((each.id, typed(each.name)) for each in self.book.roles)

    def begin(self) -> None:
        """The page is shown."""
        self.code = ""
        self.roles.begin()
        self.run(self._read_users())

    def set_up(self, user_num: int, pin: str, again: str) -> None:
        """Set up the first person."""
        if (user := self._user(user_num)) is None:
            self.say(tr(_WHO))
        elif trouble := pin_trouble(pin):
            self.say(tr(trouble))
        elif pin != again:
            self.say(tr(_TWICE))
        else:
            self.run(self._set_up(user, pin))

    def invite(self, user_num: int, role: str) -> None:
        """Add a person."""
        if (user := self._user(user_num)) is None:
            self.say(tr(_WHO))
        else:
            self.run(self._with_code(user.name, self.manager.invite(user, role)))

    def new_code(self, member: Member) -> None:
        """Give a person a new start code."""
        self.run(self._with_code(member.name, self.manager.new_code(member)))

    def change_role(self, member: Member, role: str) -> None:
        """Give a person another role."""
        if role != member.role:
            self.run(self.manager.change_role(member, role))

    def remove(self, member: Member) -> None:
        """Take a person off the list."""
        self.code = ""
        self.run(self.manager.remove(member))

    def _signed_in(self) -> int:
        return self.staff.signed_in.user_num if self.staff.signed_in is not None else 0

    def _forget(self) -> None:
        """Another person, or the lock page, doesn't show the code."""
        if self._signed_in() != self._person or self.staff.locked:
            self._person, self.code = self._signed_in(), ""

    def _user(self, user_num: int) -> OpenDentalUser | None:
        return next((each for each in self.users or () if each.user_num == user_num), None)

    async def _read_users(self) -> None:
        users = await self.manager.users()
        there = {each.user_num for each in self.book.members}
        self.users = tuple(each for each in users if each.user_num not in there)

    async def _set_up(self, user: OpenDentalUser, pin: str) -> None:
        member = await self.manager.set_up(user, pin)
        self._notices.say(tr("{name} is signed in and manages the people here.", name=member.name))
        await self._read_users()
        self.done.emit()

    async def _with_code(self, name: str, work: Awaitable[str]) -> None:
        code = await work
        half = len(code) // 2
        self.code = tr(
            "Start code for {name}: {code}. Tell nobody else. It works once, then a PIN has to be chosen.",
            name=name,
            code=f"{code[:half]} {code[half:]}",
        )
        await self._read_users()
