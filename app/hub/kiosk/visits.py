"""The sealed visit that a kiosk holds: who is there and for which appointments. The hub keeps nothing of it.

Every hub of the office can open it, and only for the device that it was made for.
"""

from __future__ import annotations

import base64
import binascii
import secrets
from datetime import date, datetime, timedelta

import msgspec
from msgspec import Struct

from app.domain.kiosk.identity import Due
from app.hub.handling import Asker, Refusal
from app.hub.hub import Hub
from app.sealed.sealing import SealBroken
from app.wire.hub.kiosk import Person

GOOD_FOR = timedelta(minutes=30)
"""Somebody who types with a switch, and asks for more time again and again, must not be stopped by the hub."""
NONCE_BYTES = 12


class Visitor(Struct, frozen=True, array_like=True):
    """One patient of a visit."""

    pat_num: int
    initials: str
    appointments: tuple[tuple[int, datetime], ...]
    """AptNum and start, as they were when the patient was found."""

    @property
    def start(self) -> datetime:
        """When the first appointment begins."""
        return self.appointments[0][1]


class Visit(Struct, frozen=True, array_like=True):
    """Who stands at the kiosk, first, and the family members who may be there too; a person's index is their place."""

    key: str
    """Random: what the patient does in this visit belongs together."""
    device_num: int
    day: date
    expires: datetime
    language: str
    people: tuple[Visitor, ...]

    @property
    def me(self) -> Visitor:
        """The patient who was identified."""
        return self.people[0]

    def person(self, index: int) -> Visitor:
        """The patient with this index. Refusal 400 for any other."""
        if not 0 <= index < len(self.people):
            raise Refusal(400, "nobody")
        return self.people[index]

    def shown(self, index: int) -> Person:
        """A patient as the kiosk shows them."""
        person = self.people[index]
        return Person(index=index, initials=person.initials, at=person.start.time())


def seal_visit(hub: Hub, asker: Asker, me: Due, family: tuple[Due, ...], language: str) -> tuple[str, Visit]:
    """A new visit and its sealed form."""
    visit = Visit(
        secrets.token_urlsafe(NONCE_BYTES),
        asker.device_num,
        hub.clock.now().date(),
        hub.clock.utc() + GOOD_FOR,
        language,
        tuple(_visitor(each) for each in (me, *family)),
    )
    sealed = hub.seal.close(msgspec.msgpack.encode(visit), _place(asker))
    return base64.urlsafe_b64encode(sealed).decode(), visit


def open_visit(hub: Hub, asker: Asker, sealed: str) -> Visit:
    """The visit of a sealed form. Refusal 409 if it is over."""
    try:
        plain = hub.seal.open(base64.urlsafe_b64decode(sealed), _place(asker))
        visit = msgspec.msgpack.decode(plain, type=Visit)
    except (SealBroken, binascii.Error, ValueError):
        raise _over() from None
    if visit.device_num != asker.device_num or hub.clock.utc() >= visit.expires:
        raise _over()
    if visit.day != hub.clock.now().date():
        raise _over()
    return visit


def _visitor(due: Due) -> Visitor:
    return Visitor(
        due.known.pat_num, due.known.initials, tuple((each.apt_num, each.start) for each in due.booked)
    )


def _over() -> Refusal:
    """The same for one that has expired, is of another device, or was never made here."""
    return Refusal(409, "visit over")


def _place(asker: Asker) -> bytes:
    """What the seal is for: a visit at this device and no other."""
    return f"kiosk visit {asker.device_num}".encode()
