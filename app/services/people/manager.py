"""Changing the staff of an office: who works there, with which role, and how far each role reaches."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from app.api.client import OpenDental
from app.api.need import Need
from app.core.text import msg
from app.domain.people.rights import Demand, Right
from app.domain.people.roles import MANAGER, Role
from app.domain.people.staff import FEWEST_MINUTES, MOST_MINUTES, Member, StaffBook, initials_of
from app.services.audit.audit import Action, Audit
from app.services.people.people import NotPossibleNow
from app.services.people.staff import PERSON, Staff

MAY_MANAGE = Demand(Right.MANAGE_PEOPLE)


class OpenDentalUser(Struct, frozen=True):
    """A user of Open Dental who could be added."""

    user_num: int
    name: str


class StaffManager:
    """Every change raises NotAllowed without the right to manage people, and what People raises."""

    def __init__(self, staff: Staff, client: OpenDental, audit: Audit) -> None:
        self._staff = staff
        self._client = client
        self._audit = audit

    @property
    def book(self) -> StaffBook:
        """The staff as they are now."""
        return self._staff.people.book

    async def users(self) -> tuple[OpenDentalUser, ...]:
        """Open Dental's users who are not hidden, by name. Raises the client's ApiErrors."""
        rows = await self._client.at(Need.CLICK).userods.list()
        found = [
            OpenDentalUser(row.UserNum, row.UserName.strip())
            for row in rows
            if not row.IsHidden and not row.UserNumCEMT and row.UserName.strip()
        ]
        return tuple(sorted(found, key=lambda each: each.name.casefold()))

    async def set_up(self, user: OpenDentalUser, pin: str) -> Member:
        """Set up the office with its first person, who is signed in as its manager."""
        member = await self._staff.set_up(self._member(user, MANAGER), pin)
        self._audit.note(Action.PERSON, PERSON, member.user_num, "set up")  # words: the audit's
        return member

    async def invite(self, user: OpenDentalUser, role: str) -> str:
        """Add a person; returns the start code that she signs in with once."""
        self._staff.check([MAY_MANAGE])
        if self.book.member(user.user_num) is not None:
            raise NotPossibleNow(msg("{name} has been added already.", name=user.name))
        code = await self._staff.people.invite(self._member(user, role))
        self._note(user.user_num, f"added, {role}")  # words: the audit's
        return code

    async def new_code(self, member: Member) -> str:
        """Replace a person's PIN by a new start code."""
        self._staff.check([MAY_MANAGE])
        code = await self._staff.people.invite(self._known(member))
        self._note(member.user_num, "new start code")  # words: the audit's
        return code

    async def change_role(self, member: Member, role: str) -> None:
        """Give a person another role."""
        await self._write(self.book.with_member(replace(self._known(member), role=role)))
        self._note(member.user_num, role)

    async def remove(self, member: Member) -> None:
        """Take a person off the list: she can't sign in any more. Nobody removes herself."""
        self._staff.check([MAY_MANAGE])
        if self._staff.signed_in is not None and member.user_num == self._staff.signed_in.user_num:
            raise NotPossibleNow(msg("You can't remove yourself."))
        await self._write(self.book.without(member.user_num))
        self._note(member.user_num, "removed")  # words: the audit's

    async def change_limits(self, role: Role) -> None:
        """Change what a role may do. The manager's role always has every right."""
        if role.id == MANAGER:
            raise NotPossibleNow(msg("A manager may do everything."))
        await self._write(self.book.with_role(role))
        self._audit.note(Action.ROLE, "role", result=role.id)  # words: a kind of object in the audit

    async def lock_after(self, minutes: int) -> None:
        """Lock the window after so many minutes without input."""
        minutes = min(max(minutes, FEWEST_MINUTES), MOST_MINUTES)
        await self._write(replace(self.book, lock_minutes=minutes))
        self._audit.note(Action.ROLE, "lock", result=f"{minutes} min")  # words: the audit's

    async def _write(self, book: StaffBook) -> None:
        self._staff.check([MAY_MANAGE])
        await self._staff.people.write(book)
        self._staff.changed()

    def _known(self, member: Member) -> Member:
        if (found := self.book.member(member.user_num)) is None:
            raise NotPossibleNow(msg("{name} is not on the list any more.", name=member.name))
        return found

    def _member(self, user: OpenDentalUser, role: str) -> Member:
        taken = [each.initials for each in self.book.members]
        return Member(user.user_num, user.name, role, initials_of(user.name, taken))

    def _note(self, user_num: int, what: str) -> None:
        self._audit.note(Action.PERSON, PERSON, user_num, what)
