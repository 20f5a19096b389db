"""The staff of an office: made up in training, kept on this PC for a real one, none for an office of a test."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from app.bootstrap.loading import load
from app.domain.people.staff import Member, StaffBook, first_book
from app.services.people.entries import BOOK

if TYPE_CHECKING:  # these load while the window is already painted
    from app.api.hub.desk import HubDesk
    from app.bootstrap.session import OfficeConnection
    from app.core.clock import Clock
    from app.core.tasks import TaskScope
    from app.sealed.store import LocalStore
    from app.services.audit.audit import Audit
    from app.services.people.local_people import BookFile
    from app.services.people.secrets import Secrets
    from app.services.people.staff import Staff

ANA = Member(1, "Ana", "manager", "AN")
BEN = Member(2, "Ben", "front desk", "BE")  # words: a name, and the id of a role
TRAINING_PINS = {ANA.user_num: "2794", BEN.user_num: "5163"}
"""Shown in training, so that switching and approving can be tried."""
_HASHES = {
    ANA.user_num: "$argon2id$v=19$m=8192,t=1,p=1$d3+5v6EvwgDJTu9HpqQXvQ"
    "$Q1/A3ku5vZKMfsLs28Xkdj4OMt/Z8/kR8WO1gKXpca4",
    BEN.user_num: "$argon2id$v=19$m=8192,t=1,p=1$hgh6tYRtLP09Rt6zEW10yg"
    "$0pZFH9+8eE8zJNZtqBb7gtfeLmmFf1bVsX8SDMIwOeQ",
}
"""Of the training PINs: known to everyone, so they may be quick."""


class StoredBook:
    """The list of staff in the local store. Implements BookFile."""

    def __init__(self, store: LocalStore, clock: Clock) -> None:
        self._documents = store.documents
        self._clock = clock

    async def read(self) -> bytes | None:
        """As BookFile."""
        stored = await self._documents.get(BOOK)
        return None if stored is None else stored.data

    async def write(self, data: bytes) -> None:
        """As BookFile."""
        await self._documents.put(BOOK, data, self._clock.utc())


class BookInMemory:
    """Made-up people, which need not be kept. Implements BookFile."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    async def read(self) -> bytes | None:
        """As BookFile."""
        return self._data

    async def write(self, data: bytes) -> None:
        """As BookFile."""
        self._data = data


class LateHashing:
    """Loads argon2 with the first PIN. Its methods block in a thread."""

    def hash(self, pin: str) -> str:
        """As Hashing."""
        from app.services.people.hashing import Argon2Hashing

        return Argon2Hashing().hash(pin)

    def fits(self, hashed: str, pin: str) -> bool:
        """As Hashing."""
        from app.services.people.hashing import Argon2Hashing

        return Argon2Hashing().fits(hashed, pin)


async def open_hub_staff(
    hub: HubDesk,
    connection: OfficeConnection,
    store: LocalStore,
    clock: Clock,
    audit: Audit,
    scope: TaskScope,
) -> Staff:
    """The staff of an office whose hub keeps them for all PCs, loaded."""
    await load("app.services.hub.people", "app.services.people.staff")
    from app.services.hub.people import HubPeople
    from app.services.people.pins import Pins
    from app.services.people.secrets import SecretsInMemory
    from app.services.people.staff import Staff

    offline = Pins(connection.secrets or SecretsInMemory(), LateHashing(), connection.store_path.stem, clock)
    staff = Staff(HubPeople(hub.link, StoredBook(store, clock), offline, clock, scope), clock, audit)
    await staff.load()
    if connection.hub is not None and connection.hub.made_up:
        await _enter_made_up(staff)
    return staff


async def _enter_made_up(staff: Staff) -> None:
    """Ana signs in by her PIN: the hub gives rights to nobody else. Otherwise the lock page asks who is here."""
    from app.services.people.people import SignInError

    with suppress(SignInError):
        await staff.sign_in(ANA.user_num, TRAINING_PINS[ANA.user_num])


async def open_staff(connection: OfficeConnection, store: LocalStore, clock: Clock, audit: Audit) -> Staff:
    """The staff of an office, loaded. Nobody signs in where there is no vault; in training Ana is signed in."""
    await load("app.services.people.local_people", "app.services.people.staff")
    from app.api.modes import Mode
    from app.services.people.local_people import LocalPeople
    from app.services.people.people import Standing
    from app.services.people.pins import Pins
    from app.services.people.secrets import SecretsInMemory
    from app.services.people.staff import Staff

    office, key = connection.store_path.stem, connection.keys.secret

    def staff_of(file: BookFile, secrets: Secrets) -> Staff:
        pins = Pins(secrets, LateHashing(), office, clock)
        return Staff(LocalPeople(file, secrets, pins, office, key), clock, audit)

    if connection.secrets is None:
        staff = staff_of(BookInMemory(b""), SecretsInMemory())
        staff.standing = Standing.OPEN
    elif connection.address.mode is Mode.TRAINING:
        staff = staff_of(*_training(office))
        await staff.load()
        staff.enter(ANA)
    else:
        staff = staff_of(StoredBook(store, clock), connection.secrets)
        await staff.load()
    return staff


def made_up_people() -> tuple[StaffBook, Mapping[int, str]]:
    """Ana and Ben, and the hashes of their PINs by UserNum."""
    return first_book(ANA).with_member(BEN), _HASHES


def _training(office: str) -> tuple[BookFile, Secrets]:
    """Ana and Ben, with their PINs."""
    from app.services.people.entries import anchor_entry, pin_entry
    from app.services.people.local_people import anchor_of
    from app.services.people.pins import Kept
    from app.services.people.secrets import SecretsInMemory

    book, hashes = made_up_people()
    data = msgspec.json.encode(book)
    secrets = SecretsInMemory()
    secrets.kept[anchor_entry(office)] = anchor_of(data)
    for user_num, hashed in hashes.items():
        secrets.kept[pin_entry(office, user_num)] = msgspec.json.encode(Kept(hashed)).decode()
    return BookInMemory(data), secrets
