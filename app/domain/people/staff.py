"""The people who work with the program at an office, with their roles."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from app.domain.people.rights import Demand
from app.domain.people.roles import MANAGER, Role, usual_roles

FEWEST_MINUTES, MOST_MINUTES, USUAL_MINUTES = 1, 240, 10
"""After how many minutes without input the window is locked."""
MOST_INITIALS = 3

_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\w")


class Member(Struct, frozen=True):
    """One of the staff: a user of Open Dental, with a role of this program."""

    user_num: int
    name: str
    """The name of the user in Open Dental."""
    role: str
    """The id of her role."""
    initials: str = ""


class StaffBook(Struct, frozen=True):
    """Everything about the staff but their PINs."""

    members: tuple[Member, ...] = ()
    roles: tuple[Role, ...] = ()
    lock_minutes: int = USUAL_MINUTES
    """Minutes without input after which the window is locked."""
    version: int = 1

    def member(self, user_num: int) -> Member | None:
        """The person with this UserNum."""
        return next((each for each in self.members if each.user_num == user_num), None)

    def role_of(self, member: Member) -> Role:
        """Her role; one without rights if there is none of that id."""
        return next((each for each in self.roles if each.id == member.role), Role(member.role, member.role))

    def allows(self, user_num: int, demand: Demand) -> bool:
        """Whether this person may do it alone; 0: nobody is signed in.

        Whoever isn't on the list may do nothing that needs a right: so nobody may until the first person is set up.
        """
        member = self.member(user_num)
        return member is not None and self.role_of(member).allows(demand)

    def with_member(self, member: Member) -> StaffBook:
        """With this person, in place of the one with her number."""
        others = [each for each in self.members if each.user_num != member.user_num]
        everyone = sorted([*others, member], key=lambda each: each.name.casefold())
        return replace(self, members=tuple(everyone))

    def without(self, user_num: int) -> StaffBook:
        """Without this person."""
        return replace(self, members=tuple(each for each in self.members if each.user_num != user_num))

    def with_role(self, role: Role) -> StaffBook:
        """With this role, in place of the one with its id."""
        if role.id in {each.id for each in self.roles}:
            return replace(self, roles=tuple(role if each.id == role.id else each for each in self.roles))
        *others, last = self.roles
        return replace(self, roles=(*others, role, last))

    @property
    def managers(self) -> int:
        """How many people have every right."""
        return sum(each.role == MANAGER for each in self.members)


def first_book(member: Member) -> StaffBook:
    """The book of an office that was set up by this person, who becomes its manager."""
    return StaffBook((replace(member, role=MANAGER),), usual_roles())


def initials_of(name: str, taken: Iterable[str] = ()) -> str:
    """Initials for a user's name, in capitals: "DrMarrow" DM, "ana" AN; others are tried if they are taken."""
    parts = _PARTS.findall(name) or ["?"]
    letters = "".join(part[0] for part in parts) if len(parts) > 1 else parts[0][:2]
    used = set(taken)
    plain = letters[:MOST_INITIALS].upper()
    longer = (plain[:1] + each.upper() for each in "".join(parts)[1:])
    numbered = (f"{plain[:1]}{number}" for number in range(2, 1000))
    return next(each for each in (plain, *longer, *numbered) if each not in used)
