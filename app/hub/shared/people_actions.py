"""People of the office: signing in, approving, and changing who works here."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

import msgspec
import sqlalchemy as sa

from app.domain.people.pins import pin_trouble
from app.domain.people.rights import Demand
from app.domain.people.staff import Member, StaffBook, first_book
from app.hub.handling import Asker, Refusal, answers
from app.hub.hub import Hub
from app.hub.shared.audit import OfficeAudit
from app.hub.shared.key_tries import KeyTries
from app.hub.shared.staff import MANAGE, OfficeStaff
from app.services.audit.audit import Action
from app.wire.hub import people as wire
from app.wire.hub.actions import Done, Nothing
from app.wire.hub.people import PinAnswer, PinResult

BY_HUB = "(recorded by the hub)"  # words: the audit's
PERSON = "person"
CODE_DIGITS = 8
"""Digits of a start code, which is used once."""


@answers(wire.PEOPLE)
async def people(hub: Hub, asker: Asker, asked: Nothing) -> wire.OfficePeople:
    """The list."""
    return await hub.part(OfficeStaff).people(asker)


@answers(wire.SET_UP)
async def set_up(hub: Hub, asker: Asker, asked: wire.FirstPerson) -> PinAnswer:
    """The first person becomes the manager, and is signed in."""
    staff = hub.part(OfficeStaff)
    if (await staff.book())[0]:
        raise Refusal(409, "set up already")
    _check_new(asked.pin)
    kept = await staff.pins.hashed(asked.pin)
    book = first_book(Member(asked.user_num, asked.name, "", asked.initials))
    await staff.write(0, book, lambda connection: staff.pins.put(connection, asked.user_num, kept))
    await _note(hub, asker, asked.name, asked.user_num, "set up")
    return await _signed_in(staff, asker, asked.user_num)


@answers(wire.SIGN_IN)
async def sign_in(hub: Hub, asker: Asker, asked: wire.SignIn) -> PinAnswer:
    """A PIN or start code."""
    staff = hub.part(OfficeStaff)
    answer = await _checked(hub, asker, asked.user_num, asked.pin, Action.SIGN_IN_FAILED)
    return await _signed_in(staff, asker, asked.user_num) if answer.result is PinResult.RIGHT else answer


@answers(wire.CHOOSE_PIN)
async def choose_pin(hub: Hub, asker: Asker, asked: wire.ChoosePin) -> PinAnswer:
    """A new PIN in place of the old one."""
    staff = hub.part(OfficeStaff)
    _check_new(asked.new)
    if asked.new == asked.old:
        raise Refusal(409, "same pin")
    answer = await _checked(hub, asker, asked.user_num, asked.old, Action.SIGN_IN_FAILED)
    if answer.result not in (PinResult.RIGHT, PinResult.START_CODE):
        return answer
    kept = await staff.pins.hashed(asked.new)

    def replace(connection: sa.Connection) -> None:
        staff.pins.put(connection, asked.user_num, kept)
        staff.sign_ins.end_all_of(connection, [asked.user_num])

    await hub.database.run(replace)
    staff.changed()
    await _note(hub, asker, await _name_of(staff, asked.user_num), asked.user_num, "new PIN")
    return await _signed_in(staff, asker, asked.user_num)


@answers(wire.SIGN_OUT)
async def sign_out(hub: Hub, asker: Asker, asked: wire.SignOut) -> Done:
    """Forget a token."""
    await hub.part(OfficeStaff).sign_ins.end(asker.device_num, asked.token)
    return Done()


@answers(wire.APPROVE)
async def approve(hub: Hub, asker: Asker, asked: wire.Approve) -> PinAnswer:
    """A second person's consent, for the one who is signed in at the desk."""
    staff = hub.part(OfficeStaff)
    try:
        demands = msgspec.json.decode(asked.demands, type=tuple[Demand, ...])
    except msgspec.DecodeError:
        raise Refusal(400, "not understood") from None
    if any(
        each.amount is not None and not (each.amount.is_finite() and each.amount >= 0) for each in demands
    ):
        raise Refusal(400, "not understood")
    to = await staff.require(asker)
    book = (await staff.book())[1]
    if asked.user_num == to.user_num or not all(book.allows(asked.user_num, each) for each in demands):
        raise Refusal(403, "may not approve")
    answer = await _checked(hub, asker, asked.user_num, asked.pin, Action.APPROVE_FAILED)
    if answer.result is PinResult.RIGHT:
        await staff.sign_ins.consent(asker.device_num, asked.user_num, to.user_num, demands)
    return answer


@answers(wire.INVITE)
async def invite(hub: Hub, asker: Asker, asked: wire.Invite) -> wire.StartCode:
    """A person with a start code."""
    staff = hub.part(OfficeStaff)
    manager = await staff.require(asker, MANAGE)
    version, book = await staff.book()
    code = "".join(secrets.choice("0123456789") for _ in range(CODE_DIGITS))
    kept = await staff.pins.hashed(code, once=True)
    member = Member(asked.user_num, asked.name, asked.role, asked.initials)

    def put(connection: sa.Connection) -> None:
        staff.pins.put(connection, asked.user_num, kept)
        staff.sign_ins.end_all_of(connection, [asked.user_num])

    await staff.write(version, book.with_member(member), put)
    await _note(hub, asker, manager.name, asked.user_num, f"start code as {asked.role}")
    return wire.StartCode(code=code, people=await staff.people(asker))


@answers(wire.CHANGE_PEOPLE)
async def change(hub: Hub, asker: Asker, asked: wire.ChangePeople) -> wire.OfficePeople:
    """Other roles, fewer people, other settings."""
    staff = hub.part(OfficeStaff)
    manager = await staff.require(asker, MANAGE)
    before = (await staff.book())[1]
    try:
        book = msgspec.json.decode(asked.book, type=StaffBook)
    except msgspec.DecodeError:
        raise Refusal(400, "not understood") from None
    await staff.write(asked.version, book)
    for user_num, what in _differences(before, book):
        await _note(hub, asker, manager.name, user_num, what)
    return await staff.people(asker)


@answers(wire.START_OVER)
async def start_over(hub: Hub, asker: Asker, asked: wire.KeyProof) -> Done:
    """Forget everyone: no manager can sign in, and someone has the office's customer key."""
    if not hub.part(KeyTries).is_right(asked.customer_key):
        raise Refusal(403, "wrong key")
    await hub.part(OfficeStaff).start_over()
    await hub.part(OfficeAudit).note(Action.PERSON, workstation=asker.name, result="everyone forgotten")
    return Done()


async def _checked(hub: Hub, asker: Asker, user_num: int, pin: str, failed: Action) -> PinAnswer:
    """Whether it is this person's PIN; NO_PIN also for one who is not on the list. A wrong one is recorded."""
    staff = hub.part(OfficeStaff)
    member = (await staff.book())[1].member(user_num)
    if member is None:
        return PinAnswer(result=PinResult.NO_PIN)
    answer = await staff.pins.check(user_num, pin)
    if answer.result is PinResult.WRONG:
        await _note(hub, asker, member.name, user_num, "wrong PIN", failed)
    return answer


async def _note(
    hub: Hub, asker: Asker, who: str, user_num: int, what: str, action: Action = Action.PERSON
) -> None:
    """Into the hub's own audit: a desk's program records it too, and another program would not."""
    await hub.part(OfficeAudit).note(
        action, workstation=asker.name, who=who, kind=PERSON, key=user_num, result=f"{what} {BY_HUB}"
    )


def _differences(before: StaffBook, after: StaffBook) -> Iterator[tuple[int, str]]:
    """What of people and roles has changed: the UserNum, 0 for a role, and what."""
    for member in before.members:
        if after.member(member.user_num) is None:
            yield member.user_num, "removed"
    for member in after.members:
        there = before.member(member.user_num)
        if there is None or there.role != member.role:
            yield member.user_num, f"role {member.role}"
    was = {role.id: role for role in before.roles}
    for role in after.roles:
        if was.get(role.id) != role:
            yield 0, f"rights of role {role.id}"


async def _name_of(staff: OfficeStaff, user_num: int) -> str:
    member = (await staff.book())[1].member(user_num)
    return "" if member is None else member.name


async def _signed_in(staff: OfficeStaff, asker: Asker, user_num: int) -> PinAnswer:
    return PinAnswer(result=PinResult.RIGHT, token=await staff.sign_ins.issue(asker.device_num, user_num))


def _check_new(pin: str) -> None:
    if pin_trouble(pin):
        raise Refusal(400, "pin too easy")
