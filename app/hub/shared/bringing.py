"""The people of a PC that was paired: the first PC's are taken over, later ones' are compared with the hub's."""

from __future__ import annotations

import msgspec
import sqlalchemy as sa

from app.domain.people.staff import Member, StaffBook
from app.hub.handling import Asker, Refusal, answers
from app.hub.hub import Hub
from app.hub.shared.pins import Kept
from app.hub.shared.staff import MANAGE, OfficeStaff
from app.wire.hub.people import BRING_PEOPLE, BringPeople, Brought, Unclear, UnclearPerson

LONGEST_HASH = 300
HASH = "$argon2id$"


@answers(BRING_PEOPLE)
async def bring(hub: Hub, asker: Asker, asked: BringPeople) -> Brought:
    """Take over what is clear; what isn't is answered, for a manager to decide."""
    staff = hub.part(OfficeStaff)
    book, pins = _read(asked)
    version, there = await staff.book()
    if not version:
        await staff.write(0, book, lambda connection: _put(staff, connection, book, pins))
        return Brought(added=tuple(each.name for each in book.members))
    unclear = [each for each in (_compared(there, member) for member in book.members) if each is not None]
    wanted = [
        each for each in unclear if each.user_num in asked.accepted and each.why is not Unclear.OTHER_NAME
    ]
    if wanted:
        await staff.require(asker, MANAGE)
        joined, added = there, StaffBook()
        for each in wanted:
            member = _fitting(joined, book.member(each.user_num))
            joined, added = joined.with_member(member), added.with_member(member)
        await staff.write(version, joined, lambda connection: _put(staff, connection, added, pins))
    open_ones = {each.user_num for each in unclear}
    return Brought(
        added=tuple(each.name for each in wanted),
        known=tuple(each.name for each in book.members if each.user_num not in open_ones),
        unclear=tuple(each for each in unclear if each not in wanted),
    )


def _read(asked: BringPeople) -> tuple[StaffBook, dict[int, Kept]]:
    """The list and the PINs by UserNum. Raises Refusal for anything that a PC wouldn't send."""
    try:
        book = msgspec.json.decode(asked.book, type=StaffBook)
    except msgspec.DecodeError:
        raise Refusal(400, "not understood") from None
    pins = {
        each.user_num: Kept(each.hashed, each.once)
        for each in asked.pins
        if each.hashed.startswith(HASH) and len(each.hashed) <= LONGEST_HASH
    }
    return book, pins


def _compared(there: StaffBook, member: Member) -> UnclearPerson | None:
    """Why it isn't clear who this is; None: the hub has the same person."""
    same = there.member(member.user_num)
    if same is not None and _name(same) == _name(member):
        return None
    other = next((each for each in there.members if _name(each) == _name(member)), None)
    why = (
        Unclear.OTHER_NAME if same is not None else Unclear.OTHER_NUMBER if other is not None else Unclear.NEW
    )
    found = same or other
    return UnclearPerson(
        user_num=member.user_num,
        name=member.name,
        role=member.role,
        why=why,
        there=found.name if found is not None else "",
    )


def _name(member: Member) -> str:
    return member.name.strip().casefold()


def _fitting(there: StaffBook, member: Member | None) -> Member:
    """The person with a role that the office has; one that it doesn't know gets the one with the fewest rights."""
    if member is None:
        raise Refusal(400, "not understood")
    known = {each.id for each in there.roles}
    return member if member.role in known else msgspec.structs.replace(member, role=there.roles[0].id)


def _put(staff: OfficeStaff, connection: sa.Connection, book: StaffBook, pins: dict[int, Kept]) -> None:
    for member in book.members:
        if (kept := pins.get(member.user_num)) is not None:
            staff.pins.put(connection, member.user_num, kept)
