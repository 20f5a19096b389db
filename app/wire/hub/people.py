"""The office's people with their PINs and roles, kept by the hub for all desks.

A person who signs in at a desk gets a token, which is good at that desk only. The desk sends it with every request as
`PERSON_HEADER`, and the hub decides by it what the person may do.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Raw, Struct

from app.wire.hub.actions import DESKS, Done, HubAction, Message, Nothing, Reply

PERSON_HEADER = "Front-Desk-Person"
"""The token of who is signed in; missing: nobody is."""


class OfficePeople(Reply, frozen=True, kw_only=True):
    """`book`: the list (`app.domain.people.staff.StaffBook` as JSON); `version` 0: nobody has been set up.

    `you`: the UserNum of whose token came with the request; 0: it is no good any more.
    """

    version: int
    book: Raw
    you: int = 0


class PinResult(StrEnum):
    """What became of a PIN."""

    RIGHT = "right"
    START_CODE = "start code"
    """Right, and to be replaced by a PIN before anything else."""
    WRONG = "wrong"
    WAIT = "wait"
    """It was not looked at: too many wrong ones came before, at any desk."""
    NO_PIN = "no pin"
    """There is none for this person, or the person is not on the list."""


class PinAnswer(Reply, frozen=True, kw_only=True):
    """`token` only with RIGHT. `wait_seconds`: how long nobody may try again."""

    result: PinResult
    wait_seconds: float = 0.0
    token: str = ""


class FirstPerson(Message, frozen=True, kw_only=True):
    """The first person, who becomes the manager. Refused ("set up already") if there is one."""

    user_num: int
    name: str
    initials: str
    pin: str


class SignIn(Message, frozen=True, kw_only=True):
    """A person signs in at this desk with a PIN or a start code."""

    user_num: int
    pin: str


class ChoosePin(Message, frozen=True, kw_only=True):
    """Replaces a PIN or start code, and signs in."""

    user_num: int
    old: str
    new: str


class SignOut(Message, frozen=True, kw_only=True):
    """The person's token is not needed any more."""

    token: str


class Approve(Message, frozen=True, kw_only=True):
    """A second person's PIN. `demands`: what is approved (`app.domain.people.rights.Demand`s as JSON).

    The hub keeps the consent for the person who is signed in at this desk, a few minutes and for one use each.
    """

    user_num: int
    pin: str
    demands: Raw


class Invite(Message, frozen=True, kw_only=True):
    """Adds a person, or gives one a new start code. Needs the right to manage people."""

    user_num: int
    name: str
    role: str
    initials: str


class StartCode(Reply, frozen=True, kw_only=True):
    """A start code, to be passed on."""

    code: str
    people: OfficePeople


class ChangePeople(Message, frozen=True, kw_only=True):
    """Replaces the list. Refused ("people changed") unless `version` is the one that the hub has.

    Needs the right to manage people.
    """

    version: int
    book: Raw


class KeyProof(Message, frozen=True, kw_only=True):
    """The office's customer key, typed by someone who starts over."""

    customer_key: str


class PinHash(Struct, frozen=True, kw_only=True):
    """A person's PIN as a PC has it. `once`: it is a start code."""

    user_num: int
    hashed: str
    once: bool = False


class BringPeople(Message, frozen=True, kw_only=True):
    """The people of a PC that was paired. `accepted`: UserNums that a manager decided to add."""

    book: Raw
    pins: tuple[PinHash, ...]
    accepted: tuple[int, ...] = ()


class Unclear(StrEnum):
    """Why a person of a PC was not simply added."""

    NEW = "new"
    """The office has set up its people, and this one is not among them."""
    OTHER_NAME = "other name"
    """Someone with this UserNum is there under another name."""
    OTHER_NUMBER = "other number"
    """Someone of this name is there with another UserNum."""


class UnclearPerson(Struct, frozen=True, kw_only=True):
    """One person of the PC that a manager has to decide about. `there`: who the hub has."""

    user_num: int
    name: str
    role: str
    why: Unclear
    there: str = ""


class Brought(Reply, frozen=True, kw_only=True):
    """What became of them."""

    added: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    """They are there already, with the hub's PIN and role."""
    unclear: tuple[UnclearPerson, ...] = ()


PEOPLE = HubAction("/hub/people", Nothing, OfficePeople, DESKS)
SET_UP = HubAction("/hub/people/set-up", FirstPerson, PinAnswer, DESKS)
SIGN_IN = HubAction("/hub/people/sign-in", SignIn, PinAnswer, DESKS)
CHOOSE_PIN = HubAction("/hub/people/pin", ChoosePin, PinAnswer, DESKS)
SIGN_OUT = HubAction("/hub/people/sign-out", SignOut, Done, DESKS)
APPROVE = HubAction("/hub/people/approve", Approve, PinAnswer, DESKS)
INVITE = HubAction("/hub/people/invite", Invite, StartCode, DESKS)
CHANGE_PEOPLE = HubAction("/hub/people/change", ChangePeople, OfficePeople, DESKS, most_bytes=200_000)
START_OVER = HubAction("/hub/people/start-over", KeyProof, Done, DESKS)
BRING_PEOPLE = HubAction("/hub/people/bring", BringPeople, Brought, DESKS, most_bytes=400_000)
